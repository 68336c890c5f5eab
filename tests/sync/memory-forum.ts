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
  const notes = new Map<string, StatusNote>()
  const proposals = new Map<string, AgendaProposal>()
  const calls: string[] = []
  let version = 0
  const nextTag = () => {
    version += 1
    return `"g,${version}"` as ETag
  }
  const fail = (after: boolean) => {
    if (forum.failing && (forum.failing.after ?? false) === after) throw new ServiceError(forum.failing.kind)
  }
  const run = async <T>(name: string, work: () => T): Promise<T> => {
    calls.push(name)
    fail(false)
    const result = work()
    fail(true)
    return result
  }
  function change<Row extends { key: string; eTag: ETag | null }>(
    rows: Map<string, Row>,
    before: Row,
    after: Row,
  ): Row {
    const theirs = rows.get(before.key)
    if (!theirs) throw new ServiceError({ kind: 'notFound' })
    const merged: Record<string, unknown> = { ...theirs, eTag: nextTag() }
    for (const name of Object.keys(after) as (keyof Row & string)[]) {
      if (name === 'eTag' || after[name] === before[name] || after[name] === theirs[name]) continue
      if (theirs[name] !== before[name]) throw new ServiceError({ kind: 'changedMeanwhile' })
      merged[name] = after[name]
    }
    rows.set(before.key, merged as Row)
    return merged as Row
  }
  const record = (): MeetingRecord => ({
    forum: { id: forumId, name: 'Chefforum', aliases: [], timeZone: 'Europe/Copenhagen', members: [] },
    meetings: [],
    meetingKey,
    links: [],
    items: [],
    proposals: [...proposals.values()],
    notes: [...notes.values()],
    enclosures: [],
    readAt: now,
  })
  const forum = {
    failing: null,
    calls,
    notes,
    proposals,
    readMeeting: () => run('readMeeting', record),
    findLinks: () => run('findLinks', () => []),
    readPlans: () => run('readPlans', () => [{ forum: record().forum, meetings: [], links: [] }]),
    readFile: () => run('readFile', () => new Blob(['bilag'])),
    addProposal: (_: ForumId, added: NewProposal) =>
      run('addProposal', () => {
        const row = proposals.get(added.key) ?? { ...added, author: 'Server', createdAt: now, eTag: nextTag() }
        proposals.set(added.key, row)
        return row
      }),
    changeProposal: (_: ForumId, before: AgendaProposal, after: AgendaProposal) =>
      run('changeProposal', () => change(proposals, before, after)),
    addStatusNote: (_: ForumId, added: NewStatusNote) =>
      run('addStatusNote', () => {
        const row = notes.get(added.key) ?? { ...added, author: 'Server', modifiedAt: now, eTag: nextTag() }
        notes.set(added.key, row)
        return row
      }),
    changeStatusNote: (_: ForumId, before: StatusNote, after: StatusNote) =>
      run('changeStatusNote', () => change(notes, before, after)),
  } as unknown as MemoryForum
  return forum
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
