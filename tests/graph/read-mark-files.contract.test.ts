import { afterEach, beforeEach, expect, test } from 'vitest'
import { joinMarks, type ReadMarks } from '../../src/domain/reading/read-marks.ts'
import { createReadMarkFiles } from '../../src/graph/read-mark-files.ts'
import { createGraph } from '../../src/graph/transport.ts'
import type { Instant, MeetingKey } from '../../src/shared/ids.ts'
import type { ReadMarkFiles } from '../../src/workflows/ports.ts'
import { openPlace, type Place } from './contract-place.ts'

const meetingKey = '6f1b2a8e-0f0c-4b5e-9a3d-000000000001' as MeetingKey
const marksOf = (key: string, version: number): ReadMarks => ({
  firstLook: { at: `2026-09-0${version}T08:00:00Z` as Instant, stamps: {} },
  read: { [key]: { version, print: 'p' } },
})

let place: Place
beforeEach(() => {
  place = openPlace()
})
afterEach(() => place.tenant.close())

/** A person's files with the right the product asks for, and no other. */
function filesOf(personId: string, beforeWrite: () => Promise<void> = async () => undefined): ReadMarkFiles {
  const graph = createGraph({
    send: async (request) => {
      if (request.method === 'PUT') await beforeWrite()
      const answer = place.tenant.issueToken({
        personId,
        registration: 'my-calendar',
        scopes: ['Files.ReadWrite.AppFolder'],
      })
      const headers = new Headers(request.headers)
      const isGraph = new URL(request.url).host === 'graph.microsoft.com'
      if (isGraph && answer.kind === 'token') headers.set('Authorization', `Bearer ${answer.accessToken}`)
      return place.tenant.handle(new Request(request, { headers }))
    },
    sleep: async () => undefined,
    random: () => 0.5,
  })
  return createReadMarkFiles(graph)
}

test('marks are kept in the own app folder and come back; nobody else sees them', async () => {
  const files = filesOf('birgit')
  expect(await files.readMarks(meetingKey)).toBeNull()
  const stored = await files.storeMarks(meetingKey, marksOf('item', 2))
  expect(await filesOf('birgit').readMarks(meetingKey)).toEqual(stored)
  expect(await filesOf('mads').readMarks(meetingKey)).toBeNull()
})

test('storing joins with what another device has stored', async () => {
  await filesOf('birgit').storeMarks(meetingKey, marksOf('item', 2))
  await filesOf('birgit').storeMarks(meetingKey, marksOf('enclosure', 1))
  const both = joinMarks(marksOf('item', 2), marksOf('enclosure', 1))
  expect(await filesOf('birgit').readMarks(meetingKey)).toEqual(both)
})

test.each([
  ['made the file', async () => undefined],
  ['changed the file', async () => void (await filesOf('birgit').storeMarks(meetingKey, marksOf('first', 3)))],
])('a device that %s meanwhile loses nothing', async (_, prepare) => {
  await prepare()
  let isFirst = true
  const slow = filesOf('birgit', async () => {
    if (!isFirst) return
    isFirst = false
    await filesOf('birgit').storeMarks(meetingKey, marksOf('other', 2))
  })
  await slow.storeMarks(meetingKey, marksOf('mine', 1))
  const stored = await filesOf('birgit').readMarks(meetingKey)
  expect(Object.keys(stored?.read ?? {})).toEqual(expect.arrayContaining(['mine', 'other']))
})

test('no wider right to files is asked for or given', async () => {
  const answer = place.tenant.issueToken({
    personId: 'peter',
    registration: 'my-calendar',
    scopes: ['Files.ReadWrite.All'],
  })
  expect(answer).toEqual({ kind: 'refused', error: 'consent_required' })
})
