import { beforeEach, expect, test } from 'vitest'
import { isNew, isRead, joinMarks, noMarks, type ReadMarks, type Stamp } from '../../src/domain/reading/read-marks.ts'
import type { OutboxAction } from '../../src/sync/outbox-entry.ts'
import { createReadMarkShelf } from '../../src/sync/read-mark-shelf.ts'
import { createMemoryStore, type SnapshotStore } from '../../src/sync/snapshot-store.ts'
import { ServiceError, type ServiceFailure } from '../../src/workflows/failure.ts'
import type { ReadMarkFiles, ReadMarkPort } from '../../src/workflows/ports.ts'
import { clock, meetingKey } from './memory-forum.ts'

const first: Stamp = { version: 1, print: 'a' }
const second: Stamp = { version: 2, print: 'b' }
const present = { item: first, other: first }

let oneDrive: ReadMarks | null
let failing: ServiceFailure | null
let stores: number
let queued: OutboxAction[]
let waiting: (() => void)[]
let disk: SnapshotStore

const files: ReadMarkFiles = {
  readMarks: async () => {
    if (failing) throw new ServiceError(failing)
    return oneDrive
  },
  storeMarks: async (_, marks) => {
    if (failing) throw new ServiceError(failing)
    stores += 1
    oneDrive = joinMarks(oneDrive ?? noMarks, marks)
    return oneDrive
  },
}

function aShelf(store = disk): ReadMarkPort {
  const outbox = { queue: async (action: OutboxAction) => void queued.push(action) }
  return createReadMarkShelf({ files, store, outbox, clock, later: (work) => waiting.push(work) })
}

async function letPass(): Promise<void> {
  for (const work of waiting.splice(0)) work()
  await new Promise((done) => setTimeout(done))
}

beforeEach(() => {
  oneDrive = null
  failing = null
  stores = 0
  queued = []
  waiting = []
  disk = createMemoryStore()
})

test('marks are known at once, go to OneDrive together, and are there on another device', async () => {
  const shelf = aShelf()
  await shelf.open(meetingKey, present)
  shelf.markRead(meetingKey, { item: first })
  shelf.markRead(meetingKey, { other: first })
  expect(isRead(shelf.marksOf(meetingKey), 'item', first)).toBe(true)
  expect(stores).toBe(0)
  await letPass()
  expect(stores).toBe(1)
  const elsewhere = aShelf(createMemoryStore())
  await elsewhere.open(meetingKey, { ...present, item: second })
  expect(isNew(elsewhere.marksOf(meetingKey), 'item', second)).toBe(true)
  expect(isRead(elsewhere.marksOf(meetingKey), 'other', first)).toBe(true)
})

test('reading the same again asks nothing of anybody', async () => {
  const shelf = aShelf()
  await shelf.open(meetingKey, present)
  shelf.markRead(meetingKey, { item: first })
  await letPass()
  const again = aShelf()
  await again.open(meetingKey, present)
  again.markRead(meetingKey, { item: first })
  await letPass()
  expect(stores).toBe(1)
})

test('without a connection marks wait in the outbox, and this machine knows them after a restart', async () => {
  failing = { kind: 'offline' }
  const shelf = aShelf()
  await shelf.open(meetingKey, present)
  shelf.markRead(meetingKey, { item: first })
  await letPass()
  expect(queued).toMatchObject([{ kind: 'storeReadMarks', meetingKey, marks: { read: { item: first } } }])
  expect(shelf.reach()).toBe('everywhere')
  const restarted = aShelf()
  await restarted.open(meetingKey, present)
  expect(isRead(restarted.marksOf(meetingKey), 'item', first)).toBe(true)
})

test.each(['consentMissing', 'wrongTenant', 'noRights', 'notFound', 'signInNeeded'] as const)(
  'where OneDrive says %s marks stay on this machine, and that is told',
  async (kind) => {
    failing = { kind, registration: 'my-calendar', expected: '', got: '' } as ServiceFailure
    const shelf = aShelf()
    let told = 0
    shelf.subscribe(() => {
      told += 1
    })
    await shelf.open(meetingKey, present)
    shelf.markRead(meetingKey, { item: first })
    await letPass()
    expect(queued).toEqual([])
    // In memory here; "device" where there is a database.
    expect(shelf.reach()).toBe('page')
    expect(told).toBeGreaterThan(0)
    expect(isRead(shelf.marksOf(meetingKey), 'item', first)).toBe(true)
  },
)
