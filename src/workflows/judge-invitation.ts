import type { CalendarEvent } from '../domain/calendar/calendar-event.ts'
import type { Forum } from '../domain/forum/forum.ts'
import {
  type FoundTie,
  type InvitationLink,
  linkInvitation,
  type MeetingOfForum,
} from '../domain/linking/link-invitation.ts'
import { hashLinkValue, linkValuesOf } from '../domain/linking/link-values.ts'
import type { Meeting, MeetingLink } from '../domain/meeting/meeting.ts'
import type { LogEntry } from '../domain/meeting/meeting-log.ts'
import { addDaysToInstant } from '../domain/time/zoned-time.ts'
import type { ForumId, Instant } from '../shared/ids.ts'
import { invariant } from '../shared/invariant.ts'
import type { ServiceFailure } from './failure.ts'
import type { CalendarPort, ForumPlan } from './ports.ts'

/** What an opened invitation turns out to be. */
export type OpenedInvitation =
  | {
      readonly kind: 'tied'
      /** 'maybeStale' is a suggestion nobody has confirmed: nothing may be removed on it. */
      readonly standing: 'live' | 'stale' | 'maybeStale' | 'cancelled'
      /** How sure it is: a person's stored tie, the rules by themselves, or a suggestion that asks. */
      readonly certainty: 'stored' | 'certain' | 'suggested'
      readonly forumId: ForumId
      readonly forum: Forum
      /** The date the invitation was made for: `live`, or one the meeting has left. */
      readonly meeting: Meeting
      /** The meeting people should come to. */
      readonly live: Meeting
      /** My own copy; null when the calendar cannot be read. */
      readonly event: CalendarEvent | null
      /** My copy of the invitation that holds, when it is another one. */
      readonly liveEvent: CalendarEvent | null
      readonly evidence: readonly string[]
      readonly calendarFailure: ServiceFailure['kind'] | null
      /** My own word that the tie does not fit; nothing is offered on it then. */
      readonly dispute: LogEntry | null
    }
  | {
      readonly kind: 'ambiguous'
      readonly candidates: readonly MeetingCandidate[]
      readonly event: CalendarEvent | null
    }
  | { readonly kind: 'unlinked'; readonly event: CalendarEvent | null }

/** A meeting an invitation may belong to. */
export type MeetingCandidate = { readonly forumId: ForumId; readonly forumName: string; readonly meeting: Meeting }

/** An invitation that belongs to a meeting, surely or as it seems. */
export type TiedInvitation = Extract<OpenedInvitation, { kind: 'tied' }>

/** What was read of the own calendar; `others` may hold the event itself. */
export type OwnCalendar = {
  readonly event: CalendarEvent | null
  readonly others: readonly CalendarEvent[]
  readonly failure: ServiceFailure['kind'] | null
}

/** Days around now in which the entries of the own calendar are looked at. */
const daysBack = 60
const daysAhead = 240

/** The part of the own calendar in which forums' invitations are looked for. Throws ServiceError. */
export function readOwnWindow(
  calendar: Pick<CalendarPort, 'readWindow'>,
  now: Instant,
): Promise<readonly CalendarEvent[]> {
  return calendar.readWindow(addDaysToInstant(now, -daysBack), addDaysToInstant(now, daysAhead))
}

/** Stored ties first, then the linking rules (domain/linking/RULES.md). */
export async function judgeInvitation(
  event: CalendarEvent,
  own: OwnCalendar,
  plans: readonly ForumPlan[],
  me: string,
  now: Instant,
): Promise<OpenedInvitation> {
  const ties = await findTies([event, ...own.others.filter((other) => other.id !== event.id)], plans)
  return tellLink(linkInvitation({ event, plans, ties, window: own.others, now, me }), event, own, plans)
}

/** What the rules said, as the screens show it. */
export function tellLink(
  link: InvitationLink,
  event: CalendarEvent,
  own: OwnCalendar,
  plans: readonly ForumPlan[],
): OpenedInvitation {
  switch (link.kind) {
    case 'unlinked':
      return { kind: 'unlinked', event: own.event }
    case 'ambiguous':
      return {
        kind: 'ambiguous',
        candidates: link.candidates.map((candidate) => nameForum(candidate, plans)),
        event: own.event,
      }
    case 'live': {
      const isCancelled = event.isCancelled || link.meeting.status === 'cancelled'
      return tied(link, plans, own, {
        live: link.meeting,
        liveEvent: null,
        standing: isCancelled ? 'cancelled' : 'live',
      })
    }
    case 'stale':
    case 'suggested': {
      if (!link.replacedBy) return tied(link, plans, own, { live: link.meeting, liveEvent: null, standing: 'live' })
      const { event: liveEvent, meeting: live } = link.replacedBy
      return tied(link, plans, own, { live, liveEvent, standing: link.kind === 'stale' ? 'stale' : 'maybeStale' })
    }
  }
}

function tied(
  link: Extract<InvitationLink, { kind: 'live' | 'stale' | 'suggested' }>,
  plans: readonly ForumPlan[],
  own: OwnCalendar,
  told: Pick<TiedInvitation, 'live' | 'liveEvent' | 'standing'>,
): OpenedInvitation {
  const isStored = link.because.some(({ code }) => code.startsWith('stored-tie'))
  return {
    ...told,
    kind: 'tied',
    certainty: link.kind === 'suggested' ? 'suggested' : isStored ? 'stored' : 'certain',
    forumId: link.forumId,
    forum: forumIn(plans, link.forumId),
    meeting: link.meeting,
    event: own.event,
    evidence: [...new Set(link.because.map(({ text }) => text))],
    calendarFailure: own.failure,
    dispute: null,
  }
}

function nameForum({ forumId, meeting }: MeetingOfForum, plans: readonly ForumPlan[]): MeetingCandidate {
  return { forumId, meeting, forumName: forumIn(plans, forumId).name }
}

function forumIn(plans: readonly ForumPlan[], forumId: ForumId): Forum {
  const found = plans.find(({ forum }) => forum.id === forumId)
  invariant(found, 'a tie leads to a forum of the plans')
  return found.forum
}

/** The stored ties of all forums that match a value of one of these events. */
export async function findTies(
  events: readonly CalendarEvent[],
  plans: readonly ForumPlan[],
): Promise<readonly FoundTie[]> {
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
