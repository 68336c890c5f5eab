import type { Instant } from '../../shared/ids.ts'
import { readAllPages } from '../paging.ts'
import type { Graph } from '../transport.ts'

/**
 * Headers every calendar call sends. Ids that survive a move between folders; times in UTC, since Europe/Copenhagen is not
 * surely known to Exchange (PLATFORM F2.14); bodies as text.
 */
export const CALENDAR_PREFER = [
  'IdType="ImmutableId"',
  'outlook.timezone="UTC"',
  'outlook.body-content-type="text"',
] as const

/** The properties of an event we use, and no more. */
export const EVENT_SELECT = [
  'id',
  'iCalUId',
  'seriesMasterId',
  'type',
  'subject',
  'start',
  'end',
  'isAllDay',
  'originalStart',
  'organizer',
  'isOrganizer',
  'attendees',
  'responseStatus',
  'isCancelled',
  'sensitivity',
  'location',
  'onlineMeeting',
  'onlineMeetingUrl',
  'body',
  'webLink',
  'createdDateTime',
  'lastModifiedDateTime',
].join(',')

/** Entries that touch the window, series expanded, as Graph has them. */
export async function readCalendarWindow(graph: Graph, from: Instant, to: Instant): Promise<readonly unknown[]> {
  const window = `startDateTime=${encodeURIComponent(from)}&endDateTime=${encodeURIComponent(to)}`
  return readAllPages(graph, `/me/calendarView?${window}&$select=${EVENT_SELECT}&$top=100`, { prefer: CALENDAR_PREFER })
}
