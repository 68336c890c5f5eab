import { insertMessage, type MeetingPart, plainMessage } from '../mail/message-store.ts'
import type { Store } from '../store/database.ts'
import { type EventRecord, type Mailbox, mailboxIds } from './event-record.ts'

/** Time and place of an event before it was changed. */
export type Before = Pick<EventRecord, 'startUtc' | 'endUtc'> & { readonly location: string }

/** Puts the request for a copy into its mailbox; earlier ones for the same event are out of date from now on. */
export function sendRequest(store: Store, copy: EventRecord, now: string, before: Before | null): void {
  const isMoved = before !== null && (before.startUtc !== copy.startUtc || before.endUtc !== copy.endUtc)
  const requestType = before === null ? 'newMeetingRequest' : isMoved ? 'fullUpdate' : 'informationalUpdate'
  put(store, copy, now, {
    to: copy.mailbox,
    from: copy.data.organizer,
    subject: copy.data.subject,
    meeting: { kind: 'meetingRequest', requestType, previous: before, ...times(copy) },
  })
}

/** Puts the cancellation of a copy into its mailbox. */
export function sendCancellation(store: Store, copy: EventRecord, now: string): void {
  put(store, copy, now, {
    to: copy.mailbox,
    from: copy.data.organizer,
    subject: copy.data.subject,
    meeting: { kind: 'meetingCancelled', ...times(copy) },
  })
}

const answerNames = {
  accepted: { kind: 'meetingAccepted', prefix: 'Accepted: ' },
  // Spelled so in Graph itself.
  tentativelyAccepted: { kind: 'meetingTenativelyAccepted', prefix: 'Tentative: ' },
  declined: { kind: 'meetingDeclined', prefix: 'Declined: ' },
} as const

export type AnswerKind = keyof typeof answerNames

/** Puts an attendee's answer into the mailbox of the organiser. */
export function sendAnswer(
  store: Store,
  organizerCopy: EventRecord,
  answer: { readonly from: Mailbox; readonly kind: AnswerKind; readonly comment: string; readonly at: string },
  proposedNewTime: MeetingPart['proposedNewTime'],
): void {
  const { kind, prefix } = answerNames[answer.kind]
  put(store, organizerCopy, answer.at, {
    to: organizerCopy.mailbox,
    from: answer.from,
    subject: `${prefix}${organizerCopy.data.subject}`,
    comment: answer.comment,
    meeting: { kind, ...(proposedNewTime ? { proposedNewTime } : {}), ...times(organizerCopy) },
  })
}

/** Tells the organiser who has brought the meeting to whom. */
export function sendForwardNotice(
  store: Store,
  organizerCopy: EventRecord,
  from: Mailbox,
  to: readonly Mailbox[],
  now: string,
): void {
  insertMessage(store, {
    mailbox: organizerCopy.mailbox,
    ...mailboxIds(),
    shortId: null,
    folder: 'inbox',
    receivedAt: now,
    eventICalUId: null,
    data: {
      ...plainMessage,
      subject: `Meeting Forward Notification: ${organizerCopy.data.subject}`,
      body: { contentType: 'text', content: `${from.name}: ${to.map(({ name }) => name).join(', ')}` },
      from,
      toRecipients: [organizerCopy.data.organizer],
      sentAt: now,
      isDraft: false,
    },
    attachments: [],
  })
}

type Letter = {
  readonly to: string
  readonly from: Mailbox
  readonly subject: string
  readonly comment?: string
  readonly meeting: MeetingPart
}

function put(store: Store, event: EventRecord, now: string, letter: Letter): void {
  if (letter.meeting.kind === 'meetingRequest' || letter.meeting.kind === 'meetingCancelled') {
    store.run(
      "UPDATE messages SET data = json_set(data, '$.isOutOfDate', json('true')) WHERE mailbox = ? AND event_ical_uid = ?",
      letter.to,
      event.iCalUId,
    )
  }
  insertMessage(store, {
    mailbox: letter.to,
    ...mailboxIds(),
    shortId: null,
    folder: 'inbox',
    receivedAt: now,
    eventICalUId: event.iCalUId,
    data: {
      ...plainMessage,
      subject: letter.subject,
      body: letter.comment === undefined ? event.data.body : { contentType: 'text', content: letter.comment },
      from: letter.from,
      toRecipients: event.data.attendees.map(({ emailAddress }) => emailAddress),
      sentAt: now,
      isDraft: false,
      meeting: letter.meeting,
    },
    attachments: [],
  })
}

function times(event: EventRecord): Pick<MeetingPart, 'startUtc' | 'endUtc' | 'isAllDay' | 'type'> {
  const { startUtc, endUtc, data, kind } = event
  return { startUtc, endUtc, isAllDay: data.isAllDay, type: kind }
}
