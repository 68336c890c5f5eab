import type { Instant, LinkKey, LogKey, MeetingKey } from '../../shared/ids.ts'
import type { Meeting, MeetingLink } from './meeting.ts'

/**
 * What a line of the log tells. `found` and `found-stale` are what the rules did by themselves, `confirmed`,
 * `confirmed-stale` and `rejected` what a person said of an invitation, `disputed` that somebody says a tie does not
 * fit, `removed` that somebody took the stale copy out of the own calendar, `undone` that an earlier line was taken back.
 */
export type LogKind =
  | 'found'
  | 'found-stale'
  | 'confirmed'
  | 'confirmed-stale'
  | 'rejected'
  | 'disputed'
  | 'removed'
  | 'moved'
  | 'undone'

/** How things stood before, so that they can be put back: ties by forum site, a move with the ties it changed. */
export type LogBefore =
  | { readonly kind: 'tie'; readonly link: MeetingLink | null }
  | {
      readonly kind: 'move'
      readonly way: MoveWay
      readonly meeting: Meeting
      readonly links: readonly MeetingLink[]
    }

/** How a move reached the calendars: the organiser's own invitation was moved, a new one sent, or neither by us. */
export type MoveWay = 'sameInvitation' | 'newInvitation' | 'onlyHere'

/** A line of a meeting's log before the server has put author and time to it. */
export type NewLogEntry = {
  readonly key: LogKey
  readonly meetingKey: MeetingKey
  readonly kind: LogKind
  /** Hashes of the invitation it is about (see `hashLinkValue`); null for a move. */
  readonly valueHash: string | null
  readonly linkKey: LinkKey | null
  /** The invitation as people know it: its subject and start. */
  readonly subject: string
  readonly start: Instant | null
  /** In Danish, one sentence a line: how we know, or why. */
  readonly because: string
  /** Of the person, as the forum's list of members has it; empty for the secretariat. */
  readonly organisation: string
  /** The line this one takes back. */
  readonly refersTo: LogKey | null
  readonly before: LogBefore | null
}

/** A stored line (*log*): nobody changes it, what is taken back gets a line of its own. `author` is the server's. */
export type LogEntry = NewLogEntry & { readonly author: string; readonly createdAt: Instant }

/** The lines that still hold: those taken back, and what took them back, are left out. */
export function standingEntries(log: readonly LogEntry[]): readonly LogEntry[] {
  const undone = new Set(log.flatMap((entry) => (entry.refersTo ? [entry.refersTo] : [])))
  return log.filter((entry) => entry.kind !== 'undone' && !undone.has(entry.key))
}
