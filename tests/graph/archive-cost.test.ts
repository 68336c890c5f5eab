import { afterEach, expect, test } from 'vitest'
import { sendBatch } from '../../src/graph/batch.ts'
import { createForumPort } from '../../src/graph/forum-port.ts'
import { sitePathTo } from '../../src/graph/site.ts'
import { createGraph } from '../../src/graph/transport.ts'
import { chefforumId, demoMeeting, openPlace, type Place, worldNow } from './contract-place.ts'

let place: Place
afterEach(() => place.tenant.close())

/** Bytes and requests of opening a meeting and of the polls after it. */
async function measure(): Promise<{ open: number; poll: number; requests: number }> {
  let bytes = 0
  let requests = 0
  const answer = place.tenant.issueToken({ personId: 'lone', registration: 'forum-data' })
  const token = answer.kind === 'token' ? answer.accessToken : ''
  const graph = createGraph({
    send: async (request) => {
      const headers = new Headers(request.headers)
      headers.set('Authorization', `Bearer ${token}`)
      const response = await place.tenant.handle(new Request(request, { headers }))
      bytes += (await response.clone().arrayBuffer()).byteLength
      requests += 1
      return response
    },
    sleep: async () => undefined,
    random: () => 0,
  })
  const clock = { now: () => worldNow }
  const forum = createForumPort(graph, { forums: [{ id: chefforumId, name: 'Chefforum' }], clock })
  await forum.readMeeting(chefforumId, demoMeeting('coming'))
  const open = bytes
  await forum.pollMeeting(chefforumId, demoMeeting('coming'))
  bytes = 0
  requests = 0
  await forum.pollMeeting(chefforumId, demoMeeting('coming'))
  return { open, poll: bytes, requests }
}

async function fillArchive(rows: number): Promise<void> {
  const { graph } = place.portsOf('lone')
  const path = sitePathTo(chefforumId, 'lists', 'AgendaItems', 'items')
  for (let start = 0; start < rows; start += 20) {
    await sendBatch(
      graph,
      Array.from({ length: 20 }, (_, index) => ({
        method: 'POST' as const,
        path,
        body: {
          fields: { ItemKey: `old-${start + index}`, MeetingKey: `old-meeting-${start}`, Title: 'x'.repeat(200) },
        },
      })),
    )
  }
}

test('opening and polling a meeting cost the same with an archive of 1,000 items as without', async () => {
  place = openPlace()
  const before = await measure()
  await fillArchive(1000)
  const after = await measure()
  expect(after.requests).toBe(1)
  expect(Math.abs(after.open / before.open - 1)).toBeLessThan(0.02)
  expect(Math.abs(after.poll / before.poll - 1)).toBeLessThan(0.02)
})
