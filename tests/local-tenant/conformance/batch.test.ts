import { afterAll, beforeAll, expect } from 'vitest'
import { type HttpReply, type Served, serveTenant } from '../support/over-http.ts'
import { siteId } from '../support/small-world.ts'
import { type Expectation, type Places, runCases } from './cases.ts'

// concepts/json-batching.md, and faults on command inside and outside a batch.

let served: Served
const places: Places = {}

beforeAll(async () => {
  served = await serveTenant()
  places['site'] = siteId
})
afterAll(() => served.close())

type Part = {
  id: string
  status: number
  headers: Record<string, string>
  body?: { error?: { code: string }; value?: unknown[]; id?: string } & Record<string, unknown>
}

const parts = (reply: HttpReply): Map<string, Part> =>
  new Map(reply.json.responses.map((part: Part) => [part.id, part]))
const statuses = (reply: HttpReply): Record<string, number> =>
  Object.fromEntries([...parts(reply)].map(([id, { status }]) => [id, status]))
const get = (id: string, url: string, more: object = {}) => ({ id, method: 'GET', url, ...more })
const json = { 'Content-Type': 'application/json' }
const post = (id: string, key: string, more: object = {}) => ({
  id,
  method: 'POST',
  url: '/sites/{site}/lists/Notes/items',
  headers: json,
  body: { fields: { NoteKey: key } },
  ...more,
})
const batch = (...requests: object[]): ['POST', string, object] => ['POST', '/$batch', { requests }]
const rows: Expectation['ask'] = ['GET', '/sites/{site}/lists/Notes/items?$expand=fields']

