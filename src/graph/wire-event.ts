import type { CalendarEvent, InvitationResponse, Mailbox } from '../domain/calendar/calendar-event.ts'
import { htmlToText } from '../domain/calendar/html-to-text.ts'
import type { EventId, Instant } from '../shared/ids.ts'
import { readChoice, readList, readRecord, readText, readTextOrNull } from './read-wire.ts'

const responses = ['none', 'organizer', 'accepted', 'declined', 'notResponded'] as const
const types = ['singleInstance', 'occurrence', 'exception', 'seriesMaster'] as const
const sensitivities = ['normal', 'personal', 'private', 'confidential'] as const

/**
 * A wire event that reads its fields when they are asked for. Its getters stand on the class, so that a hundred thousand of them
 * have one layout: spreading one copies only id, start and end.
 */
export class WireEvent implements CalendarEvent {
  readonly id: EventId
  readonly start: Instant
  readonly end: Instant
  readonly #wire: Readonly<Record<string, unknown>>
  #organizer: Mailbox | null | undefined = undefined
  #bodyText: string | null = null
  #attendees: CalendarEvent['attendees'] | null = null
  #createdAt: Instant | null | undefined = undefined

  constructor(wire: Readonly<Record<string, unknown>>, id: EventId, start: Instant, end: Instant) {
    this.#wire = wire
    this.id = id
    this.start = start
    this.end = end
  }

  get iCalUId() {
    return readTextOrNull(this.#wire['iCalUId'])
  }

  get seriesMasterId() {
    return readTextOrNull(this.#wire['seriesMasterId'])
  }

  get type() {
    return readChoice(this.#wire['type'], types, 'singleInstance' as const)
  }

  get subject() {
    return readText(this.#wire['subject'])
  }

  get isAllDay() {
    return this.#wire['isAllDay'] === true
  }

  get originalStart() {
    return readUtc(this.#wire['originalStart'])
  }

  get organizer() {
    if (this.#organizer === undefined) this.#organizer = readMailbox(this.#wire['organizer'])
    return this.#organizer
  }

  get isOrganizer() {
    // Unsure counts as organiser: then nothing is ever offered for removal.
    return this.#wire['isOrganizer'] !== false
  }

  get attendees() {
    this.#attendees ??= readAttendees(this.#wire['attendees'])
    return this.#attendees
  }

  get response() {
    return readResponse(this.#wire['responseStatus'])
  }

  get isCancelled() {
    return this.#wire['isCancelled'] === true
  }

  get sensitivity() {
    return readChoice(this.#wire['sensitivity'], sensitivities, 'normal' as const)
  }

  get location() {
    return readTextOrNull(readRecord(this.#wire['location'])['displayName'])
  }

  get joinUrl() {
    const meeting = readRecord(this.#wire['onlineMeeting'])
    return readTextOrNull(meeting['joinUrl']) ?? readTextOrNull(this.#wire['onlineMeetingUrl'])
  }

  get bodyText() {
    this.#bodyText ??= readBody(this.#wire)
    return this.#bodyText
  }

  get webLink() {
    return readTextOrNull(this.#wire['webLink'])
  }

  get createdAt() {
    if (this.#createdAt === undefined) this.#createdAt = readUtc(this.#wire['createdDateTime'])
    return this.#createdAt
  }

  get modifiedAt() {
    return readUtc(this.#wire['lastModifiedDateTime'])
  }
}

/** The same event as an object that can be spread and stored. */
export function toPlainEvent(event: CalendarEvent): CalendarEvent {
  return {
    id: event.id,
    iCalUId: event.iCalUId,
    seriesMasterId: event.seriesMasterId,
    type: event.type,
    subject: event.subject,
    start: event.start,
    end: event.end,
    isAllDay: event.isAllDay,
    originalStart: event.originalStart,
    organizer: event.organizer,
    isOrganizer: event.isOrganizer,
    get attendees() {
      return event.attendees
    },
    response: event.response,
    isCancelled: event.isCancelled,
    sensitivity: event.sensitivity,
    location: event.location,
    joinUrl: event.joinUrl,
    get bodyText() {
      return event.bodyText
    },
    webLink: event.webLink,
    createdAt: event.createdAt,
    modifiedAt: event.modifiedAt,
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
    const fields = readRecord(attendee)
    const address = readRecord(fields['emailAddress'])
    const mail = readMail(address)
    if (mail !== '') attendees.push({ name: readText(address['name']), mail, response: readResponse(fields['status']) })
  }
  return attendees
}

function readResponse(wire: unknown): InvitationResponse {
  const response = readRecord(wire)['response']
  if (response === 'tentativelyAccepted') return 'tentative'
  return readChoice(response, responses, 'none' as const)
}

function readMail(address: Readonly<Record<string, unknown>>): string {
  return readText(address['address']).trim().toLowerCase()
}

function readMailbox(wire: unknown): Mailbox | null {
  const address = readRecord(readRecord(wire)['emailAddress'])
  const mail = readMail(address)
  return mail === '' ? null : { name: readText(address['name']), mail }
}

/** An ISO instant in UTC to the second; Graph writes up to seven decimals. */
export function readUtc(wire: unknown): Instant | null {
  const text = readText(wire)
  if (text === '') return null
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(text) && !Number.isNaN(Date.parse(text))) {
    return `${text.slice(0, 19)}Z` as Instant
  }
  const moment = Date.parse(text)
  return Number.isNaN(moment) ? null : (new Date(moment).toISOString().replace(/\.\d+Z$/, 'Z') as Instant)
}
