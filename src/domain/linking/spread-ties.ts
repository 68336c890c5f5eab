import type { ForumId } from '../../shared/ids.ts'
import type { CalendarEvent } from '../calendar/calendar-event.ts'
import { foldText, wordsOf } from '../calendar/fold-text.ts'
import { readJoinLink } from '../calendar/join-link.ts'
import { occurrenceDateOf, seriesKeyOf } from '../calendar/series-key.ts'
import { stemWord } from '../calendar/stem-word.ts'
import { readEntry } from './calendar-entry.ts'
import type { ForumTie } from './find-forum-ties.ts'
import type { ForumIndex } from './forum-index.ts'
import type { LinkAgenda } from './link-types.ts'
import { tokensOf } from './link-values.ts'
import { isNeutralWord, readSubject } from './read-subject.ts'
import { confidenceOf, type Weighed, worthSaying } from './weight.ts'

/** One outside identity of an event (PLATFORM 2, 10.1). */
export type Identity = {
  readonly rule: 'L2' | 'L3' | 'L4'
  readonly kind: 'token' | 'ical' | 'series' | 'thread'
  readonly value: string
}

/** What an event is known by: token only when `withBody`, since reading a body costs. */
export function identitiesOf(event: CalendarEvent, withBody: boolean): readonly Identity[] {
  const identities: Identity[] = []
  if (withBody) for (const value of tokensOf(event)) identities.push({ rule: 'L2', kind: 'token', value })
  if (event.iCalUId) {
    const value = event.iCalUId.trim().toUpperCase()
    identities.push({ rule: 'L3', kind: 'ical', value })
    if (occurrenceDateOf(value) !== null) identities.push({ rule: 'L3', kind: 'series', value: seriesKeyOf(value) })
  }
  if (event.seriesMasterId) identities.push({ rule: 'L3', kind: 'series', value: `master ${event.seriesMasterId}` })
  const join = event.joinUrl ? readJoinLink(event.joinUrl) : null
  // Organisers reuse links: only on the same day is one chat one meeting.
  const value = join?.kind === 'thread' ? join.threadId : join?.digits
  if (value) identities.push({ rule: 'L4', kind: 'thread', value: `${value} ${event.start.slice(0, 10)}` })
  return identities
}

/** Weight of an identity shared with a tied event, by kind. A thread may be reused for other meetings, a series hardly. */
const weightOf: Readonly<Record<Identity['kind'], number>> = { token: 6, ical: 6, series: 2.4, thread: 2.4 }
const words: Readonly<Record<Identity['kind'], string>> = {
  token: 'Samme Mødetråd-link står i begge indkaldelser',
  ical: 'Det er en kopi af samme indkaldelse',
  series: 'Det er en forekomst af samme mødeserie',
  thread: 'Begge har samme Teams-møde',
}

/**
 * Ties events by what they share with a tied one (L2 to L4): a copy under another subject, an exception of a series, a
 * forwarded invitation with the same Teams chat; and by our token when it names an agenda.
 */
export function spreadTies(
  ties: readonly ForumTie[],
  events: readonly CalendarEvent[],
  index: ForumIndex,
  agendas: readonly LinkAgenda[],
  me: string,
): readonly ForumTie[] {
  const known: Readonly<Record<Identity['kind'], Map<string, Set<ForumId>>>> = {
    token: new Map(),
    ical: new Map(),
    series: new Map(),
    thread: new Map(),
  }
  for (const tie of ties) {
    if (tie.confidence < worthSaying) continue
    for (const { kind, value } of identitiesOf(tie.entry.event, true)) {
      known[kind].set(value, (known[kind].get(value) ?? new Set()).add(tie.forumId))
    }
  }
  const agendaForums = new Map(agendas.map((agenda) => [agenda.id.toLowerCase(), agenda.forumId]))
  const tied = new Map(ties.map((tie) => [`${tie.entry.event.id} ${tie.forumId}`, tie]))
  for (const event of events) {
    const isInside = index.byMember.has(event.organizer?.mail ?? '') && event.organizer?.mail !== me
    if (!isInside && isPlainlyAlone(event, known.ical)) continue
    const identities = identitiesOf(event, isInside)
    for (const identity of identities) {
      const agendaForum = identity.kind === 'token' ? agendaForums.get(identity.value) : undefined
      const forumIds = agendaForum ? [agendaForum] : known[identity.kind].get(identity.value)
      for (const forumId of forumIds ?? []) strengthen(tied, event, forumId, identity, index, me)
    }
  }
  return [...tied.values()]
}

/** Quick: a single invitation without a chat, which nobody else of a forum has: most of a calendar's. */
function isPlainlyAlone(event: CalendarEvent, icals: ReadonlyMap<string, unknown>): boolean {
  if (event.seriesMasterId !== null || event.joinUrl !== null) return false
  const value = event.iCalUId?.trim().toUpperCase()
  if (value === undefined) return true
  return !icals.has(value) && occurrenceDateOf(value) === null
}

function strengthen(
  tied: Map<string, ForumTie>,
  event: CalendarEvent,
  forumId: ForumId,
  identity: Identity,
  index: ForumIndex,
  me: string,
): void {
  const key = `${event.id} ${forumId}`
  const before = tied.get(key)
  // What its own name and people already say needs no help; only a token adds to it.
  if (before && before.confidence >= worthSaying && identity.kind !== 'token') return
  const isLoose = identity.kind === 'series' || identity.kind === 'thread'
  const known = before?.entry.subject
  if (isLoose && !known && !mayBeNameless(event.subject, index)) return
  const subject = known ?? readSubject(event.subject, event.location, index)
  const saysOther = subject.otherPurpose !== null || subject.hits.some((hit) => !hit.forumIds.includes(forumId))
  const isNamed = subject.hits.length > 0 || subject.unknownBefore.length === 0
  if (isLoose && (saysOther || !isNamed)) return
  const entry = before?.entry ?? readEntry(event, index, me)
  const weight = weightOf[identity.kind]
  const evidence: Weighed = { rule: identity.rule, code: `same-${identity.kind}`, text: words[identity.kind], weight }
  const weights = [
    ...(before?.weights ?? []).filter(({ rule }) => rule !== 'L12' || identity.kind === 'series'),
    evidence,
  ]
  tied.set(key, { entry, forumId, weights, confidence: confidenceOf(weights) })
}

/** Quick: whether a subject has no word but neutral ones and names; most of a calendar's have others. */
function mayBeNameless(subject: string, index: ForumIndex): boolean {
  const [first = ''] = wordsOf(foldText(subject.slice(0, 40)))
  return first === '' || first.length < 4 || isNeutralWord(first) || index.byFirstStem.has(stemWord(first))
}
