import { type Answer, empty, type JsonObject, ok } from '../http/answer.ts'
import { requireBodyTypes } from '../http/body-types.ts'
import { type Call, contextOf, readJsonBody } from '../http/call.ts'
import { isUnchanged } from '../http/conditions.ts'
import { errorInvalidRequest, errorItemNotFound, notImplemented } from '../http/graph-error.ts'
import { dispatch, type RouteTable } from '../http/routes.ts'
import type { PersonRow } from '../identity/people.ts'
import { answerAttachments } from '../mail/attachment-routes.ts'
import { readExpand } from '../odata/expand.ts'
import { applySelect } from '../odata/select.ts'
import { answerCalendarDelta } from './calendar-delta.ts'
import { answerEventPage, eventExpansions, readWindow } from './event-query.ts'
import type { EventRecord } from './event-record.ts'
import { appliedPreferences, eventResource, eventTag, readEventView } from './event-resource.ts'
import { exceptionsOf, mastersOf, storedEvents, storedInWindow } from './event-store.ts'
import { mailboxContext, requireCalendar } from './mailbox.ts'
import { occurrencesInWindow } from './occurrences.ts'
import { cancelEvent, forwardEvent, respondToEvent, responses } from './respond-event.ts'
import { createEvent, deleteEvent, patchEvent, requireEvent } from './write-event.ts'

/** First segments, below a person, that belong to the calendar; lower case. */
export const calendarParts = ['events', 'calendar', 'calendars', 'calendarview', 'calendargroups']

const pageOptions = ['$select', '$filter', '$orderby', '$top', '$skip', '$count', '$expand']
const calendarShape = {
  type: 'calendar',
  known: [
    'id',
    'name',
    'color',
    'hexColor',
    'isDefaultCalendar',
    'changeKey',
    'canShare',
    'canViewPrivateItems',
    'canEdit',
    'allowedOnlineMeetingProviders',
    'defaultOnlineMeetingProvider',
    'isTallyingResponses',
    'isRemovable',
    'owner',
  ],
}

/** Answers /me/events, /me/calendarView, /me/calendar... of a person. */
export function answerCalendar(call: Call, person: PersonRow, rest: readonly string[]): Answer {
  const mailbox = requireCalendar(call, person)
  const [first = '', ...more] = rest
  switch (first.toLowerCase()) {
    case 'calendar':
      return answerOneCalendar(call, person, more)
    case 'calendars':
      return answerCalendars(call, person, more)
    case 'events':
    case 'calendarview':
      return answerEvents(call, person, mailbox, rest)
    default:
      throw notImplemented(first)
  }
}

function answerOneCalendar(call: Call, person: PersonRow, rest: readonly string[]): Answer {
  if (rest.length > 0) return answerEvents(call, person, person.id, rest)
  if (call.method !== 'GET') throw notImplemented(`${call.method} of the calendar`)
  call.query.only('$select')
  const resource = applySelect(calendarResource(person), call.query.get('$select'), calendarShape, ['id'])
  return ok({ '@odata.context': contextOf(call, `${mailboxContext(person)}/calendar/$entity`), ...resource })
}

// There is one calendar in each mailbox.
function answerCalendars(call: Call, person: PersonRow, rest: readonly string[]): Answer {
  const [id, ...more] = rest
  if (id !== undefined) {
    if (id !== calendarId(person)) throw errorItemNotFound()
    return answerOneCalendar(call, person, more)
  }
  if (call.method !== 'GET') throw notImplemented(`${call.method} /calendars`)
  call.query.only('$select', '$top')
  const resource = applySelect(calendarResource(person), call.query.get('$select'), calendarShape, ['id'])
  return ok({ '@odata.context': contextOf(call, `${mailboxContext(person)}/calendars`), value: [resource] })
}

function calendarId(person: PersonRow): string {
  return `AAMkA${person.oid.replaceAll('-', '')}AAAAAEGAAA=`
}

function calendarResource(person: PersonRow): JsonObject {
  return {
    id: calendarId(person),
    name: 'Calendar',
    color: 'auto',
    hexColor: '',
    isDefaultCalendar: true,
    changeKey: 'AAAAAAAAAAAAAAAAAAAAAAAAAAA=',
    canShare: true,
    canViewPrivateItems: true,
    canEdit: true,
    allowedOnlineMeetingProviders: ['teamsForBusiness'],
    defaultOnlineMeetingProvider: 'teamsForBusiness',
    isTallyingResponses: true,
    isRemovable: false,
    owner: { name: person.name, address: person.mail },
  }
}

