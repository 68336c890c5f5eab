import { type Answer, empty, type JsonObject } from '../http/answer.ts'
import { requireBodyTypes } from '../http/body-types.ts'
import { type Call, readJsonBody } from '../http/call.ts'
import { badRequest, errorInvalidRequest } from '../http/graph-error.ts'
import { findPersonByMail, type PersonRow } from '../identity/people.ts'
import { deliverCopy, keepOccurrence } from './deliver-event.ts'
import type { Attendance, EventRecord, Mailbox, ResponseKind } from './event-record.ts'
import { changeEvent, copiesOf, exceptionsOf, findStored } from './event-store.ts'
import { type AnswerKind, sendAnswer, sendForwardNotice } from './meeting-messages.ts'
import { occurrenceOf, zoneOf } from './occurrences.ts'
import { removeEvent, requireEvent } from './write-event.ts'
import { isoSeconds, toWall } from './zone-time.ts'

/** What the three answers to an invitation are called in the path. */
export const responses: Readonly<Record<string, ResponseKind>> = {
  accept: 'accepted',
  tentativelyAccept: 'tentativelyAccepted',
  decline: 'declined',
}

/** POST accept, tentativelyAccept, decline -> 202. A declined event leaves the calendar; its organiser sees the answer when it is sent. */
export function respondToEvent(call: Call, person: PersonRow, id: string, response: ResponseKind): Answer {
  call.query.only()
  const { store } = call.service
  const allowed = response === 'accepted' ? ['comment', 'sendResponse'] : ['comment', 'sendResponse', 'proposedNewTime']
  const body = readParameters(call, allowed)
  const event = requireEvent(call, person.id, id)
  const sends = booleanOf(body, 'sendResponse') ?? true
  checkResponse(event, body, sends)
  const now = isoSeconds(call.now.getTime())
  const own = keepOccurrence(store, event)
  const status = { response, time: now }
  const attendees = own.data.attendees.map((attendee) =>
    isPerson(attendee, person) ? { ...attendee, status } : attendee,
  )
  for (const one of [own, ...(own.kind === 'seriesMaster' ? exceptionsOf(store, own) : [])]) {
    changeEvent(
      store,
      one,
      { data: { response: status, attendees, showAs: response === 'accepted' ? 'busy' : 'tentative' } },
      now,
    )
  }
  if (sends) tellOrganizer(call, own, person, status, body)
  if (response === 'declined') removeEvent(call, requireEvent(call, person.id, own.id))
  return empty(202)
}

function checkResponse(event: EventRecord, body: JsonObject, sends: boolean): void {
  if (event.data.isOrganizer) {
    throw errorInvalidRequest(
      "Your request can't be completed. You can't respond to this meeting because you're the meeting organizer.",
    )
  }
  if (sends && !event.data.responseRequested && body['sendResponse'] === true) {
    throw errorInvalidRequest("Your request can't be completed. The meeting organizer hasn't requested a response.")
  }
  if (body['proposedNewTime'] === undefined || body['proposedNewTime'] === null) return
  if (!sends) throw errorInvalidRequest("proposedNewTime can't be set when sendResponse is false.")
  if (!event.data.allowNewTimeProposals) {
    throw errorInvalidRequest(
      "proposedNewTime can't be set: the organizer doesn't allow new time proposals for this meeting.",
    )
  }
}

function tellOrganizer(
  call: Call,
  event: EventRecord,
  person: PersonRow,
  status: Attendance['status'],
  body: JsonObject,
): void {
  const { store } = call.service
  const proposedNewTime = (body['proposedNewTime'] ?? undefined) as JsonObject | undefined
  const copy = organizerCopyOf(call, event)
  if (!copy) return
  const attendees = copy.data.attendees.map((attendee) =>
    isPerson(attendee, person) ? { ...attendee, status, ...(proposedNewTime ? { proposedNewTime } : {}) } : attendee,
  )
  const changed = changeEvent(store, keepOccurrence(store, copy), { data: { attendees } }, status.time)
  const answer = {
    from: { name: person.name, address: person.mail },
    kind: status.response as AnswerKind,
    comment: String(body['comment'] ?? ''),
    at: status.time,
  }
  sendAnswer(store, changed, answer, proposedNewTime)
}

// An answer to one occurrence belongs to that occurrence of the organiser's series.
function organizerCopyOf(call: Call, event: EventRecord): EventRecord | null {
  const { store } = call.service
  const stored = copiesOf(store, event.iCalUId).find(({ data }) => data.isOrganizer)
  if (stored || event.masterId === null || event.originalStart === null) return stored ?? null
  const ownMaster = findStored(store, event.mailbox, event.masterId)
  const master = ownMaster && copiesOf(store, ownMaster.iCalUId).find(({ data }) => data.isOrganizer)
  return master ? occurrenceOf(master, toWall(event.originalStart, zoneOf(master)).slice(0, 10)) : null
}

