import { randomUUID } from 'node:crypto'
import { type Answer, created, empty, type JsonObject, ok } from '../http/answer.ts'
import { htmlOfText } from '../http/body-property.ts'
import { type Call, contextOf, readJsonBody } from '../http/call.ts'
import { meetsIfMatch } from '../http/conditions.ts'
import {
  badRequest,
  errorInvalidRequest,
  errorItemNotFound,
  GraphError,
  irresolvableConflict,
  notImplemented,
} from '../http/graph-error.ts'
import type { PersonRow } from '../identity/people.ts'
import { readAttachment } from '../mail/attachment-routes.ts'
import { addAttachment, type NewAttachment } from '../mail/message-store.ts'
import { cancelCopies, deliverCopies, keepOccurrence, keepOccurrenceEverywhere, updateCopies } from './deliver-event.ts'
import {
  type EventData,
  type EventRecord,
  mailboxIds,
  newGlobalObjectId,
  plainEvent,
  splitOccurrenceId,
} from './event-record.ts'
import { appliedPreferences, eventResource, eventTag, readEventView } from './event-resource.ts'
import { changeEvent, exceptionsOf, findEvent, findStored, insertEvent, removeStored } from './event-store.ts'
import { mailboxContext, requireMailboxId } from './mailbox.ts'
import { occurrencesInWindow, zoneOf } from './occurrences.ts'
import { type EventWish, readEventWish } from './read-event.ts'
import { isoSeconds, toWall } from './zone-time.ts'

export function requireEvent(call: Call, mailbox: string, id: string): EventRecord {
  requireMailboxId(id)
  const event = findEvent(call.service.store, mailbox, id)
  if (!event) throw errorItemNotFound()
  return event
}

/** The event, when the caller has seen its last version (If-Match). */
function requireCurrentEvent(call: Call, mailbox: string, id: string): EventRecord {
  const { faults, store } = call.service
  const event = requireEvent(call, mailbox, id)
  if (
    event.kind !== 'occurrence' &&
    faults.take('loseRace', { method: call.method, path: call.path, person: call.caller.person.id })
  ) {
    const other = changeEvent(store, event, {}, isoSeconds(call.now.getTime()))
    if (!meetsIfMatch(call, eventTag(other))) throw irresolvableConflict(true)
    return other
  }
  if (!meetsIfMatch(call, eventTag(event))) throw irresolvableConflict()
  return event
}

/** POST .../events: a new event, and a copy for every attendee of this world. */
export function createEvent(call: Call, person: PersonRow): Answer {
  call.query.only()
  const { store } = call.service
  const body = readJsonBody(call)
  const wish = readEventWish(body, null)
  const files = readFiles(body)
  const known = wish.transactionId === undefined ? undefined : findByTransaction(call, person.id, wish.transactionId)
  if (known)
    throw new GraphError(
      409,
      'ErrorDuplicateTransactionId',
      `Your request can't be completed. An event with the transactionId '${wish.transactionId}' has already been created.`,
    )
  const now = isoSeconds(call.now.getTime())
  const organizer = { name: person.name, address: person.mail }
  const joinUrl = wish.onlineMeeting ? openChat(call, person, wish) : null
  const data: EventData = {
    ...plainEvent,
    timeZone: 'UTC',
    endTimeZone: 'UTC',
    ...wish.data,
    organizer,
    joinUrl,
    ...(joinUrl === null ? {} : { body: withJoinBlock(wish.data.body ?? plainEvent.body, joinUrl) }),
  }
  const event = insertEvent(store, {
    mailbox: person.id,
    ...mailboxIds(),
    iCalUId: newGlobalObjectId(call.now),
    masterId: null,
    kind: data.recurrence === null ? 'singleInstance' : 'seriesMaster',
    originalStart: null,
    startUtc: wish.startUtc ?? now,
    endUtc: wish.endUtc ?? now,
    data,
    transactionId: wish.transactionId ?? null,
    createdAt: now,
    modifiedAt: now,
  })
  for (const file of files) addAttachment(store, event.mailbox, event.id, file, now)
  if (!data.isDraft) deliverCopies(store, event, now)
  const view = readEventView(call)
  const resource = eventResource(call, event, view)
  return created(
    { '@odata.context': contextOf(call, `${mailboxContext(person)}/events/$entity`), ...resource },
    {
      ...appliedPreferences(call),
      ETag: eventTag(event),
      Location: `${call.base}/users('${person.oid}')/events('${encodeURIComponent(String(resource['id']))}')`,
    },
  )
}

