import { beforeEach, expect, test } from 'vitest'
import { readAgendaBytes } from '../../src/entry/read-agenda-bytes.ts'
import type { ForumId, LocalDate } from '../../src/shared/ids.ts'
import { ServiceError } from '../../src/workflows/failure.ts'
import {
  type ArchiveEntry,
  type ArchiveFile,
  type ArchiveWishes,
  importArchive,
} from '../../src/workflows/import-archive.ts'
import { originalsOf } from '../../src/workflows/keep-original.ts'
import { plainAgenda, plainMinutes } from '../support/agenda-texts.ts'
import { aMeeting, anItem } from '../support/builders.ts'
import { type MemorySite, memorySite } from '../support/memory-site.ts'

const forumId = 'forum' as ForumId
const clock = { now: () => '2027-01-10T08:00:00Z' as never, today: () => '2027-01-10' as LocalDate }
const reader = {
  read: async (file: File) => readAgendaBytes({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }),
}

let waited: number[]
beforeEach(() => {
  waited = []
})

const aFile = (name: string, text: string): ArchiveFile => ({ name, open: async () => new File([text], name) })
const agendaFile = aFile('2026/dagsorden.txt', plainAgenda)
const minutesFile = aFile('2026/referat.txt', plainMinutes)
const noMeetings = () => memorySite([])

function run(site: MemorySite, files: readonly ArchiveFile[], wishes: ArchiveWishes = {}) {
  const wait = async (milliseconds: number) => {
    waited.push(milliseconds)
  }
  return importArchive({ forum: site.port, reader, clock, wait }, forumId, files, () => undefined, wishes)
}

const kinds = (entries: readonly ArchiveEntry[]) => entries.map(({ kind }) => kind)

/** What the site holds, without the order in which it came and without what is only said of a file. */
function contentOf(site: MemorySite) {
  const sorted = (rows: Iterable<unknown>) => [...rows].map((row) => JSON.stringify(row)).sort()
  return [sorted(site.meetings.values()), sorted(site.enclosures.keys()), sorted(site.items.keys())]
}

test('agenda and minutes of one day become one meeting that is over, with the decisions on its items', async () => {
  const site = noMeetings()
  const { entries } = await run(site, [agendaFile, minutesFile])
  expect(kinds(entries)).toEqual(['imported', 'joined'])
  const [meeting, ...others] = [...site.meetings.values()]
  expect(others).toEqual([])
  expect([meeting?.start, meeting?.end, meeting?.status, meeting?.agendaState]).toEqual([
    '2026-12-08T08:00:00Z',
    '2026-12-08T10:00:00Z',
    'held',
    'minutes',
  ])
  const record = site.record(String(meeting?.key))
  expect(record.items.map(({ decision, title }) => [title, decision])).toEqual([
    ['Deltagere', ''],
    ['Godkendelse af dagsorden', 'Godkendt.'],
    ['Udskrivning i weekenden', 'Chefforum godkender vagtordningen fra 1. marts.'],
    ['Nyt sundhedshus', 'Taget til efterretning.'],
    ['Budget 2027', 'Budgettet blev godkendt.'],
    ['Eventuelt', ''],
  ])
  expect(originalsOf(record.enclosures, record.meetingKey).map(({ title }) => title)).toEqual([
    '2026/dagsorden.txt',
    '2026/referat.txt',
  ])
})

test('in whichever order they come, the same items and enclosures are stored', async () => {
  const [one, other] = [noMeetings(), noMeetings()]
  await run(one, [agendaFile, minutesFile])
  await run(other, [minutesFile, agendaFile])
  expect(contentOf(other)).toEqual(contentOf(one))
})

test('run again, everything is there already and nothing is written', async () => {
  const site = noMeetings()
  await run(site, [agendaFile, minutesFile])
  const writes = site.writes.length
  const { entries } = await run(site, [agendaFile, minutesFile])
  expect(kinds(entries)).toEqual(['there', 'there'])
  expect(site.writes.length).toBe(writes)
})

test('stopped at any write and begun again, it ends where an unbroken run ends', async () => {
  const whole = noMeetings()
  await run(whole, [agendaFile, minutesFile])
  for (let writes = 0; writes < whole.writes.length; writes++) {
    const site = noMeetings()
    site.writesLeft = writes
    const broken = await run(site, [agendaFile, minutesFile])
    expect(broken.stopped).toEqual({ kind: 'offline' })
    site.writesLeft = null
    expect((await run(site, [agendaFile, minutesFile])).stopped).toBe(null)
    expect(contentOf(site)).toEqual(contentOf(whole))
  }
})

