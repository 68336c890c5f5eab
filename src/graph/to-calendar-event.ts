import type { CalendarEvent, InvitationResponse, Mailbox } from '../domain/calendar/calendar-event.ts'
import { toInstant } from '../domain/time/zoned-time.ts'
import type { EventId, Instant, LocalDate, LocalTime } from '../shared/ids.ts'
import { readChoice, readList, readRecord, readText, readTextOrNull } from './read-wire.ts'

const responses = ['none', 'organizer', 'accepted', 'declined', 'notResponded'] as const
const types = ['singleInstance', 'occurrence', 'exception', 'seriesMaster'] as const
const sensitivities = ['normal', 'personal', 'private', 'confidential'] as const

/** The Windows zone names a Danish mailbox holds; every other zone is asked for in UTC (PLATFORM F2.14). */
const windowsZones: Readonly<Record<string, string>> = {
  'Romance Standard Time': 'Europe/Copenhagen',
  'W. Europe Standard Time': 'Europe/Berlin',
  'Central Europe Standard Time': 'Europe/Budapest',
  'Central European Standard Time': 'Europe/Warsaw',
  'GMT Standard Time': 'Europe/London',
  'Greenwich Standard Time': 'Atlantic/Reykjavik',
}

/** A Graph v1.0 `event` as we use it; null when it lacks an id or a readable start and end. */
export function toCalendarEvent(wire: unknown): CalendarEvent | null {
  const event = readRecord(wire)
  const id = readTextOrNull(event['id'])
  const start = readMoment(event['start'])
  const end = readMoment(event['end'])
  if (id === null || start === null || end === null || end < start) return null
  return {
    id: id as EventId,
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
    attendees: readList(event['attendees']).flatMap((attendee) => {
      const mailbox = readMailbox(attendee)
      return mailbox ? [{ ...mailbox, response: readResponse(readRecord(attendee)['status']) }] : []
    }),
    response: readResponse(event['responseStatus']),
    isCancelled: event['isCancelled'] === true,
    sensitivity: readChoice(event['sensitivity'], sensitivities, 'normal' as const),
    location: readTextOrNull(readRecord(event['location'])['displayName']),
    joinUrl: readTextOrNull(readRecord(event['onlineMeeting'])['joinUrl']) ?? readTextOrNull(event['onlineMeetingUrl']),
    bodyText: readText(readRecord(event['body'])['content']) || readText(event['bodyPreview']),
    webLink: readTextOrNull(event['webLink']),
    createdAt: readUtc(event['createdDateTime']),
    modifiedAt: readUtc(event['lastModifiedDateTime']),
  }
}

function readResponse(wire: unknown): InvitationResponse {
  const response = readRecord(wire)['response']
  if (response === 'tentativelyAccepted') return 'tentative'
  return readChoice(response, responses, 'none' as const)
}

function readMailbox(wire: unknown): Mailbox | null {
  const address = readRecord(readRecord(wire)['emailAddress'])
  const mail = readText(address['address']).toLowerCase()
  return mail === '' ? null : { name: readText(address['name']), mail }
}

/** A dateTimeTimeZone: seven decimals, no offset, the zone beside it. null for a zone or time we cannot read. */
function readMoment(wire: unknown): Instant | null {
  const { dateTime, timeZone } = readRecord(wire)
  const [, date, time] = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?Z?$/.exec(readText(dateTime)) ?? []
  if (!date || !time) return null
  const zone = readText(timeZone)
  if (zone === '' || zone === 'UTC' || zone === 'tzone://Microsoft/Utc') return readUtc(`${date}T${time}:00Z`)
  try {
    return toInstant(date as LocalDate, time as LocalTime, windowsZones[zone] ?? zone)
  } catch (error) {
    // Intl refuses a zone name it does not know; such an event is left out rather than shown at a wrong time.
    if (error instanceof RangeError) return null
    throw error
  }
}

function readUtc(wire: unknown): Instant | null {
  const moment = Date.parse(readText(wire))
  return Number.isNaN(moment) ? null : (new Date(moment).toISOString().replace('.000Z', 'Z') as Instant)
}