function readFiles(body: JsonObject): readonly NewAttachment[] {
  const posted = body['attachments'] ?? []
  if (!Array.isArray(posted)) throw badRequest('attachments must be a list.')
  return (posted as readonly JsonObject[]).map(readAttachment)
}

function findByTransaction(call: Call, mailbox: string, transactionId: string) {
  return call.service.store.get(
    'SELECT id FROM events WHERE mailbox = ? AND transaction_id = ?',
    mailbox,
    transactionId,
  )
}

// A Teams meeting is a chat with a long join link.
function openChat(call: Call, person: PersonRow, wish: EventWish): string {
  const thread = `19:meeting_${Buffer.from(randomUUID().replaceAll('-', ''), 'hex').toString('hex')}@thread.v2`
  const context = encodeURIComponent(JSON.stringify({ Tid: person.home_tenant, Oid: person.oid }))
  const joinUrl = `https://teams.microsoft.com/l/meetup-join/${encodeURIComponent(thread)}/0?context=${context}`
  call.service.store.run(
    'INSERT INTO chats (id, tenant_id, topic, join_url, organizer, created_at) VALUES (?, ?, ?, ?, ?, ?)',
    thread,
    person.home_tenant,
    wish.data.subject ?? '',
    joinUrl,
    person.id,
    isoSeconds(call.now.getTime()),
  )
  call.service.store.run('INSERT INTO chat_members (chat_id, person_id) VALUES (?, ?)', thread, person.id)
  return joinUrl
}

// Changes that every attendee is told of.
const told = ['subject', 'body', 'location', 'locations', 'isAllDay', 'recurrence', 'isOnlineMeeting']

// Exchange writes the way into the meeting below what the organiser wrote.
function withJoinBlock(body: EventData['body'], joinUrl: string): EventData['body'] {
  const written = body.contentType === 'html' ? body.content : `<div>${htmlOfText(body.content)}</div>`
  const link = htmlOfText(joinUrl)
  const block = `<br><div>${'_'.repeat(80)}</div><div><h2>Microsoft Teams-møde</h2><p><a href="${link}">Deltag i mødet nu</a></p></div>`
  const end = written.search(/<\/body>/i)
  const content = end < 0 ? written + block : written.slice(0, end) + block + written.slice(end)
  return { contentType: 'html', content }
}

/** PATCH of an event: the organiser's change goes to all copies, an attendee's stays in the own one. */
export function patchEvent(call: Call, person: PersonRow, id: string): Answer {
  call.query.only()
  const { store } = call.service
  const before = requireCurrentEvent(call, person.id, id)
  const body = readJsonBody(call)
  if (body['attachments'] !== undefined) throw notImplemented('attachments in the update of an event')
  const wish = readEventWish(body, before)
  const now = isoSeconds(call.now.getTime())
  const timeChanged =
    (wish.startUtc !== undefined && wish.startUtc !== before.startUtc) ||
    (wish.endUtc !== undefined && wish.endUtc !== before.endUtc)
  if (timeChanged) requireBetweenNeighbours(call, before, wish)
  const own = keepForChange(call, before)
  const opened =
    wish.onlineMeeting && own.data.joinUrl === null && own.data.isOrganizer ? openChat(call, person, wish) : null
  const joinUrl =
    opened === null ? {} : { joinUrl: opened, body: withJoinBlock(wish.data.body ?? own.data.body, opened) }
  const asked =
    timeChanged && own.data.isOrganizer
      ? { attendees: (wish.data.attendees ?? own.data.attendees).map(unanswered) }
      : {}
  if (own.kind === 'seriesMaster' && (timeChanged || wish.data.recurrence !== undefined)) dropExceptions(call, own, now)
  const changed = changeEvent(
    store,
    own,
    {
      startUtc: wish.startUtc ?? own.startUtc,
      endUtc: wish.endUtc ?? own.endUtc,
      kind: kindAfter(own, wish),
      data: { ...wish.data, ...joinUrl, ...asked },
    },
    now,
  )
  if (changed.data.isOrganizer && !changed.data.isDraft) {
    // A change of nothing but attendees is told to those who are new (event-update in the documentation).
    const tellsAll = timeChanged || told.some((name) => body[name] !== undefined)
    const location = String(before.data.location['displayName'] ?? '')
    updateCopies(store, changed, { timeChanged, tellsAll, before: { ...before, location } }, now)
  }
  const resource = eventResource(call, changed, readEventView(call))
  return ok(
    { '@odata.context': contextOf(call, `${mailboxContext(person)}/events/$entity`), ...resource },
    { ...appliedPreferences(call), ETag: eventTag(changed) },
  )
}

