import type { FieldConflict } from '../domain/conflict/field-conflict.ts'
import type { AgendaProposal } from '../domain/proposal/agenda-proposal.ts'
import { joinMarks, type ReadMarks } from '../domain/reading/read-marks.ts'
import type { StatusNote } from '../domain/status-note/status-note.ts'
import type { EventId, ForumId, Instant, MeetingKey } from '../shared/ids.ts'
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
  | { readonly kind: 'storeReadMarks'; readonly meetingKey: MeetingKey; readonly marks: ReadMarks }

/** Where an entry stands. In a conflict nothing is lost: mine is in the action, theirs is here, with the fields that clash. */
export type OutboxState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'sending' }
  | {
      readonly kind: 'conflict'
      readonly theirs: AgendaProposal | StatusNote
      readonly fields: readonly FieldConflict[]
    }
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
    case 'storeReadMarks':
      return `read-marks:${action.meetingKey}`
  }
}

/** The service an action is for: when one cannot be reached, what is for the other is sent all the same. */
export function serviceOf(action: OutboxAction): 'forum' | 'own' {
  return action.kind === 'respond' || action.kind === 'storeReadMarks' ? 'own' : 'forum'
}

/**
 * One action that does what both would do one after the other, for rows that have not been sent; null when they cannot be one.
 */
export function joinActions(first: OutboxAction, second: OutboxAction): OutboxAction | null {
  if (second.kind === 'storeReadMarks') {
    return first.kind === second.kind ? { ...second, marks: joinMarks(first.marks, second.marks) } : null
  }
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
    case 'storeReadMarks':
      return null
  }
}

const MOST_TRIED = 10

/** The versions on the wire with one more; the oldest ones are the likeliest to have arrived, so they stay. */
export function withTry(tried: readonly OutboxAction[], action: OutboxAction | null): readonly OutboxAction[] {
  const isKnown = action === null || tried.some((one) => JSON.stringify(one) === JSON.stringify(action))
  return isKnown || tried.length >= MOST_TRIED ? tried : [...tried, action]
}

/**
 * The id of an entry that sorts after the last one, even within a second or when the machine's clock is set back. What
 * follows it is a new key, which keeps two pages of one person apart.
 */
export function nextId(lastId: string | undefined, queuedAt: Instant, key: string): string {
  const [lastAt = '', lastCount = '0'] = lastId?.split('#') ?? []
  const isLater = queuedAt > lastAt
  return `${isLater ? queuedAt : lastAt}#${String(isLater ? 0 : Number(lastCount) + 1).padStart(6, '0')}#${key}`
}

/** Whether something from the store is an entry; what is not is left alone. */
export function isEntry(kept: unknown): kept is OutboxEntry {
  return typeof kept === 'object' && kept !== null && 'id' in kept && 'action' in kept && 'state' in kept
}
