import { afterAll, beforeAll, expect } from 'vitest'
import { type Served, serveTenant } from '../support/over-http.ts'
import { smallWorld } from '../support/small-world.ts'
import { type Expectation, type Places, runCases } from './cases.ts'

// Organiser and attendee in two tenants: event-accept, -decline, -cancel, -forward, -delete, -update, eventmessage-get.

let served: Served
const places: Places = {}

beforeAll(async () => {
  served = await serveTenant(smallWorld([]))
})
afterAll(() => served.close())

const slot = (day: string) => ({
  start: { dateTime: `${day}T09:00:00`, timeZone: 'Romance Standard Time' },
  end: { dateTime: `${day}T10:00:00`, timeZone: 'Romance Standard Time' },
})
const invitation = (subject: string, day: string, more: object = {}) => ({
  subject,
  ...slot(day),
  attendees: [{ emailAddress: { address: 'bo@hjemme.example' }, type: 'required' }],
  ...more,
})
const own = (uid: string) => `/me/events?$filter=iCalUId eq '${uid}'`
const id = (reply: { json: { value: { id: string }[] } }): string => reply.json.value[0]?.id ?? ''

const answering: readonly Expectation[] = [
  {
    says: 'an invitation reaches the attendee in another tenant: another id, the same iCalUId',
    ask: ['POST', '/me/events', invitation('Forum', '2026-08-10')],
    status: 201,
    keep: { a: (reply) => reply.json.id, uid: (reply) => reply.json.iCalUId },
  },
  {
    says: '... his own copy',
    as: 'bo',
    ask: ['GET', own('{uid}')],
    status: 200,
    answer: {
      value: [
        {
          iCalUId: '{uid}',
          isOrganizer: false,
          showAs: 'tentative',
          responseStatus: { response: 'notResponded', time: '0001-01-01T00:00:00Z' },
          organizer: { emailAddress: { address: 'anna@vaert.example' } },
        },
      ],
    },
    and: (reply, kept) => expect(id(reply)).not.toBe(kept['a']),
    keep: { b: id },
  },
  {
    says: '... with a request in the inbox, that leads to the copy',
    as: 'bo',
    ask: ['GET', '/me/mailFolders/inbox/messages?$expand=microsoft.graph.eventMessage/event'],
    status: 200,
    answer: {
      value: [
        {
          '@odata.type': '#microsoft.graph.eventMessageRequest',
          subject: 'Forum',
          meetingMessageType: 'meetingRequest',
          meetingRequestType: 'newMeetingRequest',
          isOutOfDate: false,
          event: { id: '{b}' },
        },
      ],
    },
  },
  {
    says: "the organiser's id opens nothing for the attendee",
    as: 'bo',
    ask: ['GET', '/me/events/{a}'],
    status: 404,
    code: 'ErrorItemNotFound',
  },
  {
    says: 'an organiser cannot accept',
    ask: ['POST', '/me/events/{a}/accept', { sendResponse: true }],
    status: 400,
    code: 'ErrorInvalidRequest',
  },
  {
    says: 'an attendee cannot cancel, and is told so in these words',
    as: 'bo',
    ask: ['POST', '/me/events/{b}/cancel', { Comment: 'x' }],
    status: 400,
    code: 'ErrorInvalidRequest',
    answer: { error: { message: "Your request can't be completed. You need to be an organizer to cancel a meeting." } },
  },
  {
    says: 'an unknown parameter of an action is 400',
    as: 'bo',
    ask: ['POST', '/me/events/{b}/accept', { sendReply: true }],
    status: 400,
    code: 'BadRequest',
  },
  {
    says: 'accept: 202 and no body',
    as: 'bo',
    ask: ['POST', '/me/events/{b}/accept', { comment: 'Jeg kommer', sendResponse: true }],
    status: 202,
    and: (reply) => expect(reply.bytes).toHaveLength(0),
  },
  {
    says: '... his copy says so',
    as: 'bo',
    ask: ['GET', '/me/events/{b}'],
    status: 200,
    answer: { responseStatus: { response: 'accepted', time: '2026-03-02T08:00:00Z' }, showAs: 'busy' },
  },
  {
    says: "... the organiser's copy says so",
    ask: ['GET', '/me/events/{a}'],
    status: 200,
    answer: { attendees: [{ status: { response: 'accepted', time: '2026-03-02T08:00:00Z' } }] },
  },
  {
    says: '... and the answer is in her inbox',
    ask: ['GET', "/me/messages?$filter=subject eq 'Accepted: Forum'"],
    status: 200,
    answer: {
      value: [
        {
          '@odata.type': '#microsoft.graph.eventMessageResponse',
          meetingMessageType: 'meetingAccepted',
          responseType: 'accepted',
          from: { emailAddress: { address: 'bo@hjemme.example' } },
          bodyPreview: 'Jeg kommer',
        },
      ],
    },
  },
  {
    says: 'tentativelyAccept without telling',
    as: 'bo',
    ask: ['POST', '/me/events/{b}/tentativelyAccept', { sendResponse: false }],
    status: 202,
  },
  {
    says: '... is seen by him',
    as: 'bo',
    ask: ['GET', '/me/events/{b}'],
    status: 200,
    answer: { responseStatus: { response: 'tentativelyAccepted' }, showAs: 'tentative' },
  },
  {
    says: '... and not by her',
    ask: ['GET', '/me/events/{a}'],
    status: 200,
    answer: { attendees: [{ status: { response: 'accepted' } }] },
  },
  {
    says: 'a new time proposed without sending is 400',
    as: 'bo',
    ask: ['POST', '/me/events/{b}/decline', { sendResponse: false, proposedNewTime: slot('2026-08-12') }],
    status: 400,
    code: 'ErrorInvalidRequest',
  },
  {
    says: 'a new time proposed with the answer reaches the organiser',
    as: 'bo',
    ask: ['POST', '/me/events/{b}/tentativelyAccept', { sendResponse: true, proposedNewTime: slot('2026-08-12') }],
    status: 202,
  },
  {
    says: '... she sees the proposal',
    ask: ['GET', '/me/events/{a}'],
    status: 200,
    answer: { attendees: [{ proposedNewTime: { start: { dateTime: '2026-08-12T09:00:00' } } }] },
  },
  {
    says: 'the organiser forbids proposals',
    ask: ['PATCH', '/me/events/{a}', { allowNewTimeProposals: false }],
    status: 200,
    answer: { allowNewTimeProposals: false },
  },
  {
    says: '... now a proposal is 400',
    as: 'bo',
    ask: ['POST', '/me/events/{b}/decline', { sendResponse: true, proposedNewTime: slot('2026-08-12') }],
    status: 400,
    code: 'ErrorInvalidRequest',
  },
  { says: 'decline: 202', as: 'bo', ask: ['POST', '/me/events/{b}/decline', { sendResponse: true }], status: 202 },
  {
    says: '... the copy has left his calendar',
    as: 'bo',
    ask: ['GET', '/me/events/{b}'],
    status: 404,
    code: 'ErrorItemNotFound',
  },
  {
    says: '... she sees it',
    ask: ['GET', '/me/events/{a}'],
    status: 200,
    answer: { attendees: [{ status: { response: 'declined' } }] },
  },
]