const eventRoutes: RouteTable<PersonRow> = {
  'GET events': (call, person) => {
    call.query.only(...pageOptions)
    const events = storedEvents(call.service.store, person.id).filter(({ kind }) => kind !== 'exception')
    return answerEventPage(call, events, `${mailboxContext(person)}/events`)
  },
  'POST events': (call, person) => createEvent(call, person),
  'GET calendarView': (call, person) => {
    call.query.only('startdatetime', 'enddatetime', ...pageOptions)
    const { start, end } = readWindow(call)
    return answerEventPage(call, eventsInWindow(call, person.id, start, end), `${mailboxContext(person)}/calendarView`)
  },
  'GET calendarView/delta': (call, person) => answerCalendarDelta(call, person.id),
  'GET events/{event}': answerEvent,
  'PATCH events/{event}': (call, person, { event = '' }) => patchEvent(call, person, event),
  'DELETE events/{event}': (call, person, { event = '' }) => deleteEvent(call, person, event),
  'GET events/{event}/instances': answerInstances,
  'POST events/{event}/accept': (call, person, { event = '' }) => respondToEvent(call, person, event, 'accepted'),
  'POST events/{event}/tentativelyAccept': (call, person, { event = '' }) =>
    respondToEvent(call, person, event, 'tentativelyAccepted'),
  'POST events/{event}/decline': (call, person, { event = '' }) =>
    respondToEvent(call, person, event, responses['decline'] ?? 'declined'),
  'POST events/{event}/cancel': (call, person, { event = '' }) => cancelEvent(call, person, event),
  'POST events/{event}/forward': (call, person, { event = '' }) => forwardEvent(call, person, event),
  'POST events/{event}/dismissReminder': (call, person, { event = '' }) => {
    call.query.only()
    requireEvent(call, person.id, event)
    return empty(200)
  },
  'POST events/{event}/snoozeReminder': (call, person, { event = '' }) => {
    call.query.only()
    requireEvent(call, person.id, event)
    const body = readJsonBody(call)
    requireBodyTypes(body, { 'newReminderTime!': { 'dateTime!': 'string', timeZone: 'string' } })
    const { dateTime } = (body['newReminderTime'] ?? {}) as JsonObject
    if (Number.isNaN(Date.parse(String(dateTime)))) throw errorInvalidRequest('newReminderTime is missing.')
    return empty(200)
  },
}

function answerEvents(call: Call, person: PersonRow, mailbox: string, rest: readonly string[]): Answer {
  const [part = '', id, below, ...more] = rest
  if (part.toLowerCase() === 'events' && id !== undefined && below?.toLowerCase() === 'attachments') {
    const event = requireEvent(call, mailbox, id)
    const context = `${mailboxContext(person)}/events('${encodeURIComponent(id)}')`
    return answerAttachments(call, { mailbox, id: event.id, context }, more)
  }
  // One event of a calendar view is the event itself.
  const path =
    part.toLowerCase() === 'calendarview' && id !== undefined && id !== 'delta' ? ['events', ...rest.slice(1)] : rest
  return dispatch(eventRoutes, call, person, path)
}

function answerEvent(call: Call, person: PersonRow, { event: id = '' }: Readonly<Record<string, string>>): Answer {
  call.query.only('$select', '$expand')
  const view = readEventView(call, readExpand(call.query.get('$expand'), eventExpansions))
  const event = requireEvent(call, person.id, id)
  const eTag = eventTag(event)
  if (isUnchanged(call, eTag)) return empty(304, { ETag: eTag })
  const select = call.query.get('$select')
  const parts = [
    ...(select === null ? [] : [select.replaceAll(' ', '')]),
    ...(view.expand.has('attachments') ? ['attachments()'] : []),
  ]
  const shape = parts.length === 0 ? 'events' : `events(${parts.join(',')})`
  return ok(
    {
      '@odata.context': contextOf(call, `${mailboxContext(person)}/${shape}/$entity`),
      ...eventResource(call, event, view),
      ...calendarLinks(call, person),
    },
    { ...appliedPreferences(call), ETag: eTag },
  )
}

// A single event names the calendar it lies in.
function calendarLinks(call: Call, person: PersonRow): JsonObject {
  const calendar = `${call.base}/${mailboxContext(person)}/calendars('${calendarId(person)}')`
  return { 'calendar@odata.associationLink': `${calendar}/$ref`, 'calendar@odata.navigationLink': calendar }
}

function answerInstances(call: Call, person: PersonRow, { event: id = '' }: Readonly<Record<string, string>>): Answer {
  call.query.only('startdatetime', 'enddatetime', ...pageOptions)
  const { start, end } = readWindow(call)
  const master = requireEvent(call, person.id, id)
  if (master.kind !== 'seriesMaster') {
    throw errorInvalidRequest('The event is not a recurring event.', 'ErrorInvalidRequest')
  }
  const exceptions = exceptionsOf(call.service.store, master)
  const events = byStart([
    ...occurrencesInWindow(master, exceptions, start, end),
    ...exceptions.filter((one) => one.startUtc < end && one.endUtc > start),
  ])
  return answerEventPage(call, events, `${mailboxContext(person)}/events('${encodeURIComponent(id)}')/instances`)
}

function eventsInWindow(call: Call, mailbox: string, start: string, end: string): readonly EventRecord[] {
  const { store } = call.service
  const series = mastersOf(store, mailbox).flatMap((master) =>
    occurrencesInWindow(master, exceptionsOf(store, master), start, end),
  )
  return byStart([...storedInWindow(store, mailbox, start, end), ...series])
}

function byStart(events: readonly EventRecord[]): readonly EventRecord[] {
  return [...events].sort((a, b) =>
    a.startUtc === b.startUtc ? (a.id < b.id ? -1 : 1) : a.startUtc < b.startUtc ? -1 : 1,
  )
}
