import type { CalendarEvent } from '../domain/calendar/calendar-event.ts'
import { type FoundTie, linkInvitation, weighCalendar } from '../domain/linking/link-invitation.ts'
import { tokensOf } from '../domain/linking/link-values.ts'
import { certain } from '../domain/linking/weight.ts'
import { addDaysToInstant } from '../domain/time/zoned-time.ts'
import type { EventId, Instant } from '../shared/ids.ts'
import { findDispute } from './invitation-log.ts'
import { findTies, type MeetingCandidate, readOwnWindow, type TiedInvitation, tellLink } from './judge-invitation.ts'
import type { CalendarPort, ForumPlan, ForumPort } from './ports.ts'

/** An entry of the own calendar that is tied, surely or as it seems. */
type ReviewedInvitation = TiedInvitation & { readonly event: CalendarEvent }

/** An entry that fits several meetings. */
type AmbiguousInvitation = {
  readonly event: CalendarEvent
  readonly candidates: readonly MeetingCandidate[]
}

/** What of the own calendar somebody should look at; each list by start. */
export type CalendarReview = {
  /** Surely replaced by another date: its owner may remove them, one by one. */
  readonly stale: readonly ReviewedInvitation[]
  /** Suggestions that wait for a person: which meeting it is, or whether it is replaced. */
  readonly suggested: readonly ReviewedInvitation[]
  readonly ambiguous: readonly AmbiguousInvitation[]
}

/** Looks through the own calendar for replaced and doubtful invitations of all forums. Cancelled ones need no act. Throws ServiceError. */
export async function reviewCalendar(
  ports: {
    readonly calendar: Pick<CalendarPort, 'readWindow'>
    readonly forum: Pick<ForumPort, 'readLog' | 'readPlans'>
  },
  me: string,
  now: Instant,
): Promise<CalendarReview> {
  const [window, plans] = await Promise.all([
    readOwnWindow(ports.calendar, now),
    ports.forum.readPlans(addDaysToInstant(now, -365)),
  ])
  const ties = await findTies(window, plans)
  const weighed = weighCalendar({ plans, ties, window, now, me })
  const doubtful = new Set<EventId>([
    ...weighed.replacements.map((replacement) => replacement.staleEventId),
    ...weighed.meetings.filter(({ confidence }) => confidence < certain).flatMap(({ eventIds }) => eventIds),
  ])
  const opened = window
    .filter((event) => !event.isCancelled && (doubtful.has(event.id) || hasMark(event, ties, plans)))
    .toSorted((a, b) => (a.start < b.start ? -1 : 1))
    .map((event) => {
      const link = linkInvitation({ event, plans, ties, window, now, me, weighed })
      return { event, told: tellLink(link, event, { event, others: window, failure: null }, plans) }
    })
  const withDispute = async (one: ReviewedInvitation) => ({ ...one, dispute: await findDispute(ports.forum, one, me) })
  const tied = await Promise.all(
    opened.flatMap(({ event, told }) =>
      told.kind === 'tied' && !isQuiet(told) ? [withDispute({ ...told, event })] : [],
    ),
  )
  return {
    stale: tied.filter(({ standing }) => standing === 'stale'),
    suggested: tied.filter(({ certainty }) => certainty === 'suggested'),
    ambiguous: opened.flatMap(({ event, told }) =>
      told.kind === 'ambiguous' ? [{ event, candidates: told.candidates }] : [],
    ),
  }
}

/** Live and sure: nothing to look at. */
function isQuiet({ certainty, standing }: TiedInvitation): boolean {
  return standing !== 'stale' && certainty !== 'suggested'
}

/** True when a stored tie or our token says something of the entry. */
function hasMark(event: CalendarEvent, ties: readonly FoundTie[], plans: readonly ForumPlan[]): boolean {
  if (ties.some((tie) => tie.eventId === event.id)) return true
  const tokens = tokensOf(event)
  return plans.some(({ meetings }) => meetings.some((meeting) => tokens.includes(meeting.key.toLowerCase())))
}
