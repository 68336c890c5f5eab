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
  return findTied(
    events,
    links.filter((link) => link.state === 'current'),
  )
}

/** My own copy of an invitation to one of the dates a meeting has left, that I could remove; null when there is none. */
export async function findOwnStaleCopy(
  calendar: Pick<CalendarPort, 'readWindow'>,
  dead: readonly Meeting[],
  links: readonly MeetingLink[],
): Promise<CalendarEvent | null> {
  const windows = await Promise.all(dead.map(({ end, start }) => calendar.readWindow(start, end)))
  return findTied(
    windows.flat().filter((event) => !event.isOrganizer && !event.isCancelled),
    links.filter((link) => link.state === 'superseded'),
  )
}

async function findTied(
  events: readonly CalendarEvent[],
  links: readonly MeetingLink[],
): Promise<CalendarEvent | null> {
  const known = new Set(links.map((link) => link.valueHash))
  for (const event of events) {
    for (const value of linkValuesOf(event)) {
      const { valueHash } = await hashLinkValue(value.kind, value.value, value.occurrenceDate)
      if (known.has(valueHash)) return event
    }
  }
  return null
}
