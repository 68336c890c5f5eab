import { afterAll, beforeAll, expect } from 'vitest'
import { type Served, serveTenant } from '../support/over-http.ts'
import { smallWorld } from '../support/small-world.ts'
import { type Expectation, type Places, runCases } from './cases.ts'

// Events, from the pages event-*, user-post-events, user-list-*view, event-delta and outlook-* of the documentation.

let served: Served
const places: Places = {}

beforeAll(async () => {
  served = await serveTenant(smallWorld([]))
})
afterAll(() => served.close())

const noTime = '0001-01-01T00:00:00Z'
const tag = /^W\/"[A-Za-z0-9+/=]+"$/
const romance = { Prefer: 'outlook.timezone="Romance Standard Time"' }

const lunch = {
  subject: "Let's go for lunch",
  body: { contentType: 'HTML', content: 'Does noon work for you?' },
  start: { dateTime: '2026-06-15T12:00:00', timeZone: 'Romance Standard Time' },
  end: { dateTime: '2026-06-15T14:00:00', timeZone: 'Romance Standard Time' },
  location: { displayName: "Harry's Bar" },
  attendees: [{ emailAddress: { address: 'bo@hjemme.example', name: 'Bo Dal' }, type: 'required' }],
  allowNewTimeProposals: true,
  transactionId: '7E163156-7762-4BEB-A1C6-729EA81755A7',
}
const plain = (subject: string, day: string, more: object = {}) => ({
  subject,
  start: { dateTime: `${day}T09:00:00`, timeZone: 'UTC' },
  end: { dateTime: `${day}T10:00:00`, timeZone: 'UTC' },
  ...more,
})
const allDay = (from: string, to: string, zone = 'Romance Standard Time') => ({
  subject: 'Seminar',
  isAllDay: true,
  start: { dateTime: from, timeZone: zone },
  end: { dateTime: to, timeZone: zone },
})
const june = 'startDateTime=2026-06-01T00:00:00Z&endDateTime=2026-07-01T00:00:00Z'

