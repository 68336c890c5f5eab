import { expect, test } from 'vitest'
import { createGraph } from '../../src/graph/transport.ts'
import { ServiceError, type ServiceFailure } from '../../src/workflows/failure.ts'
import { cut, json, scriptedGraph, trouble } from './scripted-graph.ts'

async function failureOf(call: Promise<unknown>): Promise<ServiceFailure> {
  const error = await call.then(
    () => null,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(ServiceError)
  return (error as ServiceError).failure
}

test.each<[number, string, ServiceFailure]>([
  [400, 'invalidRequest', { kind: 'rejected', reason: 'message of invalidRequest' }],
  [401, 'InvalidAuthenticationToken', { kind: 'signInNeeded' }],
  [403, 'accessDenied', { kind: 'noRights' }],
  [404, 'itemNotFound', { kind: 'notFound' }],
  [404, 'MailboxNotEnabledForRESTAPI', { kind: 'noRights' }],
  [409, 'nameAlreadyExists', { kind: 'changedMeanwhile' }],
  [412, 'resourceModified', { kind: 'changedMeanwhile' }],
  [413, 'tooLarge', { kind: 'tooLarge', limitBytes: 4 * 1024 * 1024 }],
  [423, 'resourceLocked', { kind: 'rejected', reason: 'message of resourceLocked' }],
  [501, 'notImplemented', { kind: 'rejected', reason: 'message of notImplemented' }],
  [507, 'quotaLimitReached', { kind: 'storageFull' }],
])('%i %s becomes one failure of the closed union', async (status, code, failure) => {
  const { graph } = scriptedGraph([trouble(status, code)])
  expect(await failureOf(graph.get('/me'))).toEqual(failure)
})

test('a request goes to Graph v1.0 with its headers and its body as JSON', async () => {
  const { graph, seen } = scriptedGraph([json({ id: '7' }, 201)])
  const answer = await graph.post('/sites/a/lists/B/items', { fields: { Title: 'Æ' } }, { prefer: ['x', 'y="z"'] })
  expect(answer).toEqual({ id: '7' })
  expect(seen).toMatchObject([
    {
      method: 'POST',
      url: 'https://graph.microsoft.com/v1.0/sites/a/lists/B/items',
      headers: { prefer: 'x, y="z"', 'content-type': 'application/json' },
      body: { fields: { Title: 'Æ' } },
    },
  ])
})

test('a throttled read waits as long as it is told, decimals included, and a little more', async () => {
  const { graph, slept } = scriptedGraph([trouble(429, 't', { 'Retry-After': '1.5' }), json({ ok: 1 })])
  expect(await graph.get('/me')).toEqual({ ok: 1 })
  expect(slept).toEqual([1700])
})

test('a wait longer than anybody sits through is not waited: the failure says how long', async () => {
  const { graph, slept } = scriptedGraph([trouble(429, 't', { 'Retry-After': '120' })])
  expect(await failureOf(graph.get('/me'))).toEqual({ kind: 'throttled', retryAfterSeconds: 120 })
  expect(slept).toEqual([])
})

test('a busy server is asked four times, with growing waits, and no more', async () => {
  const { graph, slept, seen } = scriptedGraph([503, 502, 504, 500].map((status) => trouble(status)))
  expect(await failureOf(graph.get('/me'))).toEqual({ kind: 'unavailable' })
  expect(seen).toHaveLength(4)
  expect(slept).toEqual([400, 800, 1600])
})

test('a cut connection is tried three times and is then offline', async () => {
  const { graph, seen } = scriptedGraph([cut, cut, cut])
  expect(await failureOf(graph.get('/me'))).toEqual({ kind: 'offline' })
  expect(seen).toHaveLength(3)
})

test('a keyless create is never sent twice', async () => {
  const { graph, seen } = scriptedGraph([trouble(503)])
  expect(await failureOf(graph.post('/x', {}))).toEqual({ kind: 'unavailable' })
  expect(seen).toHaveLength(1)
})

test('a create with its own key, and a change with If-Match, are sent again', async () => {
  const { graph, seen } = scriptedGraph([cut, json({}), trouble(503), json({})])
  await graph.post('/x', { key: 1 }, { repeatable: true })
  await graph.patch('/x', { a: 1 }, { ifMatch: '"g,1"' })
  expect(seen.map(({ method, headers }) => [method, headers['if-match']])).toEqual([
    ['POST', undefined],
    ['POST', undefined],
    ['PATCH', '"g,1"'],
    ['PATCH', '"g,1"'],
  ])
})

test('a change without If-Match is not sent again', async () => {
  const { graph } = scriptedGraph([trouble(503)])
  expect(await failureOf(graph.patch('/x', {}))).toEqual({ kind: 'unavailable' })
})

test('a page of a proxy in the place of JSON is a Graph that is not there', async () => {
  const { graph } = scriptedGraph(Array(4).fill(() => new Response('<html>Log på</html>')))
  expect(await failureOf(graph.get('/me'))).toEqual({ kind: 'unavailable' })
})

test('a link away from Graph is not followed, so that the token stays home', async () => {
  const { graph, seen } = scriptedGraph([])
  for (const link of ['https://graph.microsoft.com.evil.example/v1.0/x', 'http://graph.microsoft.com/v1.0/x']) {
    expect((await failureOf(graph.get(link))).kind).toBe('rejected')
  }
  expect(seen).toEqual([])
})

test('an answer that never comes ends as unavailable', async () => {
  const graph = createGraph({
    send: () => new Promise(() => undefined),
    sleep: async () => undefined,
    random: () => 0,
    timeoutMilliseconds: 5,
  })
  expect(await failureOf(graph.get('/me'))).toEqual({ kind: 'unavailable' })
})

test("the caller's own signal ends the call with its own reason", async () => {
  const controller = new AbortController()
  controller.abort(new Error('closed'))
  const { graph, seen } = scriptedGraph([])
  await expect(graph.get('/me', { signal: controller.signal })).rejects.toThrow('closed')
  expect(seen).toEqual([])
})
