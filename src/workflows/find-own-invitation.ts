import type { CalendarEvent } from '../domain/calendar/calendar-event.ts'
import { hashLinkValue, linkValuesOf } from '../domain/linking/link-values.ts'
import type { Meeting, MeetingLink } from '../domain/meeting/meeting.ts'
import type { CalendarPort } from './ports.ts'

/** My own copy of a meeting's invitation: by its stored ties, among the entries of that day. null when there is none. */
export async function findOwnInvitation(
  calendar: Pick<CalendarPort, 'readWindow'>,
  meeting: Meeting,
  links: readonly MeetingLink[],
): Promise<CalendarEvent | null> {
  const events = await calendar.readWindow(meeting.start, meeting.end)
  const known = new Set(links.filter((link) => link.state === 'current').map((link) => link.valueHash))
  for (const event of events) {
    for (const value of linkValuesOf(event)) {
      const { valueHash } = await hashLinkValue(value.kind, value.value, value.occurrenceDate)
      if (known.has(valueHash)) return event
    }
  }
  return null
}
