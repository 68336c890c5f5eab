import { findClaimedPairs } from './find-claim-events.ts'
import type { ForumTie } from './find-forum-ties.ts'
import type { ForumEntries } from './forum-entries.ts'
import { limitClaim } from './limit-claim.ts'
import type { Evidence } from './link-types.ts'
import type { ClaimedPair, KeepClaim, MoveClaim } from './move-claim.ts'
import { compare, type PlanIndex } from './plan-index.ts'
import { certain, worthSaying } from './weight.ts'

/** One entry that another has taken the place of. */
export type ReplacedPair = {
  readonly old: ForumTie
  readonly current: ForumTie
  readonly confidence: number
  /** The words fit more than one pair: said, but nothing is built on it. */
  readonly isAmbiguous: boolean
  readonly because: readonly Evidence[]
}

type Found = {
  old: ForumTie
  current: ForumTie
  confidence: number
  isAmbiguous: boolean
  isSplit: boolean
  isAgain: boolean
  saidAt: string
  because: Evidence[]
}

/** Turns claims about one forum into pairs of entries (L5, L6), what speaks against taken into account (L15 to L18). */
export function findReplacements(
  claims: readonly MoveClaim[],
  keeps: readonly KeepClaim[],
  entries: ForumEntries,
  plans: PlanIndex,
): readonly ReplacedPair[] {
  const found = new Map<string, Found>()
  for (const claim of claims) {
    for (const pair of findClaimedPairs(claim, entries, plans, keeps)) {
      const limits = limitClaim(claim, pair, keeps, plans)
      const confidence = Math.min(pair.confidence, ...limits.map(({ limit }) => limit))
      if (confidence < worthSaying) continue
      addTo(found, pair, confidence, claim, [claim.evidence, ...limits.map(({ evidence }) => evidence)])
    }
  }
  for (const { claim, pair } of findThroughGaps(claims, entries, plans)) {
    if (!found.has(`${pair.old.entry.event.id} ${pair.current.entry.event.id}`))
      addTo(found, pair, pair.confidence, claim, [claim.evidence])
  }
  return settleConflicts([...found.values()], entries)
}

/** A to B and B to C are told, and B is in nobody's calendar any more: A was left for C. */
function findThroughGaps(
  claims: readonly MoveClaim[],
  entries: ForumEntries,
  plans: PlanIndex,
): readonly { readonly claim: MoveClaim; readonly pair: ClaimedPair }[] {
  const byOld = new Map<string, MoveClaim[]>()
  for (const claim of claims) {
    if (claim.old === null || entries.byDate.has(claim.old) || claim.confidence < certain) continue
    byOld.set(claim.old, [...(byOld.get(claim.old) ?? []), claim])
  }
  return claims.flatMap((first) =>
    (first.old ? (byOld.get(first.new?.date ?? '') ?? []) : []).flatMap((second) => {
      const through = { ...second, old: first.old, confidence: Math.min(first.confidence, second.confidence, 0.85) }
      return findClaimedPairs(through, entries, plans, []).map((pair) => ({ claim: through, pair }))
    }),
  )
}

function addTo(
  found: Map<string, Found>,
  pair: ClaimedPair,
  confidence: number,
  claim: MoveClaim,
  because: readonly Evidence[],
): void {
  const key = `${pair.old.entry.event.id} ${pair.current.entry.event.id}`
  const known = found.get(key)
  const merged: Found = known ?? {
    old: pair.old,
    current: pair.current,
    confidence,
    isAmbiguous: pair.isAmbiguous,
    isSplit: claim.isSplit,
    isAgain: claim.isAgain,
    saidAt: claim.saidAt ?? '',
    because: [],
  }
  // Two words for the same move confirm each other a little, never over the line between asking and acting.
  const both = known ? Math.max(known.confidence, confidence) + 0.02 : confidence
  const stays = known ? Math.max(known.confidence, confidence) : confidence
  merged.confidence = stays >= 0.9 ? Math.min(0.99, both) : Math.min(0.89, both)
  if (claim.saidAt !== null && claim.saidAt > merged.saidAt) merged.saidAt = claim.saidAt
  merged.isAmbiguous &&= pair.isAmbiguous
  merged.isSplit ||= claim.isSplit
  merged.isAgain ||= claim.isAgain
  for (const evidence of because)
    if (!merged.because.some(({ code }) => code === evidence.code)) merged.because.push(evidence)
  found.set(key, merged)
}

