import { afterAll, beforeAll, expect } from 'vitest'
import { type HttpReply, type Served, serveTenant } from '../support/over-http.ts'
import { smallWorld } from '../support/small-world.ts'
import { type Expectation, type Places, runCases } from './cases.ts'

// Recurring events: recurrencepattern, recurrencerange, event-list-instances, exceptions, clocks that change.

let served: Served
const places: Places = {}

beforeAll(async () => {
  served = await serveTenant(smallWorld([]))
})
afterAll(() => served.close())

const noEnd = (startDate: string) => ({ type: 'noEnd', startDate })
const series = (pattern: object, range: { startDate: string }, zone = 'Romance Standard Time') => ({
  subject: 'Serie',
  start: { dateTime: `${range.startDate}T09:00:00`, timeZone: zone },
  end: { dateTime: `${range.startDate}T10:00:00`, timeZone: zone },
  recurrence: { pattern, range },
})
const starts = (reply: HttpReply): string[] =>
  reply.json.value.map(({ start }: { start: { dateTime: string } }) => start.dateTime.slice(0, 16))
const dates = (reply: HttpReply): string[] => starts(reply).map((start) => start.slice(0, 10))

// A pattern, and the local dates it must give in a window.
const patterns: readonly [
  says: string,
  pattern: object,
  range: { startDate: string },
  until: string,
  expected: readonly string[],
][] = [
  [
    'daily, every third day',
    { type: 'daily', interval: 3 },
    noEnd('2026-05-01'),
    '2026-05-11',
    ['2026-05-01', '2026-05-04', '2026-05-07', '2026-05-10'],
  ],
  [
    'weekly, two days, every second week, weeks from Monday',
    { type: 'weekly', interval: 2, daysOfWeek: ['Tuesday', 'thursday'], firstDayOfWeek: 'monday' },
    noEnd('2026-05-05'),
    '2026-05-31',
    ['2026-05-05', '2026-05-07', '2026-05-19', '2026-05-21'],
  ],
  [
    'absoluteMonthly on the 31st: the last day of shorter months',
    { type: 'absoluteMonthly', interval: 1, dayOfMonth: 31 },
    noEnd('2026-01-31'),
    '2026-05-01',
    ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30'],
  ],
  [
    'relativeMonthly: the last Thursday, every second month',
    { type: 'relativeMonthly', interval: 2, daysOfWeek: ['thursday'], index: 'last' },
    noEnd('2026-01-29'),
    '2026-06-01',
    ['2026-01-29', '2026-03-26', '2026-05-28'],
  ],
  [
    'relativeMonthly: the second weekday',
    {
      type: 'relativeMonthly',
      interval: 1,
      daysOfWeek: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
      index: 'second',
    },
    noEnd('2026-05-04'),
    '2026-07-01',
    ['2026-05-04', '2026-06-02'],
  ],
  [
    'absoluteYearly',
    { type: 'absoluteYearly', interval: 1, dayOfMonth: 5, month: 6 },
    noEnd('2026-06-05'),
    '2028-07-01',
    ['2026-06-05', '2027-06-05', '2028-06-05'],
  ],
  [
    'relativeYearly: the first Sunday of November',
    { type: 'relativeYearly', interval: 1, daysOfWeek: ['sunday'], index: 'first', month: 11 },
    noEnd('2026-11-01'),
    '2028-12-01',
    ['2026-11-01', '2027-11-07', '2028-11-05'],
  ],
  [
    'until a date, which is still in it',
    { type: 'daily', interval: 1 },
    { type: 'endDate', startDate: '2026-05-01', endDate: '2026-05-03' } as { startDate: string },
    '2026-06-01',
    ['2026-05-01', '2026-05-02', '2026-05-03'],
  ],
  [
    'a number of times',
    { type: 'weekly', interval: 1, daysOfWeek: ['friday'] },
    { type: 'numbered', startDate: '2026-05-01', numberOfOccurrences: 3 } as { startDate: string },
    '2026-08-01',
    ['2026-05-01', '2026-05-08', '2026-05-15'],
  ],
]

