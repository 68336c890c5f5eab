import * as v from 'valibot'
import { ServiceError } from '../../workflows/failure.ts'
import type { Registration, SignIn, Token } from '../host.ts'
import { offlineError } from '../to-service-error.ts'
import { createTokenShelf } from './token-shelf.ts'

export type LocalSignInOptions = {
  /** Short id of the person to be. */
  readonly personId: string
  /** Where the local tenant is, "http://127.0.0.1:4173". */
  readonly origin: string
  readonly fetch?: (request: Request) => Promise<Response>
}

const answer = v.object({
  accessToken: v.string(),
  tenantId: v.string(),
  expiresAt: v.number(),
  account: v.object({ name: v.string(), mail: v.string(), tenantId: v.string() }),
})

/** Signs in as a person of the local tenant, over POST /local/token. For the local product only. */
export function createLocalSignIn(options: LocalSignInOptions): SignIn {
  const { personId, origin, fetch: send = (request) => fetch(request) } = options
  // The tenant's clock may be far from this machine's, so a token serves until Graph refuses it.
  const shelf = createTokenShelf(() => Number.NEGATIVE_INFINITY)
  return {
    token: async (registration, { interaction, refused, scopes = [] }) => {
      const key = { registration, tenant: '', scopes, interaction }
      return shelf.take(key, refused, async () => {
        const wish = { person: personId, registration, ...(scopes.length > 0 ? { scopes } : {}) }
        const request = new Request(`${origin}/local/token`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify(wish),
        })
        return readToken(await ask(send, request), registration)
      })
    },
    consentAddress: (registration) =>
      `${origin}/?${new URLSearchParams({ person: personId, consent: registration }).toString()}`,
  }
}

async function ask(send: (request: Request) => Promise<Response>, request: Request): Promise<Response> {
  try {
    return await send(request)
  } catch (error) {
    throw offlineError(error)
  }
}

async function readToken(response: Response, registration: Registration): Promise<Token> {
  const body: unknown = await response.json().catch(() => null)
  const token = v.safeParse(answer, body)
  if (response.ok && token.success) {
    const { accessToken, ...rest } = token.output
    return { value: accessToken, ...rest }
  }
  throw refusal(v.is(v.object({ error: v.string() }), body) ? body.error : '', registration, response.status)
}

function refusal(error: string, registration: Registration, status: number): ServiceError {
  const options = { cause: { status, error } }
  switch (error) {
    case 'consent_required':
      return new ServiceError({ kind: 'consentMissing', registration }, options)
    case 'wrong_tenant':
      // The tenant says so of persons who are no guests in it: nobody has invited them.
      return new ServiceError({ kind: 'notInvited' }, options)
    case 'unknown_person':
      return new ServiceError({ kind: 'signInNeeded' }, options)
    default:
      return new ServiceError({ kind: 'unavailable' }, options)
  }
}