const moving: readonly Expectation[] = [
  {
    says: 'a meeting to be moved',
    ask: ['POST', '/me/events', invitation('Drift', '2026-08-17', { isOnlineMeeting: true })],
    status: 201,
    keep: {
      m: (reply) => reply.json.id,
      muid: (reply) => reply.json.iCalUId,
      mtag: (reply) => reply.json['@odata.etag'],
      mjoin: (reply) => reply.json.onlineMeeting.joinUrl,
    },
  },
  { says: '... the copy', as: 'bo', ask: ['GET', own('{muid}')], status: 200, keep: { mb: id } },
  { says: '... accepted', as: 'bo', ask: ['POST', '/me/events/{mb}/accept', {}], status: 202 },
  {
    says: 'a PATCH with an old version is 412, and nothing is written',
    ask: ['PATCH', '/me/events/{m}', { subject: 'Tabt' }, { 'If-Match': 'W/"b2xk"' }],
    status: 412,
    code: 'ErrorIrresolvableConflict',
  },
  { says: '... nothing was written', ask: ['GET', '/me/events/{m}'], status: 200, answer: { subject: 'Drift' } },
  {
    says: 'the organiser moves it: the UID and the link stay, the version does not',
    ask: ['PATCH', '/me/events/{m}', slot('2026-08-18')],
    status: 200,
    answer: {
      id: '{m}',
      iCalUId: '{muid}',
      start: { dateTime: '2026-08-18T07:00:00.0000000', timeZone: 'UTC' },
      onlineMeeting: { joinUrl: '{mjoin}' },
    },
    and: (reply, kept) => expect(reply.json['@odata.etag']).not.toBe(kept['mtag']),
  },
  {
    says: '... it reaches the attendee, who is asked again',
    as: 'bo',
    ask: ['GET', '/me/events/{mb}'],
    status: 200,
    answer: { start: { dateTime: '2026-08-18T07:00:00.0000000' }, responseStatus: { response: 'notResponded' } },
  },
  {
    says: '... with an update that names the time before, and the old request is out of date',
    as: 'bo',
    ask: ['GET', "/me/messages?$filter=subject eq 'Drift'"],
    status: 200,
    and: (reply) => {
      const messages: { meetingRequestType: string; isOutOfDate: boolean; previousStartDateTime: unknown }[] =
        reply.json.value
      const update = messages.find(({ meetingRequestType }) => meetingRequestType === 'fullUpdate')
      expect(update).toMatchObject({
        isOutOfDate: false,
        previousStartDateTime: { dateTime: '2026-08-17T07:00:00.0000000' },
      })
      expect(messages.find(({ meetingRequestType }) => meetingRequestType === 'newMeetingRequest')).toMatchObject({
        isOutOfDate: true,
      })
    },
  },
  {
    says: "an attendee's change stays in his own copy",
    as: 'bo',
    ask: ['PATCH', '/me/events/{mb}', { categories: ['Rød kategori'], reminderMinutesBeforeStart: 30 }],
    status: 200,
    answer: { categories: ['Rød kategori'], reminderMinutesBeforeStart: 30 },
  },
  {
    says: '... and is not seen by the organiser',
    ask: ['GET', '/me/events/{m}'],
    status: 200,
    answer: { categories: [], reminderMinutesBeforeStart: 15 },
  },
  {
    says: 'hidden attendees see themselves alone',
    ask: [
      'PATCH',
      '/me/events/{m}',
      {
        hideAttendees: true,
        attendees: [
          { emailAddress: { address: 'bo@hjemme.example' } },
          { emailAddress: { address: 'carl@vaert.example' } },
        ],
      },
    ],
    status: 200,
    and: (reply) => expect(reply.json.attendees).toHaveLength(2),
  },
  {
    says: '... as he sees it',
    as: 'bo',
    ask: ['GET', '/me/events/{mb}?$select=attendees'],
    status: 200,
    and: (reply) =>
      expect(
        reply.json.attendees.map((one: { emailAddress: { address: string } }) => one.emailAddress.address),
      ).toEqual(['bo@hjemme.example']),
  },
  {
    says: 'forward brings it to somebody else',
    as: 'bo',
    ask: [
      'POST',
      '/me/events/{mb}/forward',
      { Comment: 'Se her', ToRecipients: [{ EmailAddress: { Address: 'dora@hjemme.example' } }] },
    ],
    status: 202,
  },
  {
    says: '... who has a copy',
    as: 'dora',
    ask: ['GET', own('{muid}')],
    status: 200,
    answer: { value: [{ subject: 'Drift', isOrganizer: false }] },
  },
  {
    says: 'forward to nobody is 400',
    as: 'bo',
    ask: ['POST', '/me/events/{mb}/forward', { ToRecipients: [] }],
    status: 400,
    code: 'ErrorInvalidRecipients',
  },
  { says: 'an attendee removes his own copy: 204', as: 'bo', ask: ['DELETE', '/me/events/{mb}'], status: 204 },
  {
    says: '... it stays with the organiser',
    ask: ['GET', '/me/events/{m}'],
    status: 200,
    answer: { isCancelled: false },
  },
  {
    says: 'a second removal is 404',
    as: 'bo',
    ask: ['DELETE', '/me/events/{mb}'],
    status: 404,
    code: 'ErrorItemNotFound',
  },
  { says: 'the organiser cancels: 202', ask: ['POST', '/me/events/{m}/cancel', { Comment: 'Aflyst' }], status: 202 },
  { says: '... gone from her calendar', ask: ['GET', '/me/events/{m}'], status: 404, code: 'ErrorItemNotFound' },
  {
    says: '... cancelled in that of the others, until they remove it',
    as: 'dora',
    ask: ['GET', own('{muid}')],
    status: 200,
    answer: { value: [{ isCancelled: true, subject: 'Canceled: Drift', showAs: 'free' }] },
  },
  {
    says: '... who got a cancellation',
    as: 'dora',
    ask: ['GET', "/me/messages?$filter=subject eq 'Canceled: Drift'"],
    status: 200,
    answer: { value: [{ '@odata.type': '#microsoft.graph.eventMessage', meetingMessageType: 'meetingCancelled' }] },
  },
  {
    says: 'the organiser removes a meeting: as if cancelled',
    ask: ['POST', '/me/events', invitation('Slettes', '2026-08-24')],
    status: 201,
    keep: { d: (reply) => reply.json.id, duid: (reply) => reply.json.iCalUId },
  },
  { says: '... 204', ask: ['DELETE', '/me/events/{d}'], status: 204 },
  {
    says: '... the copies are cancelled',
    as: 'bo',
    ask: ['GET', own('{duid}')],
    status: 200,
    answer: { value: [{ isCancelled: true }] },
  },
  {
    says: 'a removed attendee has his copy cancelled',
    ask: ['POST', '/me/events', invitation('Uden Bo', '2026-08-25')],
    status: 201,
    keep: { r: (reply) => reply.json.id, ruid: (reply) => reply.json.iCalUId },
  },
  {
    says: '... taken off',
    ask: ['PATCH', '/me/events/{r}', { attendees: [] }],
    status: 200,
    answer: { attendees: [] },
  },
  {
    says: '... his copy',
    as: 'bo',
    ask: ['GET', own('{ruid}')],
    status: 200,
    answer: { value: [{ isCancelled: true }] },
  },
  { says: 'dismissReminder: 200', ask: ['POST', '/me/events/{r}/dismissReminder'], status: 200 },
  {
    says: 'snoozeReminder: 200',
    ask: [
      'POST',
      '/me/events/{r}/snoozeReminder',
      { newReminderTime: { dateTime: '2026-08-25T06:00:00', timeZone: 'UTC' } },
    ],
    status: 200,
  },
]

runCases([...answering, ...moving], () => ({ served, places }))
