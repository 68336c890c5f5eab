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

type MakeRequest = (signal: AbortSignal) => Request
type ReadAnswer<T> = (response: Response) => Promise<T>

/** Graph v1.0. Paths begin with "/", or are absolute links Graph gave us. Answers are untrusted: read them in a `to-*.ts`. */
export type Graph = {
  get(path: string, options?: CallOptions): Promise<unknown>
  post(path: string, body: unknown, options?: CallOptions): Promise<unknown>
  patch(path: string, body: unknown, options?: CallOptions): Promise<unknown>
  put(path: string, body: Blob, options?: CallOptions): Promise<unknown>
  delete(path: string, options?: CallOptions): Promise<void>
  /** Sends what `make` builds and reads the 2xx answer, both anew for each try, with the same retries and errors. */
  exchange<T>(make: MakeRequest, read: ReadAnswer<T>, options?: CallOptions): Promise<T>
  /** Waits as before another try; false, at once, when there shall be none. `tries` counts those made. */
  waitBeforeRetry(tries: number, error: ServiceError, signal?: AbortSignal): Promise<boolean>
}

/** What every path stands under, and every link Graph gives begins with. */
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
  const exchange: Graph['exchange'] = async (make, read, call = {}) => {
    for (let tries = 1; ; tries += 1) {
      const outcome = await tryOnce(options, make, read, call.signal)
      if (!(outcome instanceof ServiceError)) return outcome.answer
      const mayRepeat = call.repeatable === true && (await waitBeforeRetry(tries, outcome, call.signal))
      if (!mayRepeat) throw outcome
    }
  }
  const callJson = async (method: string, path: string, body: unknown, call: CallOptions = {}): Promise<unknown> => {
    const repeatable = call.repeatable ?? (method === 'GET' || method === 'PUT' || call.ifMatch !== undefined)
    const make = (signal: AbortSignal): Request => buildRequest(method, path, body, call, signal)
    return exchange(make, readJson, { ...call, repeatable })
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

async function tryOnce<T>(
  { send, timeoutMilliseconds = TIMEOUT_MILLISECONDS }: GraphOptions,
  make: MakeRequest,
  read: ReadAnswer<T>,
  outer?: AbortSignal,
): Promise<{ readonly answer: T } | ServiceError> {
  outer?.throwIfAborted()
  const inner = new AbortController()
  const deadline = watchDeadline(inner, timeoutMilliseconds, outer)
  const sendAndRead = async (): Promise<{ readonly answer: T } | ServiceError> => {
    const response = await send(make(inner.signal))
    if (response.ok) return { answer: await read(response) }
    const body = await readJson(response).catch(() => null)
    return toServiceError(response.status, body, response.headers.get('Retry-After'))
  }
  try {
    return await Promise.race([sendAndRead(), deadline.passed])
  } catch (cause) {
    outer?.throwIfAborted()
    return cause instanceof ServiceError ? cause : offlineError(cause)
  } finally {
    deadline.stop()
  }
}

// A race of our own beside the signal: a sender that ignores its signal must not hang the program.
function watchDeadline(
  inner: AbortController,
  milliseconds: number,
  outer?: AbortSignal,
): { passed: Promise<never>; stop: () => void } {
  let stop = (): void => undefined
  const passed = new Promise<never>((_, reject) => {
    const end = (reason: unknown): void => {
      reject(reason)
      inner.abort(reason)
    }
    const timer = setTimeout(() => end(new ServiceError({ kind: 'unavailable' })), milliseconds)
    const onOuterAbort = (): void => end(outer?.reason)
    outer?.addEventListener('abort', onOuterAbort, { once: true })
    stop = () => {
      clearTimeout(timer)
      outer?.removeEventListener('abort', onOuterAbort)
    }
  })
  return { passed, stop }
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
  const text = response.status === 204 ? '' : await response.text()
  if (text === '') return null
  try {
    return JSON.parse(text)
  } catch (cause) {
    // A proxy or a captive portal answered in Graph's place.
    throw new ServiceError({ kind: 'unavailable' }, { cause })
  }
}
