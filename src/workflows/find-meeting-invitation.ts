import type { CalendarEvent } from '../domain/calendar/calendar-event.ts'
import type { Meeting } from '../domain/meeting/meeting.ts'
import type { Instant } from '../shared/ids.ts'
import { judgeInvitation } from './judge-invitation.ts'
import type { CalendarPort, MeetingRecord } from './ports.ts'

/**
 * The invitation that holds for this meeting in the own calendar: tied by a person, by our token or surely by the rules. One I
 * have called myself comes first; null when there is none. Throws ServiceError.
 */
export async function findMeetingInvitation(
  calendar: Pick<CalendarPort, 'readWindow'>,
  record: MeetingRecord,
  live: Meeting,
  me: string,
  now: Instant,
): Promise<CalendarEvent | null> {
  const window = await calendar.readWindow(live.start, live.end)
  const plans = [{ forum: record.forum, meetings: record.meetings, links: record.links }]
  const found: CalendarEvent[] = []
  for (const event of window) {
    const told = await judgeInvitation(event, { event, others: window, failure: null }, plans, me, now)
    const isThis = told.kind === 'tied' && told.standing === 'live' && told.live.key === live.key
    if (isThis && told.certainty !== 'suggested') found.push(event)
  }
  return found.find((event) => event.isOrganizer) ?? found[0] ?? null
}
