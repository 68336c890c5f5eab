import type { ForumId, LocalDate } from '../../shared/ids.ts'
import { addDays, daysBetween } from '../time/zoned-time.ts'
import type { ForumTie } from './find-forum-ties.ts'
import { compareTies, type MeetingGroup } from './group-meetings.ts'
import type { KeepClaim, MoveClaim } from './move-claim.ts'
import { compare, type PlanIndex } from './plan-index.ts'

/** A forum's entries, laid out for finding those a claim speaks of. */
export type ForumEntries = {
  readonly forumId: ForumId
  readonly ties: readonly ForumTie[]
  readonly byDate: ReadonlyMap<LocalDate, readonly ForumTie[]>
  readonly groupOf: ReadonlyMap<ForumTie, MeetingGroup>
  /** Where the same words stand: the body of a series is on all its occurrences. */
  readonly tiesOfWords: ReadonlyMap<string, readonly ForumTie[]>
}

/** Two entries of a claim: one left for the other. */
export type ClaimedPair = {
  readonly old: ForumTie
  readonly current: ForumTie
  readonly confidence: number
  readonly isAmbiguous: boolean
}

/** Days around an invitation in which a move without dates looks for the other entry. */
const searchDays = { clear: 35, vague: 21 } as const

/** Lays out one forum's groups. */
export function layOutEntries(forumId: ForumId, groups: readonly MeetingGroup[]): ForumEntries {
  const byDate = new Map<LocalDate, ForumTie[]>()
  const groupOf = new Map<ForumTie, MeetingGroup>()
  const ties = groups.flatMap((group) => group.ties).sort(compareTies)
  for (const group of groups) for (const tie of group.ties) groupOf.set(tie, group)
  for (const tie of ties) {
    for (let day = 0, date = tie.entry.date; date <= tie.entry.lastDate && day < 5; day += 1, date = addDays(date, 1)) {
      byDate.set(date, [...(byDate.get(date) ?? []), tie])
    }
  }
  const tiesOfWords = new Map<string, ForumTie[]>()
  for (const tie of ties) tiesOfWords.set(tie.entry.text, [...(tiesOfWords.get(tie.entry.text) ?? []), tie])
  return { forumId, ties, byDate, groupOf, tiesOfWords }
}

/** The pairs of entries a claim speaks of; several with `isAmbiguous` when its words fit more than one. */
export function findClaimedPairs(
  claim: MoveClaim,
  entries: ForumEntries,
  plans: PlanIndex,
  keeps: readonly KeepClaim[],
): readonly ClaimedPair[] {
  if (claim.oldAmong.length > 0 && claim.speaker) return findRelative(claim, claim.speaker, entries)
  if (claim.old === null) return findUndated(claim, entries, plans, keeps)
  if (claim.speaker === null && claim.old === claim.new?.date) return findSameDay(claim, entries)
  if (claim.speakerIs === 'old' && claim.speaker && claim.new === null)
    return findSuccessor(claim, claim.speaker, entries)
  const currents =
    claim.speakerIs === 'new' && claim.speaker
      ? { ties: [claim.speaker], limit: 1 }
      : findOnDate(claim.new?.date ?? null, claim, entries)
  const olds =
    claim.speakerIs === 'old' && claim.speaker
      ? { ties: [claim.speaker], limit: 1 }
      : findOnDate(claim.old, claim, entries)
  const oldTies = olds.ties.filter(
    (old) => !currents.ties.some((current) => isSameEvent(old, current)) && !saysTheSame(old, claim),
  )
  const isAmbiguous = countGroups(oldTies, entries) > 1 || countGroups(currents.ties, entries) > 1
  const isDoubted = claim.alternatives.some((date) =>
    (entries.byDate.get(date) ?? []).some((tie) => tie !== claim.speaker),
  )
  const confidence = Math.min(
    claim.confidence,
    limitBySharedWords(claim, entries),
    olds.limit,
    currents.limit,
    isAmbiguous ? 0.75 : 1,
    isDoubted ? 0.8 : 1,
  )
  return oldTies.flatMap((old) =>
    bestOfGroups(currents.ties, entries).map((current) => ({ old, current, confidence, isAmbiguous })),
  )
}

/** Minutes that move only the hour: of the entries on that day the one at the new hour holds. */
function findSameDay(claim: MoveClaim, entries: ForumEntries): readonly ClaimedPair[] {
  const lying = preferSure(entries.byDate.get(claim.old ?? ('' as LocalDate)) ?? [])
  const current = pickCurrent(lying.filter((tie) => tie.entry.time === claim.new?.time))
  const olds = lying.filter((tie) => tie.entry.time !== null && tie.entry.time !== claim.new?.time)
  const { confidence } = claim
  return current ? olds.map((old) => ({ old, current, confidence, isAmbiguous: false })) : []
}

/** Two invitations with the same words of a move were sent together: neither is what the other left; parts of a split never are. */
function saysTheSame(old: ForumTie, claim: MoveClaim): boolean {
  const { speaker } = claim
  if (claim.isSplit && old.entry.subject.part !== null) return true
  return (
    speaker !== null && speaker !== old && speaker.entry.text.trim() !== '' && speaker.entry.text === old.entry.text
  )
}

