import type { CalendarEvent, InvitationResponse, Mailbox } from '../domain/calendar/calendar-event.ts'
import { htmlToText } from '../domain/calendar/html-to-text.ts'
import { toIanaZone } from '../domain/calendar/windows-zones.ts'
import { toZoneInstant } from '../domain/calendar/zone-clock.ts'
import type { EventId, Instant } from '../shared/ids.ts'
import { readChoice, readList, readRecord, readText, readTextOrNull } from './read-wire.ts'

const responses = ['none', 'organizer', 'accepted', 'declined', 'notResponded'] as const
const types = ['singleInstance', 'occurrence', 'exception', 'seriesMaster'] as const
const sensitivities = ['normal', 'personal', 'private', 'confidential'] as const

/** A wire event as read, or in Danish why it could not be; `eventId` when at least that was there. */
export type EventReading =
  | { readonly kind: 'event'; readonly event: CalendarEvent }
  | { readonly kind: 'malformed'; readonly eventId: string | null; readonly message: string }

/** A Graph v1.0 `event` as we use it; null when it lacks an id or a readable start and end. */
export function toCalendarEvent(wire: unknown): CalendarEvent | null {
  const reading = readWireEvent(wire)
  return reading.kind === 'event' ? reading.event : null
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
  return { kind: 'event', event: makeEvent(event, id as EventId, start, end) }
}

function malformed(eventId: string, what: string): EventReading {
  return { kind: 'malformed', eventId, message: `Kalenderposten ${what} og er sprunget over.` }
}

function makeEvent(event: Readonly<Record<string, unknown>>, id: EventId, start: Instant, end: Instant): CalendarEvent {
  let bodyText: string | null = null
  let attendees: CalendarEvent['attendees'] | null = null
  return {
    id,
    iCalUId: readTextOrNull(event['iCalUId']),
    seriesMasterId: readTextOrNull(event['seriesMasterId']),
    type: readChoice(event['type'], types, 'singleInstance' as const),
    subject: readText(event['subject']),
    start,
    end,
    isAllDay: event['isAllDay'] === true,
    originalStart: readUtc(event['originalStart']),
    organizer: readMailbox(event['organizer']),
    // Unsure counts as organiser: then nothing is ever offered for removal.
    isOrganizer: event['isOrganizer'] !== false,
    get attendees() {
      attendees ??= readAttendees(event['attendees'])
      return attendees
    },
    response: readResponse(event['responseStatus']),
    isCancelled: event['isCancelled'] === true,
    sensitivity: readChoice(event['sensitivity'], sensitivities, 'normal' as const),
    location: readTextOrNull(readRecord(event['location'])['displayName']),
    joinUrl: readTextOrNull(readRecord(event['onlineMeeting'])['joinUrl']) ?? readTextOrNull(event['onlineMeetingUrl']),
    get bodyText() {
      bodyText ??= readBody(event)
      return bodyText
    },
    webLink: readTextOrNull(event['webLink']),
    createdAt: readUtc(event['createdDateTime']),
    modifiedAt: readUtc(event['lastModifiedDateTime']),
  }
}

function readBody(event: Readonly<Record<string, unknown>>): string {
  const body = readRecord(event['body'])
  const content = readText(body['content'])
  if (content === '') return readText(event['bodyPreview'])
  return body['contentType'] === 'text' && !/^\s*<(!doctype|html|body)\b/i.test(content) ? content : htmlToText(content)
}

function readAttendees(wire: unknown): CalendarEvent['attendees'] {
  const attendees: (Mailbox & { response: InvitationResponse })[] = []
  for (const attendee of readList(wire)) {
    const mailbox = readMailbox(attendee)
    if (mailbox) {
      const response = readResponse(readRecord(attendee)['status'])
      attendees.push({ name: mailbox.name, mail: mailbox.mail, response })
    }
  }
  return attendees
}

function readResponse(wire: unknown): InvitationResponse {
  const response = readRecord(wire)['response']
  if (response === 'tentativelyAccepted') return 'tentative'
  return readChoice(response, responses, 'none' as const)
}

function readMailbox(wire: unknown): Mailbox | null {
  const address = readRecord(readRecord(wire)['emailAddress'])
  const mail = readText(address['address']).trim().toLowerCase()
  return mail === '' ? null : { name: readText(address['name']), mail }
}

const momentForm = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(?::(\d\d)(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?$/

/** A dateTimeTimeZone: seven decimals, no offset, the zone beside it. null for a zone or time we cannot read. */
function readMoment(wire: unknown): Instant | null {
  const { dateTime, timeZone } = readRecord(wire)
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

/** An ISO instant in UTC to the second; Graph writes up to seven decimals. */
function readUtc(wire: unknown): Instant | null {
  const text = readText(wire)
  if (text === '') return null
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(text) && !Number.isNaN(Date.parse(text))) {
    return `${text.slice(0, 19)}Z` as Instant
  }
  const moment = Date.parse(text)
  return Number.isNaN(moment) ? null : (new Date(moment).toISOString().replace(/\.\d+Z$/, 'Z') as Instant)
}
