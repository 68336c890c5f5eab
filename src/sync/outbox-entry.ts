import type { AgendaProposal } from '../domain/proposal/agenda-proposal.ts'
import type { StatusNote } from '../domain/status-note/status-note.ts'
import type { EventId, ForumId, Instant } from '../shared/ids.ts'
import type { ServiceFailure } from '../workflows/failure.ts'
import type { CalendarPort, NewProposal, NewStatusNote } from '../workflows/ports.ts'

/** What a person did that Graph has not been told yet. Each can be sent twice without harm. */
export type OutboxAction =
  | { readonly kind: 'addProposal'; readonly forumId: ForumId; readonly proposal: NewProposal }
  | {
      readonly kind: 'changeProposal'
      readonly forumId: ForumId
      readonly before: AgendaProposal
      readonly after: AgendaProposal
    }
  | { readonly kind: 'addStatusNote'; readonly forumId: ForumId; readonly note: NewStatusNote }
  | {
      readonly kind: 'changeStatusNote'
      readonly forumId: ForumId
      readonly before: StatusNote
      readonly after: StatusNote
    }
  | {
      readonly kind: 'respond'
      readonly eventId: EventId
      readonly response: Parameters<CalendarPort['respond']>[1]
      readonly comment: string
    }

/** Where an entry stands. In a conflict nothing is lost: mine is in the action, theirs is here. */
export type OutboxState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'sending' }
  | { readonly kind: 'conflict'; readonly theirs: AgendaProposal | StatusNote }
  | { readonly kind: 'failed'; readonly failure: ServiceFailure }

/** One thing waiting in the outbox (see `createOutbox`); kept on this machine under its id. */
export type OutboxEntry = {
  /** Sorts in the order of queueing. */
  readonly id: string
  readonly action: OutboxAction
  readonly queuedAt: Instant
  readonly state: OutboxState
  /** Versions put on the wire whose answer never came: any of them may be what is stored. Oldest first. */
  readonly tried: readonly OutboxAction[]
}

/** Key of the row or event an action is about: entries of one key are sent strictly one after the other. */
export function rowKeyOf(action: OutboxAction): string {
  switch (action.kind) {
    case 'addProposal':
      return action.proposal.key
    case 'addStatusNote':
      return action.note.key
    case 'changeProposal':
    case 'changeStatusNote':
      return action.before.key
    case 'respond':
      return action.eventId
  }
}

/**
 * One action that does what both would do one after the other, for rows that have not been sent; null when they cannot be one.
 */
export function joinActions(first: OutboxAction, second: OutboxAction): OutboxAction | null {
  if (second.kind === 'respond' || second.kind === 'addProposal' || second.kind === 'addStatusNote') {
    return first.kind === second.kind ? second : null
  }
  switch (first.kind) {
    case 'addProposal':
      return second.kind === 'changeProposal' ? { ...first, proposal: { ...first.proposal, ...second.after } } : null
    case 'addStatusNote':
      return second.kind === 'changeStatusNote' ? { ...first, note: { ...first.note, ...second.after } } : null
    case 'changeProposal':
      return second.kind === 'changeProposal' ? { ...second, before: first.before } : null
    case 'changeStatusNote':
      return second.kind === 'changeStatusNote' ? { ...second, before: first.before } : null
    case 'respond':
      return null
  }
}
