import type { Instant, LocalDate } from '../../shared/ids.ts'
import type { Meeting } from './meeting.ts'

/** The forum's next meeting: the first planned one that is not over yet. */
export function findNextMeeting(meetings: readonly Meeting[], now: Instant): Meeting | undefined {
  return meetings
    .filter((meeting) => meeting.status === 'planned' && meeting.end > now)
    .sort((a, b) => a.start.localeCompare(b.start))[0]
}

/** True the day after the deadline (*frist*) and later; the deadline's own day still counts. No deadline never passes. */
export function isPastDeadline(deadline: LocalDate | null, today: LocalDate): boolean {
  return deadline !== null && today > deadline
}
