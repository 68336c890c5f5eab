import type { EventId, ForumId } from '../../shared/ids.ts'
import type { CalendarEvent } from '../calendar/calendar-event.ts'
import { confirmReplacements, confirmTies, isMeant } from './apply-confirmations.ts'
import { assignAgendas, type DraftMeeting } from './assign-agendas.ts'
import { claimsOfInvitation } from './claims-of-invitations.ts'
import { claimsOfKnownMoves, claimsOfMinutes } from './claims-of-minutes.ts'
import { claimsOfNumbers } from './claims-of-numbers.ts'
import { claimsOfPlan } from './claims-of-plan.ts'
import { type ForumTie, findForumTies, mayConcernForum } from './find-forum-ties.ts'
import { findReplacements, type ReplacedPair } from './find-replacements.ts'
import { type ForumEntries, layOutEntries } from './forum-entries.ts'
import { type ForumIndex, indexForums } from './forum-index.ts'
import { compareTies, groupMeetings } from './group-meetings.ts'
import type { Confirmation, KnownMove, LinkedMeeting, LinkInput, LinkResult, Replacement } from './link-types.ts'
import { compare, indexPlans, type PlanIndex } from './plan-index.ts'
import { joinReplaced, resolveChains } from './resolve-chains.ts'
import { spreadTies } from './spread-ties.ts'
import { worthSaying } from './weight.ts'

/**
 * Says which entries of a calendar are which forum's meeting, and which of them another has taken the place of (RULES.md).
 * Nothing is said below 0.6; a person's confirmation has 1. Neither the order of the input nor the time of day matters.
 */
export function linkCalendar(input: LinkInput): LinkResult {
  const index = indexForums(input.forums)
  const plans = indexPlans(
    input.agendas.filter((agenda) => index.forums.has(agenda.forumId)),
    index,
  )
  const events = dropDoubles(input.events)
  const candidates = events.filter((event) => mayConcernForum(event, index))
  const weighed = candidates.flatMap((event) => findForumTies(event, index, plans, input.me))
  const spread = spreadTies(weighed, events, index, plans.agendas, input.me)
  const ties = confirmTies(spread, events, input.confirmations, index, input.me).filter(
    (tie) => tie.confidence >= worthSaying,
  )
  const tiesOf = new Map([...index.forums.keys()].map((forumId): [ForumId, ForumTie[]] => [forumId, []]))
  for (const tie of ties) tiesOf.get(tie.forumId)?.push(tie)
  const results = [...tiesOf.keys()]
    .sort(compare)
    .map((forumId) => linkForum(forumId, tiesOf.get(forumId) ?? [], index, plans, input))
  return {
    meetings: results.flatMap(({ meetings }) => meetings),
    replacements: results.flatMap(({ replacements }) => replacements),
  }
}

/** One entry for an id that came twice: the one changed last. */
function dropDoubles(events: readonly CalendarEvent[]): readonly CalendarEvent[] {
  const ids = new Set<EventId>()
  for (const event of events) ids.add(event.id)
  if (ids.size === events.length) return events
  const byId = new Map<EventId, CalendarEvent>()
  for (const event of events) {
    const known = byId.get(event.id)
    if (!known || compare(event.modifiedAt ?? '', known.modifiedAt ?? '') > 0) byId.set(event.id, event)
  }
  return [...byId.values()]
}

function linkForum(
  forumId: ForumId,
  unsorted: readonly ForumTie[],
  index: ForumIndex,
  plans: PlanIndex,
  input: LinkInput,
): LinkResult {
  const { confirmations } = input
  const ties = [...unsorted].sort(compareTies)
  if (ties.length === 0) return { meetings: [], replacements: [] }
  const entries = layOutEntries(forumId, groupMeetings(ties))
  const pairs = confirmReplacements(findPairs(entries, index, plans, input.knownMoves), entries, confirmations)
  const chains = resolveChains(pairs)
  const drafts = joinReplaced(entries, pairs)
  const agendas = assignAgendas(drafts, plans)
  return {
    meetings: drafts.map((draft) => toMeeting(draft, agendas.get(draft) ?? null, confirmations)),
    replacements: chains.map((pair) => toReplacement(pair, forumId)),
  }
}

function findPairs(
  entries: ForumEntries,
  index: ForumIndex,
  plans: PlanIndex,
  known: readonly KnownMove[],
): readonly ReplacedPair[] {
  const said = entries.ties.map((tie) => claimsOfInvitation(tie, index))
  const minutes = [...claimsOfMinutes(plans), ...claimsOfKnownMoves(known)].filter(
    (claim) => claim.forumId === entries.forumId,
  )
  const moves = [
    ...minutes,
    ...claimsOfPlan(entries, plans),
    ...claimsOfNumbers(entries),
    ...said.flatMap((claims) => claims.moves),
  ]
  const arrivals = new Set(
    moves.flatMap((claim) =>
      claim.speaker && claim.speakerIs === 'new' && claim.old && claim.old !== claim.speaker.entry.date
        ? [claim.speaker]
        : [],
    ),
  )
  return findReplacements(
    moves,
    said.flatMap((claims) => claims.keeps),
    { ...entries, arrivals },
    plans,
  )
}

function toMeeting(
  draft: DraftMeeting,
  agendaId: string | null,
  confirmations: readonly Confirmation[],
): LinkedMeeting {
  const { current, ties } = draft
  const confirmed = confirmations.find(
    (said) =>
      said.kind === 'belongs' &&
      said.forumId === current.forumId &&
      ties.some((tie) => isMeant(said.event, tie.entry.event)),
  )
  return {
    forumId: current.forumId,
    currentEventId: current.entry.event.id,
    eventIds: [...ties].sort(compareTies).map((tie) => tie.entry.event.id),
    agendaId: (confirmed?.kind === 'belongs' ? confirmed.agendaId : null) ?? agendaId,
    confidence: current.confidence,
    because: current.weights.map(({ rule, code, text }) => ({ rule, code, text })),
  }
}

function toReplacement(pair: ReplacedPair, forumId: ForumId): Replacement {
  return {
    forumId,
    staleEventId: pair.old.entry.event.id,
    currentEventId: pair.current.entry.event.id,
    confidence: pair.confidence,
    because: pair.because,
  }
}
