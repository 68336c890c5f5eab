import type { Instant, LocalDate, LocalTime } from '../../shared/ids.ts'

/** A wall clock reading: date and time as people in the zone say it. */
export type LocalDateTime = { readonly date: LocalDate; readonly time: LocalTime }

const formats = new Map<string, Intl.DateTimeFormat>()

function formatFor(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
  formats.set(timeZone, made)
  return made
}

/** What the wall clock in an IANA zone shows at that instant; seconds are cut off. */
export function toLocal(instant: Instant, timeZone: string): LocalDateTime {
  const parts: Record<string, string> = {}
  for (const { type, value } of formatFor(timeZone).formatToParts(new Date(instant))) parts[type] = value
  return {
    date: `${parts['year']}-${parts['month']}-${parts['day']}` as LocalDate,
    time: `${parts['hour']}:${parts['minute']}` as LocalTime,
  }
}

/**
 * The instant at which the wall clock in an IANA zone shows that date and time. In the hour that the clocks skip in
 * spring it is the instant as if they had not been set; in the hour that comes twice it is the first.
 */
export function toInstant(date: LocalDate, time: LocalTime, timeZone: string): Instant {
  const asUtc = Date.parse(`${date}T${time}:00Z`)
  const offsetAt = (moment: number): number => {
    const shown = toLocal(new Date(moment).toISOString() as Instant, timeZone)
    return Date.parse(`${shown.date}T${shown.time}:00Z`) - moment
  }
  const before = asUtc - offsetAt(asUtc - 86_400_000)
  const after = asUtc - offsetAt(asUtc + 86_400_000)
  const shows = (moment: number): boolean => {
    const shown = toLocal(new Date(moment).toISOString() as Instant, timeZone)
    return shown.date === date && shown.time === time
  }
  const found = [before, after].filter(shows)
  return toIso(found.length > 0 ? Math.min(...found) : before)
}

function toIso(moment: number): Instant {
  return new Date(moment).toISOString().replace('.000Z', 'Z') as Instant
}

/** Whole days from one calendar date to another; negative when `to` lies before. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((Date.parse(`${to}T00:00Z`) - Date.parse(`${from}T00:00Z`)) / 86_400_000)
}

/** The calendar date that many days later (or earlier when negative). */
export function addDays(date: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(`${date}T00:00Z`) + days * 86_400_000).toISOString().slice(0, 10) as LocalDate
}

/** The instant that many days later, by the length of a day, not by the wall clock. */
export function addDaysToInstant(instant: Instant, days: number): Instant {
  return toIso(Date.parse(instant) + days * 86_400_000)
}
