import type { Caller } from '../identity/caller.ts'
import type { Service } from '../service.ts'
import type { JsonObject } from './answer.ts'
import { badRequest, GraphError, notImplemented } from './graph-error.ts'
import type { Preferences } from './prefer.ts'
import type { Query } from './query.ts'

/** One request on its way through the handlers, all of it read, so that handlers need not wait for anything. */
export type Call = {
  readonly service: Service
  readonly caller: Caller
  readonly method: string
  /** Path after /v1.0 as it came, for links to the next page. */
  readonly path: string
  readonly query: Query
  readonly headers: Headers
  readonly prefer: Preferences
  readonly body: Uint8Array
  /** What answers' links begin with: "https://graph.microsoft.com/v1.0", or where the request really came in. */
  readonly base: string
  /** What upload and download addresses begin with; they lead around Graph and carry their right in themselves. */
  readonly fileBase: string
  readonly now: Date
  readonly requestId: string
}

const largestJson = 4 * 1024 * 1024

/** The body as a JSON object; 400 otherwise, 415 when it is said to be something else. */
export function readJsonBody(call: Call, options: { orEmpty?: boolean } = {}): JsonObject {
  if (call.body.length === 0) {
    if (options.orEmpty) return {}
    throw badRequest('Empty Payload. JSON content expected.')
  }
  if (call.body.length > largestJson) {
    throw new GraphError(413, 'BadRequest', 'The maximum request length supported is 4MB.')
  }
  const type = call.headers.get('content-type')
  if (type === null) throw unreadable()
  if (!/json/i.test(type)) {
    throw new GraphError(
      415,
      'RequestBodyRead',
      `A supported MIME type could not be found that matches the content type of the request, '${type.slice(0, 100)}'.`,
    )
  }
  const value = parseJson(call.body)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw unreadable()
  }
  return value as JsonObject
}

/**
 * Refuses what a body says beyond `taken` and `passedOver`: 501 for what the type has in Graph (`known`), 400 for what
 * nobody has. Annotations are left to whoever reads them.
 */
export function refuseOtherProperties(
  body: JsonObject,
  type: string,
  {
    taken,
    passedOver = [],
    known = [],
  }: { readonly taken: readonly string[]; readonly passedOver?: readonly string[]; readonly known?: readonly string[] },
): void {
  for (const name of Object.keys(body)) {
    if (taken.includes(name) || passedOver.includes(name) || name.includes('@')) continue
    if (known.includes(name)) throw notImplemented(`${name} of a new or changed ${type}`)
    throw new GraphError(
      400,
      'invalidRequest',
      `The property '${name.slice(0, 60)}' does not exist on type 'microsoft.graph.${type}'.`,
    )
  }
}

function unreadable(): GraphError {
  return badRequest(
    'Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.',
  )
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw unreadable()
  }
}

/** An absolute link back into this service. */
export function linkTo(call: Call, path: string): string {
  return call.base + path
}

/** "$metadata#..." as the answer's @odata.context. */
export function contextOf(call: Call, what: string): string {
  return `${call.base}/$metadata#${what}`
}
