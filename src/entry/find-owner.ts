import type { Account, SignIn } from '../hosts/host.ts'
import { noteOwner, recallOwner } from '../sync/known-owner.ts'
import { ServiceError } from '../workflows/failure.ts'

export type OwnerQuestion = {
  readonly signIn: Pick<SignIn, 'token'>
  /** What the host calls the person; null where it names nobody. */
  readonly hint: () => Promise<string | null>
  /** What is to be done when the token turns out to be somebody else's than the copies shown. */
  readonly startOver: () => void
}

/**
 * Says whose copies these are. Where the host names the person, and that person was here before, at once and without a
 * round trip; the token that is fetched anyway is then held against it. Where the host names nobody (a browser), the
 * token says it, and without a connection the person who was here last. Throws ServiceError like SignIn.
 */
export function createOwnerFinder({ hint, signIn, startOver }: OwnerQuestion): () => Promise<Account> {
  const ask = async (): Promise<Account> => (await signIn.token('forum-data', { interaction: 'never' })).account
  const check = async (name: string, known: Account): Promise<void> => {
    try {
      const account = await ask()
      noteOwner(name, isSame(account, known) ? account : null)
      if (!isSame(account, known)) startOver()
    } catch (error) {
      // No token now: every request to Graph finds that out for itself and tells it.
      if (!(error instanceof ServiceError)) throw error
    }
  }
  const find = async (): Promise<Account> => {
    const name = await hint()
    const known = name === null ? null : recallOwner(name)
    if (name !== null && known !== null) {
      void check(name, known)
      return known
    }
    try {
      const account = await ask()
      noteOwner(name ?? '', account)
      return account
    } catch (error) {
      const last =
        name === null && error instanceof ServiceError && error.failure.kind === 'offline' ? recallOwner('') : null
      if (last === null) throw error
      return last
    }
  }
  let found: Promise<Account> | null = null
  return async () => {
    found ??= find()
    try {
      return await found
    } catch (error) {
      found = null
      throw error
    }
  }
}

function isSame(one: Account, other: Account): boolean {
  return one.mail.toLowerCase() === other.mail.toLowerCase() && one.tenantId === other.tenantId
}