const patternCases: readonly Expectation[] = patterns.map(([says, pattern, range, until, expected]) => ({
  says: `a pattern: ${says}`,
  ask: ['POST', '/me/events', series(pattern, range)],
  status: 201,
  answer: {
    type: 'seriesMaster',
    seriesMasterId: null,
    recurrence: { pattern: { type: (pattern as { type: string }).type } },
  },
  and: async (reply) => {
    const window = `startDateTime=${range.startDate}T00:00:00Z&endDateTime=${until}T00:00:00Z&$top=50`
    expect(dates(await served.ask('anna', 'GET', `/me/events/${reply.json.id}/instances?${window}`))).toEqual(expected)
    await served.ask('anna', 'DELETE', `/me/events/${reply.json.id}`)
  },
}))

const weekly = {
  ...series({ type: 'weekly', interval: 1, daysOfWeek: ['monday'] }, {
    type: 'numbered',
    startDate: '2026-10-12',
    numberOfOccurrences: 4,
  } as { startDate: string }),
  attendees: [{ emailAddress: { address: 'bo@hjemme.example' } }],
}
const window = 'startDateTime=2026-10-01T00:00:00Z&endDateTime=2026-12-01T00:00:00Z'

const instances: readonly Expectation[] = [
  {
    says: 'a pattern without its days is 400',
    ask: ['POST', '/me/events', series({ type: 'weekly', interval: 1 }, noEnd('2026-05-01'))],
    status: 400,
    code: 'ErrorPropertyValidationFailure',
  },
  {
    says: 'a pattern of no kind is 400',
    ask: ['POST', '/me/events', series({ type: 'hourly', interval: 1 }, noEnd('2026-05-01'))],
    status: 400,
    code: 'ErrorPropertyValidationFailure',
  },
  {
    says: 'a series over the change of clocks',
    ask: ['POST', '/me/events', weekly],
    status: 201,
    keep: { master: (reply) => reply.json.id, uid: (reply) => reply.json.iCalUId },
  },
  {
    says: 'occurrences keep the time on the wall: 07:00 UTC before 25 October, 08:00 after',
    ask: ['GET', `/me/events/{master}/instances?${window}`],
    status: 200,
    answer: {
      value: [
        {
          type: 'occurrence',
          seriesMasterId: '{master}',
          originalStart: '2026-10-12T07:00:00Z',
          recurrence: null,
          isOrganizer: true,
        },
        { type: 'occurrence' },
        { type: 'occurrence', originalStart: '2026-10-26T08:00:00Z' },
        { type: 'occurrence' },
      ],
    },
    and: (reply) =>
      expect(starts(reply)).toEqual(['2026-10-12T07:00', '2026-10-19T07:00', '2026-10-26T08:00', '2026-11-02T08:00']),
    keep: {
      first: (reply) => reply.json.value[0].id,
      second: (reply) => reply.json.value[1].id,
      third: (reply) => reply.json.value[2].id,
      secondUid: (reply) => reply.json.value[1].iCalUId,
    },
  },
  {
    says: 'the iCalUId of an occurrence is that of the series with its date in bytes 16-19',
    ask: ['GET', '/me/events/{second}'],
    status: 200,
    and: (reply, kept) => {
      const uid = kept['uid'] ?? ''
      expect(reply.json.iCalUId).toBe(`${uid.slice(0, 32)}07EA0A13${uid.slice(40)}`)
      expect(uid.slice(32, 40)).toBe('00000000')
    },
  },
  {
    says: 'in the preferred zone every occurrence is at nine',
    ask: ['GET', `/me/calendarView?${window}`, undefined, { Prefer: 'outlook.timezone="Romance Standard Time"' }],
    status: 200,
    and: (reply) => expect(new Set(starts(reply).map((start) => start.slice(11)))).toEqual(new Set(['09:00'])),
  },
  {
    says: 'GET events lists the master and no occurrences',
    ask: ['GET', '/me/events'],
    status: 200,
    answer: { value: [{ id: '{master}', type: 'seriesMaster' }] },
  },
  {
    says: 'instances of a single is 400',
    ask: ['POST', '/me/events', { ...weekly, subject: 'Enkelt', recurrence: null, attendees: [] }],
    status: 201,
    keep: { single: (reply) => reply.json.id },
  },
  {
    says: '... 400',
    ask: ['GET', `/me/events/{single}/instances?${window}`],
    status: 400,
    code: 'ErrorInvalidRequest',
  },
  {
    says: 'instances without a window is 400',
    ask: ['GET', '/me/events/{master}/instances'],
    status: 400,
    code: 'ErrorInvalidParameter',
  },
  {
    says: 'a changed occurrence is an exception with its original start',
    ask: [
      'PATCH',
      '/me/events/{second}',
      {
        start: { dateTime: '2026-10-20T13:00:00', timeZone: 'Romance Standard Time' },
        end: { dateTime: '2026-10-20T14:00:00', timeZone: 'Romance Standard Time' },
      },
    ],
    status: 200,
    answer: {
      type: 'exception',
      seriesMasterId: '{master}',
      originalStart: '2026-10-19T07:00:00Z',
      start: { dateTime: '2026-10-20T11:00:00.0000000' },
      iCalUId: '{secondUid}',
    },
  },
  {
    says: '... it takes the place of the occurrence',
    ask: ['GET', `/me/events/{master}/instances?${window}`],
    status: 200,
    and: (reply) =>
      expect(starts(reply)).toEqual(['2026-10-12T07:00', '2026-10-20T11:00', '2026-10-26T08:00', '2026-11-02T08:00']),
  },
  {
    says: '... for the attendee too',
    as: 'bo',
    ask: ['GET', `/me/calendarView?${window}`],
    status: 200,
    and: (reply) => expect(starts(reply)).toContain('2026-10-20T11:00'),
  },
  {
    says: 'an occurrence cannot be moved beyond its neighbour',
    ask: [
      'PATCH',
      '/me/events/{third}',
      {
        start: { dateTime: '2026-11-02T15:00:00', timeZone: 'UTC' },
        end: { dateTime: '2026-11-02T16:00:00', timeZone: 'UTC' },
      },
    ],
    status: 400,
    code: 'ErrorOccurrenceCrossingBoundary',
  },
  {
    says: 'one occurrence is cancelled',
    ask: ['POST', '/me/events/{first}/cancel', { comment: 'Ferie' }],
    status: 202,
  },
  { says: '... gone', ask: ['GET', '/me/events/{first}'], status: 404, code: 'ErrorItemNotFound' },
  {
    says: '... named on the master',
    ask: ['GET', '/me/events/{master}?$select=cancelledOccurrences'],
    status: 200,
    answer: { cancelledOccurrences: ['OID.{master}.2026-10-12'] },
  },
  {
    says: '... the rest stays',
    ask: ['GET', `/me/events/{master}/instances?${window}`],
    status: 200,
    and: (reply) => expect(dates(reply)).toEqual(['2026-10-20', '2026-10-26', '2026-11-02']),
  },
  {
    says: 'an attendee declines one occurrence',
    as: 'bo',
    ask: ['GET', `/me/calendarView?startDateTime=2026-10-26T00:00:00Z&endDateTime=2026-10-27T00:00:00Z`],
    status: 200,
    keep: { bThird: (reply) => reply.json.value[0].id },
  },
  { says: '... 202', as: 'bo', ask: ['POST', '/me/events/{bThird}/decline', { sendResponse: true }], status: 202 },
  {
    says: '... only that one is gone from his calendar',
    as: 'bo',
    ask: ['GET', `/me/calendarView?startDateTime=2026-10-25T00:00:00Z&endDateTime=2026-12-01T00:00:00Z`],
    status: 200,
    and: (reply) => expect(dates(reply)).toEqual(['2026-11-02']),
  },
  {
    says: '... and the organiser sees it on that occurrence alone',
    ask: ['GET', `/me/events/{master}/instances?${window}`],
    status: 200,
    and: (reply) => {
      const answers = reply.json.value.map(
        ({ attendees }: { attendees: { status: { response: string } }[] }) => attendees[0]?.status.response,
      )
      expect(answers).toEqual(['none', 'declined', 'none'])
    },
  },
  { says: 'the series is removed', ask: ['DELETE', '/me/events/{master}'], status: 204 },
  {
    says: '... with every occurrence',
    ask: ['GET', `/me/calendarView?${window}&$filter=subject eq 'Serie'`],
    status: 200,
    answer: { value: [] },
  },
]

runCases([...patternCases, ...instances], () => ({ served, places }))
