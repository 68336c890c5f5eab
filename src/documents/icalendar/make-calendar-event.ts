import type ICAL from 'ical.js'
import type { CalendarEvent, InvitationResponse, Mailbox } from '../../domain/calendar/calendar-event.ts'
import { htmlToText } from '../../domain/calendar/html-to-text.ts'
import type { EventId, Instant } from '../../shared/ids.ts'
import { type Component, sequenceOf, textOf } from './entry-values.ts'
import { type CalendarMoment, type MomentContext, readMomentOf } from './read-moment.ts'

/** When an entry is, and which occurrence of a series it is. */
export type EntryTime = {
  readonly type: CalendarEvent['type']
  readonly start: CalendarMoment
  readonly end: Instant
  /** When the series' rule puts the occurrence; null for singles. */
  readonly original: CalendarMoment | null
}

/** How the entry came: METHOD of its calendar, and whose copy it is. */
export type EntrySource = { readonly method: string; readonly me: string }

/** Makes the event of one entry of a file, for one of its times. */
export function makeCalendarEvent(
  component: Component,
  time: EntryTime,
  source: EntrySource,
  context: MomentContext,
): CalendarEvent {
  const uid = textOf(component, 'uid').trim()
  // An entry nobody called is the owner's own, as Graph has it.
  const called = readMailbox(component.getFirstProperty('organizer'))
  const organizer = called ?? (source.me === '' ? null : { name: '', mail: source.me })
  const attendees = readAttendees(component)
  const own = attendees.find(({ mail }) => mail === source.me)
  const stamp = instantOf(component, 'dtstamp', context)
  const isFirstSent = source.method === 'REQUEST' && sequenceOf(component) === 0
  const isOrganizer = called ? called.mail === source.me : true
  return {
    id: `ics ${uid} ${time.original?.reading ?? ''}`.trim() as EventId,
    iCalUId: uid === '' ? null : iCalUIdOf(uid, time.original),
    seriesMasterId: time.original ? `ics ${uid}` : null,
    type: time.type,
    subject: textOf(component, 'summary'),
    start: time.start.instant,
    end: time.end,
    isAllDay: time.start.isDate || /^true$/i.test(textOf(component, 'x-microsoft-cdo-alldayevent')),
    originalStart: time.original?.instant ?? null,
    organizer,
    isOrganizer,
    attendees,
    response: isOrganizer ? 'organizer' : (own?.response ?? 'none'),
    isCancelled: source.method === 'CANCEL' || textOf(component, 'status').toUpperCase() === 'CANCELLED',
    sensitivity: readSensitivity(textOf(component, 'class')),
    location: textOf(component, 'location') || null,
    joinUrl: joinUrlOf(component),
    bodyText: readBody(component),
    webLink: null,
    // In an invitation's first mail the stamp is when it was made; in an export it is the day of the export.
    createdAt: instantOf(component, 'created', context) ?? (isFirstSent ? stamp : null),
    modifiedAt: instantOf(component, 'last-modified', context) ?? stamp,
  }
}

/**
 * The iCalUId Graph gives that occurrence: Outlook's with the date in its date bytes (PLATFORM F2.2). Other programs' UIDs
 * are the same for a whole series, so the date is put behind them; as a key they hold only within the file.
 */
function iCalUIdOf(uid: string, original: CalendarMoment | null): string {
  if (!original) return uid
  const [year = '', month = '', day = ''] = original.reading.slice(0, 10).split('-')
  const isOutlook = /^040000008200E00074C5B7101A82E008/i.test(uid) && uid.length > 40
  if (!isOutlook) return `${uid}/${year}${month}${day}`
  const hex = (text: string, length: number) => Number(text).toString(16).toUpperCase().padStart(length, '0')
  return `${uid.slice(0, 32)}${hex(year, 4)}${hex(month, 2)}${hex(day, 2)}${uid.slice(40)}`
}

function instantOf(component: Component, name: string, context: MomentContext): Instant | null {
  return readMomentOf(component, name, context)?.instant ?? null
}

function readBody(component: Component): string {
  const plain = textOf(component, 'description')
  if (plain.trim() !== '') return plain
  return htmlToText(textOf(component, 'x-alt-desc'))
}

const joinProperties = [
  'x-microsoft-skypeteamsmeetingurl',
  'x-microsoft-onlinemeetingexternallink',
  'conference',
  'x-google-conference',
] as const

function joinUrlOf(component: Component): string | null {
  for (const name of joinProperties) {
    const url = textOf(component, name).trim()
    if (/^https:\/\//i.test(url)) return url
  }
  return null
}

function readSensitivity(text: string): CalendarEvent['sensitivity'] {
  const found = text.toUpperCase()
  return found === 'PRIVATE' ? 'private' : found === 'CONFIDENTIAL' ? 'confidential' : 'normal'
}

const responses: Readonly<Record<string, InvitationResponse>> = {
  ACCEPTED: 'accepted',
  DECLINED: 'declined',
  TENTATIVE: 'tentative',
  'NEEDS-ACTION': 'notResponded',
}

function readAttendees(component: Component): CalendarEvent['attendees'] {
  const attendees: (Mailbox & { response: InvitationResponse })[] = []
  for (const property of component.getAllProperties('attendee').slice(0, 2_000)) {
    const mailbox = readMailbox(property)
    const answer = String(property.getFirstParameter('partstat') ?? '').toUpperCase()
    if (mailbox) attendees.push({ ...mailbox, response: responses[answer] ?? 'none' })
  }
  return attendees
}

function readMailbox(property: InstanceType<typeof ICAL.Property> | null): Mailbox | null {
  if (!property) return null
  const address = /^mailto:\s*([^\s?]+)/i.exec(String(property.getFirstValue() ?? ''))?.[1]
  const mail = (address ?? String(property.getFirstParameter('email') ?? '')).trim().toLowerCase()
  return mail.includes('@') ? { name: String(property.getFirstParameter('cn') ?? ''), mail } : null
}
