import type { Answer, JsonObject } from './answer.ts'
import type { GraphError } from './graph-error.ts'

/** What identifies one request in its answer. */
export type RequestMark = { readonly requestId: string; readonly clientRequestId: string | null; readonly now: Date }

const jsonContentType =
  'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8'

// Retry-After is left out on purpose: the real service does not expose it to scripts (PLATFORM F5.17).
const exposedHeaders =
  'ETag, Location, Preference-Applied, Content-Range, request-id, client-request-id, ReadWriteConsistencyToken, SdkVersion, WWW-Authenticate, x-ms-client-gcc-tenant'

/** Headers that every answer carries. */
export function commonHeaders(mark: RequestMark): Record<string, string> {
  return {
    'Cache-Control': 'no-cache',
    'Strict-Transport-Security': 'max-age=31536000',
    'request-id': mark.requestId,
    'client-request-id': mark.clientRequestId ?? mark.requestId,
    'x-ms-ags-diagnostic': '{"ServerInfo":{"DataCenter":"Local tenant","Slice":"E","Ring":"1","ScaleUnit":"000"}}',
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Expose-Headers': exposedHeaders,
    Date: mark.now.toUTCString(),
  }
}

/** An answer with status, headers and body, before it becomes a Response or a part of a batch. */
export type FinishedAnswer = {
  readonly status: number
  readonly headers: Record<string, string>
  readonly json: JsonObject | null
  readonly bytes: Uint8Array | null
}

/** Puts Graph's usual headers around what a handler gave. */
export function finish(answer: Answer, mark: RequestMark): FinishedAnswer {
  const headers = { ...commonHeaders(mark), ...answer.headers }
  if (answer.kind === 'empty') return { status: answer.status, headers, json: null, bytes: null }
  if (answer.kind === 'bytes') {
    return {
      status: answer.status,
      headers: { ...headers, 'Content-Type': answer.contentType },
      json: null,
      bytes: answer.bytes,
    }
  }
  return {
    status: answer.status,
    headers: { ...headers, 'OData-Version': '4.0', 'Content-Type': jsonContentType },
    json: answer.body,
    bytes: null,
  }
}

/** Graph's error envelope. */
export function finishError(error: GraphError, mark: RequestMark): FinishedAnswer {
  const innerError: JsonObject = {
    ...(error.innerCode === null ? {} : { code: error.innerCode }),
    date: mark.now.toISOString().slice(0, 19),
    'request-id': mark.requestId,
    'client-request-id': mark.clientRequestId ?? mark.requestId,
  }
  return {
    status: error.status,
    headers: { ...commonHeaders(mark), 'Content-Type': 'application/json', ...error.headers },
    json: { error: { code: error.code, message: error.message, innerError } },
    bytes: null,
  }
}

/** The HTTP response. */
export function toResponse(finished: FinishedAnswer): Response {
  const { status, headers, json, bytes } = finished
  const bodyless = status === 204 || status === 304
  if (bodyless || (json === null && bytes === null)) return new Response(null, { status, headers })
  return new Response(json === null ? new Uint8Array(bytes ?? []) : JSON.stringify(json), { status, headers })
}
