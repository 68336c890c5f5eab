import type { CalendarEvent } from '../domain/calendar/calendar-event.ts'
import { addDaysToInstant } from '../domain/time/zoned-time.ts'
import type { EventId, Instant } from '../shared/ids.ts'
import { ServiceError } from './failure.ts'
import { findDispute } from './invitation-log.ts'
import { judgeInvitation, type OpenedInvitation, type OwnCalendar, readOwnWindow } from './judge-invitation.ts'
import type { CalendarPort, ForumPort } from './ports.ts'

/** What the host itself shows of the invitation; untrusted, and all there is when the calendar may not be read. */
export type ShownInvitation = {
  readonly restId: string | null
  readonly subject: string
  readonly startIso: string
  readonly endIso: string
  readonly organizerMail: string
  readonly bodyText: string
  readonly isOrganizer: boolean
}

type StillPorts = {
  readonly calendar: Pick<CalendarPort, 'readWindow'>
  readonly forum: Pick<ForumPort, 'readPlans'>
}

type Ports = {
  readonly calendar: Pick<CalendarPort, 'readEvent' | 'readWindow'>
  readonly forum: Pick<ForumPort, 'readLog' | 'readPlans'>
}

/** Finds the meeting an invitation belongs to and whether it still holds. Throws ServiceError when the forums cannot be read. */
export async function openInvitation(
  ports: Ports,
  shown: ShownInvitation,
  me: string,
  now: Instant,
): Promise<OpenedInvitation> {
  const [own, plans] = await Promise.all([
    readOwnCalendar(ports.calendar, shown, now),
    ports.forum.readPlans(addDaysToInstant(now, -365)),
  ])
  const opened = await judgeInvitation(own.event ?? toEvent(shown), own, plans, me, now)
  return opened.kind === 'tied' ? { ...opened, dispute: await findDispute(ports.forum, opened, me) } : opened
}

/** Asks calendar and sites once more, right before a removal, whether this fresh copy is surely a replaced one. */
export async function isStillStale(
  ports: StillPorts,
  fresh: CalendarEvent,
  me: string,
  now: Instant,
): Promise<boolean> {
  const [others, plans] = await Promise.all([
    readOwnWindow(ports.calendar, now),
    ports.forum.readPlans(addDaysToInstant(now, -365)),
  ])
  const opened = await judgeInvitation(fresh, { event: fresh, others, failure: null }, plans, me, now)
  return opened.kind === 'tied' && opened.standing === 'stale'
}

async function readOwnCalendar(
  calendar: Ports['calendar'],
  shown: ShownInvitation,
  now: Instant,
): Promise<OwnCalendar> {
  if (shown.restId === null) return { event: null, others: [], failure: null }
  try {
    const [event, others] = await Promise.all([
      calendar.readEvent(shown.restId as EventId),
      readOwnWindow(calendar, now),
    ])
    return { event, others, failure: null }
  } catch (error) {
    // Without the calendar the text of the invitation is still there, and the agenda with it (ARCHITECTURE rule 4).
    if (error instanceof ServiceError) return { event: null, others: [], failure: error.failure.kind }
    throw error
  }
}

/** The invitation as far as the host shows it, for when the own calendar may not be read. */
function toEvent(shown: ShownInvitation): CalendarEvent {
  return {
    id: (shown.restId ?? '') as EventId,
    iCalUId: null,
    seriesMasterId: null,
    type: 'singleInstance',
    subject: shown.subject,
    start: shown.startIso as Instant,
    end: shown.endIso as Instant,
    isAllDay: false,
    originalStart: null,
    organizer: { name: '', mail: shown.organizerMail.toLowerCase() },
    isOrganizer: shown.isOrganizer,
    attendees: [],
    response: 'none',
    isCancelled: false,
    sensitivity: 'normal',
    location: null,
    joinUrl: /https:\/\/teams\.microsoft\.com\/[^\s<>"]+/.exec(shown.bodyText)?.[0] ?? null,
    bodyText: shown.bodyText,
    webLink: null,
    createdAt: null,
    modifiedAt: null,
  }
}
