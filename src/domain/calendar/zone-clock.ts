import type { Instant, LocalDate, LocalTime } from '../../shared/ids.ts'
import { type LocalDateTime, toLocal } from '../time/zoned-time.ts'

const dayMs = 86_400_000
// Offset of each zone at the beginning and end of each UTC day: asking Intl once a day instead of once an event.
const offsets = new Map<string, Map<number, number>>()

/** Minutes east of UTC at that moment in an IANA zone. Throws RangeError for a zone Intl does not know. */
function offsetMinutes(zone: string, moment: number): number {
  const day = Math.floor(moment / dayMs)
  const atStart = offsetAtMidnight(zone, day)
  return atStart === offsetAtMidnight(zone, day + 1) ? atStart : askIntl(zone, moment)
}

function offsetAtMidnight(zone: string, day: number): number {
  let known = offsets.get(zone)
  if (!known) {
    known = new Map()
    offsets.set(zone, known)
  }
  let offset = known.get(day)
  if (offset === undefined) {
    offset = askIntl(zone, day * dayMs)
    known.set(day, offset)
  }
  return offset
}

function askIntl(zone: string, moment: number): number {
  const shown = toLocal(new Date(moment).toISOString() as Instant, zone)
  return Math.round((Date.parse(`${shown.date}T${shown.time}:00Z`) - Math.floor(moment / 60_000) * 60_000) / 60_000)
}

/** What the clock in an IANA zone shows, like `toLocal`, for many events in a row. */
export function readZoneClock(instant: Instant, zone: string): LocalDateTime {
  const moment = Date.parse(instant)
  const shown = new Date(moment + offsetMinutes(zone, moment) * 60_000).toISOString()
  return { date: shown.slice(0, 10) as LocalDate, time: shown.slice(11, 16) as LocalTime }
}

/**
 * The instant at which a zone's clock shows that reading ("2021-10-06T09:00:00"), for many events in a row. In the hour
 * skipped in spring as if the clock had not been set; in the hour that comes twice the first.
 */
export function toZoneInstant(local: string, zone: string): Instant {
  const asUtc = Date.parse(`${local}Z`)
  const early = asUtc - offsetMinutes(zone, asUtc - dayMs) * 60_000
  const late = asUtc - offsetMinutes(zone, asUtc + dayMs) * 60_000
  const shows = (moment: number) => moment + offsetMinutes(zone, moment) * 60_000 === asUtc
  const fitting = early === late ? [early] : [early, late].filter(shows)
  return new Date(fitting.length > 0 ? Math.min(...fitting) : early).toISOString().replace('.000Z', 'Z') as Instant
}
