import { ServiceError } from '../workflows/failure.ts'
import { retryDelay } from './retry.ts'
import { offlineError, toServiceError } from './to-service-error.ts'

/**
 * The one seam to the outside. The sender puts the token on requests to https://graph.microsoft.com and on no others:
 * addresses of upload sessions and downloads carry their right in themselves and refuse a token (PLATFORM F5.21).
 */
export type Send = (request: Request) => Promise<Response>

export type GraphOptions = {
  readonly send: Send
  readonly sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>
  /** From 0 up to, not including, 1. */
  readonly random: () => number
  /** The longest wait for one answer to begin and end; then it counts as 'unavailable'. */
  readonly timeoutMilliseconds?: number
}

export type CallOptions = {
  /** Values of the Prefer header. */
  readonly prefer?: readonly string[]
  readonly ifMatch?: string
  /** The call carries a key of its own, so that a second sending does no harm. Always so for GET and with `ifMatch`. */
  readonly repeatable?: boolean
  readonly signal?: AbortSignal
}

/** Graph v1.0. Paths begin with "/", or are absolute links Graph gave us. Answers are untrusted: read them in a `to-*.ts`. */
export type Graph = {
  get(path: string, options?: CallOptions): Promise<unknown>
  post(path: string, body: unknown, options?: CallOptions): Promise<unknown>
  patch(path: string, body: unknown, options?: CallOptions): Promise<unknown>
  put(path: string, body: Blob, options?: CallOptions): Promise<unknown>
  delete(path: string, options?: CallOptions): Promise<void>
  /** Sends what `make` builds (anew for each try) and gives the 2xx answer, with the same retries and errors. */
  exchange(make: (signal: AbortSignal) => Request, options?: CallOptions): Promise<Response>
  /** Waits as before another try; false, at once, when there shall be none. `tries` counts those made. */
  waitBeforeRetry(tries: number, error: ServiceError, signal?: AbortSignal): Promise<boolean>
}

export const GRAPH_ADDRESS = 'https://graph.microsoft.com/v1.0'
const TIMEOUT_MILLISECONDS = 45_000

/** Makes the client. Throws ServiceError from every call, and the signal's reason when the caller's signal fires. */
export function createGraph(options: GraphOptions): Graph {
  const { sleep, random } = options
  const waitBeforeRetry: Graph['waitBeforeRetry'] = async (tries, error, signal) => {
    const delay = retryDelay(tries, error, random)
    if (delay === null) return false
    await sleep(delay, signal)
    return true
  }
  const exchange: Graph['exchange'] = async (make, call = {}) => {
    for (let tries = 1; ; tries += 1) {
      const answer = await tryOnce(options, make, call.signal)
      if (!(answer instanceof ServiceError)) return answer
      const mayRepeat = call.repeatable === true && (await waitBeforeRetry(tries, answer, call.signal))
      if (!mayRepeat) throw answer
    }
  }
  const callJson = async (method: string, path: string, body: unknown, call: CallOptions = {}): Promise<unknown> => {
    const repeatable = call.repeatable ?? (method === 'GET' || method === 'PUT' || call.ifMatch !== undefined)
    const make = (signal: AbortSignal): Request => buildRequest(method, path, body, call, signal)
    return readJson(await exchange(make, { ...call, repeatable }))
  }
  return {
    get: (path, call) => callJson('GET', path, undefined, call),
    post: (path, body, call) => callJson('POST', path, body, call),
    patch: (path, body, call) => callJson('PATCH', path, body, call),
    put: (path, body, call) => callJson('PUT', path, body, call),
    delete: async (path, call) => void (await callJson('DELETE', path, undefined, call)),
    exchange,
    waitBeforeRetry,
  }
}

async function tryOnce(
  { send, timeoutMilliseconds = TIMEOUT_MILLISECONDS }: GraphOptions,
  make: (signal: AbortSignal) => Request,
  outer?: AbortSignal,
): Promise<Response | ServiceError> {
  outer?.throwIfAborted()
  const timeout = AbortSignal.timeout(timeoutMilliseconds)
  try {
    const response = await send(make(outer ? AbortSignal.any([outer, timeout]) : timeout))
    if (response.ok) return response
    return toServiceError(response.status, await readBody(response), response.headers.get('Retry-After'))
  } catch (cause) {
    outer?.throwIfAborted()
    if (cause instanceof ServiceError) return cause
    return timeout.aborted ? new ServiceError({ kind: 'unavailable' }, { cause }) : offlineError(cause)
  }
}

function buildRequest(method: string, path: string, body: unknown, call: CallOptions, signal: AbortSignal): Request {
  const headers = new Headers({ Accept: 'application/json' })
  if (call.prefer) headers.set('Prefer', call.prefer.join(', '))
  if (call.ifMatch !== undefined) headers.set('If-Match', call.ifMatch)
  const isFile = body instanceof Blob
  if (isFile) headers.set('Content-Type', body.type || 'application/octet-stream')
  else if (body !== undefined) headers.set('Content-Type', 'application/json')
  const sent = body === undefined ? {} : { body: isFile ? body : JSON.stringify(body) }
  return new Request(graphAddress(path), { method, headers, signal, ...sent })
}

// A link that leads anywhere else would carry the token to a stranger.
function graphAddress(path: string): string {
  if (path.startsWith('/')) return GRAPH_ADDRESS + path
  if (path.startsWith(`${GRAPH_ADDRESS}/`)) return path
  throw new ServiceError({ kind: 'rejected', reason: 'A link led away from Microsoft Graph.' })
}

async function readJson(response: Response): Promise<unknown> {
  if (response.status === 204) return null
  const text = await response.text().catch((cause: unknown) => {
    throw offlineError(cause)
  })
  if (text === '') return null
  try {
    return JSON.parse(text)
  } catch (cause) {
    // A proxy or a captive portal answered in Graph's place.
    throw new ServiceError({ kind: 'unavailable' }, { cause })
  }
}

async function readBody(response: Response): Promise<unknown> {
  return readJson(response).catch(() => null)
}
