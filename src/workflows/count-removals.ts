import type { MeetingLink } from '../domain/meeting/meeting.ts'
import { type LogEntry, standingEntries } from '../domain/meeting/meeting-log.ts'
import type { Instant } from '../shared/ids.ts'

/** Who has told that a replaced invitation is gone from the own calendar. Of the others nothing is known. */
export type RemovalCount = {
  readonly valueHash: string
  /** When the invitation was for; null when no line of the log says. */
  readonly start: Instant | null
  /** "Name, Organisation", by name. */
  readonly people: readonly string[]
}

/** For each replaced invitation of a meeting, who has removed it; the latest date last. */
export function countRemovals(links: readonly MeetingLink[], log: readonly LogEntry[]): readonly RemovalCount[] {
  const standing = standingEntries(log)
  const stale = links.filter((link) => link.kind === 'ical' && link.state === 'superseded')
  return stale
    .map(({ valueHash }) => {
      const told = standing.filter((entry) => entry.valueHash === valueHash)
      const people = told
        .filter(({ kind }) => kind === 'removed')
        .map(({ author, organisation }) => (organisation ? `${author}, ${organisation}` : author))
      return {
        valueHash,
        start: told.find(({ start }) => start !== null)?.start ?? null,
        people: [...new Set(people)].sort((a, b) => a.localeCompare(b, 'da')),
      }
    })
    .sort((a, b) => ((a.start ?? '') < (b.start ?? '') ? -1 : 1))
}
