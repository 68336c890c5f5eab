import { type Fault, type FaultBoard, faultKinds } from './fault-board.ts'

/** Reads `{ seed?, faults: [...] }`, or one fault alone that is added; gives what is wrong with it, or null. */
export function setFaults(tenant: { readonly faults: FaultBoard }, body: unknown): string | null {
  const { faults, seed, clear } = (body ?? {}) as { faults?: unknown; seed?: unknown; clear?: unknown }
  if (clear === true) {
    tenant.faults.clear()
    return null
  }
  const single = faults === undefined
  const rules = single ? [body] : faults
  if (!Array.isArray(rules)) return 'faults must be a list'
  const unknown = rules.find((rule) => !faultKinds.includes((rule as Fault | null)?.kind as Fault['kind']))
  if (unknown !== undefined) return `a fault needs a kind: ${faultKinds.join(', ')}`
  if (single) tenant.faults.add(body as Fault)
  else tenant.faults.set(rules as Fault[], typeof seed === 'number' ? seed : undefined)
  return null
}
