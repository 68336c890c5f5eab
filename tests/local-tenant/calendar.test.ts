import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toUtc, toWall } from '../../src/local-tenant/calendar/zone-time.ts'
import { aTenant } from './support/graph-of.ts'
import { anInvitation, aSeries, smallWorld } from './support/small-world.ts'

const danish = { Prefer: 'outlook.timezone="Romance Standard Time"' }
const at = (dateTime: string, timeZone = 'Romance Standard Time') => ({ dateTime, timeZone })
const invite = (more: Record<string, unknown> = {}) => ({
  subject: 'Møde',
  body: { contentType: 'html', content: '<p>Hej</p>' },
  start: at('2026-10-23T09:00:00'),
  end: at('2026-10-23T10:00:00'),
  attendees: [{ emailAddress: { address: 'bo@hjemme.example', name: 'Bo' }, type: 'required' }],
  ...more,
})

test('each mailbox has its own id and the same iCalUId; the immutable id is another, and both open the event (F2.1)', async () => {
  const world = aTenant()
  const [own] = (await world.as('anna')('GET', '/me/events')).json.value
  const [copy] = (await world.as('bo')('GET', '/me/events')).json.value
  expect(copy.iCalUId).toBe(own.iCalUId)
  expect(copy.id).not.toBe(own.id)
  expect([own.isOrganizer, copy.isOrganizer]).toEqual([true, false])
  const immutable = await world.as('bo')('GET', `/me/events/${copy.id}`, undefined, { Prefer: 'IdType="ImmutableId"' })
  expect(immutable.headers.get('preference-applied')).toContain('IdType="ImmutableId"')
  expect(immutable.json.id).not.toBe(copy.id)
  expect((await world.as('bo')('GET', `/me/events/${immutable.json.id}`)).json.iCalUId).toBe(own.iCalUId)
  const found = await world.as('bo')('GET', `/me/events?$filter=iCalUId eq '${own.iCalUId}'&$select=iCalUId`)
  expect(found.json.value).toHaveLength(1)
  expect((await world.as('bo')('GET', `/me/events?$filter=uid eq 'x'`)).status).toBe(400)
})

test('times come in UTC with seven decimals, or in the zone that was asked for, which is echoed; an unknown zone is 400', async () => {
  const ask = aTenant().as('anna')
  expect((await ask('GET', '/me/events')).json.value[0].start).toEqual({
    dateTime: '2026-09-28T07:00:00.0000000',
    timeZone: 'UTC',
  })
  const local = await ask('GET', '/me/events', undefined, danish)
  expect(local.json.value[0].start).toEqual({
    dateTime: '2026-09-28T09:00:00.0000000',
    timeZone: 'Romance Standard Time',
  })
  expect(local.headers.get('preference-applied')).toBe('outlook.timezone="Romance Standard Time"')
  expect((await ask('GET', '/me/events', undefined, { Prefer: 'outlook.timezone="Nowhere Time"' })).status).toBe(400)
})

test('bodies come as text when asked for', async () => {
  const ask = aTenant(
    smallWorld([anInvitation({ bodyHtml: '<p>Kære alle</p><ul><li>et</li><li>to &aring;</li></ul>' })]),
  ).as('anna')
  const [event] = (await ask('GET', '/me/events', undefined, { Prefer: 'outlook.body-content-type="text"' })).json.value
  expect(event.body.contentType).toBe('text')
  expect(event.body.content).toMatch(/Kære alle\s+\*\s+et\s+\*\s+to å/)
})

test('a calendar view needs its window, expands series over the change of clocks and gives occurrences their date bytes (F2.2)', async () => {
  const ask = aTenant(smallWorld([aSeries()])).as('anna')
  expect((await ask('GET', '/me/calendarView')).status).toBe(400)
  const view = await ask(
    'GET',
    '/me/calendarView?startDateTime=2026-03-01T00:00:00Z&endDateTime=2026-05-01T00:00:00Z&$select=start,iCalUId,type,originalStart',
  )
  const starts = view.json.value.map(({ start }: { start: { dateTime: string } }) => start.dateTime.slice(0, 16))
  expect(starts).toEqual([
    '2026-03-16T08:00',
    '2026-03-23T08:00',
    '2026-03-30T07:00',
    '2026-04-06T07:00',
    '2026-04-13T07:00',
  ])
  expect(view.json.value[2].iCalUId.slice(32, 40)).toBe('07EA031E')
  expect(view.json.value[2]).toMatchObject({ type: 'occurrence', originalStart: '2026-03-30T07:00:00Z' })
  const [master] = (await ask('GET', '/me/events')).json.value
  expect(master).toMatchObject({ type: 'seriesMaster', iCalUId: expect.stringMatching(/^.{32}00000000/) })
  const instances = await ask(
    'GET',
    `/me/events/${master.id}/instances?startDateTime=2026-03-20&endDateTime=2026-04-01`,
  )
  expect(instances.json.value).toHaveLength(2)
})