/** L18: two readings of one move. A chain is no conflict; two places for one meeting, or a move there and back, are. */
function settleConflicts(all: readonly Found[], entries: ForumEntries): readonly ReplacedPair[] {
  const byPlaces = new Map(all.map((pair) => [placesOf(pair, entries).join(' -> '), pair]))
  const kept = all.filter((pair) => !isTakenBack(pair, byPlaces, entries))
  const pairs = [...kept, ...kept.flatMap((pair) => stepsBetween(pair, kept, entries))]
  const reach = traceReach(pairs, entries)
  const leadsTo = (from: ForumTie, to: ForumTie): boolean =>
    reach.get(placeOf(from, entries))?.has(placeOf(to, entries)) === true
  const byOld = new Map<string, Found[]>()
  for (const pair of pairs) {
    const key = pair.old.entry.invitationKey
    byOld.set(key, [...(byOld.get(key) ?? []), pair])
  }
  return pairs
    .map((pair) => {
      const rivals = (byOld.get(pair.old.entry.invitationKey) ?? []).filter(
        (other) =>
          other !== pair &&
          placeOf(other.current, entries) !== placeOf(pair.current, entries) &&
          // L16: a cancelled successor is no place to go to.
          !other.current.entry.event.isCancelled,
      )
      const open = rivals.filter(
        (other) => !leadsTo(other.current, pair.current) && !leadsTo(pair.current, other.current),
      )
      const isTorn = open.length > 0 && !(pair.isSplit || open.every((other) => other.isSplit))
      const turnsBack = placeOf(pair.old, entries) !== placeOf(pair.current, entries) && leadsTo(pair.current, pair.old)
      const because = [...pair.because]
      if (isTorn)
        because.push({ rule: 'L18', code: 'two-successors', text: 'To indkaldelser siger, at de erstatter samme møde' })
      if (turnsBack)
        because.push({ rule: 'L18', code: 'moved-there-and-back', text: 'Indkaldelserne peger på hinanden' })
      const limit = turnsBack ? 0.65 : isTorn ? 0.8 : 1
      return {
        old: pair.old,
        current: pair.current,
        confidence: Math.min(pair.confidence, limit),
        isAmbiguous: pair.isAmbiguous || turnsBack,
        because,
      }
    })
    .sort(
      (a, b) =>
        compare(a.old.entry.event.start, b.old.entry.event.start) ||
        compare(a.old.entry.event.id, b.old.entry.event.id) ||
        compare(a.current.entry.event.id, b.current.entry.event.id),
    )
}

/** "Rykket igen": the date that an earlier word gave the meeting was left too, though the sentence names only the first. */
function stepsBetween(again: Found, pairs: readonly Found[], entries: ForumEntries): readonly Found[] {
  if (!again.isAgain) return []
  return pairs
    .filter(
      (earlier) =>
        earlier.old.entry.invitationKey === again.old.entry.invitationKey &&
        placeOf(earlier.current, entries) !== placeOf(again.current, entries) &&
        earlier.saidAt !== '' &&
        earlier.saidAt < again.saidAt,
    )
    .map((earlier) => ({
      ...again,
      old: earlier.current,
      confidence: Math.min(again.confidence, 0.85),
      because: [...again.because],
    }))
}

/** There and back, told one after the other: the later word holds. */
function isTakenBack(earlier: Found, byPlaces: ReadonlyMap<string, Found>, entries: ForumEntries): boolean {
  const [from, to] = placesOf(earlier, entries)
  const later = byPlaces.get(`${to} -> ${from}`)
  return later !== undefined && from !== to && earlier.saidAt !== '' && later.saidAt > earlier.saidAt
}

function placesOf({ old, current }: Found, entries: ForumEntries): readonly [string, string] {
  return [placeOf(old, entries), placeOf(current, entries)]
}

/** A meeting at a time: entries of one group that start together are one place to go. */
function placeOf(tie: ForumTie, entries: ForumEntries): string {
  const first = entries.groupOf.get(tie)?.ties[0] ?? tie
  return `${first.entry.event.id} ${tie.entry.event.start}`
}

/** Which places can be reached from each by following moves. */
function traceReach(pairs: readonly Found[], entries: ForumEntries): ReadonlyMap<string, ReadonlySet<string>> {
  const next = new Map<string, Set<string>>()
  for (const pair of pairs) {
    const from = placeOf(pair.old, entries)
    next.set(from, (next.get(from) ?? new Set()).add(placeOf(pair.current, entries)))
  }
  const reach = new Map<string, Set<string>>()
  for (const from of next.keys()) {
    const seen = new Set<string>()
    const open = [...(next.get(from) ?? [])]
    for (let place = open.pop(); place !== undefined; place = open.pop()) {
      if (seen.has(place)) continue
      seen.add(place)
      open.push(...(next.get(place) ?? []))
    }
    reach.set(from, seen)
  }
  return reach
}
