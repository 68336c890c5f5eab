import type { CalendarEvent } from '../domain/calendar/calendar-event.ts'
import { hashLinkValue, linkValuesOf } from '../domain/linking/link-values.ts'
import { findLiveMeeting } from '../domain/meeting/date-thread.ts'
import type { Meeting, MeetingLink } from '../domain/meeting/meeting.ts'
import { addDaysToInstant } from '../domain/time/zoned-time.ts'
import type { EventId, ForumId, Instant } from '../shared/ids.ts'
import { ServiceError, type ServiceFailure } from './failure.ts'
import type { CalendarPort, ForumLink, ForumPort } from './ports.ts'

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

/** What an opened invitation turns out to be. */
export type OpenedInvitation =
  | {
      readonly kind: 'tied'
      /** 'maybeStale' is a suggestion nobody has confirmed: nothing may be removed on it. */
      readonly standing: 'live' | 'stale' | 'maybeStale' | 'cancelled'
      readonly forumId: ForumId
      /** The meeting people should come to. */
      readonly live: Meeting
      /** My own copy; null when the calendar cannot be read. */
      readonly event: CalendarEvent | null
      /** My copy of the invitation that holds, when it is another one. */
      readonly liveEvent: CalendarEvent | null
      readonly evidence: readonly string[]
      readonly calendarFailure: ServiceFailure['kind'] | null
    }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly Candidate[] }
  | { readonly kind: 'unlinked' }

export type Candidate = { readonly forumId: ForumId; readonly forumName: string; readonly meeting: Meeting }

type Ports = {
  readonly calendar: Pick<CalendarPort, 'readEvent' | 'readWindow'>
  readonly forum: Pick<ForumPort, 'readPlans' | 'findLinks'>
}

type OwnCalendar = {
  readonly event: CalendarEvent | null
  readonly others: readonly CalendarEvent[]
  readonly failure: ServiceFailure['kind'] | null
}

/** Days around now in which the invitation that holds is looked for. */
const daysBack = 60
const daysAhead = 240

/** Finds the meeting an invitation belongs to and whether it still holds. Throws ServiceError when the forums cannot be read. */
export async function openInvitation(ports: Ports, shown: ShownInvitation, now: Instant): Promise<OpenedInvitation> {
  const [own, plans] = await Promise.all([
    readOwnCalendar(ports.calendar, shown, now),
    ports.forum.readPlans(addDaysToInstant(now, -365)),
  ])
  const ties = plans.flatMap((plan) => plan.links.map((link) => ({ forumId: plan.forum.id, link })))
  const event = own.event ?? toEvent(shown)
  const tie = await findTie(event, ties)
  const plan = plans.find(({ forum }) => forum.id === tie?.forumId)
  const live = tie && plan ? findLiveMeeting(plan.meetings, tie.link.meetingKey) : undefined
  if (!tie || !live) return { kind: 'unlinked' }
  return {
    kind: 'tied',
    standing: standingOf(tie.link, live),
    forumId: tie.forumId,
    live,
    event: own.event,
    liveEvent: await findLiveEvent(own.others, event, live, ties),
    evidence: tie.link.evidence === '' ? [] : [tie.link.evidence],
    calendarFailure: own.failure,
  }
}

/** Asks the sites once more, right before a removal, whether this fresh copy is still a replaced one. */
export async function isStillStale(ports: Ports, fresh: CalendarEvent): Promise<boolean> {
  const hashes = await Promise.all(
    linkValuesOf(fresh).map(({ kind, value, occurrenceDate }) => hashLinkValue(kind, value, occurrenceDate)),
  )
  const tie = await findTie(fresh, await ports.forum.findLinks(hashes.map(({ valueHash }) => valueHash)))
  return tie?.link.state === 'superseded'
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
      calendar.readWindow(addDaysToInstant(now, -daysBack), addDaysToInstant(now, daysAhead)),
    ])
    return { event, others, failure: null }
  } catch (error) {
    // Without the calendar the text of the invitation is still there, and the agenda with it (ARCHITECTURE rule 4).
    if (error instanceof ServiceError) return { event: null, others: [], failure: error.failure.kind }
    throw error
  }
}

/** The strongest stored tie of an event; a rejected one does not count. */
async function findTie(event: CalendarEvent, ties: readonly ForumLink[]): Promise<ForumLink | undefined> {
  for (const { kind, occurrenceDate, value } of linkValuesOf(event)) {
    const { valueHash } = await hashLinkValue(kind, value, occurrenceDate)
    const found = ties.find(
      ({ link }) =>
        link.valueHash === valueHash &&
        link.state !== 'rejected' &&
        (occurrenceDate === null || link.occurrenceDate === null || link.occurrenceDate === occurrenceDate),
    )
    if (found) return found
  }
  return undefined
}

function standingOf(link: MeetingLink, live: Meeting): 'live' | 'stale' | 'cancelled' {
  if (link.state === 'superseded') return 'stale'
  return link.state === 'cancelled' || live.status === 'cancelled' ? 'cancelled' : 'live'
}

async function findLiveEvent(
  others: readonly CalendarEvent[],
  opened: CalendarEvent,
  live: Meeting,
  ties: readonly ForumLink[],
): Promise<CalendarEvent | null> {
  const current = ties.filter(({ link }) => link.meetingKey === live.key && link.state === 'current')
  for (const other of others) {
    if (other.id === opened.id || other.isCancelled) continue
    if (await findTie(other, current)) return other
  }
  return null
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
