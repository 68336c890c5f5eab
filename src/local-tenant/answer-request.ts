import { randomUUID } from 'node:crypto'
import { leadsToMailbox, mailboxFull } from './calendar/mailbox-places.ts'
import type { FaultRequest } from './faults/fault-board.ts'
import { requireJsonAccepted } from './http/accept.ts'
import type { Answer } from './http/answer.ts'
import type { Call } from './http/call.ts'
import { GraphError, notImplemented } from './http/graph-error.ts'
import { readPreferences } from './http/prefer.ts'
import { readQuery } from './http/query.ts'
import { commonHeaders, type FinishedAnswer, finish, finishError, type RequestMark } from './http/respond.ts'
import { splitPath } from './http/split-path.ts'
import { callerOf } from './identity/caller.ts'
import { expiredToken } from './identity/token-mint.ts'
import type { Service } from './service.ts'
import { forgetColumns } from './sites/columns.ts'

/** A request after it has been read, alone or as a part of a batch. */
export type PlainRequest = {
  readonly method: string
  /** After /v1.0, with its leading slash and query: "/me/events?$top=2". */
  readonly target: string
  readonly headers: Headers
  readonly body: Uint8Array
  readonly base: string
  readonly fileBase: string
}

/** Leads a call to its handler; the first segments of the path decide. */
export type Root = (call: Call, segments: readonly string[]) => Answer

const methods = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE', 'HEAD']
const guidShape = /^[\w-]{1,100}$/

/** Answers one request: who asks, what shall go wrong, the handler in a transaction, and the envelope around it. */
export function answerRequest(service: Service, request: PlainRequest, root: Root): FinishedAnswer {
  const now = service.now()
  const clientRequestId = request.headers.get('client-request-id')
  const mark: RequestMark = {
    requestId: randomUUID(),
    clientRequestId: clientRequestId !== null && guidShape.test(clientRequestId) ? clientRequestId : null,
    now,
  }
  if (request.method === 'OPTIONS') return answerPreflight(request, mark)
  try {
    return finish(answerCall(service, request, mark, root), mark)
  } catch (error) {
    if (error instanceof GraphError) return finishError(error, mark)
    throw error
  }
}

function answerCall(service: Service, request: PlainRequest, mark: RequestMark, root: Root): Answer {
  if (!methods.includes(request.method))
    throw new GraphError(405, 'Request_BadRequest', 'Specified HTTP method is not allowed for the request target.')
  const cut = request.target.indexOf('?')
  const path = cut < 0 ? request.target : request.target.slice(0, cut)
  const caller = callerOf(service.store, service.tokens.read(request.headers.get('authorization'), mark.now))
  const asked = { method: request.method, path, person: caller.person.id }
  failOnPurpose(service, asked)
  const call: Call = {
    service,
    caller,
    method: request.method === 'HEAD' ? 'GET' : request.method,
    path,
    query: readQuery(cut < 0 ? '' : request.target.slice(cut)),
    headers: request.headers,
    prefer: readPreferences(request.headers.get('prefer')),
    body: request.body,
    base: request.base,
    fileBase: request.fileBase,
    now: mark.now,
    requestId: mark.requestId,
  }
  const segments = splitPath(path)
  if (segments.length === 0) throw notImplemented('the service document')
  const work = (): Answer => answerWhole(call, segments, root)
  return call.method === 'GET' ? work() : writeInTransaction(service, work)
}

// What is refused here was not written yet: the transaction is still open.
function answerWhole(call: Call, segments: readonly string[], root: Root): Answer {
  const answer = root(call, segments)
  if (answer.status !== 304) call.query.refuseUnread()
  if (answer.kind === 'json') requireJsonAccepted(call.headers.get('accept'))
  return answer
}

function writeInTransaction(service: Service, work: () => Answer): Answer {
  try {
    const outcome = service.store.inTransaction(() => workOrKept(work))
    if (outcome instanceof GraphError) throw outcome
    return outcome
  } catch (error) {
    // What was read about columns inside may have been rolled back.
    forgetColumns(service.store)
    throw error
  }
}

function workOrKept(work: () => Answer): Answer | GraphError {
  try {
    return work()
  } catch (error) {
    if (error instanceof GraphError && error.keepsWork) return error
    throw error
  }
}

function failOnPurpose(service: Service, asked: FaultRequest): void {
  if (service.faults.take('expireToken', asked)) throw expiredToken()
  const throttle = service.faults.take('throttle', asked)
  if (throttle) throw throttled(asked.path, throttle.retryAfterSeconds)
  const unavailable = service.faults.take('unavailable', asked)
  if (unavailable) {
    throw new GraphError(
      503,
      'serviceNotAvailable',
      'The service is temporarily unavailable. Please retry after the specified time interval.',
      {
        headers: retryHeader(unavailable.retryAfterSeconds),
      },
    )
  }
}

function throttled(path: string, seconds: number | null | undefined): GraphError {
  const headers = retryHeader(seconds)
  if (leadsToMailbox(path)) return mailboxFull(headers)
  return new GraphError(429, 'activityLimitReached', 'The request has been throttled.', {
    headers,
    innerCode: 'throttledRequest',
  })
}

function retryHeader(seconds: number | null | undefined): Record<string, string> {
  return seconds === null ? {} : { 'Retry-After': String(seconds ?? 10) }
}

function answerPreflight(request: PlainRequest, mark: RequestMark): FinishedAnswer {
  return {
    status: 200,
    headers: {
      ...commonHeaders(mark),
      'Access-Control-Allow-Methods': 'GET, POST, PATCH, PUT, DELETE, OPTIONS, HEAD',
      'Access-Control-Allow-Headers':
        request.headers.get('access-control-request-headers') ?? 'Authorization, Content-Type',
      'Access-Control-Max-Age': '3600',
    },
    json: null,
    bytes: null,
  }
}
