import type { ServiceError } from '../workflows/failure.ts'
import { troubleOf } from './to-service-error.ts'

const MOST_TRIES = 4
const MOST_TRIES_OFFLINE = 3
const BASE_MILLISECONDS = 400
/** Longer than this nobody waits in silence: the error goes up and the user is told when to come back. */
const LONGEST_WAIT_MILLISECONDS = 20_000

/**
 * Milliseconds to wait before the next try, null when there shall be none. What the server asked for counts (and a
 * little more, so that clients told the same do not return as one); else exponential with jitter.
 */
export function retryDelay(tries: number, error: ServiceError, random: () => number): number | null {
  const { kind } = error.failure
  const mostTries = kind === 'offline' ? MOST_TRIES_OFFLINE : MOST_TRIES
  if (kind !== 'offline' && kind !== 'throttled' && kind !== 'unavailable') return null
  if (tries >= mostTries || troubleOf(error)?.status === 501) return null
  const asked = troubleOf(error)?.retryAfterSeconds ?? null
  const exponential = BASE_MILLISECONDS * 2 ** (tries - 1) * (kind === 'throttled' ? 4 : 1)
  const delay = asked === null ? exponential * (0.5 + random()) : asked * 1000 + random() * BASE_MILLISECONDS
  return delay > LONGEST_WAIT_MILLISECONDS ? null : Math.round(delay)
}
