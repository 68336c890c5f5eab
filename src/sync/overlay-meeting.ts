import type { AgendaProposal } from '../domain/proposal/agenda-proposal.ts'
import type { StatusNote } from '../domain/status-note/status-note.ts'
import type { Instant } from '../shared/ids.ts'
import type { MeetingRecord, NewProposal, NewStatusNote } from '../workflows/ports.ts'
import type { OutboxEntry } from './outbox-entry.ts'

/** A proposal as shown while it waits: the author is oneself, the ETag null. */
export function toWaitingProposal(proposal: NewProposal, author: string, queuedAt: Instant): AgendaProposal {
  return { ...proposal, author, createdAt: queuedAt, eTag: null }
}

/** A status note as shown while it waits. */
export function toWaitingNote(note: NewStatusNote, author: string, queuedAt: Instant): StatusNote {
  return { ...note, author, modifiedAt: queuedAt, eTag: null }
}

/** The meeting as it will be once what waits is sent. Entries in conflict or failed are not shown as if they stood. */
export function overlayMeeting(record: MeetingRecord, entries: readonly OutboxEntry[], author: string): MeetingRecord {
  const pending = entries.filter(({ state }) => state.kind === 'waiting' || state.kind === 'sending')
  return pending.reduce((shown, entry) => overlayEntry(shown, entry, author), record)
}

function overlayEntry(record: MeetingRecord, { action, queuedAt }: OutboxEntry, author: string): MeetingRecord {
  switch (action.kind) {
    case 'addProposal': {
      const isHere =
        action.forumId === record.forum.id && isFor(record, action.proposal.meetingKey ?? record.meetingKey)
      const row = toWaitingProposal(action.proposal, author, queuedAt)
      return isHere ? { ...record, proposals: withRow(record.proposals, row) } : record
    }
    case 'addStatusNote': {
      const isHere = action.forumId === record.forum.id && isFor(record, action.note.meetingKey)
      return isHere ? { ...record, notes: withRow(record.notes, toWaitingNote(action.note, author, queuedAt)) } : record
    }
    case 'changeProposal':
      return { ...record, proposals: withChange(record.proposals, action.before, action.after) }
    case 'changeStatusNote':
      return { ...record, notes: withChange(record.notes, action.before, action.after) }
    case 'respond':
    case 'storeReadMarks':
      return record
  }
}

function isFor(record: MeetingRecord, meetingKey: string): boolean {
  return record.meetingKey === meetingKey
}

// A row that has arrived after all (its answer was lost) is not shown twice.
function withRow<Row extends { readonly key: string }>(rows: readonly Row[], row: Row): readonly Row[] {
  return rows.some(({ key }) => key === row.key) ? rows : [...rows, row]
}

function withChange<Row extends { readonly key: string }>(
  rows: readonly Row[],
  before: Row,
  after: Row,
): readonly Row[] {
  const isChanged = (name: string): boolean => before[name as keyof Row] !== after[name as keyof Row] && name !== 'eTag'
  const changes = Object.fromEntries(Object.entries(after).filter(([name]) => isChanged(name)))
  return rows.map((row) => (row.key === after.key ? { ...row, ...changes } : row))
}
