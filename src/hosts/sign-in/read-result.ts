import type { AuthenticationResult } from '@azure/msal-browser'
import { ServiceError } from '../../workflows/failure.ts'
import type { Registration, Token } from '../host.ts'
import type { SignInConfig } from './sign-in-addresses.ts'

/**
 * The token of an answer. Its tenant is what the id token says, for the account a host names may be at home elsewhere.
 * Throws ServiceError 'wrongTenant' for a token of another tenant than asked: the forums' for forum data, the
 * account's own for the calendar (as a guest one has no mailbox). Such a token must never reach Graph (PLATFORM F4.6).
 */
export function readResult(config: SignInConfig, registration: Registration, result: AuthenticationResult): Token {
  const tenantId = readClaim(result, 'tid') || result.tenantId
  const expected = registration === 'forum-data' ? config.hostTenantId : homeTenantOf(result, tenantId)
  if (tenantId.toLowerCase() !== expected.toLowerCase()) {
    throw new ServiceError({ kind: 'wrongTenant', expected, got: tenantId })
  }
  const name = result.account.name || readClaim(result, 'name')
  const mail = toMail(readClaim(result, 'email') || readClaim(result, 'preferred_username') || result.account.username)
  return {
    value: result.accessToken,
    tenantId,
    expiresAt: result.expiresOn?.getTime() ?? 0,
    account: { name: name || mail, mail, tenantId },
  }
}

/** A home account id is "<object id>.<home tenant>"; where a host gives another, there is nothing to compare. */
function homeTenantOf(result: AuthenticationResult, otherwise: string): string {
  return /\.([0-9a-f-]{36})$/i.exec(result.account.homeAccountId)?.[1] ?? otherwise
}

function readClaim(result: AuthenticationResult, name: string): string {
  const claims = result.idTokenClaims as Readonly<Record<string, unknown>>
  const claim = claims[name]
  return typeof claim === 'string' ? claim : ''
}

/** A guest's account name can be the host tenant's: "hanne_lyngvig.example#EXT#@host.onmicrosoft.com". */
function toMail(accountName: string): string {
  const guest = /^(.+)_([^_]+)#EXT#@/i.exec(accountName)
  return guest ? `${guest[1]}@${guest[2]}` : accountName
}