test('papers of a day the meeting was moved from belong to the meeting, and its own agenda is not doubled', async () => {
  const dead = aMeeting({ key: 'dead', status: 'moved', start: '2026-12-08T08:00:00Z' as never })
  const live = aMeeting({ key: 'live', supersedesKey: 'dead', start: '2026-12-15T08:00:00Z' as never })
  const site = memorySite([dead, live], [anItem({ title: 'Budget 2027', number: '2', key: 'budget' })])
  const { entries } = await run(site, [minutesFile])
  expect(kinds(entries)).toEqual(['joined'])
  expect(site.meetings.size).toBe(2)
  expect(site.items.get('budget')?.decision).toBe('Budgettet blev godkendt.')
})

test('each file that gives nothing says why, and the others go on', async () => {
  const site = noMeetings()
  const { entries, stopped } = await run(site, [
    aFile('brev.txt', 'Kære Lone\n\nTak for din mail. Jeg ringer i næste uge.\n\nVenlig hilsen\nPeter\n'),
    aFile('tom.txt', ''),
    { name: 'væk.txt', open: async () => null },
    aFile('andet.txt', plainAgenda.replace('Chefforum', 'Byggeudvalget')),
    aFile('uden-dato.txt', plainAgenda.replace(/^Mandag.*$/m, '')),
    agendaFile,
  ])
  expect(kinds(entries)).toEqual(['none', 'unreadable', 'unreadable', 'otherForum', 'undated', 'imported'])
  expect(stopped).toBe(null)
  expect(site.meetings.size).toBe(1)
})

test('documents that name another forum are taken when that is asked for', async () => {
  const site = noMeetings()
  const file = aFile('andet.txt', plainAgenda.replace('Chefforum', 'Byggeudvalget'))
  expect(kinds((await run(site, [file], { anyForum: true })).entries)).toEqual(['imported'])
})

test('closed items and the original that holds them stay out, and the report says so', async () => {
  const site = noMeetings()
  const text = plainAgenda.replace('2. Budget 2027', '2. Budget 2027 (Lukket)')
  const { entries } = await run(site, [aFile('lukket.txt', text)])
  expect(entries.map((entry) => 'closed' in entry && entry.closed)).toEqual([1])
  expect([...site.items.values()].map(({ title }) => title)).not.toContain('Budget 2027')
  expect(site.files.size).toBe(0)
  expect(kinds((await run(site, [aFile('lukket.txt', text)])).entries)).toEqual(['there'])
})

test('a decision that is stored otherwise stays, and is counted', async () => {
  const live = aMeeting({ start: '2026-12-08T08:00:00Z' as never })
  const site = memorySite([live], [anItem({ title: 'Budget 2027', key: 'budget', decision: 'Udsat.' })])
  const { entries } = await run(site, [minutesFile])
  expect(entries.map((entry) => 'kept' in entry && entry.kept)).toEqual([1])
  expect(site.items.get('budget')?.decision).toBe('Udsat.')
})

test('told to wait, it waits as long as asked and goes on', async () => {
  const site = noMeetings()
  let refusals = 2
  const add = site.port.addAgendaItem
  const port = {
    ...site.port,
    addAgendaItem: async (...words: Parameters<typeof add>) => {
      if (refusals-- > 0) throw new ServiceError({ kind: 'throttled', retryAfterSeconds: 30 })
      return add(...words)
    },
  }
  const { entries } = await run({ ...site, port }, [agendaFile])
  expect(kinds(entries)).toEqual(['imported'])
  expect(waited).toEqual([30_000])
  expect(site.items.size).toBe(4)
})

test('a person can stop it; what is done is told', async () => {
  const site = noMeetings()
  let asked = 0
  const report = await run(site, [agendaFile, minutesFile], { isStopped: () => ++asked > 1 })
  expect([kinds(report.entries), report.stopped]).toEqual([['imported'], 'asked'])
})

test('a forum this person cannot open stops it before anything is read', async () => {
  const site = noMeetings()
  const ports = { forum: site.port, reader, clock, wait: async () => undefined }
  const report = await importArchive(ports, 'another' as ForumId, [agendaFile], () => undefined)
  expect(report).toEqual({ entries: [], stopped: { kind: 'noRights' } })
})
