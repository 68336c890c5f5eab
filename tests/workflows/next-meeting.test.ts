import { expect, test } from 'vitest'
import type { AgendaDraft } from '../../src/domain/agenda/agenda-draft.ts'
import type { LogEntry } from '../../src/domain/meeting/meeting-log.ts'
import type { LocalDate } from '../../src/shared/ids.ts'
import { invariant } from '../../src/shared/invariant.ts'
import {
  type NextMeetingPorts,
  planNextMeeting,
  saveNextMeeting,
  saveNextProposals,
} from '../../src/workflows/next-meeting.ts'
import { aMeeting } from '../support/builders.ts'
import { draftOf } from '../support/drafts.ts'
import { type MemorySite, memorySite } from '../support/memory-site.ts'

/** The case the product is for: a date that collides, a new one, and three proposals, one with a condition. */
const draft = draftOf([
  'Referat af møde i Chefforum den 18. juni 2026 kl. 9-11',
  'Deltagere: Lis Dam, Bo Fyn',
  '1. Ny skole',
  'Beslutning:',
  'Godkendt.',
  '2. Næste møde',
  'Næste møde er den 6. oktober 2026 kl. 9.00-11.00 i stedet for den 28. september 2026, da datoen falder sammen med Folkesundhedsdagene.',
  'Forslag til dagsorden for næste møde:',
  '- Rekruttering',
  '- Digital hjemmepleje (spørg først kvalitetsgruppen)',
])
const september = aMeeting({
  key: 'september',
  start: '2026-09-28T07:00:00Z' as never,
  end: '2026-09-28T09:30:00Z' as never,
  proposalDeadline: '2026-09-14' as LocalDate,
})
const forum = { id: september.forumId, name: 'Chefforum', timeZone: 'Europe/Copenhagen' }

function portsOf(site: MemorySite): NextMeetingPorts {
  const log = new Map<string, LogEntry>()
  const never = async (): Promise<never> => {
    throw new Error('nobody is invited by an import')
  }
  const forumPort = {
    ...site.port,
    readLog: async () => [...log.values()],
    addLogEntry: async (_: unknown, entry: never) => {
      const stored = { author: 'Lone', createdAt: '2026-06-20T08:00:00Z', ...(entry as object) } as unknown as LogEntry
      log.set(stored.key, stored)
      return stored
    },
    findLinks: async () => [],
    tie: never,
    changeLink: never,
  } as unknown as NextMeetingPorts['forum']
  const clock = { now: () => '2026-06-20T08:00:00Z' as never, today: () => '2026-06-20' as LocalDate }
  return { forum: forumPort, calendar: { moveInvitation: never, readWindow: never, sendInvitation: never }, clock }
}

function save(site: MemorySite, { nextMeeting }: AgendaDraft = draft) {
  invariant(nextMeeting, 'the document announces the next meeting')
  return saveNextMeeting(portsOf(site), forum, nextMeeting, [...site.meetings.values()], 'Lone')
}

test('the document says what it does not: date, what it replaces, why, and the proposals with their conditions', () => {
  expect(draft.nextMeeting).toMatchObject({
    date: '2026-10-06',
    start: '09:00',
    end: '11:00',
    replacesDate: '2026-09-28',
  })
  expect(draft.nextMeeting?.reason).toContain('Folkesundhedsdagene')
  expect(draft.proposals.map(({ note, title }) => [title, note])).toEqual([
    ['Rekruttering', null],
    ['Digital hjemmepleje', 'spørg først kvalitetsgruppen'],
  ])
})

test('[M10] the planned meeting of the day it replaces is moved, with the reason on the date it leaves', async () => {
  const site = memorySite([september])
  expect(await save(site)).toBe('move')
  const live = site.meetings.get('september')
  expect([live?.start, live?.end, live?.status]).toEqual(['2026-10-06T07:00:00Z', '2026-10-06T09:00:00Z', 'planned'])
  expect(live?.proposalDeadline).toBe('2026-09-22')
  const dead = site.meetings.get(String(live?.supersedesKey))
  expect([dead?.status, dead?.start]).toEqual(['moved', september.start])
  expect(dead?.moveReason).toContain('Folkesundhedsdagene')
})

test('[M10] telling it again, or of a meeting that stands there, changes nothing', async () => {
  const site = memorySite([september])
  await save(site)
  const before = JSON.stringify([...site.meetings])
  expect(await save(site)).toBe('there')
  expect(JSON.stringify([...site.meetings])).toBe(before)
})

test('[M10] a meeting that has been moved elsewhere since is left alone', () => {
  const elsewhere = aMeeting({ key: 'live', supersedesKey: 'dead', start: '2026-10-08T07:00:00Z' as never })
  const dead = { ...september, key: 'dead' as never, status: 'moved' as const }
  expect(planNextMeeting(draft.nextMeeting, [elsewhere, dead])).toEqual({ kind: 'there', meeting: elsewhere })
})

test('[M10] without a meeting on either day a new one is made, once, with the day it replaces on its thread of dates', async () => {
  const site = memorySite([])
  expect(await save(site)).toBe('create')
  expect(await save(site)).toBe('there')
  const [live, ...others] = [...site.meetings.values()].filter(({ status }) => status === 'planned')
  expect([live?.start, live?.end, others]).toEqual(['2026-10-06T07:00:00Z', '2026-10-06T09:00:00Z', []])
  const dead = site.meetings.get(String(live?.supersedesKey))
  expect([dead?.status, dead?.announcedOn]).toEqual(['moved', '2026-06-20'])
})

test('[M10] an announcement without an hour makes nothing until somebody says it, and none means none', () => {
  invariant(draft.nextMeeting, 'the document announces the next meeting')
  const untimed = { ...draft.nextMeeting, start: null, end: null, replacesDate: null }
  expect(planNextMeeting(untimed, [])).toEqual({ kind: 'untimed', date: '2026-10-06' })
  expect(planNextMeeting({ ...untimed, date: null }, [])).toBe(null)
  expect(planNextMeeting(null, [])).toBe(null)
  // Moved, it keeps its hours.
  const moved = planNextMeeting({ ...untimed, replacesDate: '2026-09-28' as LocalDate }, [september])
  expect(moved).toMatchObject({ kind: 'move', start: '2026-10-06T07:00:00Z', end: '2026-10-06T09:30:00Z' })
})

test('[M11] proposals wait for the next meeting with their conditions; again, or known by title, they are one', async () => {
  const site = memorySite([september])
  const run = () => saveNextProposals(site.port, forum.id, september.key, draft.proposals, [...site.proposals.values()])
  expect(await run()).toBe(2)
  expect(
    [...site.proposals.values()].map(({ condition, meetingKey, state, title }) => [
      title,
      condition,
      meetingKey,
      state,
    ]),
  ).toEqual([
    ['Rekruttering', '', null, 'received'],
    ['Digital hjemmepleje', 'spørg først kvalitetsgruppen', null, 'received'],
  ])
  expect(await run()).toBe(0)
  // Even when what is known is not told, as when it was put on an agenda meanwhile.
  await saveNextProposals(site.port, forum.id, september.key, draft.proposals, [])
  expect(site.proposals.size).toBe(2)
})

test('[M11] a proposal that is not ticked is not stored', async () => {
  const site = memorySite([])
  const none = draft.proposals.map((proposal) => ({ ...proposal, taken: false }))
  expect(await saveNextProposals(site.port, forum.id, september.key, none, [])).toBe(0)
})
