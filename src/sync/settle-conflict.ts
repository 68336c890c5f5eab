import {
  type ConflictChoices,
  type FieldConflict,
  findConflicts,
  settleConflicts,
  type ThreeRows,
} from '../domain/conflict/field-conflict.ts'
import { type AgendaProposal, proposalLines } from '../domain/proposal/agenda-proposal.ts'
import { type StatusNote, statusNoteLines } from '../domain/status-note/status-note.ts'
import type { OutboxAction } from './outbox-entry.ts'

type Theirs = AgendaProposal | StatusNote
type Sides =
  | { readonly of: 'note'; readonly rows: ThreeRows<StatusNote> }
  | { readonly of: 'proposal'; readonly rows: ThreeRows<AgendaProposal> }

/** The fields somebody must choose between before this action can be sent over what stands there now. */
export function conflictsOf(action: OutboxAction, theirs: Theirs): readonly FieldConflict[] {
  const sides = sidesOf(action, theirs)
  if (!sides) return []
  return sides.of === 'note' ? findConflicts(sides.rows, statusNoteLines) : findConflicts(sides.rows, proposalLines)
}

/** What is to be sent once the choices are made: over theirs, with what each side changed alone. null: nothing of mine is left. */
export function settleAction(action: OutboxAction, theirs: Theirs, choices: ConflictChoices): OutboxAction | null {
  const sides = sidesOf(action, theirs)
  if (!sides || !('forumId' in action)) return action
  const { forumId } = action
  if (sides.of === 'note') {
    const before = sides.rows.theirs
    const after = settleConflicts(sides.rows, statusNoteLines, choices)
    return after.text === before.text ? null : { kind: 'changeStatusNote', forumId, before, after }
  }
  const before = sides.rows.theirs
  const after = settleConflicts(sides.rows, proposalLines, choices)
  return JSON.stringify(after) === JSON.stringify(before) ? null : { kind: 'changeProposal', forumId, before, after }
}

function sidesOf(action: OutboxAction, theirs: Theirs): Sides | null {
  switch (action.kind) {
    case 'changeStatusNote':
      return 'text' in theirs ? { of: 'note', rows: { before: action.before, mine: action.after, theirs } } : null
    case 'addStatusNote':
      return 'text' in theirs ? { of: 'note', rows: begunByBoth(theirs, action.note.text) } : null
    case 'changeProposal':
      return 'text' in theirs ? null : { of: 'proposal', rows: { before: action.before, mine: action.after, theirs } }
    case 'addProposal':
    case 'respond':
    case 'storeReadMarks':
      return null
  }
}

function begunByBoth(theirs: StatusNote, text: string): ThreeRows<StatusNote> {
  return { before: { ...theirs, text: '' }, mine: { ...theirs, text, state: 'sent' }, theirs }
}
