import type { CalendarEvent } from '../domain/calendar/calendar-event.ts'
import { findLiveMeeting } from '../domain/meeting/date-thread.ts'
import type { Meeting, MeetingLink } from '../domain/meeting/meeting.ts'
import { type LogEntry, standingEntries } from '../domain/meeting/meeting-log.ts'
import type { LogKey } from '../shared/ids.ts'
import { takingBack } from './invitation-log.ts'
import type { CalendarPort, ForumPort, MeetingRecord } from './ports.ts'

/** The move that can be taken back: the last one that stands and tells what was before; null when there is none. */
export function lastMove(log: readonly LogEntry[]): LogEntry | null {
  const last = standingEntries(log).findLast(({ kind }) => kind === 'moved')
  return last?.before?.kind === 'move' ? last : null
}

type UndoPorts = {
  readonly forum: Pick<ForumPort, 'addLogEntry' | 'changeLink' | 'changeMeeting'>
  readonly calendar: Pick<CalendarPort, 'moveInvitation'>
}

/**
 * Takes a move back as far as it goes: the meeting has its date, place and deadlines again, the old invitation's ties hold,
 * and those of the new invitation lead to the meeting as replaced. `event` is the own invitation: one that was moved is
 * moved back; one that was sent cannot be unsent, and its sender cancels it in Outlook. The row of the date stays in the
 * list, led to by nothing. Safe to repeat. Throws ServiceError.
 */
export async function undoMove(
  { calendar, forum }: UndoPorts,
  record: MeetingRecord,
  entry: LogEntry,
  { by, event, undoKey }: { readonly by: string; readonly event: CalendarEvent | null; readonly undoKey: LogKey },
): Promise<void> {
  const { before } = entry
  const live = findLiveMeeting(record.meetings, entry.meetingKey)
  if (before?.kind !== 'move' || !live) return
  const { meeting: old } = before
  if (before.way === 'sameInvitation' && event?.isOrganizer) {
    await calendar.moveInvitation(event.id, {
      start: old.start,
      end: old.end,
      timeZone: old.timeZone,
      location: old.location,
    })
  }
  await forum.changeMeeting(live, backOn(live, old))
  const stood = new Map(before.links.map((link) => [link.key, link]))
  for (const link of record.links.filter((one) => one.meetingKey === live.key)) {
    const wanted = stood.get(link.key) ?? asReplaced(link, by)
    if (wanted.state !== link.state) await forum.changeLink(record.forum.id, link, wanted)
  }
  await forum.addLogEntry(record.forum.id, takingBack(entry, undoKey))
}

/** What a move changes, as it was; what has happened to the agenda since stays. */
function backOn(live: Meeting, old: Meeting): Meeting {
  const { end, joinUrl, location, proposalDeadline, start, statusNoteDeadline, supersedesKey } = old
  return { ...live, end, joinUrl, location, proposalDeadline, start, statusNoteDeadline, supersedesKey }
}

function asReplaced(link: MeetingLink, by: string): MeetingLink {
  if (link.kind === 'token' || link.state !== 'current') return link
  return { ...link, state: 'superseded', evidence: `Flytningen er taget tilbage af ${by}` }
}
