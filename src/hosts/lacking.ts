import { invariant } from '../shared/invariant.ts'

/** For members a host has not: who calls one without asking `host.can` has a bug. */
export function lacking(ability: string): () => Promise<never> {
  return async () => {
    invariant(false, `${ability} was called on a host that cannot do it; ask host.can first`)
  }
}
