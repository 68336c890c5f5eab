import { afterAll, beforeAll, expect } from 'vitest'
import { type HttpReply, type Served, serveTenant } from '../support/over-http.ts'
import { driveId, siteId, smallWorld } from '../support/small-world.ts'
import { type Expectation, type Places, runCases } from './cases.ts'

// Delta of lists, drives and calendar views: listitem-delta, driveitem-delta, event-delta of the documentation.

let served: Served
const places: Places = {}

beforeAll(async () => {
  served = await serveTenant(smallWorld([]))
  places['site'] = siteId
  places['drive'] = driveId
})
afterAll(() => served.close())

const items = '/sites/{site}/lists/Notes/items'
const link = (name: 'next' | 'delta') => (reply: HttpReply) => String(reply.json[`@odata.${name}Link`])
const ids = (reply: HttpReply): string[] => reply.json.value.map(({ id }: { id: string }) => id)
const row = (key: string) => ({ fields: { NoteKey: key } })
const september = 'startDateTime=2026-09-01T00:00:00Z&endDateTime=2026-10-01T00:00:00Z'
const event = (subject: string, day: string) => ({
  subject,
  start: { dateTime: `${day}T09:00:00`, timeZone: 'UTC' },
  end: { dateTime: `${day}T10:00:00`, timeZone: 'UTC' },
})

const listCases: readonly Expectation[] = [
  ...['a', 'b', 'c'].map((key): Expectation => ({ says: `row ${key}`, ask: ['POST', items, row(key)], status: 201 })),
  {
    says: 'items/delta gives a page and where to go on',
    ask: ['GET', `${items}/delta?$top=2&$expand=fields`],
    status: 200,
    answer: {
      value: [{ id: '1', fields: { NoteKey: 'a' } }, { id: '2' }],
      '@odata.nextLink': expect.stringMatching(/items\/delta\?.*token=/),
    },
    keep: { next: link('next') },
  },
  { says: '... a row changes between the pages', ask: ['PATCH', `${items}/1/fields`, { Text: 'ny' }], status: 200 },
  {
    says: '... the last page has the rest, the changed row once more, and the link for later',
    ask: ['GET', '/me'],
    status: 200,
    and: async (_, kept) => {
      const page = await served.ask('anna', 'GET', kept['next'] ?? '')
      expect(ids(page)).toEqual(['3', '1'])
      kept['delta'] = String(page.json['@odata.deltaLink'])
    },
  },
  { says: 'a row goes', ask: ['DELETE', `${items}/2`], status: 204 },
  { says: 'a row comes', ask: ['POST', items, row('d')], status: 201 },
  {
    says: 'later, only what changed: deletions with a facet and without fields',
    ask: ['GET', '/me'],
    status: 200,
    and: async (_, kept) => {
      const page = await served.ask('anna', 'GET', kept['delta'] ?? '')
      expect(ids(page)).toEqual(['2', '4'])
      expect(page.json.value[0]).toMatchObject({ id: '2', deleted: { state: 'deleted' } })
      expect('fields' in page.json.value[0]).toBe(false)
      expect(page.json.value[1].fields.NoteKey).toBe('d')
      const empty = await served.ask('anna', 'GET', link('delta')(page))
      expect(empty.json.value).toEqual([])
      expect(link('delta')(empty)).toMatch(/^http/)
    },
  },
  {
    says: 'token=latest gives nothing and the link for later',
    ask: ['GET', `${items}/delta?token=latest`],
    status: 200,
    answer: { value: [], '@odata.deltaLink': expect.stringContaining('token=') },
  },
  {
    says: 'a first round does not tell what was deleted before',
    ask: ['GET', `${items}/delta`],
    status: 200,
    and: (reply) => expect(ids(reply).sort()).toEqual(['1', '3', '4']),
  },
  {
    says: 'a token of nobody is 410 with the way to begin anew',
    ask: ['GET', `${items}/delta?token=nonsense`],
    status: 410,
    code: 'resyncRequired',
    headers: { location: /items\/delta\?/ },
  },
  {
    says: 'delta takes no $filter',
    ask: ['GET', `${items}/delta?$filter=fields/NoteKey eq 'a'`],
    status: 501,
    code: 'notImplemented',
  },
  {
    says: 'delta takes $select',
    ask: ['GET', `${items}/delta?$select=id`],
    status: 200,
    and: (reply) =>
      expect(
        Object.keys(reply.json.value[0])
          .filter((name) => !name.startsWith('@'))
          .sort(),
      ).toEqual(['id']),
  },
  {
    says: 'delta shows chosen fields',
    ask: ['GET', `${items}/delta?$expand=fields($select=NoteKey)`],
    status: 200,
    and: (reply) => expect(Object.keys(reply.json.value[0].fields).sort()).toEqual(['@odata.etag', 'NoteKey']),
  },
]

