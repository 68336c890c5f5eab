import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { GraphError } from '../http/graph-error.ts'
import type { Store } from '../store/database.ts'

/** What a token says. Times are seconds since 1970; `reach` 'everywhere' is for scripts that act in home and host tenant. */
export type TokenClaims = {
  readonly tid: string
  readonly oid: string
  readonly person: string
  readonly appid: string
  readonly scp: string
  readonly iat: number
  readonly exp: number
  readonly reach?: 'everywhere'
}

/** Makes and reads access tokens: JSON Web Tokens signed with a secret of this data folder, so they survive a restart. */
export type TokenMint = {
  issue(claims: TokenClaims): string
  /** Throws 401 as Graph does: empty, malformed, expired. */
  read(authorization: string | null, now: Date): TokenClaims
  /** A text that carries its own proof, for addresses that need no token. */
  seal(text: string): string
  /** The text of a seal that this tenant made; null for any other. */
  unseal(sealed: string): string | null
}

const header = encode(JSON.stringify({ typ: 'JWT', alg: 'HS256', kid: 'local-tenant' }))
const rememberedTokens = 500

export function createTokenMint(store: Store): TokenMint {
  const secret = secretOf(store)
  const known = new Map<string, TokenClaims>()
  const sign = (text: string): string => createHmac('sha256', secret).update(text).digest('base64url')
  const verify = (token: string): TokenClaims => {
    const [first, payload, signature, more] = token.split('.')
    if (!first || !payload || !signature || more !== undefined) throw malformedToken()
    const expected = Buffer.from(sign(`${first}.${payload}`))
    const given = Buffer.from(signature)
    if (expected.length !== given.length || !timingSafeEqual(expected, given)) throw malformedToken()
    return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as TokenClaims
  }
  return {
    issue: (claims) => {
      const body = `${header}.${encode(JSON.stringify({ aud: 'https://graph.microsoft.com', ver: '1.0', ...claims }))}`
      return `${body}.${sign(body)}`
    },
    read: (authorization, now) => {
      const token = /^Bearer\s+(\S+)$/i.exec(authorization ?? '')?.[1]
      if (!token) throw unauthenticated('Access token is empty.')
      let claims = known.get(token)
      if (!claims) {
        claims = verify(token)
        if (known.size >= rememberedTokens) known.clear()
        known.set(token, claims)
      }
      if (claims.exp * 1000 <= now.getTime()) throw expiredToken()
      return claims
    },
    seal: (text) => {
      const body = encode(text)
      return `${body}.${sign(`sealed ${body}`)}`
    },
    unseal: (sealed) => {
      const [body = '', signature = '', more] = sealed.split('.')
      if (more !== undefined || signature !== sign(`sealed ${body}`)) return null
      return Buffer.from(body, 'base64url').toString('utf8')
    },
  }
}

/** 401 for a token whose time is over, or that a fault has ended. */
export function expiredToken(): GraphError {
  return unauthenticated('Lifetime validation failed, the token is expired.')
}

function malformedToken(): GraphError {
  return unauthenticated("IDX14100: JWT is not well formed, or its signature is not this tenant's.")
}

function unauthenticated(message: string): GraphError {
  return new GraphError(401, 'InvalidAuthenticationToken', message, {
    headers: {
      'WWW-Authenticate':
        'Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", client_id="00000003-0000-0000-c000-000000000000"',
    },
  })
}

function secretOf(store: Store): string {
  store.run(
    "INSERT INTO meta (key, value) VALUES ('secret', ?) ON CONFLICT DO NOTHING",
    randomBytes(32).toString('hex'),
  )
  return store.get<{ value: string }>("SELECT value FROM meta WHERE key = 'secret'")?.value ?? ''
}

function encode(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64url')
}
