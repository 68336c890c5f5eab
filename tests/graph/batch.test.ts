import { expect, test } from 'vitest'
import { readCollections, sendBatch } from '../../src/graph/batch.ts'
import { ServiceError } from '../../src/workflows/failure.ts'
import { json, type Seen, scriptedGraph } from './scripted-graph.ts'

type WireRequest = { id: string; method: string; url: string; headers?: Record<string, string>; body?: unknown }

function requestsOf(seen: Seen | undefined): WireRequest[] {
  return (seen?.body as { requests: WireRequest[] } | undefined)?.requests ?? []
}

/** Answers every part, in reverse order as Graph may, with what `answer` says. */
function answering(answer: (part: WireRequest) => object): (request: Request) => Promise<Response> {
  return async (request) => {
    const { requests } = (await request.json()) as { requests: WireRequest[] }
    const responses = requests.map((part) => ({ id: part.id, ...answer(part) })).reverse()
    return json({ responses })()
  }
}

const gets = (count: number) => Array.from({ length: count }, (_, n) => ({ method: 'GET', path: `/p${n}` }) as const)

test('answers come back in the order of the parts, whatever order Graph gave', async () => {
  const { graph, seen } = scriptedGraph([answering(({ url }) => ({ status: 200, body: { url } }))])
  const answers = await sendBatch(graph, gets(3))
  expect(answers).toEqual(['/p0', '/p1', '/p2'].map((url) => ({ kind: 'ok', body: { url } })))
  expect(seen[0]?.url).toBe('https://graph.microsoft.com/v1.0/$batch')
})

test('45 parts go in three calls of at most 20', async () => {
  const ok = answering(() => ({ status: 200, body: {} }))
  const { graph, seen } = scriptedGraph([ok, ok, ok])
  expect(await sendBatch(graph, gets(45))).toHaveLength(45)
  expect(seen.map((call) => requestsOf(call).length)).toEqual([20, 20, 5])
})

test('a part with a body says its Content-Type, spelled so', async () => {
  const { graph, seen } = scriptedGraph([answering(() => ({ status: 204 }))])
  const parts = [{ method: 'PATCH', path: '/x', headers: { 'If-Match': '"g,1"' }, body: { a: 1 } }] as const
  expect(await sendBatch(graph, parts)).toEqual([{ kind: 'ok', body: null }])
  expect(requestsOf(seen[0])).toEqual([
    {
      id: '0',
      method: 'PATCH',
      url: '/x',
      headers: { 'If-Match': '"g,1"', 'Content-Type': 'application/json' },
      body: { a: 1 },
    },
  ])
})

test('only throttled and busy parts are sent again, after the longest wait asked for', async () => {
  let call = 0
  const step = answering(({ url }) => {
    if (call > 1 || url === '/p0') return { status: 200, body: { url } }
    return { status: url === '/p1' ? 429 : 503, headers: { 'Retry-After': url === '/p1' ? '2' : '3' }, body: {} }
  })
  const counted = (request: Request) => {
    call += 1
    return step(request)
  }
  const { graph, seen, slept } = scriptedGraph([counted, counted])
  const answers = await sendBatch(graph, gets(3))
  expect(answers.map(({ kind }) => kind)).toEqual(['ok', 'ok', 'ok'])
  expect(requestsOf(seen[1]).map(({ url }) => url)).toEqual(['/p1', '/p2'])
  expect(slept.toSorted()).toEqual([2200, 3200])
})

test('a create without a key of its own is not sent again, its failure is a value', async () => {
  const { graph, seen } = scriptedGraph([answering(() => ({ status: 503, body: {} }))])
  const [answer] = await sendBatch(graph, [{ method: 'POST', path: '/x', body: {} }])
  expect(answer).toMatchObject({ kind: 'failed', error: { failure: { kind: 'unavailable' } } })
  expect(seen).toHaveLength(1)
})

test('each failed part keeps its own failure, 424 included', async () => {
  const statuses: Record<string, number> = { '/p0': 404, '/p1': 424, '/p2': 200 }
  const { graph } = scriptedGraph([
    answering(({ url }) => ({ status: statuses[url], body: { error: { message: 'm' } } })),
  ])
  const answers = await sendBatch(graph, gets(3))
  expect(answers).toMatchObject([
    { kind: 'failed', error: { failure: { kind: 'notFound' } } },
    { kind: 'failed', error: { failure: { kind: 'rejected', reason: 'm' } } },
    { kind: 'ok' },
  ])
})

test('a part nobody answered counts as failed, not as empty', async () => {
  const silent = json({ responses: [] })
  const { graph } = scriptedGraph([silent, silent, silent, silent])
  expect(await sendBatch(graph, gets(1))).toMatchObject([
    { kind: 'failed', error: { failure: { kind: 'unavailable' } } },
  ])
})

test('further pages of a part are followed', async () => {
  const next = 'https://graph.microsoft.com/v1.0/p0?$skiptoken=a'
  const { graph, seen } = scriptedGraph([
    answering(({ url }) => ({
      status: 200,
      body: { value: [url], ...(url === '/p0' && { '@odata.nextLink': next }) },
    })),
    json({ value: ['more'] }),
  ])
  expect(await readCollections(graph, ['/p0', '/p1'])).toEqual([['/p0', 'more'], ['/p1']])
  expect(seen[1]?.url).toBe(next)
})

test('a collection that cannot be read is a value beside the others', async () => {
  const { graph } = scriptedGraph([
    answering(({ url }) => (url === '/p0' ? { status: 403, body: {} } : { status: 200, body: { value: [1] } })),
  ])
  const [closed, open] = await readCollections(graph, ['/p0', '/p1'])
  expect(closed).toBeInstanceOf(ServiceError)
  expect(open).toEqual([1])
})
