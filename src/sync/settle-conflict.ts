import type { OutboxAction, OutboxState } from './outbox-entry.ts'

/** My text over theirs: what they changed elsewhere stays theirs. */
export function overTheirs(
  action: OutboxAction,
  theirs: Extract<OutboxState, { kind: 'conflict' }>['theirs'],
): OutboxAction {
  if (action.kind === 'respond' || action.kind === 'addProposal' || action.kind === 'storeReadMarks') return action
  const { forumId } = action
  if ('text' in theirs) {
    const text =
      action.kind === 'addStatusNote' ? action.note.text : 'text' in action.after ? action.after.text : theirs.text
    return { kind: 'changeStatusNote', forumId, before: theirs, after: { ...theirs, text, state: 'sent' } }
  }
  if (action.kind !== 'changeProposal') return action
  return { kind: 'changeProposal', forumId, before: theirs, after: { ...theirs, ...changesOf(action) } }
}

// The fields I changed, so that what they changed elsewhere stays theirs.
function changesOf({ before, after }: Extract<OutboxAction, { kind: 'changeProposal' }>): Partial<typeof after> {
  const changed = Object.entries(after).filter(([name, value]) => before[name as keyof typeof before] !== value)
  return Object.fromEntries(changed.filter(([name]) => name !== 'eTag'))
}
