import type { ForumId, Instant, LinkKey, LocalDate, MeetingKey } from '../../shared/ids.ts'
import { toLocal } from '../time/zoned-time.ts'

/** How far the agenda (*dagsorden*) has come. */
export type AgendaState = 'none' | 'draft' | 'published' | 'minutes' | 'approved'

/**
 * *Møde*. Keeps its key through every move. A date it had before stands as a row of its own with status 'moved',
 * and the chain runs backwards through `supersedesKey`: live meeting -> last dead date -> the one before.
 */
export type Meeting = {
  readonly key: MeetingKey
  readonly forumId: ForumId
  readonly title: string
  readonly start: Instant
  readonly end: Instant
  /** IANA zone the meeting is held in. */
  readonly timeZone: string
  readonly status: 'planned' | 'moved' | 'cancelled' | 'held'
  readonly supersedesKey: MeetingKey | null
  /** On a 'moved' row: why that date died, in words; null when nobody said. */
  readonly moveReason: string | null
  /** On a 'moved' row: when the new date was announced. */
  readonly announcedOn: LocalDate | null
  readonly agendaState: AgendaState
  readonly location: string | null
  readonly joinUrl: string | null
  /** Last day to propose an item, and to write status notes; end of day in the meeting's zone. */
  readonly proposalDeadline: LocalDate | null
  readonly statusNoteDeadline: LocalDate | null
}

/** False for a meeting of which only the day is known: it begins and ends at midnight where it is held. */
export function hasTime({ end, start, timeZone }: Pick<Meeting, 'start' | 'end' | 'timeZone'>): boolean {
  return start !== end || toLocal(start, timeZone).time !== '00:00'
}

/** What kind of outside value a tie is made from (PLATFORM 10.1). */
export type LinkKind = 'ical' | 'series' | 'thread' | 'short' | 'token' | 'manual'

/** A stored tie between an outside identity (an invitation, a chat) and a meeting. A person's tie outranks every rule. */
export type MeetingLink = {
  readonly key: LinkKey
  readonly valueHash: string
  readonly meetingKey: MeetingKey
  readonly kind: LinkKind
  readonly state: 'current' | 'superseded' | 'cancelled' | 'rejected'
  readonly occurrenceDate: LocalDate | null
  /** In Danish, for people: how we know. */
  readonly evidence: string
}