function isPerson(attendee: Attendance, person: PersonRow): boolean {
  return attendee.emailAddress.address.toLowerCase() === person.mail.toLowerCase()
}

/** POST cancel -> 202; the organiser only. */
export function cancelEvent(call: Call, person: PersonRow, id: string): Answer {
  call.query.only()
  readParameters(call, ['comment'])
  const event = requireEvent(call, person.id, id)
  if (!event.data.isOrganizer) {
    throw errorInvalidRequest("Your request can't be completed. You need to be an organizer to cancel a meeting.")
  }
  removeEvent(call, event)
  return empty(202)
}

/** POST forward -> 202; those of this world get a copy of their own. */
export function forwardEvent(call: Call, person: PersonRow, id: string): Answer {
  call.query.only()
  const { store } = call.service
  const body = readParameters(call, ['comment', 'toRecipients'])
  const recipients = body['toRecipients'] as readonly JsonObject[] | undefined
  if (!Array.isArray(recipients) || recipients.length === 0) {
    throw errorInvalidRequest('At least one recipient is required.', 'ErrorInvalidRecipients')
  }
  const event = requireEvent(call, person.id, id)
  const now = isoSeconds(call.now.getTime())
  const targets = (recipients as readonly JsonObject[]).map(readMailbox)
  for (const { address } of targets) {
    const target = findPersonByMail(store, address)
    const has = target && copiesOf(store, event.iCalUId).some((copy) => copy.mailbox === target.id)
    if (target && !has) deliverCopy(store, event, target.id, now)
  }
  addForwarded(call, event, person, targets, now)
  return empty(202)
}

function readMailbox(recipient: JsonObject): Mailbox {
  const mailbox = (recipient['emailAddress'] ?? recipient['EmailAddress'] ?? {}) as JsonObject
  const address = String(mailbox['address'] ?? mailbox['Address'] ?? '')
  if (!address.includes('@'))
    throw errorInvalidRequest('At least one recipient is not valid.', 'ErrorInvalidRecipients')
  return { address, name: String(mailbox['name'] ?? mailbox['Name'] ?? address) }
}

// The organiser learns of a forwarding, and has the new people among the attendees (event-forward in the documentation).
function addForwarded(
  call: Call,
  event: EventRecord,
  person: PersonRow,
  targets: readonly Mailbox[],
  now: string,
): void {
  const { store } = call.service
  const copy = organizerCopyOf(call, event)
  if (!copy) return
  const known = new Set(copy.data.attendees.map(({ emailAddress }) => emailAddress.address.toLowerCase()))
  const added = targets
    .filter(({ address }) => !known.has(address.toLowerCase()))
    .map((emailAddress) => ({
      type: 'required' as const,
      status: { response: 'none' as const, time: '0001-01-01T00:00:00Z' },
      emailAddress,
    }))
  const attendees = [...copy.data.attendees, ...added]
  const changed = changeEvent(store, keepOccurrence(store, copy), { data: { attendees } }, now)
  if (!event.data.isOrganizer)
    sendForwardNotice(store, changed, { name: person.name, address: person.mail }, targets, now)
}

function booleanOf(body: JsonObject, name: string): boolean | null {
  const value = body[name]
  if (value === undefined || value === null) return null
  if (typeof value !== 'boolean') throw badRequest(`The parameter '${name}' must be true or false.`)
  return value
}

// Parameters of an action, under the names given; "Comment" is "comment", as the documentation writes both. 400 for others.
function readParameters(call: Call, names: readonly string[]): JsonObject {
  const posted = Object.entries(readJsonBody(call, { orEmpty: true })).map(([name, value]) => {
    const known = names.find((candidate) => candidate.toLowerCase() === name.toLowerCase())
    if (known === undefined && !name.includes('@')) {
      throw badRequest(
        `The parameter '${name.slice(0, 60)}' in the request payload is not a valid parameter for the operation.`,
      )
    }
    return [known ?? name, value] as const
  })
  const body = Object.fromEntries(posted)
  requireBodyTypes(body, {
    comment: 'string',
    sendResponse: 'boolean',
    proposedNewTime: { start: timeTypes, end: timeTypes },
    toRecipients: 'objects',
  })
  return body
}

const timeTypes = { dateTime: 'string', timeZone: 'string' } as const
