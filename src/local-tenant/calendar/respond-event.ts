import { type Answer, empty, type JsonObject } from '../http/answer.ts'
import { type Call, readJsonBody } from '../http/call.ts'
import { errorInvalidRequest } from '../http/graph-error.ts'
import { findPersonByMail, type PersonRow } from '../identity/people.ts'
import { deliverCopy, keepOccurrence } from './deliver-event.ts'
import type { Attendance, EventRecord, ResponseKind } from './event-record.ts'
import { changeEvent, copiesOf, exceptionsOf } from './event-store.ts'
import { removeEvent, requireEvent } from './write-event.ts'
import { isoSeconds } from './zone-time.ts'

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
  const body = readJsonBody(call, { orEmpty: true })
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
  if (sends) tellOrganizer(call, own, person, status, body['proposedNewTime'] as JsonObject | undefined)
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
  proposedNewTime: JsonObject | undefined,
): void {
  const { store } = call.service
  const copy = copiesOf(store, event.iCalUId).find(({ data }) => data.isOrganizer)
  if (!copy) return
  const attendees = copy.data.attendees.map((attendee) =>
    isPerson(attendee, person) ? { ...attendee, status, ...(proposedNewTime ? { proposedNewTime } : {}) } : attendee,
  )
  changeEvent(store, copy, { data: { attendees } }, status.time)
}

function isPerson(attendee: Attendance, person: PersonRow): boolean {
  return attendee.emailAddress.address.toLowerCase() === person.mail.toLowerCase()
}

/** POST cancel -> 202; the organiser only. */
export function cancelEvent(call: Call, person: PersonRow, id: string): Answer {
  call.query.only()
  readJsonBody(call, { orEmpty: true })
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
  const body = readJsonBody(call)
  const recipients = (body['toRecipients'] ?? body['ToRecipients']) as readonly JsonObject[] | undefined
  if (!Array.isArray(recipients) || recipients.length === 0) {
    throw errorInvalidRequest('At least one recipient is required.', 'ErrorInvalidRecipients')
  }
  const event = requireEvent(call, person.id, id)
  for (const recipient of recipients as readonly JsonObject[]) {
    const mailbox = (recipient['emailAddress'] ?? recipient['EmailAddress'] ?? {}) as JsonObject
    const target = findPersonByMail(store, String(mailbox['address'] ?? mailbox['Address'] ?? ''))
    const has = target && copiesOf(store, event.iCalUId).some((copy) => copy.mailbox === target.id)
    if (target && !has) deliverCopy(store, event, target.id, isoSeconds(call.now.getTime()))
  }
  return empty(202)
}

function booleanOf(body: JsonObject, name: string): boolean | null {
  const key = Object.keys(body).find((known) => known.toLowerCase() === name.toLowerCase())
  const value = key === undefined ? undefined : body[key]
  return typeof value === 'boolean' ? value : null
}
