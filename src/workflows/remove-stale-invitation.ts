import type { CalendarEvent } from '../domain/calendar/calendar-event.ts'
import { ServiceError } from './failure.ts'
import type { CalendarPort } from './ports.ts'

/** What came of "Fjern denne fra min kalender". Everything but the two kinds of 'removed' left the calendar as it was. */
export type Removal = 'removed' | 'removedCancelled' | 'alreadyGone' | 'youAreOrganizer' | 'nowLive'

/**
 * Removes one's own copy of a replaced invitation. Reads the entry once more right before: it must be the same
 * invitation (iCalUId), called by somebody else, and `isStillStale` must say so of the fresh copy; a live event is
 * never removed (F2.8: deleting as organiser would cancel the meeting for everybody). One that its organiser has cancelled
 * meanwhile can be missed by nobody, so the copy goes as it was asked.
 */
export async function removeStaleInvitation(
  calendar: Pick<CalendarPort, 'readEvent' | 'removeOwnCopy'>,
  seen: CalendarEvent,
  isStillStale: (fresh: CalendarEvent) => Promise<boolean>,
): Promise<Removal> {
  const fresh = await calendar.readEvent(seen.id)
  if (fresh === null) return 'alreadyGone'
  if (fresh.isOrganizer) return 'youAreOrganizer'
  if (fresh.iCalUId !== seen.iCalUId) return 'nowLive'
  if (!fresh.isCancelled && !(await isStillStale(fresh))) return 'nowLive'
  try {
    await calendar.removeOwnCopy(fresh.id)
  } catch (error) {
    if (error instanceof ServiceError && error.failure.kind === 'notFound') return 'alreadyGone'
    throw error
  }
  return fresh.isCancelled ? 'removedCancelled' : 'removed'
}
