import { expect, test } from 'vitest'
import { aTenant } from './support/graph-of.ts'
import { siteId } from './support/small-world.ts'

const notes = `/sites/${siteId}/lists/Notes/items`
type Part = { id: string; status: number; headers: Record<string, string>; body: ReturnType<typeof JSON.parse> }
const partsOf = (reply: { json: { responses: Part[] } }): Record<string, Part> =>
  Object.fromEntries(reply.json.responses.map((part) => [part.id, part]))
const get = (id: string, url: string, more: Record<string, unknown> = {}) => ({ id, method: 'GET', url, ...more })

test('a batch is 200 outside whatever its parts say; parts that depend on a failure are 424', async () => {
  const ask = aTenant().as('anna')
  const reply = await ask('POST', '/$batch', {
    requests: [
      get('a', '/me'),
      get('b', '/me/events/AAMkAnothing='),
      get('c', 'me', { dependsOn: ['b'] }),
      {
        id: 'd',
        method: 'POST',
        url: `${notes}`,
        headers: { 'Content-Type': 'application/json' },
        body: { fields: { Title: 'x', NoteKey: 'k' } },
      },
      { id: 'e', method: 'DELETE', url: `${notes}/1`, dependsOn: ['d'] },
    ],
  })
  expect(reply.status).toBe(200)
  const parts = partsOf(reply)
  expect(
    Object.entries(parts)
      .map(([id, { status }]) => [id, status])
      .sort(),
  ).toEqual([
    ['a', 200],
    ['b', 404],
    ['c', 424],
    ['d', 201],
    ['e', 204],
  ])
  expect(reply.json.responses.map(({ id }: Part) => id)).not.toEqual(['a', 'b', 'c', 'd', 'e'])
  expect(parts['a']?.headers['Content-Type']).toContain('application/json')
  expect(parts['e']?.headers).not.toHaveProperty('Content-Type')
  expect(parts['e']).not.toHaveProperty('body')
  expect(parts['d']?.body.fields.NoteKey).toBe('k')
})

test.each([
  ['more than 20 parts', Array.from({ length: 21 }, (_, id) => get(String(id), '/me'))],
  ['an id twice', [get('a', '/me'), get('a', '/me')]],
  ['a body without content type', [{ id: 'a', method: 'POST', url: notes, body: {} }]],
  ['a dependency on nothing', [get('a', '/me', { dependsOn: ['z'] })]],
  ['no parts', []],
])('%s is a 400', async (_, requests) => {
  const reply = await aTenant().as('anna')('POST', '/$batch', { requests })
  expect([reply.status, reply.json.error.code]).toEqual([400, 'BadRequest'])
})

test('parts are throttled one by one, with Retry-After inside', async () => {
  const world = aTenant()
  world.tenant.faults.add({ kind: 'throttle', path: '/lists/', retryAfterSeconds: 1.5 })
  const parts = partsOf(await world.as('anna')('POST', '/$batch', { requests: [get('a', '/me'), get('b', notes)] }))
  expect([parts['a']?.status, parts['b']?.status, parts['b']?.headers['Retry-After']]).toEqual([200, 429, '1.5'])
})

test('throttling and downtime come with their headers and end after as many times as asked', async () => {
  const world = aTenant()
  const ask = world.as('anna')
  world.tenant.faults.set([
    { kind: 'throttle', times: 1, retryAfterSeconds: 2 },
    { kind: 'unavailable', times: 1, retryAfterSeconds: null },
  ])
  const first = await ask('GET', '/me')
  expect([first.status, first.headers.get('retry-after')]).toEqual([429, '2'])
  const second = await ask('GET', '/me')
  expect([second.status, second.headers.get('retry-after')]).toEqual([503, null])
  expect((await ask('GET', '/me')).status).toBe(200)
})

test('a connection dropped after the write has written; one dropped before has not', async () => {
  const world = aTenant()
  const ask = world.as('anna')
  const add = (key: string) => ask('POST', notes, { fields: { NoteKey: key } })
  world.tenant.faults.add({ kind: 'dropBefore', method: 'POST', times: 1 })
  await expect(add('k')).rejects.toThrow(TypeError)
  world.tenant.faults.add({ kind: 'dropAfter', method: 'POST', times: 1 })
  await expect(add('k')).rejects.toThrow(TypeError)
  expect((await add('k')).status).toBe(400)
  expect((await ask('GET', notes)).json.value).toHaveLength(1)
})

test('a lost race is a 412 with another version behind it; rights taken away are 403; an ended token 401', async () => {
  const world = aTenant()
  const ask = world.as('anna')
  const made = (await ask('POST', notes, { fields: { NoteKey: 'k', Title: 'a' } })).json
  world.tenant.faults.add({ kind: 'loseRace', times: 1 })
  expect((await ask('PATCH', `${notes}/1`, { fields: { Title: 'b' } }, { 'If-Match': made.eTag })).status).toBe(412)
  const now = (await ask('GET', `${notes}/1`)).json
  expect(now.eTag).not.toBe(made.eTag)
  expect((await ask('PATCH', `${notes}/1`, { fields: { Title: 'b' } }, { 'If-Match': now.eTag })).status).toBe(200)
  world.tenant.faults.set([{ kind: 'removeRights', person: 'anna', site: siteId }])
  expect((await ask('GET', notes)).json.error.code).toBe('accessDenied')
  world.tenant.faults.set([{ kind: 'expireToken', times: 1 }])
  expect((await ask('GET', '/me')).status).toBe(401)
  world.tenant.faults.clear()
  expect((await ask('GET', '/me')).status).toBe(200)
})

test('the same seed strikes the same requests', async () => {
  const run = async () => {
    const world = aTenant()
    world.tenant.faults.set([{ kind: 'throttle', probability: 0.4 }], 42)
    const statuses = []
    for (let number = 0; number < 20; number += 1) statuses.push((await world.as('anna')('GET', '/me')).status)
    return statuses
  }
  const first = await run()
  expect(await run()).toEqual(first)
  expect(new Set(first)).toEqual(new Set([200, 429]))
})

test('a fifth request at a time in one mailbox is throttled (F5.15)', async () => {
  const world = aTenant()
  world.tenant.faults.add({ kind: 'slow', delayMilliseconds: 20 })
  const ask = world.as('anna')
  const statuses = await Promise.all(Array.from({ length: 6 }, async () => (await ask('GET', '/me/events')).status))
  expect(statuses.sort()).toEqual([200, 200, 200, 200, 429, 429])
  expect((await ask('GET', '/me/events')).status).toBe(200)
})