/**
 * Words on several dates at once can be true of one of them only, the nearest; parts of a split meeting excepted, and words that
 * name both dates.
 */
function limitBySharedWords(claim: MoveClaim, entries: ForumEntries): number {
  const { speaker, old } = claim
  if (!speaker || claim.isSplit || speaker.entry.text.trim() === '') return 1
  const sharing = entries.tiesOfWords.get(speaker.entry.text) ?? []
  const dates = new Set(sharing.map((tie) => tie.entry.date))
  if (dates.size < 2 || (old !== null && (claim.new !== null || claim.namesOwn))) return 1
  if (old === null) return claim.oldAmong.length > 0 ? 0.85 : 0.75
  // Of a series only the occurrence nearest to the date can be meant.
  const away = (tie: ForumTie) => Math.abs(daysBetween(tie.entry.date, old))
  const series = sharing.filter((tie) => tie.entry.seriesKey === speaker.entry.seriesKey)
  if (series.some((tie) => away(tie) < away(speaker))) return 0.5
  return claim.isSeries && series.length > 1 ? 1 : 0.75
}

/** Entries on a date; failing that, one a year or a day beside it, as slips of the pen are, with less confidence. */
function findOnDate(
  date: LocalDate | null,
  claim: MoveClaim,
  entries: ForumEntries,
): { readonly ties: readonly ForumTie[]; readonly limit: number } {
  if (date === null) return { ties: [], limit: 0 }
  const fits = (tie: ForumTie) =>
    claim.speaker === null || !isSameEvent(tie, claim.speaker) || claim.speakerIs !== 'new'
  const exact = (entries.byDate.get(date) ?? []).filter(fits)
  if (exact.length > 0) return { ties: preferSure(exact), limit: 1 }
  const year = Number(date.slice(0, 4))
  const near = [
    addDays(date, -1),
    addDays(date, 1),
    `${year - 1}${date.slice(4)}` as LocalDate,
    `${year + 1}${date.slice(4)}` as LocalDate,
  ]
  const found = near.map((other) => (entries.byDate.get(other) ?? []).filter(fits)).filter((ties) => ties.length > 0)
  const only = found.length === 1 ? found[0] : undefined
  return only ? { ties: preferSure(only), limit: 0.7 } : { ties: [], limit: 0 }
}

/** Of several entries on a day, the ones that are surely the forum's ordinary meeting, if any. */
function preferSure(ties: readonly ForumTie[]): readonly ForumTie[] {
  const ordinary = ties.filter((tie) => !tie.entry.subject.isExtraordinary)
  const pool = ordinary.length > 0 ? ordinary : ties
  const sure = pool.filter((tie) => tie.confidence >= 0.9)
  return sure.length > 0 ? sure : pool
}

function countGroups(ties: readonly ForumTie[], entries: ForumEntries): number {
  return new Set(ties.map((tie) => entries.groupOf.get(tie))).size
}

function bestOfGroups(ties: readonly ForumTie[], entries: ForumEntries): readonly ForumTie[] {
  const groups = new Map<MeetingGroup | undefined, ForumTie[]>()
  for (const tie of ties) {
    const group = entries.groupOf.get(tie)
    groups.set(group, [...(groups.get(group) ?? []), tie])
  }
  return [...groups.values()].flatMap((some) => pickCurrent(some) ?? [])
}

/** "Denne indkaldelse udgår, se den nye": the next invitation made after it. */
function findSuccessor(claim: MoveClaim, speaker: ForumTie, entries: ForumEntries): readonly ClaimedPair[] {
  const later = within(speaker, entries, searchDays.clear).filter(
    (tie) => isRival(tie, speaker) && isMadeAfter(tie, speaker) && !tie.entry.event.isCancelled,
  )
  return nearest(speaker, later, entries, searchDays.clear).map((current) => ({
    old: speaker,
    current: current.tie,
    confidence: Math.min(claim.confidence, 0.78, current.limit),
    isAmbiguous: current.limit < 0.7,
  }))
}

/** The entries at most that many days away: a calendar is long, a move is short. */
function within(speaker: ForumTie, entries: ForumEntries, days: number): readonly ForumTie[] {
  const found = new Set<ForumTie>()
  for (let day = -days; day <= days; day += 1) {
    for (const tie of entries.byDate.get(addDays(speaker.entry.date, day)) ?? []) found.add(tie)
  }
  return [...found]
}

