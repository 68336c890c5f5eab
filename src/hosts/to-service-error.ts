import { ServiceError, type ServiceFailure } from '../workflows/failure.ts'
import type { Registration } from './host.ts'

/** Error codes of teams-js that say more than "it failed" (ErrorCode in its interfaces). */
const teamsFailures: Readonly<Record<number, ServiceFailure>> = {
  100: { kind: 'rejected', reason: 'det kan ikke lade sig gøre i denne udgave af Teams' },
  1000: { kind: 'noRights' },
  2000: { kind: 'offline' },
}

/** Error names of Office.js that say more than "it failed" (Office.AsyncResult.error.name). */
const officeFailures: Readonly<Record<string, ServiceFailure>> = {
  AttachmentItemNotFound: { kind: 'notFound' },
  InvalidAttachmentId: { kind: 'notFound' },
  NetworkProblem: { kind: 'offline' },
  OperationNotSupported: { kind: 'rejected', reason: 'det kan ikke lade sig gøre i denne udgave af Outlook' },
  PermissionDenied: { kind: 'noRights' },
}

/** Turns whatever teams-js, Office.js or the browser threw into the one error the rest of the program knows. */
export function toServiceError(cause: unknown): ServiceError {
  if (cause instanceof ServiceError) return cause
  const { errorCode, name } = readFields(cause)
  const known =
    (typeof errorCode === 'number' ? teamsFailures[errorCode] : undefined) ??
    (typeof name === 'string' ? officeFailures[name] : undefined)
  return new ServiceError(known ?? { kind: 'unavailable' }, { cause })
}

/** The host did not answer in time. */
export function silentHostError(milliseconds: number): ServiceError {
  return new ServiceError({ kind: 'unavailable' }, { cause: `no answer from the host within ${milliseconds} ms` })
}

/** Something asked for that no host may do, e.g. a link that would run code. `reason` is read by people, in Danish. */
export function rejectedError(reason: string, cause?: unknown): ServiceError {
  return new ServiceError({ kind: 'rejected', reason }, { cause })
}

/** A request never got an answer: no network, name not found, connection cut. */
export function offlineError(cause: unknown): ServiceError {
  return new ServiceError({ kind: 'offline' }, { cause })
}

function readFields(cause: unknown): { readonly errorCode?: unknown; readonly name?: unknown } {
  return typeof cause === 'object' && cause !== null ? cause : {}
}

// Microsoft Entra's codes, as they stand in its messages ("AADSTS65001: ..."). PLATFORM 10.3; to be confirmed in the pilot.
const consentCodes = ['65001', '65004', '90094', '90095', '700016']
const strangerCodes = ['50020', '50034', '50105', '50177', '51004']
const policyCodes = ['53000', '53001', '53002', '53003']
const offlineCodes = ['no_network_connectivity', 'network_error', 'post_request_failed', 'get_request_failed']
const askingCodes = [
  'consent_required',
  'empty_window_error',
  'interaction_required',
  'invalid_grant',
  'login_required',
  'monitor_window_timeout',
  'nested_app_auth_bridge_disabled',
  'no_account_error',
  'no_account_found',
  'no_tokens_found',
  'popup_relay_unsupported_flow',
  'popup_window_error',
  'redirect_in_iframe',
  'timed_out',
  'user_canceled',
  'user_cancelled',
]

/** Turns what MSAL threw, in any of its error classes, into the failure a person can do something about. */
export function toSignInError(cause: unknown, registration: Registration): ServiceError {
  if (cause instanceof ServiceError) return cause
  return new ServiceError(toSignInFailure(cause, registration), { cause })
}

/** Whether the person closed the sign-in window: no reason to try another way. */
export function isCancelled(cause: unknown): boolean {
  const { errorCode } = readFields(cause)
  return errorCode === 'user_cancelled' || errorCode === 'user_canceled' || errorCode === 'access_denied'
}

function toSignInFailure(cause: unknown, registration: Registration): ServiceFailure {
  const { errorCode, name } = readFields(cause)
  const code = String(errorCode ?? '')
  const said = `${code} ${cause instanceof Error ? cause.message : ''}`
  const entra = /AADSTS(\d{4,7})/.exec(said)?.[1] ?? ''
  if (consentCodes.includes(entra) || code === 'consent_required') return { kind: 'consentMissing', registration }
  // The account is unknown in the tenant: nobody has invited this person to the forum yet.
  if (strangerCodes.includes(entra)) return { kind: 'notInvited' }
  if (policyCodes.includes(entra)) {
    return { kind: 'rejected', reason: 'jeres it-afdeling tillader det ikke fra denne enhed' }
  }
  if (offlineCodes.includes(code)) return { kind: 'offline' }
  if (name === 'InteractionRequiredAuthError' || askingCodes.includes(code)) return { kind: 'signInNeeded' }
  return { kind: 'unavailable' }
}
