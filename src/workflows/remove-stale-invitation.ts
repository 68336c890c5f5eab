import type { CalendarEvent } from '../domain/calendar/calendar-event.ts'
import { ServiceError } from './failure.ts'
import type { CalendarPort } from './ports.ts'

/** What came of "Fjern denne fra min kalender". Everything but 'removed' left the calendar as it was. */
export type Removal = 'removed' | 'alreadyGone' | 'youAreOrganizer' | 'nowLive'

/**
 * Removes one's own copy of a replaced invitation. Reads the entry once more right before: it must be the same
 * invitation (iCalUId), called by somebody else, and `isStillStale` must say so of the fresh copy; a live event is
 * never removed (F2.8: deleting as organiser would cancel the meeting for everybody).
 */
export async function removeStaleInvitation(
  calendar: Pick<CalendarPort, 'readEvent' | 'removeOwnCopy'>,
  seen: CalendarEvent,
  isStillStale: (fresh: CalendarEvent) => Promise<boolean>,
): Promise<Removal> {
  const fresh = await calendar.readEvent(seen.id)
  if (fresh === null) return 'alreadyGone'
  if (fresh.isOrganizer) return 'youAreOrganizer'
  if (fresh.iCalUId !== seen.iCalUId || !(await isStillStale(fresh))) return 'nowLive'
  try {
    await calendar.removeOwnCopy(fresh.id)
  } catch (error) {
    if (error instanceof ServiceError && error.failure.kind === 'notFound') return 'alreadyGone'
    throw error
  }
  return 'removed'
}
