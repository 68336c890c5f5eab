import type { ForumId, LocalDate } from '../../shared/ids.ts'
import { addDays } from '../time/zoned-time.ts'
import type { ForumTie } from './find-forum-ties.ts'
import { compareTies, type MeetingGroup } from './group-meetings.ts'
import { compare, type PlanIndex } from './plan-index.ts'

/** A forum's entries, laid out for finding those a claim speaks of. */
export type ForumEntries = {
  readonly forumId: ForumId
  readonly ties: readonly ForumTie[]
  readonly byDate: ReadonlyMap<LocalDate, readonly ForumTie[]>
  readonly groupOf: ReadonlyMap<ForumTie, MeetingGroup>
  /** Where the same words stand: the body of a series is on all its occurrences. */
  readonly tiesOfWords: ReadonlyMap<string, readonly ForumTie[]>
  /** Entries that say which other date they have come from. */
  readonly arrivals: ReadonlySet<ForumTie>
}

/** Lays out one forum's groups. */
export function layOutEntries(forumId: ForumId, groups: readonly MeetingGroup[]): ForumEntries {
  const byDate = new Map<LocalDate, ForumTie[]>()
  const groupOf = new Map<ForumTie, MeetingGroup>()
  const ties = groups.flatMap((group) => group.ties).sort(compareTies)
  for (const group of groups) for (const tie of group.ties) groupOf.set(tie, group)
  for (const tie of ties) {
    for (const date of datesOf(tie)) {
      const sameDay = byDate.get(date)
      if (sameDay) sameDay.push(tie)
      else byDate.set(date, [tie])
    }
  }
  const tiesOfWords = new Map<string, ForumTie[]>()
  for (const tie of ties) {
    const sharing = tiesOfWords.get(tie.entry.text)
    if (sharing) sharing.push(tie)
    else tiesOfWords.set(tie.entry.text, [tie])
  }
  return { forumId, ties, byDate, groupOf, tiesOfWords, arrivals: new Set() }
}

/** The days an entry lies on, at most five. */
function datesOf({ entry: { date, lastDate } }: ForumTie): readonly LocalDate[] {
  if (date === lastDate) return [date]
  return Array.from({ length: 5 }, (_, day) => addDays(date, day)).filter((day) => day <= lastDate)
}

/** How many meetings the ties belong to. */
export function countGroups(ties: readonly ForumTie[], entries: ForumEntries): number {
  return new Set(ties.map((tie) => entries.groupOf.get(tie))).size
}

/** Two invitations of one kind that may be told apart by date: not copies, not notes, not of one series. */
export function isRival(tie: ForumTie, speaker: ForumTie): boolean {
  if (isSameEvent(tie, speaker) || tie.entry.subject.isExtraordinary !== speaker.entry.subject.isExtraordinary)
    return false
  if (tie.entry.isOwn && tie.entry.event.attendees.length === 0) return false
  return tie.entry.seriesKey !== speaker.entry.seriesKey
}

/** Held, or at least over, before the other was called: it cannot be what was moved. */
export function isHeldBefore(tie: ForumTie, speaker: ForumTie): boolean {
  const { createdAt } = speaker.entry.event
  return createdAt !== null && tie.entry.event.end < createdAt
}

/** True only when both say when they were made. */
export function isMadeAfter(tie: ForumTie, speaker: ForumTie): boolean {
  const [a, b] = [tie.entry.event.createdAt, speaker.entry.event.createdAt]
  return a !== null && b !== null && compare(a, b) > 0
}

/** The date has an agenda or a place in the plan of its own, and the speaker's has one too. */
export function hasPlaceOfItsOwn(tie: ForumTie, speaker: ForumTie, plans: PlanIndex): boolean {
  const has = (other: ForumTie) =>
    plans.agendasOn(other.forumId, other.entry.date).length > 0 || plans.isPlanned(other.forumId, other.entry.date)
  return plans.agendasOn(tie.forumId, tie.entry.date).length > 0 || (has(tie) && has(speaker))
}

/** Two copies of one invitation. */
export function isSameEvent(a: ForumTie, b: ForumTie): boolean {
  return a === b || a.entry.invitationKey === b.entry.invitationKey
}

/** The entry of several that people should go by: not cancelled, timed, called by the forum, sent last. */
export function pickCurrent(ties: readonly ForumTie[]): ForumTie | undefined {
  const rank = (tie: ForumTie): readonly (number | string)[] => [
    tie.entry.event.isCancelled || tie.entry.subject.saysCancelled ? 1 : 0,
    tie.entry.isOwn && tie.entry.event.attendees.length === 0 ? 1 : 0,
    tie.entry.time === null || tie.entry.subject.isPlaceholder ? 1 : 0,
    tie.entry.subject.isForwarded ? 1 : 0,
    tie.confidence >= 0.9 ? 0 : 1,
  ]
  if (ties.length < 2) return ties[0]
  const ranks = new Map(ties.map((tie) => [tie, rank(tie)]))
  const order = (a: ForumTie, b: ForumTie): number => {
    const [ranksA, ranksB] = [ranks.get(a) ?? [], ranks.get(b) ?? []]
    for (let at = 0; at < ranksA.length; at += 1) {
      const difference = Number(ranksA[at]) - Number(ranksB[at])
      if (difference !== 0) return difference
    }
    const madeA = isSameEvent(a, b) ? a.entry.event.modifiedAt : a.entry.event.createdAt
    const madeB = isSameEvent(a, b) ? b.entry.event.modifiedAt : b.entry.event.createdAt
    return compare(madeB ?? '', madeA ?? '') || compareTies(a, b)
  }
  return [...ties].sort(order)[0]
}
