import { ServiceError, type ServiceFailure } from '../workflows/failure.ts'

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