test('a changed occurrence becomes an exception, a deleted one leaves the series', async () => {
  const world = aTenant(smallWorld([aSeries()]))
  const ask = world.as('anna')
  const window = 'startDateTime=2026-03-01T00:00:00Z&endDateTime=2026-05-01T00:00:00Z'
  const before = (await ask('GET', `/me/calendarView?${window}`)).json.value
  const moved = await ask('PATCH', `/me/events/${before[1].id}`, {
    start: at('2026-03-24T09:00:00'),
    end: at('2026-03-24T10:00:00'),
  })
  expect(moved.json).toMatchObject({
    type: 'exception',
    originalStart: '2026-03-23T08:00:00Z',
    seriesMasterId: before[1].seriesMasterId,
  })
  expect((await ask('DELETE', `/me/events/${before[2].id}`)).status).toBe(204)
  expect((await ask('GET', `/me/events/${before[2].id}`)).status).toBe(404)
  const after = (await ask('GET', `/me/calendarView?${window}`)).json.value
  expect(
    after.map(({ type, start }: { type: string; start: { dateTime: string } }) => [type, start.dateTime.slice(0, 10)]),
  ).toEqual([
    ['occurrence', '2026-03-16'],
    ['exception', '2026-03-24'],
    ['occurrence', '2026-04-06'],
    ['occurrence', '2026-04-13'],
  ])
  const guests = (await world.as('bo')('GET', `/me/calendarView?${window}`)).json.value
  expect(
    guests.find(({ start }: { start: { dateTime: string } }) => start.dateTime.startsWith('2026-03-24')).subject,
  ).toBe('Driftsmøde')
  expect(
    guests.find(({ start }: { start: { dateTime: string } }) => start.dateTime.startsWith('2026-03-30')).isCancelled,
  ).toBe(true)
})