const cases: readonly Expectation[] = [
  {
    says: 'parts are answered one by one, with status, headers and body; 200 outside',
    ask: batch(
      get('1', '/me'),
      get('2', 'sites/{site}/lists?$top=1'),
      get('3', '/me/events/AAMkAGI1AAAt9AHjAAA='),
      get('4', '/me/planner/tasks'),
    ),
    status: 200,
    and: (reply) => {
      expect(statuses(reply)).toEqual({ 1: 200, 2: 200, 3: 404, 4: 501 })
      const one = parts(reply).get('1')
      expect(one?.headers['Content-Type']).toMatch(/^application\/json/)
      expect(one?.headers['OData-Version']).toBe('4.0')
      expect(one?.body).toMatchObject({ displayName: 'Anna Bjerg' })
      expect(parts(reply).get('3')?.body?.error?.code).toBe('ErrorItemNotFound')
    },
  },
  {
    says: 'links inside parts lead to this service',
    ask: batch(get('1', '/sites/{site}/lists?$top=1')),
    status: 200,
    and: (reply) =>
      expect(String(parts(reply).get('1')?.body?.['@odata.nextLink'])).toMatch(new RegExp(`^${served.graph}/sites/`)),
  },
  {
    says: 'headers belong to their part',
    ask: batch(
      get('1', '/me/events?$top=1', { headers: { Prefer: 'outlook.timezone="Romance Standard Time"' } }),
      get('2', '/me/events?$top=1'),
    ),
    status: 200,
    and: (reply) => {
      const zone = (id: string) =>
        (parts(reply).get(id)?.body?.value?.[0] as { start: { timeZone: string } } | undefined)?.start.timeZone
      expect([zone('1'), zone('2')]).toEqual(['Romance Standard Time', 'UTC'])
      expect(parts(reply).get('1')?.headers['Preference-Applied']).toContain('outlook.timezone')
    },
  },
  {
    says: 'a part with a body writes; 201 with its Location',
    ask: batch(post('a', 'batch1')),
    status: 200,
    and: (reply) => {
      expect(statuses(reply)).toEqual({ a: 201 })
      expect(parts(reply).get('a')?.headers['Location']).toContain('/items/1')
    },
  },
  {
    says: 'a part without a body in its answer has none',
    ask: batch({ id: '1', method: 'DELETE', url: '/sites/{site}/lists/Notes/items/1' }),
    status: 200,
    and: (reply) => {
      expect(statuses(reply)).toEqual({ 1: 204 })
      expect('body' in (parts(reply).get('1') ?? {})).toBe(false)
    },
  },
  {
    says: 'dependsOn: whatever depends on a failed part is 424',
    ask: batch(post('1', 'seq1'), post('2', 'seq1', { dependsOn: ['1'] }), get('3', '/me', { dependsOn: ['2'] })),
    status: 200,
    and: (reply) => expect(statuses(reply)).toEqual({ 1: 201, 2: 400, 3: 424 }),
  },
  {
    says: 'dependsOn: the order is kept',
    ask: batch(get('late', '/sites/{site}/lists/Notes/items', { dependsOn: ['first'] }), post('first', 'seq2')),
    status: 200,
    and: (reply) => expect(parts(reply).get('late')?.body?.value).toHaveLength(2),
  },
  {
    says: 'content of a file is 302 with its address',
    ask: batch(get('1', '/sites/{site}/drive/items/01BILAG/content')),
    status: 200,
    and: (reply) => {
      expect(statuses(reply)).toEqual({ 1: 302 })
      expect(parts(reply).get('1')?.headers['Location']).toMatch(/^http/)
    },
  },
  {
    says: 'bytes go in as base64',
    ask: batch({
      id: '1',
      method: 'PUT',
      url: '/sites/{site}/drive/root:/b.txt:/content',
      headers: { 'Content-Type': 'text/plain' },
      body: Buffer.from('bytes').toString('base64'),
    }),
    status: 200,
    and: (reply) => expect(parts(reply).get('1')).toMatchObject({ status: 201, body: { size: 5 } }),
  },
  {
    says: '20 parts are taken',
    ask: batch(...Array.from({ length: 20 }, (_, number) => get(`${number}`, '/me'))),
    status: 200,
    and: (reply) => expect(reply.json.responses).toHaveLength(20),
  },
  {
    says: '21 parts are 400',
    ask: batch(...Array.from({ length: 21 }, (_, number) => get(`${number}`, '/me'))),
    status: 400,
    code: 'BadRequest',
  },
  {
    says: 'the same id twice is 400, in any case of letters',
    ask: batch(get('a', '/me'), get('A', '/me')),
    status: 400,
    code: 'BadRequest',
  },
  { says: 'no parts are 400', ask: batch(), status: 400, code: 'BadRequest' },
  { says: 'a part without an id is 400', ask: batch({ method: 'GET', url: '/me' }), status: 400, code: 'BadRequest' },
  {
    says: 'a body without Content-Type is 400, and no part is done',
    ask: batch(post('1', 'never1'), { ...post('2', 'never2'), headers: {} }),
    status: 400,
    code: 'BadRequest',
  },
  {
    says: 'a batch inside a batch is 400, and no part is done',
    ask: batch(post('1', 'never3'), { id: '2', method: 'POST', url: '/$batch', headers: json, body: { requests: [] } }),
    status: 400,
    code: 'BadRequest',
  },
  {
    says: 'a ring of parts is 400',
    ask: batch(get('1', '/me', { dependsOn: ['2'] }), get('2', '/me', { dependsOn: ['1'] })),
    status: 400,
    code: 'BadRequest',
  },
  {
    says: '... nothing of those was written',
    ask: rows,
    status: 200,
    and: (reply) => expect(JSON.stringify(reply.json)).not.toContain('never'),
  },
  { says: 'GET /$batch is 405', ask: ['GET', '/$batch'], status: 405, code: 'Request_BadRequest' },
  {
    says: 'a batch without a token is 401',
    as: null,
    ask: batch(get('1', '/me')),
    status: 401,
    code: 'InvalidAuthenticationToken',
  },
  { says: 'a batch that is no JSON is 400', ask: ['POST', '/$batch', '{', json], status: 400, code: 'BadRequest' },
]

const faults = (body: object): Expectation => ({
  says: `faults: ${JSON.stringify(body).slice(0, 80)}`,
  as: null,
  ask: ['POST', '{faults}', body, json],
  status: 200,
})