const driveCases: readonly Expectation[] = [
  {
    says: 'root/delta tells of every file and folder',
    ask: ['GET', '/drives/{drive}/root/delta'],
    status: 200,
    and: (reply) =>
      expect(reply.json.value.map(({ name }: { name: string }) => name)).toEqual(
        expect.arrayContaining(['root', 'm1', 'Bilag 1.txt']),
      ),
    keep: { driveDelta: link('delta') },
  },
  {
    says: 'a file comes',
    ask: ['PUT', '/drives/{drive}/root:/ny.txt:/content', new Uint8Array([1]), { 'Content-Type': 'text/plain' }],
    status: 201,
  },
  { says: 'a file goes', ask: ['DELETE', '/drives/{drive}/items/01BILAG'], status: 204 },
  {
    says: 'later, only what changed',
    ask: ['GET', '/me'],
    status: 200,
    and: async (_, kept) => {
      const page = await served.ask('anna', 'GET', kept['driveDelta'] ?? '')
      // With the folders above, but without their paths; what is deleted has no name.
      expect(page.json.value).toMatchObject([
        { name: 'root', root: {} },
        { id: expect.any(String), name: 'm1' },
        { name: 'ny.txt', file: {} },
        { id: '01BILAG', deleted: { state: 'deleted' } },
      ])
      expect('path' in page.json.value[2].parentReference || 'name' in page.json.value[3]).toBe(false)
      const bare = await served.ask('anna', 'GET', kept['driveDelta'] ?? '', undefined, { deltaExcludeParent: 'true' })
      expect(bare.json.value).toHaveLength(2)
    },
  },
  {
    says: 'a token of nobody is 410',
    ask: ['GET', '/drives/{drive}/root/delta?token=nonsense'],
    status: 410,
    code: 'resyncRequired',
    headers: { location: /root\/delta/ },
  },
]

const calendarCases: readonly Expectation[] = [
  ...['Et', 'To', 'Tre'].map(
    (subject, place): Expectation => ({
      says: `event ${subject}`,
      ask: ['POST', '/me/events', event(subject, `2026-09-1${place}`)],
      status: 201,
      keep: { [`e${subject}`]: (reply) => reply.json.id },
    }),
  ),
  {
    says: 'calendarView/delta without a window is 400',
    ask: ['GET', '/me/calendarView/delta'],
    status: 400,
    code: 'ErrorInvalidParameter',
  },
  ...['$select=subject', '$filter=isAllDay eq true', '$orderby=subject', "$search='x'", '$expand=attachments'].map(
    (option): Expectation => ({
      says: `calendarView/delta takes no ${option.split('=')[0]}`,
      ask: ['GET', `/me/calendarView/delta?${september}&${option}`],
      status: 400,
      code: 'ErrorInvalidUrlQuery',
    }),
  ),
  {
    says: 'calendarView/delta in pages of odata.maxpagesize',
    ask: ['GET', `/me/calendarView/delta?${september}`, undefined, { Prefer: 'odata.maxpagesize=2' }],
    status: 200,
    headers: { 'preference-applied': /odata\.maxpagesize=2/ },
    answer: {
      '@odata.context': expect.stringContaining('$metadata#Collection(event)'),
      '@odata.nextLink': expect.stringMatching(/calendarView\/delta\?\$skiptoken=/),
    },
    and: (reply) => expect(reply.json.value).toHaveLength(2),
    keep: { page: link('next') },
  },
  {
    says: '... the token holds the window; the last page has the link for later',
    ask: ['GET', '/me'],
    status: 200,
    and: async (_, kept) => {
      const page = await served.ask('anna', 'GET', kept['page'] ?? '')
      expect(page.json.value).toMatchObject([{ subject: 'Tre' }])
      kept['later'] = link('delta')(page)
      expect(kept['later']).toMatch(/\$deltatoken=/)
    },
  },
  { says: 'one is changed', ask: ['PATCH', '/me/events/{eEt}', { subject: 'Et igen' }], status: 200 },
  { says: 'one is removed', ask: ['DELETE', '/me/events/{eTo}'], status: 204 },
  { says: 'one comes outside the window', ask: ['POST', '/me/events', event('Udenfor', '2026-12-01')], status: 201 },
  {
    says: 'later: the changed one whole, the removed one as @removed, the one outside as @removed too',
    ask: ['GET', '/me'],
    status: 200,
    and: async (_, kept) => {
      const page = await served.ask('anna', 'GET', kept['later'] ?? '')
      expect(page.json.value).toMatchObject([
        { id: kept['eEt'], subject: 'Et igen', type: 'singleInstance' },
        { id: kept['eTo'], '@removed': { reason: 'deleted' } },
        { '@removed': { reason: 'deleted' } },
      ])
      expect('subject' in page.json.value[1]).toBe(false)
    },
  },
  {
    says: 'an event moved out of the window is @removed, though it is still there',
    ask: [
      'PATCH',
      '/me/events/{eTre}',
      {
        start: { dateTime: '2026-11-01T09:00:00', timeZone: 'UTC' },
        end: { dateTime: '2026-11-01T10:00:00', timeZone: 'UTC' },
      },
    ],
    status: 200,
    and: async (_, kept) => {
      const page = await served.ask('anna', 'GET', kept['later'] ?? '')
      expect(page.json.value.find(({ id }: { id: string }) => id === kept['eTre'])).toEqual({
        id: kept['eTre'],
        '@removed': { reason: 'deleted' },
      })
      expect((await served.ask('anna', 'GET', `/me/events/${kept['eTre']}`)).status).toBe(200)
    },
  },
  {
    says: 'times of a delta come in the zone asked for',
    ask: [
      'GET',
      `/me/calendarView/delta?${september}`,
      undefined,
      { Prefer: 'outlook.timezone="Romance Standard Time"' },
    ],
    status: 200,
    answer: { value: [{ start: { dateTime: '2026-09-10T11:00:00.0000000', timeZone: 'Romance Standard Time' } }] },
  },
  {
    says: 'a token of nobody is 410',
    ask: ['GET', '/me/calendarView/delta?$deltatoken=nonsense'],
    status: 410,
    code: 'syncStateNotFound',
    headers: { location: /calendarView\/delta/ },
  },
  { says: 'a delta of /me/events is 501', ask: ['GET', '/me/events/delta'], status: 501, code: 'notImplemented' },
]

runCases([...listCases, ...driveCases, ...calendarCases], () => ({ served, places }))
