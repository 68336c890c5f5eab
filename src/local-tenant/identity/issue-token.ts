import type { Store } from '../store/database.ts'
import type { RegistrationName } from '../world.ts'
import { findPerson, oidIn } from './people.ts'
import type { TokenMint } from './token-mint.ts'

/** Who wants which token. Without `tenantId`: forum-data means the host tenant, my-calendar the person's home. */
export type TokenWish = {
  readonly personId: string
  readonly registration: RegistrationName
  readonly tenantId?: string
  readonly scopes?: readonly string[]
}

/** A token, or why there is none; the words of POST /local/token (ADDRESSES.md). */
export type TokenAnswer =
  | {
      readonly kind: 'token'
      readonly accessToken: string
      readonly tenantId: string
      /** Milliseconds since 1970. */
      readonly expiresAt: number
      readonly account: { readonly name: string; readonly mail: string; readonly tenantId: string }
    }
  | { readonly kind: 'refused'; readonly error: 'consent_required' | 'wrong_tenant' | 'unknown_person' }

const lifetimeSeconds = 3_600
const appIds: Record<RegistrationName, string> = {
  'forum-data': '6f1b2a8e-0f0c-4b5e-9a3d-7f2f6f1a0001',
  'my-calendar': '6f1b2a8e-0f0c-4b5e-9a3d-7f2f6f1a0002',
}
// Every directory gives these away with any consent.
const openIdScopes = ['openid', 'profile', 'email', 'offline_access', '.default']

export function issueToken(store: Store, mint: TokenMint, now: Date, wish: TokenWish): TokenAnswer {
  const person = findPerson(store, wish.personId)
  if (!person) return { kind: 'refused', error: 'unknown_person' }
  const tenantId = wish.tenantId ?? (wish.registration === 'forum-data' ? hostTenantId(store) : person.home_tenant)
  const oid = oidIn(store, person, tenantId)
  if (oid === null) return { kind: 'refused', error: 'wrong_tenant' }
  const granted = grantedScopes(store, tenantId, wish)
  if (granted === null) return { kind: 'refused', error: 'consent_required' }
  const issuedAt = Math.floor(now.getTime() / 1000)
  const accessToken = mint.issue({
    tid: tenantId,
    oid,
    person: person.id,
    appid: appIds[wish.registration],
    scp: granted.join(' '),
    iat: issuedAt,
    exp: issuedAt + lifetimeSeconds,
  })
  return {
    kind: 'token',
    accessToken,
    tenantId,
    expiresAt: (issuedAt + lifetimeSeconds) * 1000,
    account: { name: person.name, mail: person.mail, tenantId },
  }
}

/** The tenant that owns the sites; the first one of the world when there are none. */
function hostTenantId(store: Store): string {
  const row =
    store.get<{ tenant_id: string }>('SELECT tenant_id FROM sites ORDER BY rowid LIMIT 1') ??
    store.get<{ tenant_id: string }>('SELECT id AS tenant_id FROM tenants ORDER BY position LIMIT 1')
  return row?.tenant_id ?? ''
}

// A token carries what was asked for and no more, so that a client that forgets to ask is found out here.
function grantedScopes(store: Store, tenantId: string, wish: TokenWish): readonly string[] | null {
  const row = store.get<{ scopes: string }>(
    'SELECT scopes FROM consents WHERE tenant_id = ? AND registration = ?',
    tenantId,
    wish.registration,
  )
  if (!row) return null
  const consented = row.scopes.split(' ').filter(Boolean)
  const asked = (wish.scopes ?? [])
    .map((scope) => scope.replace(/^https:\/\/graph\.microsoft\.com\//i, ''))
    .filter((scope) => !openIdScopes.includes(scope))
  if (asked.length === 0) return consented
  const found = asked.map((scope) => consented.find((known) => known.toLowerCase() === scope.toLowerCase()))
  return found.every((scope) => scope !== undefined) ? found : null
}

const everyScope = [
  'Sites.Manage.All',
  'Sites.ReadWrite.All',
  'Files.ReadWrite.All',
  'Calendars.ReadWrite',
  'Mail.ReadWrite',
  'Mail.Send',
  'Chat.ReadWrite',
  'OnlineMeetings.ReadWrite',
  'User.Read',
  'User.Read.All',
  'TeamsActivity.Send',
]

/** A token for scripts, with every scope, that is at home for the mailbox and in the host tenant for sites (SUPPORT.md). */
export function issueScriptToken(store: Store, mint: TokenMint, now: Date, personId: string): string | null {
  const person = findPerson(store, personId)
  if (!person) return null
  const issuedAt = Math.floor(now.getTime() / 1000)
  return mint.issue({
    tid: person.home_tenant,
    oid: person.oid,
    person: person.id,
    appid: '6f1b2a8e-0f0c-4b5e-9a3d-7f2f6f1a0000',
    scp: everyScope.join(' '),
    iat: issuedAt,
    exp: issuedAt + 10 * 365 * 24 * 3_600,
    reach: 'everywhere',
  })
}
