import ICAL from 'ical.js'
import type { Instant } from '../../shared/ids.ts'
import { type CalendarZone, danishZone, type ZoneFinder } from './calendar-zones.ts'
import { type Component, orNull } from './entry-values.ts'

/** A time of a calendar file: on which clock it was written, and what that clock showed. */
export type CalendarMoment = {
  /** "2026-10-06T09:00:00"; at midnight for a date. */
  readonly reading: string
  readonly isDate: boolean
  readonly zone: CalendarZone
  /** Dates as UTC midnight, as Graph gives all-day events. */
  readonly instant: Instant
}

/** How times of one entry are read: its file's zones, the file's own zone for times without one, and what to call when a zone is unknown. */
export type MomentContext = {
  readonly findZone: ZoneFinder
  readonly floating: CalendarZone
  tellUnknownZone(): void
}

type Property = InstanceType<typeof ICAL.Property>
type Time = InstanceType<typeof ICAL.Time>

/** The time a property holds; null when it is not there or no time. */
export function readMomentOf(component: Component, name: string, context: MomentContext): CalendarMoment | null {
  const property = component.getFirstProperty(name)
  return property ? (readMoments(property, context)[0] ?? null) : null
}

/** The times a property holds; values that are no times are left out. */
export function readMoments(property: Property, context: MomentContext): readonly CalendarMoment[] {
  return orNull(() => readValues(property, context)) ?? []
}

function readValues(property: Property, context: MomentContext): readonly CalendarMoment[] {
  const zone = zoneOf(property.getFirstParameter('tzid'), context)
  const printed: readonly unknown[] = property.jCal.slice(3)
  return property.getValues().flatMap((value: unknown, at) => {
    const time: unknown = value instanceof ICAL.Period ? value.start : value
    if (!(time instanceof ICAL.Time)) return []
    // ical.js reads "20261399T250000" as some day in the next year.
    const isAsPrinted = typeof printed[at] !== 'string' || time.toString() === printed[at]
    return isAsPrinted ? (readTime(time, zone ?? context.floating) ?? []) : []
  })
}

/** A time value, on that clock unless it is written in UTC; null for one that does not exist ("20261399T250000"). */
export function readTime(time: Time, zone: CalendarZone): CalendarMoment | null {
  if (time.isDate) {
    const reading = `${time.toString().slice(0, 10)}T00:00:00`
    const instant = `${reading}Z` as Instant
    return isMoment(instant) ? { reading, isDate: true, zone, instant } : null
  }
  const text = time.toString().slice(0, 19)
  if (!isMoment(`${text}Z`)) return null
  if (time.zone === ICAL.Timezone.utcTimezone) {
    const instant = `${text}Z` as Instant
    return { reading: zone.toReading(instant), isDate: false, zone, instant }
  }
  return { reading: text, isDate: false, zone, instant: zone.toInstant(text) }
}

function isMoment(text: string): boolean {
  return /^[12]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(text) && !Number.isNaN(Date.parse(text))
}

function zoneOf(name: string | undefined, context: MomentContext): CalendarZone | null {
  if (!name) return null
  const zone = context.findZone(name)
  if (!zone) context.tellUnknownZone()
  return zone ?? danishZone
}
