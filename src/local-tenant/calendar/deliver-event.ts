import { findPersonByMail } from '../identity/people.ts'
import { attachmentsOf, shareAttachment } from '../mail/message-store.ts'
import type { Store } from '../store/database.ts'
import { type EventData, type EventRecord, mailboxIds, occurrenceId } from './event-record.ts'
import { changeEvent, copiesOf, exceptionsOf, findStored, insertEvent } from './event-store.ts'
import { type Before, sendCancellation, sendRequest } from './meeting-messages.ts'

const noTime = '0001-01-01T00:00:00Z'

/** Puts a copy into the mailbox of each attendee who has none yet, with the request as a message; other people are outside this world. */
export function deliverCopies(store: Store, event: EventRecord, now: string): void {
  const have = new Set(copiesOf(store, event.iCalUId).map(({ mailbox }) => mailbox))
  for (const { emailAddress } of event.data.attendees) {
    const person = findPersonByMail(store, emailAddress.address)
    if (!person || have.has(person.id)) continue
    have.add(person.id)
    deliverCopy(store, event, person.id, now)
  }
}

/** One mailbox gets its own copy, with ids of its own, not yet answered. */
export function deliverCopy(store: Store, event: EventRecord, mailbox: string, now: string): void {
  const copy = insertEvent(store, {
    ...event,
    mailbox,
    ...mailboxIds(),
    masterId: null,
    kind: event.kind === 'seriesMaster' ? 'seriesMaster' : 'singleInstance',
    transactionId: null,
    createdAt: now,
    modifiedAt: now,
    data: asAttendee(event.data),
  })
  if (event.data.joinUrl !== null) joinChat(store, event.data.joinUrl, mailbox)
  copyFiles(store, event, copy)
  sendRequest(store, copy, now, null)
}

// Whoever is invited to a Teams meeting is in its chat.
function joinChat(store: Store, joinUrl: string, person: string): void {
  store.run(
    'INSERT OR IGNORE INTO chat_members (chat_id, person_id) SELECT id, ? FROM chats WHERE join_url = ?',
    person,
    joinUrl,
  )
}

/** The organiser's files on a copy, in place of those it had. */
function copyFiles(store: Store, from: EventRecord, to: EventRecord): void {
  store.run('DELETE FROM attachments WHERE mailbox = ? AND owner_id = ?', to.mailbox, to.id)
  for (const row of attachmentsOf(store, from.mailbox, from.id)) shareAttachment(store, row, to.mailbox, to.id)
}

function asAttendee(data: EventData): EventData {
  return {
    ...data,
    isOrganizer: false,
    response: { response: 'notResponded', time: noTime },
    showAs: 'tentative',
    categories: [],
    extendedProperties: [],
    isReminderOn: true,
    reminderMinutesBeforeStart: 15,
  }
}

const shared = [
  'subject',
  'body',
  'timeZone',
  'endTimeZone',
  'isAllDay',
  'location',
  'locations',
  'attendees',
  'recurrence',
  'cancelledOccurrences',
  'importance',
  'sensitivity',
  'responseRequested',
  'allowNewTimeProposals',
  'hideAttendees',
  'joinUrl',
] as const

/** How the organiser's change is told: with a new time, only to those who are new, or as news. */
export type Change = { readonly timeChanged: boolean; readonly tellsAll: boolean; readonly before: Before }

/** Brings the organiser's change into the copies of everybody else; a new time asks them again. */
export function updateCopies(store: Store, event: EventRecord, change: Change, now: string): void {
  const data: Partial<EventData> = Object.fromEntries(shared.map((name) => [name, event.data[name]]))
  const invited = new Set(
    event.data.attendees.map(({ emailAddress }) => findPersonByMail(store, emailAddress.address)?.id),
  )
  for (const copy of copiesOf(store, event.iCalUId)) {
    if (copy.mailbox === event.mailbox || copy.data.isOrganizer) continue
    if (!invited.has(copy.mailbox)) {
      cancelCopy(store, copy, now)
      continue
    }
    const again: Partial<EventData> = change.timeChanged
      ? { response: { response: 'notResponded', time: noTime }, showAs: 'tentative' }
      : {}
    const times = { startUtc: event.startUtc, endUtc: event.endUtc }
    const changed = changeEvent(store, copy, { ...times, data: { ...data, ...again } }, now)
    copyFiles(store, event, changed)
    if (change.tellsAll) sendRequest(store, changed, now, change.before)
  }
  deliverCopies(store, event, now)
}

/** Marks the copies of everybody else as cancelled; they stay until each removes his own. */
export function cancelCopies(store: Store, event: EventRecord, now: string): void {
  for (const copy of copiesOf(store, event.iCalUId)) {
    if (copy.mailbox !== event.mailbox && !copy.data.isOrganizer) cancelCopy(store, copy, now)
  }
}

function cancelCopy(store: Store, copy: EventRecord, now: string, tells = true): void {
  const subject = copy.data.subject.startsWith('Canceled: ') ? copy.data.subject : `Canceled: ${copy.data.subject}`
  const cancelled = changeEvent(store, copy, { data: { isCancelled: true, subject, showAs: 'free' } }, now)
  if (tells) sendCancellation(store, cancelled, now)
  for (const exception of copy.kind === 'seriesMaster' ? exceptionsOf(store, copy) : [])
    cancelCopy(store, exception, now, false)
}

/** An occurrence gets a row of its own, so that it can differ from its series; a stored event is given back as it is. */
export function keepOccurrence(store: Store, event: EventRecord): EventRecord {
  if (event.kind !== 'occurrence') return event
  const { version: _version, deleted: _deleted, seq: _seq, ...own } = event
  return findStored(store, event.mailbox, event.id) ?? insertEvent(store, { ...own, kind: 'exception' })
}

/** The same occurrence in the mailboxes of the others, each as a row of its own. */
export function keepOccurrenceEverywhere(store: Store, event: EventRecord, localDate: string): void {
  const master = event.masterId === null ? null : findStored(store, event.mailbox, event.masterId)
  if (!master) return
  for (const copy of copiesOf(store, master.iCalUId)) {
    if (copy.mailbox === event.mailbox || copy.kind !== 'seriesMaster') continue
    keepOccurrence(store, {
      ...event,
      mailbox: copy.mailbox,
      id: occurrenceId(copy.id, localDate),
      immutableId: occurrenceId(copy.immutableId, localDate),
      masterId: copy.id,
      kind: 'occurrence',
      data: { ...copy.data, recurrence: null, cancelledOccurrences: [] },
    })
  }
}
