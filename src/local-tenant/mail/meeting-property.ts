import { readEventView, timeOf } from '../calendar/event-resource.ts'
import { copiesOf } from '../calendar/event-store.ts'
import type { JsonObject } from '../http/answer.ts'
import type { Call } from '../http/call.ts'
import type { MeetingPart, MessageData, MessageRow } from './message-store.ts'

const answers: Partial<Record<MeetingPart['kind'], string>> = {
  meetingAccepted: 'accepted',
  meetingTenativelyAccepted: 'tentativelyAccepted',
  meetingDeclined: 'declined',
}

/** What a message about a meeting shows besides a plain one's properties, its @odata.type among them. */
export function meetingProperty(call: Call, row: MessageRow, data: MessageData): JsonObject {
  const { store } = call.service
  const event = copiesOf(store, row.event_ical_uid ?? '').find(({ mailbox }) => mailbox === row.mailbox)
  const { zone } = readEventView({ ...call, query: { ...call.query, get: () => null } })
  // A message of the seed says nothing of its own: it is the request for the event as it is.
  const meeting: MeetingPart = data.meeting ?? {
    kind: 'meetingRequest',
    requestType: 'newMeetingRequest',
    startUtc: event?.startUtc ?? row.received_at,
    endUtc: event?.endUtc ?? row.received_at,
    isAllDay: event?.data.isAllDay ?? false,
    type: event?.kind ?? 'singleInstance',
  }
  const time = (utc: string): JsonObject => timeOf(utc, meeting.isAllDay, { zone })
  const common: JsonObject = {
    meetingMessageType: meeting.kind,
    startDateTime: time(meeting.startUtc),
    endDateTime: time(meeting.endUtc),
    location: event?.data.location ?? null,
    type: meeting.type,
    recurrence: event?.data.recurrence ?? null,
    isOutOfDate: data.isOutOfDate ?? false,
    isAllDay: meeting.isAllDay,
    isDelegated: false,
  }
  const responseType = answers[meeting.kind]
  if (responseType !== undefined) {
    const proposal = meeting.proposedNewTime ? { proposedNewTime: meeting.proposedNewTime } : {}
    return { '@odata.type': '#microsoft.graph.eventMessageResponse', ...common, responseType, ...proposal }
  }
  if (meeting.kind === 'meetingCancelled') return { '@odata.type': '#microsoft.graph.eventMessage', ...common }
  const { previous } = meeting
  return {
    '@odata.type': '#microsoft.graph.eventMessageRequest',
    ...common,
    previousLocation: previous ? { displayName: previous.location } : null,
    previousStartDateTime: previous ? time(previous.startUtc) : null,
    previousEndDateTime: previous ? time(previous.endUtc) : null,
    meetingRequestType: meeting.requestType ?? 'newMeetingRequest',
    responseRequested: event?.data.responseRequested ?? true,
    allowNewTimeProposals: event?.data.allowNewTimeProposals ?? true,
  }
}
