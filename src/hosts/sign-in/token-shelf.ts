import type { Registration, Token } from '../host.ts'

/** What a token is kept under: two tokens of the same key may stand for each other. */
type TokenKey = {
  readonly registration: Registration
  readonly tenant: string
  readonly scopes: readonly string[]
  readonly interaction: 'never' | 'allowed'
}

/** Tokens in memory, and nowhere else. */
export type TokenShelf = {
  /**
   * A token that still lives, or the one `fetchToken` brings. Who asks for the same thing meanwhile waits for the same
   * answer. `refused` is the value of a token that shall not be given again.
   */
  take(key: TokenKey, refused: string | undefined, fetchToken: () => Promise<Token>): Promise<Token>
}

// A token that dies on the way to Graph costs a second round trip.
const SPARE_MILLISECONDS = 2 * 60 * 1000

/** Makes an empty shelf. `now` is in milliseconds since 1970, like `Token.expiresAt`. */
export function createTokenShelf(now: () => number): TokenShelf {
  const kept = new Map<string, Token>()
  const onTheWay = new Map<string, Promise<Token>>()
  return {
    take: async (key, refused, fetchToken) => {
      const place = [key.registration, key.tenant.toLowerCase(), ...key.scopes.map((one) => one.toLowerCase()).sort()]
      const label = place.join(' ')
      const token = kept.get(label)
      if (token && token.value !== refused && token.expiresAt - SPARE_MILLISECONDS > now()) return token
      // A question that may open a window is another than one that may not.
      const question = `${label} ${key.interaction} ${refused === undefined ? '' : 'again'}`
      const asked = onTheWay.get(question)
      if (asked) return asked
      const answer = fetchToken()
        .then((fresh) => {
          kept.set(label, fresh)
          return fresh
        })
        .finally(() => onTheWay.delete(question))
      onTheWay.set(question, answer)
      return answer
    },
  }
}
