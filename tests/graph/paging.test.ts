import { expect, test } from 'vitest'
import { readAllPages } from '../../src/graph/paging.ts'
import { json, scriptedGraph } from './scripted-graph.ts'

const link = (page: number) => `https://graph.microsoft.com/v1.0/me/calendarView?$skip=${page}`

test('absolute links are followed to the end, with the headers of the first page', async () => {
  const { graph, seen } = scriptedGraph([
    json({ value: [1], '@odata.nextLink': link(1) }),
    json({ value: [], '@odata.nextLink': link(2) }),
    json({ value: [2] }),
  ])
  expect(await readAllPages(graph, '/me/calendarView', { prefer: ['outlook.timezone="UTC"'] })).toEqual([1, 2])
  expect(seen.map(({ headers }) => headers['prefer'])).toEqual(Array(3).fill('outlook.timezone="UTC"'))
})

test('a list that never ends is refused, not cut off in silence', async () => {
  const endless = json({ value: [1], '@odata.nextLink': link(1) })
  const { graph, seen } = scriptedGraph(Array(60).fill(endless))
  await expect(readAllPages(graph, '/me/calendarView')).rejects.toMatchObject({ failure: { kind: 'rejected' } })
  expect(seen).toHaveLength(40)
})

test('a link to another host is refused', async () => {
  const { graph, seen } = scriptedGraph([json({ value: [1], '@odata.nextLink': 'https://evil.example/v1.0/x' })])
  await expect(readAllPages(graph, '/me/events')).rejects.toMatchObject({ failure: { kind: 'rejected' } })
  expect(seen).toHaveLength(1)
})
