import type { ItemKey, MeetingKey, ProposalKey } from '../../src/shared/ids.ts'
import type { MeetingRecord, NewAgendaItem, NewProposal } from '../../src/workflows/ports.ts'

/** A row of a list as the wire has it. */
export type WireItem = { readonly id: string; readonly fields: Readonly<Record<string, unknown>> }

export function pick<T>(some: readonly T[], which: number): T {
  const picked = some[which % some.length]
  if (picked === undefined) throw new Error('Nothing to pick from')
  return picked
}

export function pickOrNull<T>(some: readonly T[], which: number): T | null {
  return some[which % Math.max(some.length, 1)] ?? null
}

export function aModelItem(key: ItemKey, meetingKey: MeetingKey, rank: string): NewAgendaItem {
  return {
    key,
    meetingKey,
    rank,
    number: null,
    title: 'Punkt',
    purpose: null,
    kind: 'item',
    recommendation: '',
    casePresentation: '',
    decision: '',
    minutes: '',
    presenters: [],
    durationMinutes: null,
    openness: 'open',
    fromProposalKey: null,
  }
}

export function aModelProposal(
  key: ProposalKey,
  meetingKey: MeetingKey,
  title: string,
  organisation: string,
): NewProposal {
  return {
    key,
    meetingKey,
    title,
    recommendation: '',
    rationale: '',
    purpose: null,
    durationMinutes: null,
    organisation,
    state: 'received',
    condition: '',
    answer: '',
    sourceMessage: '',
  }
}

/** What has no order of its own comes in any. */
export function inOrder(view: MeetingRecord): object {
  const byKey = (a: { readonly key: string }, b: { readonly key: string }) => (a.key < b.key ? -1 : 1)
  return {
    meetings: view.meetings.toSorted(byKey),
    items: view.items,
    proposals: view.proposals.toSorted(byKey),
    notes: view.notes.toSorted(byKey),
  }
}
