import { type Fault, type FaultBoard, faultKinds } from './fault-board.ts'

const isText = (value: unknown): boolean => typeof value === 'string' && value !== ''
const isCount = (value: unknown): boolean => typeof value === 'number' && Number.isInteger(value) && value > 0
const isAmount = (value: unknown): boolean => typeof value === 'number' && value >= 0

// Each field of a fault, whether a value will do, and what will.
const fields: Readonly<Record<keyof Fault, readonly [fits: (value: unknown) => boolean, wanted: string]>> = {
  kind: [(value) => faultKinds.includes(value as Fault['kind']), `one of ${faultKinds.join(', ')}`],
  method: [isText, 'a method'],
  path: [isText, 'a part of a path'],
  person: [isText, 'the id of a person'],
  site: [isText, 'the id of a site'],
  times: [isCount, 'a whole number from 1'],
  probability: [(value) => isAmount(value) && Number(value) <= 1, 'a number from 0 to 1'],
  retryAfterSeconds: [(value) => value === null || isAmount(value), 'a number of seconds, or null for no header'],
  delayMilliseconds: [isAmount, 'a number of milliseconds'],
  status: [(value) => value === 400 || value === 410, '400 or 410'],
}

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
  if (seed !== undefined && !Number.isInteger(seed)) return 'seed must be a whole number'
  const problem = rules.map(problemOf).find((text) => text !== null)
  if (problem !== undefined && problem !== null) return problem
  if (single) tenant.faults.add(body as Fault)
  else tenant.faults.set(rules as Fault[], typeof seed === 'number' ? seed : undefined)
  return null
}

// A misspelt field would make a fault that strikes everything: it is refused like any other mistake.
function problemOf(rule: unknown): string | null {
  if (typeof rule !== 'object' || rule === null) return 'a fault must be an object'
  if (!('kind' in rule)) return `kind must be ${fields.kind[1]}`
  for (const [name, value] of Object.entries(rule)) {
    if (!Object.hasOwn(fields, name)) return `a fault has no ${name.slice(0, 40)}`
    const [fits, wanted] = fields[name as keyof Fault]
    if (!fits(value)) return `${name} must be ${wanted}`
  }
  return null
}
