import { beforeEach, expect, test } from 'vitest'
import type { ReadMarks } from '../../src/domain/reading/read-marks.ts'
import type { EventId } from '../../src/shared/ids.ts'
import { cacheForum } from '../../src/sync/cache-forum.ts'
import { noNeighbours } from '../../src/sync/one-page-at-a-time.ts'
import { createOutbox, type Outbox } from '../../src/sync/outbox.ts'
import { queueForum } from '../../src/sync/queue-writes.ts'
import { createMemoryStore, type SnapshotStore } from '../../src/sync/snapshot-store.ts'
import { ServiceError } from '../../src/workflows/failure.ts'
import type { CalendarPort, ForumPort } from '../../src/workflows/ports.ts'
import { aNote, aProposal, clock, forumId, type MemoryForum, meetingKey, memoryForum, now } from './memory-forum.ts'

const offline = { kind: 'offline' } as const
let keyCount = 0
const keys = {
  newKey: () => {
    keyCount += 1
    return `key-${keyCount}`
  },
}
const calendar = { respond: async () => undefined } as unknown as CalendarPort
const marks = { storeMarks: async (_: unknown, stored: ReadMarks) => stored }

let server: MemoryForum
let store: SnapshotStore
let outbox: Outbox
let forum: ForumPort

async function restart(): Promise<void> {
  outbox = await createOutbox({ store, forum: server, calendar, marks, clock, keys })
  forum = queueForum(cacheForum(server, store, clock), outbox, { author: 'Lone', clock })
}

beforeEach(async () => {
  server = memoryForum()
  store = createMemoryStore()
  await restart()
})

test('what is written offline waits, is shown in the meeting, and is sent once the connection is back', async () => {
  server.failing = { kind: offline }
  const waiting = await forum.addStatusNote(forumId, aNote('Vi har travlt'))
  expect(waiting).toMatchObject({ text: 'Vi har travlt', author: 'Lone', eTag: null })
  expect(outbox.entries()).toMatchObject([{ state: { kind: 'waiting' }, queuedAt: now }])

  server.failing = null
  const shown = await forum.readMeeting(forumId, meetingKey)
  expect(shown.notes.map(({ text }) => text)).toEqual(['Vi har travlt'])
  await outbox.send()
  expect(outbox.entries()).toEqual([])
  expect([...server.notes.values()]).toMatchObject([{ text: 'Vi har travlt', author: 'Server' }])
})

test('what waits survives a restart', async () => {
  server.failing = { kind: offline }
  await forum.addProposal(forumId, aProposal('Høreområdet'))
  server.failing = null
  await restart()
  await outbox.send()
  expect([...server.proposals.values()]).toMatchObject([{ title: 'Høreområdet' }])
})

test('an answer that was lost makes no second row', async () => {
  server.failing = { kind: offline, after: true }
  await forum.addProposal(forumId, aProposal('Høreområdet'))
  expect(server.proposals.size).toBe(1)
  expect(outbox.entries()).toHaveLength(1)
  server.failing = null
  await outbox.send()
  expect(server.proposals.size).toBe(1)
  expect(outbox.entries()).toEqual([])
})

test('a proposal edited after its answer was lost ends as edited, and what the secretariat did to it stays', async () => {
  server.failing = { kind: offline, after: true }
  await forum.addProposal(forumId, aProposal('Høreområdet'))
  const stored = server.proposals.get('proposal-1')
  if (stored) server.proposals.set('proposal-1', { ...stored, state: 'on-agenda' })
  await forum.addProposal(forumId, aProposal('Høreområdet - retningslinje'))
  server.failing = null
  await outbox.send()
  expect([...server.proposals.values()]).toMatchObject([{ title: 'Høreområdet - retningslinje', state: 'on-agenda' }])
  expect(outbox.entries()).toEqual([])
})

test('edits to what still waits become one', async () => {
  server.failing = { kind: offline }
  const first = await forum.addStatusNote(forumId, aNote('Første'))
  await forum.changeStatusNote(forumId, first, { ...first, text: 'Anden' })
  expect(outbox.entries()).toHaveLength(1)
  server.failing = null
  await outbox.send()
  expect(server.notes.get('13:Lyngvig')?.text).toBe('Anden')
})

test('an entry can be taken back until it is sent', async () => {
  server.failing = { kind: offline }
  await forum.addProposal(forumId, aProposal('Fortrudt'))
  const [entry] = outbox.entries()
  expect(await outbox.takeBack(entry?.id ?? '')).toBe(true)
  server.failing = null
  await outbox.send()
  expect(server.proposals.size).toBe(0)
  expect(await outbox.takeBack(entry?.id ?? '')).toBe(false)
})

test('entries are sent in order, and sending stops where the connection does', async () => {
  server.failing = { kind: { kind: 'unavailable' } }
  for (const title of ['a', 'b', 'c']) await forum.addProposal(forumId, aProposal(title, title))
  await outbox.send()
  expect(server.calls.filter((call) => call === 'addProposal')).toHaveLength(4)
  server.failing = null
  await outbox.send()
  expect([...server.proposals.keys()]).toEqual(['a', 'b', 'c'])
})

test('a colleague who wrote first keeps the text, mine is kept beside it, and either can be chosen', async () => {
  server.failing = { kind: offline }
  await forum.addStatusNote(forumId, aNote('Mit'))
  server.failing = null
  await server.addStatusNote(forumId, aNote('Deres'))
  await outbox.send()
  const [entry] = outbox.entries()
  expect(entry).toMatchObject({
    action: { note: { text: 'Mit' } },
    state: { kind: 'conflict', theirs: { text: 'Deres' } },
  })
  expect(server.notes.get('13:Lyngvig')?.text).toBe('Deres')

  await outbox.resolve(entry?.id ?? '', { text: 'mine' })
  await outbox.send()
  expect(server.notes.get('13:Lyngvig')?.text).toBe('Mit')
  expect(outbox.entries()).toEqual([])
})