const creating: readonly Expectation[] = [
  {
    says: 'POST /me/events: 201 with Location, ETag, and the documented resource, in the preferred zone',
    ask: ['POST', '/me/events', lunch, romance],
    status: 201,
    headers: {
      location: /\/v1\.0\/users\('[0-9a-f-]+'\)\/events\('AAMk/,
      etag: tag,
      'preference-applied': /outlook\.timezone="Romance Standard Time"/,
    },
    answer: {
      '@odata.context': expect.stringMatching(/\$metadata#users\('[0-9a-f-]{36}'\)\/events\/\$entity$/),
      '@odata.etag': expect.stringMatching(tag),
      id: expect.stringMatching(/^AAMk[A-Za-z0-9_-]+=*$/),
      createdDateTime: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/),
      lastModifiedDateTime: expect.stringMatching(/Z$/),
      changeKey: expect.any(String),
      categories: [],
      transactionId: '7E163156-7762-4BEB-A1C6-729EA81755A7',
      originalStartTimeZone: 'Romance Standard Time',
      originalEndTimeZone: 'Romance Standard Time',
      iCalUId: expect.stringMatching(/^040000008200E00074C5B7101A82E008[0-9A-F]+$/),
      reminderMinutesBeforeStart: 15,
      isReminderOn: true,
      hasAttachments: false,
      subject: "Let's go for lunch",
      bodyPreview: 'Does noon work for you?',
      importance: 'normal',
      sensitivity: 'normal',
      isAllDay: false,
      isCancelled: false,
      isOrganizer: true,
      responseRequested: true,
      seriesMasterId: null,
      showAs: 'busy',
      type: 'singleInstance',
      webLink: expect.stringContaining('https://outlook.office365.com/owa/?itemid='),
      onlineMeetingUrl: null,
      isOnlineMeeting: false,
      onlineMeetingProvider: 'unknown',
      allowNewTimeProposals: true,
      isDraft: false,
      hideAttendees: false,
      responseStatus: { response: 'organizer', time: noTime },
      body: { contentType: 'html', content: expect.stringContaining('Does noon work for you?') },
      start: { dateTime: '2026-06-15T12:00:00.0000000', timeZone: 'Romance Standard Time' },
      end: { dateTime: '2026-06-15T14:00:00.0000000', timeZone: 'Romance Standard Time' },
      location: {
        displayName: "Harry's Bar",
        locationType: 'default',
        uniqueId: "Harry's Bar",
        uniqueIdType: 'private',
      },
      locations: [{ displayName: "Harry's Bar", locationType: 'default' }],
      recurrence: null,
      attendees: [
        {
          type: 'required',
          status: { response: 'none', time: noTime },
          emailAddress: { name: 'Bo Dal', address: 'bo@hjemme.example' },
        },
      ],
      organizer: { emailAddress: { name: 'Anna Bjerg', address: 'anna@vaert.example' } },
      onlineMeeting: null,
    },
    keep: {
      event: (reply) => reply.json.id,
      uid: (reply) => reply.json.iCalUId,
      tag: (reply) => reply.json['@odata.etag'],
    },
  },
  {
    says: 'the same transactionId again makes no second event',
    ask: ['POST', '/me/events', lunch],
    status: 409,
    code: 'ErrorDuplicateTransactionId',
  },
  {
    says: 'times come in UTC when no zone is preferred',
    ask: ['GET', '/me/events/{event}'],
    status: 200,
    answer: {
      start: { dateTime: '2026-06-15T10:00:00.0000000', timeZone: 'UTC' },
      end: { dateTime: '2026-06-15T12:00:00.0000000', timeZone: 'UTC' },
    },
    headers: { etag: tag, 'preference-applied': null },
  },
  {
    says: 'an IANA zone can be preferred too',
    ask: ['GET', '/me/events/{event}', undefined, { Prefer: 'outlook.timezone="Europe/Berlin"' }],
    status: 200,
    answer: { start: { dateTime: '2026-06-15T12:00:00.0000000', timeZone: 'Europe/Berlin' } },
  },
  {
    says: 'a zone nobody knows is 400',
    ask: ['GET', '/me/events/{event}', undefined, { Prefer: 'outlook.timezone="Middle Earth Standard Time"' }],
    status: 400,
    code: 'TimeZoneNotSupportedException',
  },
  {
    says: 'the body as text, and the header that says so',
    ask: ['GET', '/me/events/{event}', undefined, { Prefer: 'outlook.body-content-type="text"' }],
    status: 200,
    answer: { body: { contentType: 'text', content: expect.stringContaining('Does noon work for you?') } },
    headers: { 'preference-applied': /outlook\.body-content-type="text"/ },
  },
  {
    says: '$select gives those, the id and the etag',
    ask: ['GET', '/me/events/{event}?$select=subject,start'],
    status: 200,
    and: (reply) =>
      expect(
        Object.keys(reply.json)
          .filter((name) => !name.startsWith('calendar@'))
          .sort(),
      ).toEqual(['@odata.context', '@odata.etag', 'id', 'start', 'subject']),
    answer: { '@odata.context': expect.stringMatching(/events\(subject,start\)\/\$entity$/) },
  },
  {
    says: 'a property events do not have is 400',
    ask: ['GET', '/me/events/{event}?$select=colour'],
    status: 400,
    code: 'BadRequest',
  },
  {
    says: 'If-None-Match with the present version is 304 without a body',
    ask: ['GET', '/me/events/{event}', undefined, { 'If-None-Match': '{tag}' }],
    status: 304,
    and: (reply) => expect(reply.bytes).toHaveLength(0),
  },
  {
    says: 'immutable ids are other ids, and open the event as well',
    ask: ['GET', '/me/events/{event}?$select=id', undefined, { Prefer: 'IdType="ImmutableId"' }],
    status: 200,
    headers: { 'preference-applied': /IdType="ImmutableId"/ },
    and: (reply, kept) => expect(reply.json.id).not.toBe(kept['event']),
    keep: { immutable: (reply) => reply.json.id },
  },
  {
    says: 'immutable ids, asked for by one',
    ask: ['GET', '/me/events/{immutable}', undefined, { Prefer: 'IdType="ImmutableId"' }],
    status: 200,
    answer: { id: '{immutable}', subject: "Let's go for lunch" },
  },
  {
    says: 'an id that cannot be one is 400',
    ask: ['GET', '/me/events/nonsense'],
    status: 400,
    code: 'ErrorInvalidIdMalformed',
  },
  {
    says: 'an id of nothing is 404',
    ask: ['GET', '/me/events/AAMkAGI1AAAt9AHjAAA='],
    status: 404,
    code: 'ErrorItemNotFound',
  },
  {
    says: 'the mailbox of somebody else is closed',
    as: 'bo',
    ask: ['GET', '/users/bo@hjemme.example/events'],
    status: 200,
  },
  {
    says: 'the mailbox of somebody else in the directory is closed',
    as: 'carl',
    ask: ['GET', '/users/anna@vaert.example/events'],
    status: 403,
    code: 'ErrorAccessDenied',
  },
  {
    says: 'no end is 400',
    ask: ['POST', '/me/events', { subject: 'x', start: lunch.start }],
    status: 400,
    code: 'ErrorRequiredPropertyMissing',
  },
  {
    says: 'an end before the start is 400',
    ask: [
      'POST',
      '/me/events',
      { ...plain('x', '2026-06-02'), end: { dateTime: '2026-06-02T08:00:00', timeZone: 'UTC' } },
    ],
    status: 400,
    code: 'ErrorPropertyValidationFailure',
  },
  {
    says: 'a time that is none is 400',
    ask: ['POST', '/me/events', { ...plain('x', '2026-06-02'), start: { dateTime: 'tomorrow', timeZone: 'UTC' } }],
    status: 400,
    code: 'BadRequest',
  },
  {
    says: 'a zone that is none is 400',
    ask: [
      'POST',
      '/me/events',
      { ...plain('x', '2026-06-02'), start: { dateTime: '2026-06-02T09:00:00', timeZone: 'Nowhere' } },
    ],
    status: 400,
    code: 'TimeZoneNotSupportedException',
  },
  {
    says: 'a property events do not have is 400',
    ask: ['POST', '/me/events', plain('x', '2026-06-02', { colour: 'red' })],
    status: 400,
    code: 'BadRequest',
  },
  {
    says: 'a value the enumeration does not have is 400',
    ask: ['POST', '/me/events', plain('x', '2026-06-02', { showAs: 'hidden' })],
    status: 400,
    code: 'BadRequest',
  },
  {
    says: 'an online meeting has its link',
    ask: [
      'POST',
      '/me/events',
      plain('Online', '2026-06-20', { isOnlineMeeting: true, onlineMeetingProvider: 'teamsForBusiness' }),
    ],
    status: 201,
    answer: {
      isOnlineMeeting: true,
      onlineMeetingProvider: 'teamsForBusiness',
      onlineMeetingUrl: null,
      onlineMeeting: {
        joinUrl: expect.stringMatching(/^https:\/\/teams\.microsoft\.com\/l\/meetup-join\/19%3Ameeting_/i),
      },
    },
    keep: { join: (reply) => reply.json.onlineMeeting.joinUrl },
  },
  {
    says: 'several locations, which are one location by all their names',
    ask: [
      'POST',
      '/me/events',
      plain('Places', '2026-06-21', { locations: [{ displayName: 'Room 3' }, { displayName: 'Home' }] }),
    ],
    status: 201,
    answer: {
      location: { displayName: 'Room 3; Home' },
      locations: [{ displayName: 'Room 3' }, { displayName: 'Home' }],
    },
  },
]

const allDays: readonly Expectation[] = [
  {
    says: 'an all-day event has midnights in its zone',
    ask: ['POST', '/me/events', allDay('2026-10-24T00:00:00', '2026-10-26T00:00:00'), romance],
    status: 201,
    answer: {
      isAllDay: true,
      start: { dateTime: '2026-10-24T00:00:00.0000000' },
      end: { dateTime: '2026-10-26T00:00:00.0000000' },
    },
  },
  {
    says: 'an all-day event that does not begin at midnight is 400',
    ask: ['POST', '/me/events', allDay('2026-10-24T08:00:00', '2026-10-25T00:00:00')],
    status: 400,
    code: 'ErrorPropertyValidationFailure',
  },
  {
    says: 'an all-day event of no length is 400',
    ask: ['POST', '/me/events', allDay('2026-10-24T00:00:00', '2026-10-24T00:00:00')],
    status: 400,
    code: 'ErrorPropertyValidationFailure',
  },
]

const reading: readonly Expectation[] = [
  {
    says: 'GET /me/events lists singles and masters, ten to a page, with an absolute link to the next',
    ask: ['GET', '/me/events?$top=2'],
    status: 200,
    answer: {
      '@odata.context': expect.stringMatching(/users\('[0-9a-f-]{36}'\)\/events$/),
      '@odata.nextLink': expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/v1\.0\/me\/events\?/),
    },
    and: (reply) => expect(reply.json.value).toHaveLength(2),
    keep: { next: (reply) => reply.json['@odata.nextLink'] },
  },
  {
    says: 'the next page keeps what was asked',
    ask: ['GET', '/me/events?$top=2&$skip=2'],
    status: 200,
    and: async (page, kept) => {
      const followed = await served.ask('anna', 'GET', kept['next'] ?? '')
      expect(followed.status).toBe(200)
      expect(followed.json.value.map(({ id }: { id: string }) => id)).toEqual(
        page.json.value.map(({ id }: { id: string }) => id),
      )
    },
  },
  {
    says: 'Prefer: odata.maxpagesize cuts pages',
    ask: ['GET', '/me/events', undefined, { Prefer: 'odata.maxpagesize=1' }],
    status: 200,
    and: (reply) => expect(reply.json.value).toHaveLength(1),
  },
  {
    says: '$count=true counts all that match',
    ask: ['GET', '/me/events?$count=true&$top=1&$select=id'],
    status: 200,
    answer: { '@odata.count': 4 },
  },
  {
    says: '$orderby by start, the last first',
    ask: ['GET', '/me/events?$orderby=start/dateTime desc&$select=start'],
    status: 200,
    and: (reply) => {
      const starts = reply.json.value.map(({ start }: { start: { dateTime: string } }) => start.dateTime)
      expect(starts).toEqual([...starts].sort().reverse())
    },
  },
  {
    says: '$filter by iCalUId finds the event',
    ask: ['GET', "/me/events?$filter=iCalUId eq '{uid}'"],
    status: 200,
    answer: { value: [{ id: '{event}' }] },
  },
  {
    says: '$filter by times',
    ask: ['GET', "/me/events?$filter=start/dateTime ge '2026-06-20' and end/dateTime lt '2026-06-21T00:00'"],
    status: 200,
    answer: { value: [{ subject: 'Online' }] },
  },
  {
    says: '$filter with startswith and not',
    ask: ['GET', "/me/events?$filter=not startswith(subject,'Let') and isAllDay eq false&$select=subject"],
    status: 200,
    and: (reply) =>
      expect(reply.json.value.map(({ subject }: { subject: string }) => subject).sort()).toEqual(['Online', 'Places']),
  },
  {
    says: '$filter by uid is refused',
    ask: ['GET', "/me/events?$filter=uid eq 'x'"],
    status: 400,
    code: 'ErrorInvalidUrlQueryFilter',
  },
  {
    says: 'a $top over 1,000 is refused',
    ask: ['GET', '/me/events?$top=1001'],
    status: 400,
    code: 'BadRequest',
  },
  {
    says: 'calendarView without a window is 400',
    ask: ['GET', '/me/calendarView'],
    status: 400,
    code: 'ErrorInvalidParameter',
  },
  {
    says: 'calendarView with a window turned round is 400',
    ask: ['GET', '/me/calendarView?startDateTime=2026-07-01&endDateTime=2026-06-01'],
    status: 400,
    code: 'ErrorInvalidParameter',
  },
  {
    says: 'calendarView with a window of more than 1,825 days is 400',
    ask: ['GET', '/me/calendarView?startDateTime=2020-01-01&endDateTime=2026-06-01'],
    status: 400,
    code: 'ErrorCalendarViewRangeTooBig',
  },
  {
    says: 'calendarView gives what touches the window, by start',
    ask: ['GET', `/me/calendarView?${june}&$select=subject`],
    status: 200,
    answer: { value: [{ subject: "Let's go for lunch" }, { subject: 'Online' }, { subject: 'Places' }] },
  },
  {
    says: 'calendarView does not give what ends as the window begins',
    ask: ['GET', '/me/calendarView?startDateTime=2026-06-15T12:00:00Z&endDateTime=2026-06-16T00:00:00Z'],
    status: 200,
    answer: { value: [] },
  },
  {
    says: 'a window with an offset',
    ask: ['GET', '/me/calendarView?startDateTime=2026-06-15T13:59:00%2B02:00&endDateTime=2026-06-15T18:00:00%2B02:00'],
    status: 200,
    answer: { value: [{ subject: "Let's go for lunch" }] },
  },
  {
    says: 'GET /me/calendar',
    ask: ['GET', '/me/calendar'],
    status: 200,
    answer: { name: 'Calendar', isDefaultCalendar: true, canEdit: true, owner: { address: 'anna@vaert.example' } },
    keep: { calendar: (reply) => reply.json.id },
  },
  { says: 'GET /me/calendars', ask: ['GET', '/me/calendars'], status: 200, answer: { value: [{ id: '{calendar}' }] } },
  { says: 'events below /me/calendars/{id}', ask: ['GET', '/me/calendars/{calendar}/events?$top=1'], status: 200 },
  { says: 'calendarView below /me/calendar', ask: ['GET', `/me/calendar/calendarView?${june}`], status: 200 },
]

runCases([...creating, ...allDays, ...reading], () => ({ served, places }))