const failing: readonly Expectation[] = [
  {
    says: 'a fault of no kind is refused',
    as: null,
    ask: ['POST', '{faults}', { kind: 'earthquake' }, json],
    status: 400,
    answer: { error: expect.any(String) },
  },
  {
    says: 'a fault with a word nobody knows is refused',
    as: null,
    ask: ['POST', '{faults}', { kind: 'throttle', time: 3 }, json],
    status: 400,
    answer: { error: expect.stringContaining('time') },
  },
  {
    says: 'a probability that is none is refused',
    as: null,
    ask: ['POST', '{faults}', { kind: 'throttle', probability: 2 }, json],
    status: 400,
    answer: { error: expect.stringContaining('probability') },
  },
  faults({ kind: 'throttle', times: 1, retryAfterSeconds: 2.5 }),
  {
    says: '429 with Retry-After, which may be decimal',
    ask: ['GET', '/me/events'],
    status: 429,
    code: 'ApplicationThrottled',
    headers: { 'retry-after': /^2\.5$/ },
  },
  { says: '... and then no more', ask: ['GET', '/me/events'], status: 200 },
  faults({ kind: 'unavailable', times: 1, retryAfterSeconds: null }),
  {
    says: '503 without Retry-After',
    ask: ['GET', '/me'],
    status: 503,
    code: 'serviceNotAvailable',
    headers: { 'retry-after': null },
  },
  faults({ kind: 'throttle', path: '/lists/Notes', times: 1, retryAfterSeconds: 3 }),
  {
    says: 'one part of a batch is 429 with its Retry-After, the others are not',
    ask: batch(get('1', '/me'), get('2', '/sites/{site}/lists/Notes/items')),
    status: 200,
    and: (reply) => {
      expect(statuses(reply)).toEqual({ 1: 200, 2: 429 })
      expect(parts(reply).get('2')?.headers['Retry-After']).toBe('3')
    },
  },
  faults({ kind: 'dropAfter', method: 'POST', path: '/items', times: 1 }),
  {
    says: 'dropped after the write: no answer ...',
    ask: ['GET', '/me'],
    status: 200,
    and: async () => {
      await expect(
        served.ask('anna', 'POST', `/sites/${siteId}/lists/Notes/items`, { fields: { NoteKey: 'lost' } }),
      ).rejects.toThrow()
    },
  },
  {
    says: '... but the row is there, and its key is taken',
    ask: ['POST', '/sites/{site}/lists/Notes/items', { fields: { NoteKey: 'lost' } }],
    status: 400,
    code: 'invalidRequest',
  },
  faults({ kind: 'dropBefore', method: 'POST', path: '/items', times: 1 }),
  {
    says: 'dropped before the write: no answer ...',
    ask: ['GET', '/me'],
    status: 200,
    and: async () => {
      await expect(
        served.ask('anna', 'POST', `/sites/${siteId}/lists/Notes/items`, { fields: { NoteKey: 'unwritten' } }),
      ).rejects.toThrow()
    },
  },
  {
    says: '... and no row',
    ask: rows,
    status: 200,
    and: (reply) => expect(JSON.stringify(reply.json)).not.toContain('unwritten'),
  },
  faults({ kind: 'loseRace', times: 1 }),
  {
    says: 'a lost race is 412',
    ask: ['PATCH', '/sites/{site}/lists/Notes/items/2/fields', { Text: 'x' }, { 'If-Match': '"{old},1"' }],
    status: 412,
    code: 'resourceModified',
  },
  faults({ kind: 'expireToken', times: 1 }),
  { says: 'a token that ends is 401', ask: ['GET', '/me'], status: 401, code: 'InvalidAuthenticationToken' },
  faults({ kind: 'expireDelta', times: 1 }),
  {
    says: 'a delta that ends is 410 with the way to begin anew',
    ask: ['GET', '/sites/{site}/lists/Notes/items/delta?token=eyJzZXEiOjB9'],
    status: 410,
    code: 'resyncRequired',
    headers: { location: /items\/delta/ },
  },
  faults({ kind: 'removeRights', person: 'bo', times: 1 }),
  {
    says: 'rights taken away are 403',
    as: 'bo',
    ask: ['GET', '/sites/{site}/lists/Notes/items'],
    status: 403,
    code: 'accessDenied',
  },
  faults({ kind: 'fillQuota', times: 1 }),
  {
    says: 'a full drive is 507',
    ask: ['PUT', '/sites/{site}/drive/root:/full.txt:/content', new Uint8Array([1]), { 'Content-Type': 'text/plain' }],
    status: 507,
    code: 'quotaLimitReached',
  },
  faults({ clear: true }),
  {
    says: 'GET /local/faults lists them',
    as: null,
    ask: ['GET', '{faults}'],
    status: 200,
    answer: { faults: [], seed: expect.any(Number) },
  },
]

beforeAll(() => {
  places['faults'] = `${served.server.origin}/local/faults`
})

runCases([...cases, ...failing], () => ({ served, places }))
