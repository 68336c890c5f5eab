import type { AgendaDraft } from '../domain/agenda/agenda-draft.ts'
import type { Forum } from '../domain/forum/forum.ts'
import { findLiveMeeting } from '../domain/meeting/date-thread.ts'
import { type AgendaState, hasTime, type Meeting } from '../domain/meeting/meeting.ts'
import { toInstant, toLocal } from '../domain/time/zoned-time.ts'
import type { LocalDate, LocalTime, MeetingKey } from '../shared/ids.ts'
import { keyOfParts } from '../shared/key-of-parts.ts'

const midnight = '00:00' as LocalTime

/**
 * The forum's meeting on a day: the one that begins when the document says where there are several. A day the meeting was
 * moved from leads to the meeting itself, for its papers are one. Undefined when there is none.
 */
export function meetingOn(meetings: readonly Meeting[], date: LocalDate, start: LocalTime | null): Meeting | undefined {
  const local = (meeting: Meeting) => toLocal(meeting.start, meeting.timeZone)
  const ofDay = meetings.filter((meeting) => local(meeting).date === date)
  const standing = ofDay.filter(({ status }) => status !== 'moved')
  const found = standing.find((meeting) => local(meeting).time === start) ?? standing[0] ?? ofDay[0]
  return found && findLiveMeeting(meetings, found.key)
}

/**
 * A meeting for papers of a day that has none. Its key is made of forum and day, so that two who import at once make one. A
 * time the papers do not tell is not invented: such a meeting begins and ends at midnight.
 */
export async function newArchiveMeeting(
  forum: Pick<Forum, 'id' | 'name' | 'timeZone'>,
  draft: AgendaDraft,
  date: LocalDate,
  today: LocalDate,
): Promise<Meeting> {
  return {
    key: (await keyOfParts('meeting', forum.id, date)) as MeetingKey,
    forumId: forum.id,
    title: forum.name,
    ...spanOf(draft, date, forum.timeZone),
    timeZone: forum.timeZone,
    status: date < today ? 'held' : 'planned',
    supersedesKey: null,
    moveReason: null,
    announcedOn: null,
    agendaState: 'none',
    location: draft.location,
    joinUrl: null,
    proposalDeadline: null,
    statusNoteDeadline: null,
  }
}

/** The meeting with the place and the time a paper tells, where it had none; the same object when nothing is added. */
export function completedByPaper(meeting: Meeting, draft: AgendaDraft): Meeting {
  const location = meeting.location ?? draft.location
  const { date } = toLocal(meeting.start, meeting.timeZone)
  const span = draft.start === null || hasTime(meeting) ? {} : spanOf(draft, date, meeting.timeZone)
  const isSame = location === meeting.location && Object.keys(span).length === 0
  return isSame ? meeting : { ...meeting, location, ...span }
}

function spanOf(draft: AgendaDraft, date: LocalDate, timeZone: string): Pick<Meeting, 'start' | 'end'> {
  const start = draft.start ?? midnight
  const end = draft.start !== null && draft.end !== null && draft.end >= start ? draft.end : start
  return { start: toInstant(date, start, timeZone), end: toInstant(date, end, timeZone) }
}

/** How far the agenda is once a document is in the archive: what was held can be read, what is to come stays a draft. */
export function archivedState(state: AgendaState, kind: AgendaDraft['kind'], isPast: boolean): AgendaState {
  if (!isPast) return state === 'none' ? 'draft' : state
  if (kind === 'referat' && (state === 'none' || state === 'published')) return 'minutes'
  return state === 'none' ? 'published' : state
}