test('a note both changed is a conflict with both texts; giving mine up leaves theirs', async () => {
  const before = await server.addStatusNote(forumId, aNote('Før'))
  server.failing = { kind: offline }
  await forum.changeStatusNote(forumId, before, { ...before, text: 'Mit' })
  server.failing = null
  await server.changeStatusNote(forumId, before, { ...before, text: 'Deres' })
  await outbox.send()
  const [entry] = outbox.entries()
  expect(entry).toMatchObject({
    action: { after: { text: 'Mit' } },
    state: { kind: 'conflict', theirs: { text: 'Deres' } },
  })
  expect((await forum.readMeeting(forumId, meetingKey)).notes).toMatchObject([{ text: 'Deres' }])
  await outbox.resolve(entry?.id ?? '', { text: 'theirs' })
  expect(outbox.entries()).toEqual([])
  expect(server.notes.get('13:Lyngvig')?.text).toBe('Deres')
})

test('a proposal both changed: only the field in conflict is asked about, and a third text can stand there', async () => {
  const before = await server.addProposal(forumId, aProposal('Før'))
  server.failing = { kind: offline }
  await forum.changeProposal(forumId, before, { ...before, title: 'Mit', organisation: 'Birkesø' })
  server.failing = null
  await server.changeProposal(forumId, before, { ...before, title: 'Deres', state: 'on-agenda' })
  await outbox.send()
  const [entry] = outbox.entries()
  expect(entry?.state).toMatchObject({ kind: 'conflict', fields: [{ field: 'title', mine: 'Mit', theirs: 'Deres' }] })
  await outbox.resolve(entry?.id ?? '', { title: { text: 'Vores' } })
  await outbox.send()
  expect(outbox.entries()).toEqual([])
  expect(server.proposals.get('proposal-1')).toMatchObject({
    title: 'Vores',
    organisation: 'Birkesø',
    state: 'on-agenda',
  })
})

test('a refusal is kept with its text and its reason, and does not hold the others up', async () => {
  server.failing = { kind: offline }
  await forum.addProposal(forumId, aProposal('Afvist', 'a'))
  await forum.addProposal(forumId, aProposal('Godt', 'b'))
  server.failing = null
  const addProposal = server.addProposal
  server.addProposal = async (id, proposal) => {
    if (proposal.key === 'a') server.failing = { kind: { kind: 'noRights' } }
    return addProposal(id, proposal).finally(() => {
      server.failing = null
    })
  }
  await outbox.send()
  expect(outbox.entries()).toMatchObject([
    { action: { proposal: { title: 'Afvist' } }, state: { kind: 'failed', failure: { kind: 'noRights' } } },
  ])
  expect([...server.proposals.keys()]).toEqual(['b'])
})

test('two pages of one person: each entry is sent by one of them, and what one sends the other can no longer take back', async () => {
  const neighbours = noNeighbours()
  const pages = await Promise.all(
    [1, 2].map(() => createOutbox({ store, forum: server, calendar, marks, clock, keys, neighbours })),
  )
  server.failing = { kind: offline }
  await forum.addProposal(forumId, aProposal('Høreområdet'))
  server.failing = null
  await Promise.all(pages.map((page) => page.reload()))
  const [entry] = outbox.entries()
  const before = server.calls.length
  const { addProposal } = server
  let takingBack: Promise<unknown> | undefined
  server.addProposal = (...given) => {
    takingBack = Promise.all(pages.map((page) => page.takeBack(entry?.id ?? '')))
    return addProposal(...given)
  }
  await Promise.all(pages.map((page) => page.send()))
  expect(await takingBack).toEqual([false, false])
  expect(server.calls.slice(before)).toEqual(['addProposal'])
  expect(pages.map((page) => page.entries())).toEqual([[], []])
})

test('what another page changed while this one waits is not overwritten: it follows', async () => {
  const neighbours = noNeighbours()
  const page = await createOutbox({ store, forum: server, calendar, marks, clock, keys, neighbours })
  const note = { kind: 'addStatusNote', forumId, note: aNote('Første') } as const
  await page.queue(note)
  await neighbours.alone(async () => {
    // Somebody is sending: joining now could be lost with what is sent.
    await page.queue({ ...note, note: aNote('Anden') })
  })
  expect(page.entries()).toHaveLength(2)
  await page.send()
  expect(server.notes.get('13:Lyngvig')?.text).toBe('Anden')
  expect(page.entries()).toEqual([])
})

test('a service that wants a sign-in holds up its own entries only', async () => {
  const shut = {
    respond: async () => Promise.reject(new ServiceError({ kind: 'signInNeeded' })),
  } as unknown as CalendarPort
  const page = await createOutbox({ store, forum: server, calendar: shut, marks, clock, keys })
  await page.queue({ kind: 'respond', eventId: 'e' as EventId, response: 'accepted', comment: '' })
  await page.queue({ kind: 'addProposal', forumId, proposal: aProposal('Høreområdet') })
  await page.send()
  expect(page.entries()).toMatchObject([{ action: { kind: 'respond' }, state: { kind: 'waiting' } }])
  expect(server.proposals.size).toBe(1)
})

test('listeners hear of every change and the list is the same object between changes', async () => {
  const seen: number[] = []
  const stop = outbox.subscribe(() => seen.push(outbox.entries().length))
  server.failing = { kind: offline }
  await forum.addProposal(forumId, aProposal('a'))
  expect(outbox.entries()).toBe(outbox.entries())
  stop()
  server.failing = null
  await outbox.send()
  expect(seen).toEqual([1])
})
