// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { readAllPages } from '../../src/graph/paging.ts'
import { json, scriptedGraph, trouble } from './scripted-graph.ts'

test('requests, their signals and files work among the globals of a page', async () => {
  const { graph, seen } = scriptedGraph([json({ value: [1] }), trouble(503), json({ id: '1' })])
  expect(await readAllPages(graph, '/me/events')).toEqual([1])
  const file = new Blob(['bilag'], { type: 'text/plain' })
  expect(await graph.put('/drive/root:/a.txt:/content', file)).toEqual({ id: '1' })
  expect(seen.map(({ method }) => method)).toEqual(['GET', 'PUT', 'PUT'])
})