test('a new event reaches its attendees; a new time keeps the UID and asks again; removal by the organiser cancels all copies (F2.8)', async () => {
  const world = aTenant(smallWorld([]))
  const anna = world.as('anna')
  const bo = world.as('bo')
  const made = await anna(
    'POST',
    '/me/events',
    invite({ isOnlineMeeting: true, onlineMeetingProvider: 'teamsForBusiness' }),
  )
  expect(made.status).toBe(201)
  expect(made.json.onlineMeeting.joinUrl).toMatch(/^https:\/\/teams\.microsoft\.com\/l\/meetup-join\//)
  const [copy] = (await bo('GET', '/me/events')).json.value
  expect(copy).toMatchObject({
    iCalUId: made.json.iCalUId,
    isOrganizer: false,
    responseStatus: { response: 'notResponded' },
  })
  expect((await bo('GET', '/me/messages?$expand=microsoft.graph.eventMessage/event')).json.value[0].event.id).toBe(
    copy.id,
  )
  expect((await bo('POST', `/me/events/${copy.id}/accept`, { sendResponse: true })).status).toBe(202)
  expect((await anna('GET', `/me/events/${made.json.id}`)).json.attendees[0].status.response).toBe('accepted')
  await anna('PATCH', `/me/events/${made.json.id}`, {
    start: at('2026-10-26T09:00:00'),
    end: at('2026-10-26T10:00:00'),
  })
  const moved = (await bo('GET', `/me/events/${copy.id}`)).json
  expect(moved).toMatchObject({
    iCalUId: made.json.iCalUId,
    start: { dateTime: '2026-10-26T08:00:00.0000000' },
    responseStatus: { response: 'notResponded' },
  })
  expect((await anna('DELETE', `/me/events/${made.json.id}`)).status).toBe(204)
  expect((await bo('GET', `/me/events/${copy.id}`)).json).toMatchObject({
    isCancelled: true,
    subject: 'Canceled: Møde',
  })
  expect((await bo('DELETE', `/me/events/${copy.id}`)).status).toBe(204)
})

test("an attendee's removal takes the own copy and no other", async () => {
  const world = aTenant()
  const [copy] = (await world.as('bo')('GET', '/me/events')).json.value
  expect((await world.as('bo')('DELETE', `/me/events/${copy.id}`)).status).toBe(204)
  expect((await world.as('bo')('GET', '/me/events')).json.value).toEqual([])
  expect((await world.as('anna')('GET', '/me/events')).json.value[0].isCancelled).toBe(false)
})

test('answers are checked as documented (F2.9)', async () => {
  const world = aTenant()
  const [own] = (await world.as('anna')('GET', '/me/events')).json.value
  const [copy] = (await world.as('bo')('GET', '/me/events')).json.value
  expect((await world.as('anna')('POST', `/me/events/${own.id}/accept`, {})).status).toBe(400)
  const cancel = await world.as('bo')('POST', `/me/events/${copy.id}/cancel`, { comment: 'x' })
  expect([cancel.status, cancel.json.error.message]).toEqual([
    400,
    "Your request can't be completed. You need to be an organizer to cancel a meeting.",
  ])
  const proposal = {
    proposedNewTime: { start: at('2026-10-01T09:00:00'), end: at('2026-10-01T10:00:00') },
    sendResponse: false,
  }
  expect((await world.as('bo')('POST', `/me/events/${copy.id}/tentativelyAccept`, proposal)).status).toBe(400)
  expect((await world.as('bo')('POST', `/me/events/${copy.id}/decline`, { sendResponse: false })).status).toBe(202)
  expect((await world.as('bo')('GET', `/me/events/${copy.id}`)).status).toBe(404)
  expect((await world.as('anna')('GET', `/me/events/${own.id}`)).json.attendees[0].status.response).toBe('none')
})

test('a retried event with the same transactionId is not made twice (F2.16), a stale change key is 412', async () => {
  const ask = aTenant(smallWorld([])).as('anna')
  const made = await ask('POST', '/me/events', invite({ transactionId: 't1' }))
  expect((await ask('POST', '/me/events', invite({ transactionId: 't1' }))).status).toBe(409)
  expect((await ask('GET', '/me/events')).json.value).toHaveLength(1)
  await ask('PATCH', `/me/events/${made.json.id}`, { subject: 'Nyt' })
  const stale = await ask(
    'PATCH',
    `/me/events/${made.json.id}`,
    { subject: 'Sent' },
    { 'If-Match': made.json['@odata.etag'] },
  )
  expect([stale.status, stale.json.error.code]).toEqual([412, 'ErrorIrresolvableConflict'])
})

test('all-day events have midnights in every zone, and must', async () => {
  const ask = aTenant(smallWorld([])).as('anna')
  const day = invite({ isAllDay: true, start: at('2026-03-29T00:00:00'), end: at('2026-03-30T00:00:00') })
  const made = (await ask('POST', '/me/events', day)).json
  expect(made.start.dateTime).toBe('2026-03-29T00:00:00.0000000')
  expect((await ask('GET', `/me/events/${made.id}`, undefined, danish)).json.end.dateTime).toBe(
    '2026-03-30T00:00:00.0000000',
  )
  expect((await ask('POST', '/me/events', { ...day, start: at('2026-03-29T09:00:00') })).status).toBe(400)
})

test('the delta of a window refuses options, pages, tells what is gone (also what never was there, F2.11), and ends in both ways (F2.12)', async () => {
  const world = aTenant(
    smallWorld([aSeries(), anInvitation({ startUtc: '2026-03-17T09:00:00Z', endUtc: '2026-03-17T10:00:00Z' })]),
  )
  const ask = world.as('anna')
  const start = '/me/calendarView/delta?startDateTime=2026-03-01T00:00:00Z&endDateTime=2026-05-01T00:00:00Z'
  expect((await ask('GET', `${start}&$select=subject`)).status).toBe(400)
  const pages = []
  let link = start
  for (;;) {
    const page = await ask('GET', link, undefined, { Prefer: 'odata.maxpagesize=4' })
    pages.push(page.json.value)
    if (page.json['@odata.deltaLink']) {
      link = page.json['@odata.deltaLink']
      break
    }
    link = page.json['@odata.nextLink']
  }
  expect(pages.map(({ length }) => length)).toEqual([4, 3])
  expect(pages.flat().map(({ type }) => type)).toEqual([
    'seriesMaster',
    ...Array(5).fill('occurrence'),
    'singleInstance',
  ])
  await ask('DELETE', `/me/events/${pages.flat()[6].id}`)
  const outside = (await ask('POST', '/me/events', invite())).json
  const changes = await ask('GET', link)
  expect(changes.json.value).toEqual([
    { id: pages.flat()[6].id, '@removed': { reason: 'deleted' } },
    { id: outside.id, '@removed': { reason: 'deleted' } },
  ])
  expect((await ask('GET', changes.json['@odata.deltaLink'])).json.value).toEqual([])
  world.tenant.faults.set([
    { kind: 'expireDelta', times: 1 },
    { kind: 'expireDelta', times: 1, status: 400 },
  ])
  const gone = await ask('GET', link)
  expect([gone.status, gone.headers.has('location')]).toEqual([410, true])
  const other = await ask('GET', link)
  expect([other.status, other.json.error.code]).toEqual([400, 'syncStateNotFound'])
})

test('pages of events go by $top and $skip, sort and count', async () => {
  const ask = aTenant(smallWorld([])).as('anna')
  for (let day = 10; day < 22; day += 1)
    await ask(
      'POST',
      '/me/events',
      invite({ subject: `M${day}`, start: at(`2026-11-${day}T09:00:00`), end: at(`2026-11-${day}T10:00:00`) }),
    )
  const first = (
    await ask(
      'GET',
      "/me/events?$orderby=start/dateTime desc&$count=true&$filter=start/dateTime ge '2026-11-11'&$select=subject",
    )
  ).json
  expect(first['@odata.count']).toBe(11)
  expect(first.value).toHaveLength(10)
  expect(first.value[0].subject).toBe('M21')
  const second = (await ask('GET', first['@odata.nextLink'])).json
  expect(second.value.map(({ subject }: { subject: string }) => subject)).toEqual(['M11'])
  expect(second).not.toHaveProperty('@odata.nextLink')
})

test('wall clock and instant come back to each other in every zone outside the hours that are skipped or doubled', () => {
  const zones = ['Europe/Paris', 'America/New_York', 'Asia/Calcutta', 'Australia/Lord_Howe', 'Pacific/Apia', 'Etc/UTC']
  fc.assert(
    fc.property(fc.constantFrom(...zones), fc.integer({ min: 1_700_000_000, max: 1_900_000_000 }), (zone, seconds) => {
      const utc = `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`
      const back = toUtc(toWall(utc, zone), zone)
      return Math.abs(Date.parse(back) - Date.parse(utc)) <= 3_600_000 && toWall(back, zone) === toWall(utc, zone)
    }),
  )
  expect(toUtc('2026-03-29T02:30:00', 'Europe/Paris')).toBe('2026-03-29T01:30:00Z')
  expect(toUtc('2026-10-25T02:30:00', 'Europe/Paris')).toBe('2026-10-25T00:30:00Z')
  expect(toUtc('2027-03-28T09:00:00', 'Europe/Paris')).toBe('2027-03-28T07:00:00Z')
})

test('an occurrence cannot be moved to or over its neighbours', async () => {
  const ask = aTenant(smallWorld([aSeries()])).as('anna')
  const window = 'startDateTime=2026-03-01T00:00:00Z&endDateTime=2026-05-01T00:00:00Z'
  const [, second] = (await ask('GET', `/me/calendarView?${window}`)).json.value
  const crossing = { start: at('2026-03-30T12:00:00'), end: at('2026-03-30T13:00:00') }
  const refused = await ask('PATCH', `/me/events/${second.id}`, crossing)
  expect([refused.status, refused.json.error.code]).toEqual([400, 'ErrorOccurrenceCrossingBoundary'])
})

test('the documented event is taken: capitals in its words, several places, a zone of its own', async () => {
  const ask = aTenant(smallWorld([])).as('anna')
  const made = await ask('POST', '/me/events', {
    subject: 'Lunch',
    body: { contentType: 'HTML', content: 'Noon?' },
    start: at('2026-09-07T12:00:00', 'Pacific Standard Time'),
    end: at('2026-09-07T14:00:00', 'Pacific Standard Time'),
    recurrence: {
      pattern: { type: 'weekly', interval: 1, daysOfWeek: ['Monday'] },
      range: { type: 'endDate', startDate: '2026-09-07', endDate: '2026-12-31' },
    },
    location: { displayName: 'A; B', locationType: 'Default' },
    locations: [{ displayName: 'A' }, { displayName: 'B' }],
    attendees: [{ emailAddress: { address: 'x@elsewhere.example', name: 'X' }, type: 'Optional' }],
  })
  expect(made.json).toMatchObject({
    type: 'seriesMaster',
    originalStartTimeZone: 'Pacific Standard Time',
    start: { dateTime: '2026-09-07T19:00:00.0000000' },
    location: { displayName: 'A; B', locationType: 'default' },
    locations: [{ displayName: 'A' }, { displayName: 'B' }],
    attendees: [{ type: 'optional', status: { response: 'none' } }],
    recurrence: { pattern: { daysOfWeek: ['monday'] } },
  })
})
