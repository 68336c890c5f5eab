import type { CalendarEvent } from '../domain/calendar/calendar-event.ts'
import { linkInvitation, weighCalendar } from '../domain/linking/link-invitation.ts'
import { traceDates } from '../domain/meeting/date-thread.ts'
import type { Meeting } from '../domain/meeting/meeting.ts'
import type { Instant } from '../shared/ids.ts'
import { findTies, type OpenedInvitation, tellLink } from './judge-invitation.ts'
import type { ForumPlan, MeetingRecord } from './ports.ts'

/** A calendar file (*kalenderfil*) as read; `leftOut` counts the entries that could not be. */
export type CalendarFileContent =
  | { readonly kind: 'calendar'; readonly events: readonly CalendarEvent[]; readonly leftOut: number }
  | { readonly kind: 'unreadable'; readonly reason: 'no-calendar' | 'too-large' }

/** One meeting as an entry of a calendar file. `uid` stays when the meeting moves, `sequence` counts its dates. */
export type CalendarFileEntry = {
  readonly uid: string
  readonly sequence: number
  readonly title: string
  readonly start: Instant
  readonly end: Instant
  readonly location: string | null
  readonly agendaUrl: string
  readonly description: string
  readonly isCancelled: boolean
}

/** Reads and writes iCalendar files; nothing of it leaves the machine. */
export interface CalendarFiles {
  /** `me` is the reader's mail address in lower case, since a file does not say whose copy it is. */
  read(file: File, me: string): Promise<CalendarFileContent>
  write(entry: CalendarFileEntry, fileName: string): Promise<File>
}

/** The one clean entry of a meeting for a calendar file, with the link to its agenda. */
export function entryOfMeeting(record: MeetingRecord, live: Meeting, agendaUrl: string): CalendarFileEntry {
  return {
    uid: `${live.key}@moedetraad`,
    sequence: traceDates(record.meetings, live).length - 1,
    title: record.forum.name,
    start: live.start,
    end: live.end,
    location: live.location,
    agendaUrl,
    description: live.joinUrl ?? '',
    isCancelled: live.status === 'cancelled',
  }
}

/** An entry of a file and what it is. */
export type JudgedEntry = { readonly event: CalendarEvent; readonly told: OpenedInvitation }

/** Says of each entry of a file which meeting it is, by the stored ties and the rules; by start. */
export async function judgeFile(
  events: readonly CalendarEvent[],
  plans: readonly ForumPlan[],
  me: string,
  now: Instant,
): Promise<readonly JudgedEntry[]> {
  const ties = await findTies(events, plans)
  const weighed = weighCalendar({ plans, ties, window: events, now, me })
  return events
    .toSorted((a, b) => (a.start < b.start ? -1 : 1))
    .map((event) => {
      const link = linkInvitation({ event, plans, ties, window: events, now, me, weighed })
      return { event, told: tellLink(link, event, { event, others: events, failure: null }, plans) }
    })
}