/** "Fra uge 39 til uge 40", "fra kl. 9 til kl. 13": the one entry that lies where the words say. */
function findRelative(claim: MoveClaim, speaker: ForumTie, entries: ForumEntries): readonly ClaimedPair[] {
  const isOld = claim.speakerIs === 'old'
  const lying = [...new Set(isOld ? claim.newAmong : claim.oldAmong)].flatMap((date) => entries.byDate.get(date) ?? [])
  const fitting = [...new Set(lying)].filter(
    (tie) =>
      isRival(tie, speaker) &&
      (isOld ? isMadeAfter(tie, speaker) : !isMadeAfter(tie, speaker)) &&
      (isOld || claim.oldTime === null || tie.entry.time === null || tie.entry.time === claim.oldTime),
  )
  const isAmbiguous = countGroups(fitting, entries) > 1
  const confidence = Math.min(claim.confidence, limitBySharedWords(claim, entries), isAmbiguous ? 0.62 : 1)
  return fitting.map((tie) => ({ old: isOld ? speaker : tie, current: isOld ? tie : speaker, confidence, isAmbiguous }))
}

/** "Erstatter den tidligere indkaldelse" without a date: the nearest earlier-made invitation not held by then. */
function findUndated(
  claim: MoveClaim,
  entries: ForumEntries,
  plans: PlanIndex,
  keeps: readonly KeepClaim[],
): readonly ClaimedPair[] {
  const { speaker } = claim
  if (!speaker || keeps.some((keep) => keep.speaker === speaker)) return []
  if (claim.speakerIs === 'old') return findSuccessor(claim, speaker, entries)
  const days = claim.confidence < 0.75 ? searchDays.vague : searchDays.clear
  const earlier = within(speaker, entries, days).filter(
    (tie) =>
      isRival(tie, speaker) &&
      !isMadeAfter(tie, speaker) &&
      !isHeldBefore(tie, speaker) &&
      (claim.oldMonth === null || Number(tie.entry.date.slice(5, 7)) === claim.oldMonth),
  )
  const free = earlier.filter((tie) => tie.entry.date === speaker.entry.date || !hasPlaceOfItsOwn(tie, speaker, plans))
  const dead = free.filter((tie) => tie.entry.event.isCancelled)
  const found = nearest(speaker, dead.length > 0 ? dead : free, entries, days)
  if (found.length === 0 && claim.confidence < 0.75 && !claim.namesOwn && claim.oldMonth === null)
    return findSuccessor(claim, speaker, entries)
  return found.map(({ tie, limit }) => ({
    old: tie,
    current: speaker,
    confidence: Math.min(claim.confidence, limit),
    isAmbiguous: limit < 0.7,
  }))
}

/** The nearest candidates: one, or the rivals when two lie about equally near. */
function nearest(
  speaker: ForumTie,
  ties: readonly ForumTie[],
  entries: ForumEntries,
  days: number,
): readonly { readonly tie: ForumTie; readonly limit: number }[] {
  const distance = (tie: ForumTie) => Math.abs(daysBetween(tie.entry.date, speaker.entry.date))
  const near = ties
    .filter((tie) => distance(tie) <= days)
    .sort((a, b) => distance(a) - distance(b) || compareTies(a, b))
  const [first] = near
  if (!first) return []
  const limit = distance(first)
  const same = near.filter(
    (tie) => entries.groupOf.get(tie) === entries.groupOf.get(first) && tie.entry.date === first.entry.date,
  )
  const rival = near.find((tie) => entries.groupOf.get(tie) !== entries.groupOf.get(first))
  if (!rival || limit === 0 || distance(rival) >= limit * 2 + 4) return same.map((tie) => ({ tie, limit: 0.88 }))
  const rivals = near.filter(
    (tie) => entries.groupOf.get(tie) === entries.groupOf.get(rival) && tie.entry.date === rival.entry.date,
  )
  return [...same, ...rivals].map((tie) => ({ tie, limit: 0.62 }))
}

function isRival(tie: ForumTie, speaker: ForumTie): boolean {
  if (isSameEvent(tie, speaker) || tie.entry.subject.isExtraordinary !== speaker.entry.subject.isExtraordinary)
    return false
  if (tie.entry.isOwn && tie.entry.event.attendees.length === 0) return false
  return tie.entry.seriesKey !== speaker.entry.seriesKey
}

/** Held, or at least over, before the other was called: it cannot be what was moved. */
function isHeldBefore(tie: ForumTie, speaker: ForumTie): boolean {
  const { createdAt } = speaker.entry.event
  return createdAt !== null && tie.entry.event.end < createdAt
}

function isMadeAfter(tie: ForumTie, speaker: ForumTie): boolean {
  const [a, b] = [tie.entry.event.createdAt, speaker.entry.event.createdAt]
  return a !== null && b !== null && compare(a, b) > 0
}

/** The date has an agenda or a place in the plan of its own, and the speaker's has one too. */
function hasPlaceOfItsOwn(tie: ForumTie, speaker: ForumTie, plans: PlanIndex): boolean {
  const has = (other: ForumTie) =>
    plans.agendasOn(other.forumId, other.entry.date).length > 0 || plans.isPlanned(other.forumId, other.entry.date)
  return plans.agendasOn(tie.forumId, tie.entry.date).length > 0 || (has(tie) && has(speaker))
}

/** Two copies of one invitation. */
function isSameEvent(a: ForumTie, b: ForumTie): boolean {
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
  const order = (a: ForumTie, b: ForumTie): number => {
    const [ranksA, ranksB] = [rank(a), rank(b)]
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
