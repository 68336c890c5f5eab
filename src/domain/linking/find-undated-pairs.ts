import { addDays, daysBetween } from '../time/zoned-time.ts'
import type { ForumTie } from './find-forum-ties.ts'
import {
  countGroups,
  type ForumEntries,
  hasPlaceOfItsOwn,
  isHeldBefore,
  isMadeAfter,
  isRival,
} from './forum-entries.ts'
import { compareTies } from './group-meetings.ts'
import { limitBySharedWords } from './limit-shared-words.ts'
import type { ClaimedPair, KeepClaim, MoveClaim } from './move-claim.ts'
import type { PlanIndex } from './plan-index.ts'

/** Days around an invitation in which a move without dates looks for the other entry. */
const searchDays = { clear: 35, vague: 21 } as const

/** "Denne indkaldelse udgår, se den nye": the next invitation made after it. */
export function findSuccessor(claim: MoveClaim, speaker: ForumTie, entries: ForumEntries): readonly ClaimedPair[] {
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
export function findRelative(claim: MoveClaim, speaker: ForumTie, entries: ForumEntries): readonly ClaimedPair[] {
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
export function findUndated(
  claim: MoveClaim,
  entries: ForumEntries,
  plans: PlanIndex,
  keeps: readonly KeepClaim[],
): readonly ClaimedPair[] {
  const { speaker } = claim
  if (
    !speaker ||
    keeps.some((keep) => keep.speaker === speaker && (keep.date === null || keep.date === speaker.entry.date))
  )
    return []
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
  // The month and the new date are named, and only one entry lies in that month: as good as a date.
  if (claim.oldMonth !== null && claim.namesOwn && claim.confidence >= 0.72 && countGroups(free, entries) === 1)
    return free.map((old) => ({ old, current: speaker, confidence: 0.93, isAmbiguous: false }))
  // "Alle tidligere indkaldelser til septembermødet": several are no doubt, they were moved one after the other.
  if (claim.isAll && claim.oldMonth !== null)
    return free.map((old) => ({
      old,
      current: speaker,
      confidence: Math.min(claim.confidence, 0.88),
      isAmbiguous: false,
    }))
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
