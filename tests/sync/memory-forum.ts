import type { AgendaProposal } from '../../src/domain/proposal/agenda-proposal.ts'
import type { StatusNote } from '../../src/domain/status-note/status-note.ts'
import type { ETag, ForumId, Instant, ItemKey, MeetingKey, NoteKey, ProposalKey } from '../../src/shared/ids.ts'
import { ServiceError, type ServiceFailure } from '../../src/workflows/failure.ts'
import type { MeetingRecord, NewProposal, NewStatusNote, PollingForumPort } from '../../src/workflows/ports.ts'

export const forumId = 'host,a,b' as ForumId
export const meetingKey = 'meeting-1' as MeetingKey
export const now = '2026-09-24T08:00:00Z' as Instant
export const clock = { now: () => now }

/** A forum of one meeting in memory that can be told to fail, for the rules of copies and outbox alone. */
export type MemoryForum = PollingForumPort & {
  /** Every call fails so until null; `after: true` writes first, as when the answer is lost. */
  failing: { kind: ServiceFailure; after?: boolean } | null
  calls: string[]
  notes: Map<string, StatusNote>
  proposals: Map<string, AgendaProposal>
}

export function memoryForum(): MemoryForum {
  const forum = { failing: null, calls: [], notes: new Map(), proposals: new Map() } as unknown as MemoryForum
  const { notes, proposals } = forum
  let version = 0
  const nextTag = () => {
    version += 1
    return `"g,${version}"` as ETag
  }
  const run = async <T>(name: string, work: () => T): Promise<T> => {
    forum.calls.push(name)
    failWhen(forum, false)
    const result = work()
    failWhen(forum, true)
    return result
  }
  const methods: Partial<MemoryForum> = {
    readMeeting: () => run('readMeeting', () => recordOf(forum)),
    findLinks: () => run('findLinks', () => []),
    readPlans: () => run('readPlans', () => [{ forum: recordOf(forum).forum, meetings: [], links: [] }]),
    readFile: () => run('readFile', () => new Blob(['bilag'])),
    addProposal: (_, added) =>
      run('addProposal', () => add(proposals, { ...added, author: 'Server', createdAt: now, eTag: nextTag() })),
    changeProposal: (_, before, after) =>
      run('changeProposal', () => change(proposals, before, { ...after, eTag: nextTag() })),
    addStatusNote: (_, added) =>
      run('addStatusNote', () => add(notes, { ...added, author: 'Server', modifiedAt: now, eTag: nextTag() })),
    changeStatusNote: (_, before, after) =>
      run('changeStatusNote', () => change(notes, before, { ...after, eTag: nextTag() })),
  }
  return Object.assign(forum, methods)
}

function failWhen({ failing }: MemoryForum, after: boolean): void {
  if (failing && (failing.after ?? false) === after) throw new ServiceError(failing.kind)
}

function add<Row extends { readonly key: string }>(rows: Map<string, Row>, row: Row): Row {
  const stored = rows.get(row.key) ?? row
  rows.set(row.key, stored)
  return stored
}

function change<Row extends { readonly key: string }>(rows: Map<string, Row>, before: Row, after: Row): Row {
  const theirs = rows.get(before.key)
  if (!theirs) throw new ServiceError({ kind: 'notFound' })
  const merged: Record<string, unknown> = { ...theirs }
  for (const name of Object.keys(after) as (keyof Row & string)[]) {
    if (after[name] === before[name] || after[name] === theirs[name]) continue
    if (name !== 'eTag' && theirs[name] !== before[name]) throw new ServiceError({ kind: 'changedMeanwhile' })
    merged[name] = after[name]
  }
  rows.set(before.key, merged as Row)
  return merged as Row
}

function recordOf({ notes, proposals }: MemoryForum): MeetingRecord {
  return {
    forum: { id: forumId, name: 'Chefforum', aliases: [], timeZone: 'Europe/Copenhagen', members: [] },
    meetings: [],
    meetingKey,
    links: [],
    items: [],
    proposals: [...proposals.values()],
    notes: [...notes.values()],
    enclosures: [],
    readAt: now,
  }
}

export function aNote(text: string, organisation = 'Lyngvig'): NewStatusNote {
  return {
    key: `13:${organisation}` as NoteKey,
    meetingKey,
    itemKey: 'item-13' as ItemKey,
    organisation,
    text,
    state: 'sent',
  }
}

export function aProposal(title: string, key = 'proposal-1'): NewProposal {
  return {
    key: key as ProposalKey,
    meetingKey,
    title,
    recommendation: '',
    rationale: '',
    purpose: null,
    durationMinutes: null,
    organisation: 'Lyngvig',
    state: 'received',
    condition: '',
    answer: '',
    sourceMessage: '',
  }
}
