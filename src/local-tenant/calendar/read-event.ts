import type { Json, JsonObject } from '../http/answer.ts'
import { type BodyTypes, requireBodyTypes, requireEachType } from '../http/body-types.ts'
import { badRequest, errorInvalidRequest } from '../http/graph-error.ts'
import { type Attendance, type EventData, type EventRecord, plainEvent } from './event-record.ts'
import { eventShape } from './event-resource.ts'
import { readSeries, type SeriesStart } from './read-series.ts'
import { requireZone, resolveZone, toUtc, toWall } from './zone-time.ts'

/** What a posted or patched event says; absent parts were not said. */
export type EventWish = {
  readonly startUtc?: string
  readonly endUtc?: string
  readonly data: Partial<EventData>
  readonly transactionId?: string
  readonly onlineMeeting?: boolean
}

const noTime = '0001-01-01T00:00:00Z'
const importances = ['low', 'normal', 'high']
const sensitivities = ['normal', 'personal', 'private', 'confidential']
const showings = ['free', 'tentative', 'busy', 'oof', 'workingElsewhere', 'unknown']
const expandable = ['attachments', 'singleValueExtendedProperties', 'calendar', 'extensions', 'instances']

/** Reads an event as a client writes it. Read-only properties are passed over; unknown ones are a 400. */
export function readEventWish(body: JsonObject, before: EventRecord | null): EventWish {
  for (const name of Object.keys(body)) {
    if (!eventShape.known.includes(name) && !expandable.includes(name) && !name.includes('@')) {
      throw badRequest(
        `The property '${name.slice(0, 60)}' does not exist on type 'microsoft.graph.event'. Make sure to only use property names that are defined by the type.`,
      )
    }
  }
  checkTypes(body)
  const isAllDay = typeof body['isAllDay'] === 'boolean' ? body['isAllDay'] : (before?.data.isAllDay ?? false)
  const start = readTime(body['start'], 'Start', isAllDay)
  const end = readTime(body['end'], 'End', isAllDay)
  const startUtc = start?.utc ?? before?.startUtc
  const endUtc = end?.utc ?? before?.endUtc
  if (startUtc === undefined || endUtc === undefined) {
    throw errorInvalidRequest('Required property start or end is missing.', 'ErrorRequiredPropertyMissing')
  }
  checkOrder(startUtc, endUtc, isAllDay)
  const transactionId = body['transactionId']
  return {
    ...(start === null ? {} : { startUtc: start.utc }),
    ...(end === null ? {} : { endUtc: end.utc }),
    data: {
      ...(start === null ? {} : { timeZone: start.zone }),
      ...(end === null ? {} : { endTimeZone: end.zone }),
      isAllDay,
      ...readTexts(body),
      ...readPlaces(body),
      ...(body['attendees'] === undefined ? {} : { attendees: readAttendees(body['attendees'], before) }),
      ...(body['recurrence'] === undefined
        ? {}
        : { recurrence: readSeries(body['recurrence'], startOf(start, before)) }),
      ...readSwitches(body),
    },
    ...(typeof transactionId === 'string' ? { transactionId } : {}),
    ...(body['isOnlineMeeting'] === true ? { onlineMeeting: true } : {}),
  }
}

const mailboxTypes = { name: 'string', address: 'string' } as const
const moment = { dateTime: 'string', timeZone: 'string' } as const
const eventTypes: BodyTypes = {
  subject: 'string',
  importance: 'string',
  sensitivity: 'string',
  showAs: 'string',
  transactionId: 'string',
  isAllDay: 'boolean',
  isOnlineMeeting: 'boolean',
  isReminderOn: 'boolean',
  responseRequested: 'boolean',
  allowNewTimeProposals: 'boolean',
  hideAttendees: 'boolean',
  isDraft: 'boolean',
  reminderMinutesBeforeStart: 'number',
  body: { contentType: 'string', content: 'string' },
  'start!': moment,
  'end!': moment,
  location: { displayName: 'string', locationType: 'string' },
  locations: 'objects',
  attendees: 'objects',
  categories: 'strings',
  recurrence: { pattern: 'object', range: 'object' },
  singleValueExtendedProperties: 'objects',
  attachments: 'objects',
}

