import { ServiceError, type ServiceFailure } from '../workflows/failure.ts'
import { readNumber, readRecord, readText } from './read-wire.ts'

/** What Graph really said; kept as `cause` of every ServiceError made here, for logs and for the few who must know the status. */
export type GraphTrouble = {
  readonly status: number
  readonly code: string
  readonly message: string
  /** As the server asked; null when it did not say, or when CORS hides the header. */
  readonly retryAfterSeconds: number | null
}

const LONGEST_MESSAGE = 300
// Used when a throttled answer does not let us read Retry-After (PLATFORM F5.17).
const GUESSED_RETRY_SECONDS = 10
/** The largest body Graph takes in one plain request; bigger files go by upload session. */
export const SINGLE_REQUEST_BYTES = 4 * 1024 * 1024

/** Turns an answer outside 2xx, alone or as part of a batch, into the one error the rest of the program knows. */
export function toServiceError(status: number, body: unknown, retryAfter: string | null): ServiceError {
  const error = readRecord(readRecord(body)['error'])
  const trouble: GraphTrouble = {
    status,
    code: readText(error['code']) || readText(readRecord(error['innerError'])['code']),
    message: readText(error['message']).slice(0, LONGEST_MESSAGE),
    retryAfterSeconds: readRetryAfter(retryAfter),
  }
  return new ServiceError(toFailure(trouble), { cause: trouble })
}

/** The request never got an answer: no network, name not found, connection cut. */
export function offlineError(cause: unknown): ServiceError {
  return new ServiceError({ kind: 'offline' }, { cause })
}

/** What Graph said when this error was made from an answer of Graph, else null. */
export function troubleOf(error: unknown): GraphTrouble | null {
  const cause = error instanceof ServiceError ? error.cause : null
  const status = readNumber(readRecord(cause)['status'])
  return status === null ? null : (cause as GraphTrouble)
}

function toFailure(trouble: GraphTrouble): ServiceFailure {
  const { status, code } = trouble
  // Exchange tells a guest, who has no mailbox in this tenant, with a 404; for us it is a lack of rights, not a lost event.
  if (code === 'MailboxNotEnabledForRESTAPI') return { kind: 'noRights' }
  if (code === 'quotaLimitReached' || status === 507) return { kind: 'storageFull' }
  if (status === 401) return { kind: 'signInNeeded' }
  if (status === 403) return { kind: 'noRights' }
  if (status === 404 || status === 410) return { kind: 'notFound' }
  if (status === 409 || status === 412) return { kind: 'changedMeanwhile' }
  if (status === 413) return { kind: 'tooLarge', limitBytes: SINGLE_REQUEST_BYTES }
  if (status === 429 || status === 509) {
    return { kind: 'throttled', retryAfterSeconds: trouble.retryAfterSeconds ?? GUESSED_RETRY_SECONDS }
  }
  if (status === 501 || (status >= 400 && status < 500)) {
    return { kind: 'rejected', reason: trouble.message || trouble.code || `HTTP ${status}` }
  }
  return { kind: 'unavailable' }
}

// Seconds, sometimes with decimals (PLATFORM F5.17); a date or nonsense counts as not said.
function readRetryAfter(header: string | null): number | null {
  const seconds = header === null || header.trim() === '' ? Number.NaN : Number(header)
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : null
}