// An occurrence stays between those before and after it, by whole days.
function requireBetweenNeighbours(call: Call, event: EventRecord, wish: EventWish): void {
  const master = event.masterId === null ? null : findStored(call.service.store, event.mailbox, event.masterId)
  if (!master || event.originalStart === null) return
  const zone = zoneOf(master)
  const dayOf = (utc: string): string => toWall(utc, zone).slice(0, 10)
  const exceptions = exceptionsOf(call.service.store, master)
  const reach = 400 * 86_400_000
  const around = occurrencesInWindow(
    master,
    exceptions,
    isoSeconds(Date.parse(event.originalStart) - reach),
    isoSeconds(Date.parse(event.originalStart) + reach),
  )
  const others = [...around, ...exceptions].filter(({ id }) => id !== event.id)
  const day = dayOf(wish.startUtc ?? event.startUtc)
  const crosses = others.some((other) => {
    const isBefore = (other.originalStart ?? '') < (event.originalStart ?? '')
    return isBefore ? dayOf(other.startUtc) >= day : dayOf(other.startUtc) <= day
  })
  if (!crosses) return
  throw errorInvalidRequest(
    'Modified occurrence is crossing or overlapping adjacent occurrence.',
    'ErrorOccurrenceCrossingBoundary',
  )
}

function unanswered(attendee: EventData['attendees'][number]): EventData['attendees'][number] {
  return { ...attendee, status: { response: 'none', time: '0001-01-01T00:00:00Z' } }
}

function kindAfter(event: EventRecord, wish: EventWish): EventRecord['kind'] {
  if (event.kind === 'exception' || wish.data.recurrence === undefined) return event.kind
  return wish.data.recurrence === null ? 'singleInstance' : 'seriesMaster'
}

// A changed occurrence becomes an exception, in every mailbox when its organiser changes it.
function keepForChange(call: Call, event: EventRecord): EventRecord {
  if (event.kind !== 'occurrence') return event
  const date = splitOccurrenceId(event.id)?.localDate
  if (event.data.isOrganizer && date) keepOccurrenceEverywhere(call.service.store, event, date)
  return keepOccurrence(call.service.store, event)
}

function dropExceptions(call: Call, master: EventRecord, now: string): void {
  for (const exception of exceptionsOf(call.service.store, master)) removeStored(call.service.store, exception, now)
}

/** DELETE of an event: as organiser it is cancelled for all (F2.8), as attendee only the own copy goes. */
export function deleteEvent(call: Call, person: PersonRow, id: string): Answer {
  call.query.only()
  removeEvent(call, requireCurrentEvent(call, person.id, id))
  return empty()
}

/** Takes an event out of its owner's calendar; the organiser's removal cancels the copies of the others. */
export function removeEvent(call: Call, event: EventRecord): void {
  const { store } = call.service
  const now = isoSeconds(call.now.getTime())
  const master = event.masterId === null ? null : findStored(store, event.mailbox, event.masterId)
  if (event.data.isOrganizer) {
    const date =
      master && event.originalStart !== null ? toWall(event.originalStart, zoneOf(master)).slice(0, 10) : null
    if (event.kind === 'occurrence' && date) keepOccurrenceEverywhere(store, event, date)
    cancelCopies(store, event, now)
  }
  if (event.kind !== 'occurrence') removeStored(store, event, now)
  if (master && event.originalStart !== null) {
    const cancelledOccurrences = [...master.data.cancelledOccurrences, event.originalStart]
    changeEvent(store, master, { data: { cancelledOccurrences } }, now)
  }
}
