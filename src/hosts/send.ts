import type { Registration, SignIn, Token } from './host.ts'
import { offlineError } from './to-service-error.ts'

export type SendOptions = {
  readonly signIn: SignIn
  readonly registration: Registration
  /** The rights of every request, where they are not the registration's own. */
  readonly scopes?: readonly string[]
  readonly fetch: (request: Request) => Promise<Response>
  /** Turns a request for Graph into one for the local tenant; the last thing before the wire. */
  readonly rewrite?: (request: Request) => Request
}

const GRAPH_ORIGIN = 'https://graph.microsoft.com'

/**
 * The sender of graph/transport.ts. The token goes to Graph and nowhere else: addresses of downloads and upload
 * sessions carry their right in themselves (PLATFORM F5.21). After a 401 it asks once for a new token, with what Graph
 * demands of it. Never asks the person: without a token it throws ServiceError as SignIn does; 'offline' when the
 * request got no answer; the signal's reason when the caller gave up.
 */
export function createSend(options: SendOptions): (request: Request) => Promise<Response> {
  const { registration, signIn } = options
  return async (request) => {
    if (new URL(request.url).origin !== GRAPH_ORIGIN) return put(options, request)
    // A body can be read once; the second try needs one of its own.
    const second = request.clone()
    const scopes = scopesFor(options, request)
    const token = await signIn.token(registration, { interaction: 'never', ...scopes })
    const response = await put(options, withToken(request, token))
    if (response.status !== 401) return response
    const claims = readClaims(response.headers.get('WWW-Authenticate'))
    const fresh = await signIn.token(registration, {
      interaction: 'never',
      ...scopes,
      refused: token.value,
      ...(claims === null ? {} : { claims }),
    })
    return put(options, withToken(second, fresh))
  }
}

/** Changing one's calendar needs a right of its own, asked for only when something is changed (ARCHITECTURE rule 4). */
function scopesFor({ registration, scopes }: SendOptions, request: Request): { readonly scopes?: readonly string[] } {
  if (scopes !== undefined) return { scopes }
  const isRead = request.method === 'GET' || new URL(request.url).pathname.endsWith('/$batch')
  return registration === 'my-calendar' && !isRead ? { scopes: ['Calendars.ReadWrite'] } : {}
}

function withToken(request: Request, token: Token): Request {
  const headers = new Headers(request.headers)
  headers.set('Authorization', `Bearer ${token.value}`)
  return new Request(request, { headers })
}

async function put({ fetch, rewrite }: SendOptions, request: Request): Promise<Response> {
  try {
    return await fetch(rewrite ? rewrite(request) : request)
  } catch (error) {
    request.signal.throwIfAborted()
    throw offlineError(error)
  }
}

/** What Graph wants of a new token (continuous access evaluation), as JSON; base64 in the header. Null when nothing. */
function readClaims(header: string | null): string | null {
  const encoded = /\bclaims="([\w+/=-]{1,4000})"/.exec(header ?? '')?.[1]
  if (encoded === undefined) return null
  try {
    return atob(encoded.replaceAll('-', '+').replaceAll('_', '/'))
  } catch {
    // Nonsense is no demand; the plain second try decides.
    return null
  }
}
