/** What can be made to go wrong. */
export type FaultKind =
  | 'throttle'
  | 'unavailable'
  | 'dropBefore'
  | 'dropAfter'
  | 'slow'
  | 'expireDelta'
  | 'expireToken'
  | 'loseRace'
  | 'removeRights'
  | 'fillQuota'

export const faultKinds: readonly FaultKind[] = [
  'throttle',
  'unavailable',
  'dropBefore',
  'dropAfter',
  'slow',
  'expireDelta',
  'expireToken',
  'loseRace',
  'removeRights',
  'fillQuota',
]

/** One rule: which requests it meets, how often, and how. Fields left out mean "any", "always", "usual". */
export type Fault = {
  readonly kind: FaultKind
  readonly method?: string
  /** Part of the path after /v1.0, without regard to case. */
  readonly path?: string
  /** Person id. */
  readonly person?: string
  /** Site id; for removeRights. */
  readonly site?: string
  /** How many requests it meets before it is used up. */
  readonly times?: number
  /** From 0 to 1; decided by the seeded dice. */
  readonly probability?: number
  /** For throttle and unavailable; null sends no Retry-After. Decimals are allowed. */
  readonly retryAfterSeconds?: number | null
  /** For slow. */
  readonly delayMilliseconds?: number
  /** For expireDelta of calendars: 410 or 400 (both are seen in the real service). */
  readonly status?: 400 | 410
}

/** The faults in force. The same seed and the same requests give the same failures. */
export type FaultBoard = {
  set(faults: readonly Fault[], seed?: number): void
  add(fault: Fault): void
  clear(): void
  list(): readonly (Fault & { readonly met: number })[]
  /** The first fault of a kind that meets this request; counts it. */
  take(kind: FaultKind, request: FaultRequest): Fault | null
  readonly seed: number
}

export type FaultRequest = {
  readonly method: string
  readonly path: string
  readonly person: string | null
  readonly site?: string
}

type Standing = { readonly fault: Fault; met: number }

export function createFaultBoard(): FaultBoard {
  let standing: Standing[] = []
  let seed = 1
  let dice = seededDice(seed)
  const matches = ({ fault, met }: Standing, kind: FaultKind, request: FaultRequest): boolean =>
    fault.kind === kind &&
    met < (fault.times ?? Number.POSITIVE_INFINITY) &&
    (fault.method ?? request.method).toUpperCase() === request.method &&
    request.path.toLowerCase().includes((fault.path ?? '').toLowerCase()) &&
    (fault.person ?? request.person) === request.person &&
    (fault.site ?? request.site) === request.site
  return {
    set: (faults, newSeed) => {
      seed = newSeed ?? seed
      dice = seededDice(seed)
      standing = faults.map((fault) => ({ fault, met: 0 }))
    },
    add: (fault) => void standing.push({ fault, met: 0 }),
    clear: () => {
      standing = []
    },
    list: () => standing.map(({ fault, met }) => ({ ...fault, met })),
    take: (kind, request) => {
      if (standing.length === 0) return null
      for (const candidate of standing) {
        if (!matches(candidate, kind, request)) continue
        if (candidate.fault.probability !== undefined && dice() >= candidate.fault.probability) continue
        candidate.met += 1
        return candidate.fault
      }
      return null
    },
    get seed() {
      return seed
    },
  }
}

// mulberry32: small, good enough for choosing which requests fail, and the same everywhere.
function seededDice(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
