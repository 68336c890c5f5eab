import type { CalendarEvent } from '../domain/calendar/calendar-event.ts'
import { toIanaZone } from '../domain/calendar/windows-zones.ts'
import { toZoneInstant } from '../domain/calendar/zone-clock.ts'
import type { EventId, Instant } from '../shared/ids.ts'
import { readRecord, readText, readTextOrNull } from './read-wire.ts'
import { readUtc, toPlainEvent, WireEvent } from './wire-event.ts'

/** A wire event as read, or in Danish why it could not be; `eventId` when at least that was there. */
export type EventReading =
  | { readonly kind: 'event'; readonly event: CalendarEvent }
  | { readonly kind: 'malformed'; readonly eventId: string | null; readonly message: string }

/** A Graph v1.0 `event` as we use it; null when it lacks an id or a readable start and end. */
export function toCalendarEvent(wire: unknown): CalendarEvent | null {
  const reading = readWireEvent(wire)
  return reading.kind === 'event' ? toPlainEvent(reading.event) : null
}

/**
 * Reads a Graph v1.0 `event`. Only id, start and end must be there; attendees and the body's text are read when they are asked
 * for, since most events of a calendar never need them.
 */
export function readWireEvent(wire: unknown): EventReading {
  const event = readRecord(wire)
  const id = readTextOrNull(event['id'])
  if (id === null) return { kind: 'malformed', eventId: null, message: 'En kalenderpost uden id er sprunget over.' }
  const start = readMoment(event['start'])
  if (start === null) return malformed(id, 'har ingen læselig starttid')
  const end = readMoment(event['end'])
  if (end === null) return malformed(id, 'har ingen læselig sluttid')
  if (end < start) return malformed(id, 'slutter, før den begynder')
  return { kind: 'event', event: new WireEvent(event, id as EventId, start, end) }
}

function malformed(eventId: string, what: string): EventReading {
  return { kind: 'malformed', eventId, message: `Kalenderposten ${what} og er sprunget over.` }
}

/** As Graph writes nearly all: to the second and zeros. */
const graphForm = /^\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.0+)?$/
const momentForm = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(?::(\d\d)(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?$/

/** A dateTimeTimeZone: seven decimals, no offset, the zone beside it. null for a zone or time we cannot read. */
function readMoment(wire: unknown): Instant | null {
  const { dateTime, timeZone } = readRecord(wire)
  if (timeZone === 'UTC' && typeof dateTime === 'string' && graphForm.test(dateTime)) {
    return isCalendarDate(dateTime.slice(0, 10)) ? (`${dateTime.slice(0, 19)}Z` as Instant) : null
  }
  const [, date, time = '00:00', seconds = '00', offset] = momentForm.exec(readText(dateTime)) ?? []
  if (!date || !isCalendarDate(date)) return null
  const local = `${date}T${time}:${seconds}`
  if (offset !== undefined) return readUtc(`${local}${offset}`)
  const zone = readText(timeZone)
  if (zone === '' || zone === 'UTC') return time < '24' && seconds < '60' ? (`${local}Z` as Instant) : null
  try {
    return toZoneInstant(local, toIanaZone(zone))
  } catch (error) {
    // Intl refuses a zone name it does not know, Date a time that is none; such an event is left out rather than
    // shown at a wrong time.
    if (error instanceof RangeError) return null
    throw error
  }
}

function isCalendarDate(date: string): boolean {
  const day = Number(date.slice(8))
  if (day <= 28) return day > 0 && date.slice(5, 7) >= '01' && date.slice(5, 7) <= '12'
  const moment = Date.parse(`${date}T00:00:00Z`)
  return !Number.isNaN(moment) && new Date(moment).toISOString().startsWith(date)
}
