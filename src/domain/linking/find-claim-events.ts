import type { LocalDate } from '../../shared/ids.ts'
import { addDays } from '../time/zoned-time.ts'
import type { ForumTie } from './find-forum-ties.ts'
import { findRelative, findSuccessor, findUndated } from './find-undated-pairs.ts'
import { countGroups, type ForumEntries, isMadeAfter, isRival, isSameEvent, pickCurrent } from './forum-entries.ts'
import type { MeetingGroup } from './group-meetings.ts'
import { limitBySharedWords, saysTheSame } from './limit-shared-words.ts'
import type { ClaimedPair, KeepClaim, MoveClaim } from './move-claim.ts'
import type { PlanIndex } from './plan-index.ts'

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
  if (claim.speakerIs === 'old' && claim.speaker && claim.new === null) {
    const sameDay = findEarlierThatDay(claim, claim.speaker, entries)
    return sameDay.length > 0 ? sameDay : findSuccessor(claim, claim.speaker, entries)
  }
  const misdated = findMisdatedMonth(claim, entries)
  if (misdated.length > 0) return misdated
  const currents =
    claim.speakerIs === 'new' && claim.speaker
      ? { ties: [claim.speaker], limit: 1 }
      : findOnDate(claim.new?.date ?? null, claim, entries)
  const olds =
    claim.speakerIs === 'old' && claim.speaker
      ? { ties: [claim.speaker], limit: 1 }
      : findOnDate(claim.old, claim, entries)
  const oldTies = withoutArrivals(olds.ties, entries).filter(
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

/** Of several on the date left, one that itself has just come from elsewhere is not meant when there is one that has not. */
function withoutArrivals(ties: readonly ForumTie[], entries: ForumEntries): readonly ForumTie[] {
  const settled = ties.filter((tie) => !entries.arrivals.has(tie))
  return settled.length > 0 ? settled : ties
}

/** "Mødet den 7. flyttes til om eftermiddagen", said by the later of two entries on the 7th: the earlier one is left. */
function findEarlierThatDay(claim: MoveClaim, speaker: ForumTie, entries: ForumEntries): readonly ClaimedPair[] {
  return (entries.byDate.get(speaker.entry.date) ?? [])
    .filter((tie) => isRival(tie, speaker) && isMadeAfter(speaker, tie))
    .map((old) => ({ old, current: speaker, confidence: claim.confidence, isAmbiguous: false }))
}

/** Both dates are a month off: the days fit the speaker and one other entry, and nothing lies on the dates as they are printed. */
function findMisdatedMonth(claim: MoveClaim, entries: ForumEntries): readonly ClaimedPair[] {
  const { speaker, old } = claim
  if (!speaker || !old || !claim.new || claim.speakerIs !== 'neither') return []
  if (entries.byDate.has(claim.new.date)) return []
  // Where something lies on the old date, only the month of the new one is a slip.
  const isOldRight = entries.byDate.has(old)
  for (const months of [-1, 1]) {
    if (shiftMonths(claim.new.date, months) !== speaker.entry.date) continue
    const olds = (entries.byDate.get(isOldRight ? old : shiftMonths(old, months)) ?? []).filter((tie) =>
      isRival(tie, speaker),
    )
    return olds.map((tie) => ({
      old: tie,
      current: speaker,
      confidence: Math.min(claim.confidence, 0.7),
      isAmbiguous: false,
    }))
  }
  return []
}

function shiftMonths(date: LocalDate, months: number): LocalDate {
  const count = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months
  const [year, month] = [Math.floor(count / 12), (count % 12) + 1]
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}${date.slice(7)}` as LocalDate
}

/** Minutes that move only the hour: of the entries on that day the one at the new hour holds. */
function findSameDay(claim: MoveClaim, entries: ForumEntries): readonly ClaimedPair[] {
  const lying = preferSure(entries.byDate.get(claim.old ?? ('' as LocalDate)) ?? [])
  const current = pickCurrent(lying.filter((tie) => tie.entry.time === claim.new?.time))
  const olds = lying.filter((tie) => tie.entry.time !== null && tie.entry.time !== claim.new?.time)
  const { confidence } = claim
  return current ? olds.map((old) => ({ old, current, confidence, isAmbiguous: false })) : []
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

function bestOfGroups(ties: readonly ForumTie[], entries: ForumEntries): readonly ForumTie[] {
  const groups = new Map<MeetingGroup | undefined, ForumTie[]>()
  for (const tie of ties) {
    const group = entries.groupOf.get(tie)
    groups.set(group, [...(groups.get(group) ?? []), tie])
  }
  return [...groups.values()].flatMap((some) => pickCurrent(some) ?? [])
}
