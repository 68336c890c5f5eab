import type { CalendarEvent } from '../domain/calendar/calendar-event.ts'
import { type FoundTie, linkInvitation, type MeetingOfForum } from '../domain/linking/link-invitation.ts'
import type { Evidence } from '../domain/linking/link-types.ts'
import { hashLinkValue, linkValuesOf } from '../domain/linking/link-values.ts'
import type { Meeting, MeetingLink } from '../domain/meeting/meeting.ts'
import { addDaysToInstant } from '../domain/time/zoned-time.ts'
import type { EventId, ForumId, Instant } from '../shared/ids.ts'
import { ServiceError, type ServiceFailure } from './failure.ts'
import type { CalendarPort, ForumPlan, ForumPort } from './ports.ts'

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

type Candidate = { readonly forumId: ForumId; readonly forumName: string; readonly meeting: Meeting }

type Ports = {
  readonly calendar: Pick<CalendarPort, 'readEvent' | 'readWindow'>
  readonly forum: Pick<ForumPort, 'readPlans'>
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
  return judge(own.event ?? toEvent(shown), own, plans, me, now)
}

/** Asks calendar and sites once more, right before a removal, whether this fresh copy is surely a replaced one. */
export async function isStillStale(ports: Ports, fresh: CalendarEvent, me: string, now: Instant): Promise<boolean> {
  const [others, plans] = await Promise.all([
    ports.calendar.readWindow(addDaysToInstant(now, -daysBack), addDaysToInstant(now, daysAhead)),
    ports.forum.readPlans(addDaysToInstant(now, -365)),
  ])
  const opened = await judge(fresh, { event: fresh, others, failure: null }, plans, me, now)
  return opened.kind === 'tied' && opened.standing === 'stale'
}

/** Stored ties first, then the linking rules (domain/linking/RULES.md). */
async function judge(
  event: CalendarEvent,
  own: OwnCalendar,
  plans: readonly ForumPlan[],
  me: string,
  now: Instant,
): Promise<OpenedInvitation> {
  const ties = await findTies([event, ...own.others.filter((other) => other.id !== event.id)], plans)
  const link = linkInvitation({ event, plans, ties, window: own.others, now, me })
  switch (link.kind) {
    case 'unlinked':
      return { kind: 'unlinked' }
    case 'ambiguous':
      return { kind: 'ambiguous', candidates: link.candidates.map((candidate) => nameForum(candidate, plans)) }
    case 'live':
      return tied(
        link,
        link.meeting,
        null,
        event.isCancelled || link.meeting.status === 'cancelled' ? 'cancelled' : 'live',
        own,
      )
    case 'stale':
      return tied(link, link.replacedBy.meeting, link.replacedBy.event, 'stale', own)
    case 'suggested':
      return link.replacedBy
        ? tied(link, link.replacedBy.meeting, link.replacedBy.event, 'maybeStale', own)
        : tied(link, link.meeting, null, 'live', own)
  }
}

function tied(
  link: { readonly forumId: ForumId; readonly because: readonly Evidence[] },
  live: Meeting,
  liveEvent: CalendarEvent | null,
  standing: Extract<OpenedInvitation, { kind: 'tied' }>['standing'],
  own: OwnCalendar,
): OpenedInvitation {
  const evidence = [...new Set(link.because.map(({ text }) => text))]
  return {
    kind: 'tied',
    standing,
    forumId: link.forumId,
    live,
    event: own.event,
    liveEvent,
    evidence,
    calendarFailure: own.failure,
  }
}

function nameForum({ forumId, meeting }: MeetingOfForum, plans: readonly ForumPlan[]): Candidate {
  return { forumId, meeting, forumName: plans.find(({ forum }) => forum.id === forumId)?.forum.name ?? '' }
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

/** The stored ties of all forums that match a value of one of these events. */
async function findTies(events: readonly CalendarEvent[], plans: readonly ForumPlan[]): Promise<readonly FoundTie[]> {
  const byHash = new Map<string, { forumId: ForumId; link: MeetingLink }[]>()
  for (const { forum, links } of plans) {
    for (const link of links) {
      byHash.set(link.valueHash, [...(byHash.get(link.valueHash) ?? []), { forumId: forum.id, link }])
    }
  }
  const found: FoundTie[] = []
  for (const event of events) {
    for (const { kind, occurrenceDate, value } of linkValuesOf(event)) {
      const { valueHash } = await hashLinkValue(kind, value, occurrenceDate)
      for (const tie of byHash.get(valueHash) ?? []) found.push({ eventId: event.id, ...tie })
    }
  }
  return found
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
