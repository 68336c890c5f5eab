import 'fake-indexeddb/auto'
import { afterEach, expect, test, vi } from 'vitest'
import type { CalendarEvent } from '../../src/domain/calendar/calendar-event.ts'
import type { Instant } from '../../src/shared/ids.ts'
import { cacheCalendar } from '../../src/sync/cache-calendar.ts'
import { cacheForum } from '../../src/sync/cache-forum.ts'
import { createMemoryStore, createSnapshotStore } from '../../src/sync/snapshot-store.ts'
import { ServiceError } from '../../src/workflows/failure.ts'
import type { CalendarPort, ForumLink } from '../../src/workflows/ports.ts'
import { clock, forumId, meetingKey, memoryForum, now } from './memory-forum.ts'

const lone = { mail: 'Lone@vaert.example', tenantId: 'vaert' }
const mads = { mail: 'mads@vaert.example', tenantId: 'vaert' }

afterEach(() => vi.unstubAllGlobals())

test('a repeat visit has its copy without any request', async () => {
  const first = cacheForum(memoryForum(), await createSnapshotStore(lone), clock)
  const record = await first.readMeeting(forumId, meetingKey)
  const server = memoryForum()
  const store = await createSnapshotStore(lone)
  expect(store.persistence).toBe('indexedDb')
  expect(await cacheForum(server, store, clock).cached(meetingKey)).toEqual(record)
  expect(server.calls).toEqual([])
})

test('two persons on one machine never see each other, nor one person in two tenants', async () => {
  await cacheForum(memoryForum(), await createSnapshotStore(lone), clock).readMeeting(forumId, meetingKey)
  for (const other of [mads, { ...lone, tenantId: 'hjem' }]) {
    const theirs = cacheForum(memoryForum(), await createSnapshotStore(other), clock)
    expect(await theirs.cached(meetingKey)).toBeNull()
  }
})

test.each(['noRights', 'notFound'] as const)('when Graph says %s the copy is gone', async (kind) => {
  const server = memoryForum()
  const forum = cacheForum(server, createMemoryStore(), clock)
  await forum.readMeeting(forumId, meetingKey)
  server.failing = { kind: { kind } }
  await expect(forum.readMeeting(forumId, meetingKey)).rejects.toMatchObject({ failure: { kind } })
  expect(await forum.cached(meetingKey)).toBeNull()
})

test('offline the copy stays, and reading says that it is offline', async () => {
  const server = memoryForum()
  const forum = cacheForum(server, createMemoryStore(), clock)
  const record = await forum.readMeeting(forumId, meetingKey)
  server.failing = { kind: { kind: 'offline' } }
  await expect(forum.readMeeting(forumId, meetingKey)).rejects.toMatchObject({ failure: { kind: 'offline' } })
  expect(await forum.cached(meetingKey)).toEqual(record)
})

test('plans and opened files are answered from copies while Graph cannot be reached', async () => {
  const server = memoryForum()
  const forum = cacheForum(server, createMemoryStore(), clock)
  const plans = await forum.readPlans(now)
  await forum.readFile('d', 'i')
  server.failing = { kind: { kind: 'unavailable' } }
  expect(await forum.readPlans(now)).toEqual(plans)
  expect(await (await forum.readFile('d', 'i')).text()).toBe('bilag')
  await expect(forum.readFile('d', 'never opened')).rejects.toMatchObject({ failure: { kind: 'unavailable' } })
})

test('a forum that is no longer among the plans takes its copies with it', async () => {
  const server = memoryForum()
  const forum = cacheForum(server, createMemoryStore(), clock)
  await forum.readMeeting(forumId, meetingKey)
  server.readPlans = async () => []
  await forum.readPlans(now)
  expect(await forum.cached(meetingKey)).toBeNull()
})

test('offline a known tie is found in the copies; that there is none is not claimed', async () => {
  const server = memoryForum()
  const forum = cacheForum(server, createMemoryStore(), clock)
  const link = { key: 'k', valueHash: 'h', meetingKey } as unknown as ForumLink['link']
  const [plan] = await server.readPlans(now)
  server.readPlans = async () => (plan ? [{ ...plan, links: [link] }] : [])
  await forum.readPlans(now)
  server.failing = { kind: { kind: 'offline' } }
  expect(await forum.findLinks(['x', 'h'])).toEqual([{ forumId, link }])
  await expect(forum.findLinks(['x'])).rejects.toMatchObject({ failure: { kind: 'offline' } })
})

test.each([
  ['missing', undefined],
  [
    'denied',
    {
      open: () => {
        throw new DOMException('denied', 'SecurityError')
      },
    },
  ],
])('with IndexedDB %s everything works in memory, and says so', async (_, indexedDB) => {
  vi.stubGlobal('indexedDB', indexedDB)
  const store = await createSnapshotStore(lone)
  expect(store.persistence).toBe('memory')
  const forum = cacheForum(memoryForum(), store, clock)
  const record = await forum.readMeeting(forumId, meetingKey)
  expect(await forum.cached(meetingKey)).toEqual(record)
})

test('a database that fails later gives way to memory', async () => {
  const store = await createSnapshotStore({ mail: 'fuld@vaert.example', tenantId: 'vaert' })
  await store.write('meetings', 'a', 1)
  await store.write('meetings', 'b', () => 'not to be cloned')
  expect(store.persistence).toBe('memory')
  expect(typeof (await store.read('meetings', 'b'))).toBe('function')
})

test('what was stored before the database failed is still there, and what is removed then stays removed', async () => {
  const owner = { mail: 'siden@vaert.example', tenantId: 'vaert' }
  const store = await createSnapshotStore(owner)
  await store.write('outbox', 'a', 1)
  await store.write('outbox', 'b', 2)
  const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError')
  })
  const remove = vi.spyOn(IDBObjectStore.prototype, 'delete').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError')
  })
  await store.write('outbox', 'c', 3)
  await store.remove('outbox', 'a')
  expect(store.persistence).toBe('memory')
  expect(await store.readAll('outbox')).toEqual([
    ['b', 2],
    ['c', 3],
  ])
  expect(await store.read('outbox', 'a')).toBeUndefined()
  put.mockRestore()
  remove.mockRestore()
})

test('a calendar window that was looked into can be seen again without a connection', async () => {
  const event = { id: 'e' } as unknown as CalendarEvent
  let offline = false
  const readWindow = async () => {
    if (offline) throw new ServiceError({ kind: 'offline' })
    return [event]
  }
  const calendar = cacheCalendar({ readWindow } as unknown as CalendarPort, createMemoryStore(), clock)
  await calendar.readWindow(now, now)
  offline = true
  expect(await calendar.readWindow(now, now)).toEqual([event])
  const later = '2026-10-01T08:00:00Z' as Instant
  await expect(calendar.readWindow(now, later)).rejects.toMatchObject({ failure: { kind: 'offline' } })
})