// "String {guid} Name x", "Integer {guid} Id 0x8233" or "String 0x1035".
const extendedId = /^\w+ (\{[0-9a-f-]{36}\} (Name .+|Id 0x[0-9a-f]+)|0x[0-9a-f]+)$/i

function checkTypes(body: JsonObject): void {
  requireBodyTypes(body, eventTypes)
  requireEachType(body['attendees'], { emailAddress: mailboxTypes, type: 'string' })
  requireEachType(body['locations'], { displayName: 'string', locationType: 'string' })
  requireEachType(body['singleValueExtendedProperties'], { 'id!': 'string', 'value!': 'string' })
  for (const { id } of (body['singleValueExtendedProperties'] ?? []) as readonly JsonObject[]) {
    if (!extendedId.test(String(id)))
      throw errorInvalidRequest(
        `The extended property id '${String(id).slice(0, 60)}' is malformed.`,
        'ErrorInvalidProperty',
      )
  }
}

// Where a series begins: the local date and zone of its start.
function startOf(
  start: { readonly utc: string; readonly zone: string; readonly date: string } | null,
  before: EventRecord | null,
): SeriesStart {
  if (start !== null) return { date: start.date, zone: start.zone }
  const zone = before?.data.timeZone ?? 'UTC'
  const isAllDay = before?.data.isAllDay ?? false
  const wall = isAllDay ? (before?.startUtc ?? '') : toWall(before?.startUtc ?? '', resolveZone(zone) ?? 'Etc/UTC')
  return { date: wall.slice(0, 10), zone }
}

function readTime(
  value: Json,
  name: string,
  isAllDay: boolean,
): { readonly utc: string; readonly zone: string; readonly date: string } | null {
  if (value === undefined || value === null) return null
  const { dateTime, timeZone } = value as JsonObject
  const zone = typeof timeZone === 'string' && timeZone !== '' ? timeZone : 'UTC'
  const text = typeof dateTime === 'string' ? dateTime : ''
  if (
    !/^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?)?Z?$/.test(text) ||
    Number.isNaN(Date.parse(`${text.slice(0, 10)}T00:00:00Z`))
  ) {
    throw badRequest(
      `Cannot convert the literal '${text.slice(0, 60)}' of Event.${name} to the expected type 'Edm.DateTime'.`,
    )
  }
  const iana = requireZone(zone)
  const wall =
    text.length === 10
      ? `${text}T00:00:00`
      : `${text.replace('Z', '').slice(0, 19)}${text.replace('Z', '').length === 16 ? ':00' : ''}`
  if (isAllDay) {
    if (!wall.endsWith('T00:00:00')) {
      throw errorInvalidRequest(
        `The Event.${name} property for an all-day event needs to be set to midnight.`,
        'ErrorPropertyValidationFailure',
      )
    }
    return { utc: `${wall}Z`, zone, date: wall.slice(0, 10) }
  }
  const utc = text.endsWith('Z') ? `${wall}Z` : toUtc(wall, iana)
  return { utc, zone, date: toWall(utc, iana).slice(0, 10) }
}

function checkOrder(startUtc: string, endUtc: string, isAllDay: boolean): void {
  if (endUtc < startUtc)
    throw errorInvalidRequest("The event's end must not be before its start.", 'ErrorPropertyValidationFailure')
  if (isAllDay && endUtc <= startUtc) {
    throw errorInvalidRequest(
      'The duration of an event marked as All day must be at least 24 hours.',
      'ErrorPropertyValidationFailure',
    )
  }
}

function readTexts(body: JsonObject): Partial<EventData> {
  const subject = body['subject']
  const content = body['body'] as JsonObject | undefined
  return {
    ...(subject === undefined ? {} : { subject: subject === null ? '' : String(subject).slice(0, 255) }),
    ...(content === undefined || content === null
      ? {}
      : {
          body: {
            contentType: readBodyKind(content['contentType']),
            content: String(content['content'] ?? ''),
          },
        }),
    ...oneOf(body, 'importance', importances),
    ...oneOf(body, 'sensitivity', sensitivities),
    ...oneOf(body, 'showAs', showings),
  }
}

