import { expect, test } from 'vitest'
import { storeFile } from '../../src/graph/operations/store-file.ts'
import type { ForumId } from '../../src/shared/ids.ts'
import { cut, json, type Script, scriptedGraph, trouble } from './scripted-graph.ts'

const MIB = 1024 * 1024
const upload = 'https://files.sharepoint.example/up/1'
const session = json({ uploadUrl: upload })
const done = json({ id: '01X', name: 'a.pdf', size: 12 * MIB, parentReference: { driveId: 'b!d' } }, 201)
const wants = (start: number, status = 202) => json({ nextExpectedRanges: [`${start}-`] }, status)
const file = new File([new Uint8Array(12 * MIB)], 'a.pdf')

function store({ graph }: Script): Promise<unknown> {
  return storeFile({ graph, forumId: 'h,a,b' as ForumId, itemIds: new Map() }, 'folder', 'owner', file)
}

const pieces = ({ seen }: Script) =>
  seen.map(({ method, headers }) => `${method} ${headers['content-range'] ?? ''}`.trim())

test('pieces are multiples of 320 KiB and carry no token of ours', async () => {
  const script = scriptedGraph([session, wants(5 * MIB), wants(10 * MIB), done])
  expect(await store(script)).toEqual({ driveId: 'b!d', driveItemId: '01X', fileName: 'a.pdf', sizeBytes: 12 * MIB })
  expect(pieces(script)).toEqual([
    'POST',
    `PUT bytes 0-${5 * MIB - 1}/${12 * MIB}`,
    `PUT bytes ${5 * MIB}-${10 * MIB - 1}/${12 * MIB}`,
    `PUT bytes ${10 * MIB}-${12 * MIB - 1}/${12 * MIB}`,
  ])
  expect(script.seen[0]?.url).toBe(
    'https://graph.microsoft.com/v1.0/sites/h,a,b/drive/root:/folder/owner/a.pdf:/createUploadSession',
  )
  expect(script.seen.every(({ headers }) => headers['authorization'] === undefined)).toBe(true)
})

test('a piece that arrived before its answer was lost is not sent a third time', async () => {
  const script = scriptedGraph([session, cut, trouble(416), wants(5 * MIB, 200), wants(10 * MIB), done])
  await store(script)
  expect(pieces(script).slice(1, 5)).toEqual([
    `PUT bytes 0-${5 * MIB - 1}/${12 * MIB}`,
    `PUT bytes 0-${5 * MIB - 1}/${12 * MIB}`,
    'GET',
    `PUT bytes ${5 * MIB}-${10 * MIB - 1}/${12 * MIB}`,
  ])
})

test('a session that has ended is begun anew, once', async () => {
  const ended = [session, trouble(404), json({})]
  const script = scriptedGraph([...ended, session, wants(5 * MIB), wants(10 * MIB), done])
  await store(script)
  expect(script.seen.filter(({ method }) => method === 'POST')).toHaveLength(2)
  const twice = scriptedGraph([...ended, ...ended])
  await expect(store(twice)).rejects.toMatchObject({ failure: { kind: 'notFound' } })
})

test('an upload that fails gives its place back', async () => {
  const script = scriptedGraph([session, trouble(507, 'quotaLimitReached'), json({})])
  await expect(store(script)).rejects.toMatchObject({ failure: { kind: 'storageFull' } })
  expect(pieces(script).at(-1)).toBe('DELETE')
})

test('an address that is not https gets no byte', async () => {
  const script = scriptedGraph([json({ uploadUrl: 'http://evil.example/up' })])
  await expect(store(script)).rejects.toMatchObject({ failure: { kind: 'unavailable' } })
  expect(script.seen).toHaveLength(1)
})

test('a session that never gets further is given up', async () => {
  const script = scriptedGraph([session, ...Array(6).fill(wants(0)), json({})])
  await expect(store(script)).rejects.toMatchObject({ failure: { kind: 'unavailable' } })
  expect(pieces(script).at(-1)).toBe('DELETE')
})
