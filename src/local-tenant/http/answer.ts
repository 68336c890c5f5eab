/** JSON as it goes over the wire. */
export type Json = string | number | boolean | null | undefined | readonly Json[] | { readonly [key: string]: Json }
/** A JSON object as it goes over the wire. */
export type JsonObject = { readonly [key: string]: Json }

/** What a handler gives back; headers are added to Graph's usual ones. */
export type Answer =
  | {
      readonly kind: 'json'
      readonly status: number
      readonly body: JsonObject
      readonly headers?: Record<string, string>
    }
  | { readonly kind: 'empty'; readonly status: number; readonly headers?: Record<string, string> }
  | {
      readonly kind: 'bytes'
      readonly status: number
      readonly bytes: Uint8Array
      readonly contentType: string
      readonly headers?: Record<string, string>
    }

/** 200 with a JSON body. */
export function ok(body: JsonObject, headers?: Record<string, string>): Answer {
  return headers ? { kind: 'json', status: 200, body, headers } : { kind: 'json', status: 200, body }
}

/** 201 with a JSON body. */
export function created(body: JsonObject, headers?: Record<string, string>): Answer {
  return headers ? { kind: 'json', status: 201, body, headers } : { kind: 'json', status: 201, body }
}

/** 204, or 202 (seldom 200) for actions that Exchange takes on. */
export function empty(status: 200 | 202 | 204 | 304 | 302 = 204, headers?: Record<string, string>): Answer {
  return headers ? { kind: 'empty', status, headers } : { kind: 'empty', status }
}