/** "text" or "html" in any case; text when nothing is said. */
export function readBodyKind(value: Json): 'text' | 'html' {
  const kind = String(value ?? 'text').toLowerCase()
  if (kind === 'text' || kind === 'html') return kind
  throw badRequest(`Requested value '${String(value).slice(0, 60)}' was not found.`)
}

function oneOf(
  body: JsonObject,
  name: 'importance' | 'sensitivity' | 'showAs',
  allowed: readonly string[],
): Partial<EventData> {
  const value = body[name]
  if (value === undefined) return {}
  const known = allowed.find((word) => word.toLowerCase() === String(value).toLowerCase())
  if (known === undefined) throw badRequest(`Requested value '${String(value).slice(0, 60)}' was not found.`)
  return { [name]: known }
}

function readPlaces(body: JsonObject): Partial<EventData> {
  const single = body['location'] as JsonObject | null | undefined
  const many = body['locations'] as readonly JsonObject[] | undefined
  if (single === undefined && many === undefined) return {}
  const places = many ?? (single && String(single['displayName'] ?? '') !== '' ? [single] : [])
  const [first] = places
  const named = single && String(single['displayName'] ?? '') !== '' ? single : undefined
  // Several places are one location by all their names, as Exchange writes it.
  const joined =
    places.length > 1 ? { displayName: places.map((place) => String(place['displayName'] ?? '')).join('; ') } : first
  const chosen = named ?? joined
  return {
    location: chosen ? completePlace(chosen) : plainEvent.location,
    locations: places.map(completePlace),
  }
}

function completePlace(place: JsonObject): JsonObject {
  const type = String(place['locationType'] ?? 'default')
  return {
    displayName: '',
    uniqueId: String(place['displayName'] ?? ''),
    uniqueIdType: 'private',
    ...place,
    locationType: type.charAt(0).toLowerCase() + type.slice(1),
  }
}

function readAttendees(value: Json, before: EventRecord | null): readonly Attendance[] {
  if (!Array.isArray(value)) throw badRequest('attendees must be a list.')
  return (value as readonly JsonObject[]).map((attendee) => {
    const mailbox = (attendee['emailAddress'] ?? {}) as JsonObject
    const address = String(mailbox['address'] ?? '')
    if (address === '') throw errorInvalidRequest('An attendee has no address.', 'ErrorInvalidRecipients')
    const known = before?.data.attendees.find((old) => old.emailAddress.address.toLowerCase() === address.toLowerCase())
    const type = String(attendee['type'] ?? 'required').toLowerCase()
    return {
      type: type === 'optional' || type === 'resource' ? type : 'required',
      status: known?.status ?? { response: 'none', time: noTime },
      emailAddress: { name: String(mailbox['name'] ?? known?.emailAddress.name ?? address), address },
    }
  })
}

const switches = ['isReminderOn', 'responseRequested', 'allowNewTimeProposals', 'hideAttendees', 'isDraft'] as const

function readSwitches(body: JsonObject): Partial<EventData> {
  const minutes = body['reminderMinutesBeforeStart']
  const categories = body['categories']
  const properties = body['singleValueExtendedProperties']
  return {
    ...Object.fromEntries(switches.filter((name) => typeof body[name] === 'boolean').map((name) => [name, body[name]])),
    ...(typeof minutes === 'number' ? { reminderMinutesBeforeStart: Math.max(0, Math.floor(minutes)) } : {}),
    ...(Array.isArray(categories) ? { categories: categories.map(String) } : {}),
    ...(Array.isArray(properties)
      ? {
          extendedProperties: (properties as readonly JsonObject[]).map(({ id, value }) => ({
            id: String(id),
            value: value ?? null,
          })),
        }
      : {}),
  }
}
