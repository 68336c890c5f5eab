import ICAL from 'ical.js'
import { toIanaZone } from '../../domain/calendar/windows-zones.ts'
import { readZoneClock, toZoneInstant } from '../../domain/calendar/zone-clock.ts'
import type { Instant } from '../../shared/ids.ts'
import { orNull } from './entry-values.ts'
import { isUsualRule } from './usual-rule.ts'

/** A clock that calendar times are read on. Readings are "2026-10-06T09:00:00", without offset. */
export type CalendarZone = {
  toInstant(reading: string): Instant
  toReading(instant: Instant): string
}

/** The zone of times without one, and of zones nobody knows. */
export const danishZone = zoneOfIntl('Europe/Copenhagen')

/** Finds the clock of a zone name of the file; null for one that neither the file nor anybody knows. */
export type ZoneFinder = (name: string) => CalendarZone | null

/**
 * Zones by the names a file uses: Windows' and IANA's own, also behind a path ("/citadel.org/20210210_1/Europe/Copenhagen") or
 * as the city list of Outlook ("(UTC+01:00) Brussels, Copenhagen, Madrid, Paris"); other names by the file's VTIMEZONE.
 */
export function findZones(zoneTexts: readonly string[]): ZoneFinder {
  const described = new Map<string, CalendarZone>()
  for (const text of zoneTexts) {
    const found = orNull(() => readZone(text))
    if (found) described.set(found.name, found.zone)
  }
  const known = new Map<string, CalendarZone | null>()
  return (name) => {
    let zone = known.get(name)
    if (zone === undefined) {
      zone = namedZone(name) ?? described.get(name) ?? null
      known.set(name, zone)
    }
    return zone
  }
}

function namedZone(name: string): CalendarZone | null {
  if (/^(?:utc|gmt|z|etc\/utc)$/i.test(name)) return zoneOfIntl('UTC')
  const atEnd = /[A-Z][A-Za-z_]+\/[A-Z][A-Za-z_]+(?:\/[A-Z][A-Za-z_]+)?$/.exec(name)?.[0]
  const cities = /\(utc\+01:00\).*copenhagen/i.test(name) ? 'Europe/Copenhagen' : undefined
  for (const candidate of [toIanaZone(name), atEnd, cities]) {
    if (candidate?.includes('/') && isKnownToIntl(candidate)) return zoneOfIntl(candidate)
  }
  return null
}

function isKnownToIntl(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

function zoneOfIntl(zone: string): CalendarZone {
  return {
    toInstant: (reading) => toZoneInstant(reading, zone),
    toReading: (instant) => {
      const { date, time } = readZoneClock(instant, zone)
      return `${date}T${time}:${instant.slice(17, 19)}`
    },
  }
}

/** A zone as the file itself describes it; null for changes that come oddly. Throws plain errors at a broken description. */
function readZone(text: string): { readonly name: string; readonly zone: CalendarZone } | null {
  const component = ICAL.Component.fromString(text)
  const rules = component.getAllSubcomponents().flatMap((part) => part.getAllProperties('rrule'))
  for (const rule of rules.map((property) => property.getFirstValue())) {
    if (!(rule instanceof ICAL.Recur) || rule.freq !== 'YEARLY' || !isUsualRule(rule)) return null
  }
  const zone = new ICAL.Timezone(component)
  const place = String(component.getFirstPropertyValue('x-lic-location') ?? '')
  const clock = place.includes('/') && isKnownToIntl(place) ? zoneOfIntl(place) : zoneOfFile(zone)
  // Asked once, so that a broken description shows here.
  clock.toInstant('2021-01-01T00:00:00')
  return { name: zone.tzid, zone: clock }
}

function zoneOfFile(zone: InstanceType<typeof ICAL.Timezone>): CalendarZone {
  return {
    toInstant: (reading) => {
      const offset = zone.utcOffset(ICAL.Time.fromDateTimeString(reading))
      return toIso(Date.parse(`${reading}Z`) - offset * 1000)
    },
    toReading: (instant) => {
      const utc = ICAL.Time.fromJSDate(new Date(instant), true)
      return utc.convertToZone(zone).toString().slice(0, 19)
    },
  }
}

function toIso(moment: number): Instant {
  return new Date(moment).toISOString().replace('.000Z', 'Z') as Instant
}
