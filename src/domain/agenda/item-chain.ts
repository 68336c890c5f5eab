import { letterKey } from './clean-text.ts'
import type { ItemCandidate } from './item-candidate.ts'
import type { NumberKind } from './read-number-mark.ts'

/** Candidates that follow each other as one sequence, with the sum of their evidence. */
export type ItemChain = { readonly candidates: readonly ItemCandidate[]; readonly score: number }

type Link = {
  readonly candidate: ItemCandidate
  readonly score: number
  readonly previous: Link | null
  readonly length: number
}

const nextNumber = 1.5
const longestGap = 5
const repeatCost = 1.5
const looksChangeCost = 1
const looksKeptGain = 0.5

/** Kinds of number that may stand in one sequence; "3." and "3 " are typed by the same hand. */
export const chainKinds: readonly (readonly NumberKind[])[] = [
  ['word'],
  ['ad'],
  ['decimal', 'bare'],
  ['dotted'],
  ['serial'],
  ['roman'],
  ['paragraph'],
  ['letter'],
]

/**
 * The best sequence of numbered candidates: each number follows the one before, a gap or a repeat costs, a change of
 * looks costs (I2). One pass; for each number only the best sequence that ends there is kept, so time is linear.
 */
export function findBestChain(candidates: readonly ItemCandidate[], kinds: readonly NumberKind[]): ItemChain | null {
  const best = new Map<string, Link>()
  let winner: Link | null = null
  for (const candidate of candidates) {
    const mark = candidate.mark
    if (mark === null || !kinds.includes(mark.kind)) continue
    const link = bestLink(candidate, mark.parent, mark.value, best)
    const key = `${mark.parent}|${Math.floor(mark.value)}`
    const held = best.get(key)
    if (held === undefined || link.score >= held.score) best.set(key, link)
    if (winner === null || link.score >= winner.score) winner = link
  }
  return winner === null ? null : { candidates: unwind(winner), score: winner.score }
}

function bestLink(candidate: ItemCandidate, parent: string, value: number, best: ReadonlyMap<string, Link>): Link {
  const whole = Math.floor(value)
  const startCost = whole <= 1 ? 0 : Math.min(6, 1.5 * (whole - 1))
  let link: Link = { candidate, score: candidate.evidence - startCost, previous: null, length: 1 }
  const offer = (previous: Link | undefined, gain: number): void => {
    if (previous === undefined) return
    const same = looksAlike(previous.candidate, candidate) ? looksKeptGain : -looksChangeCost
    const score = previous.score + candidate.evidence + gain + same
    if (score > link.score) link = { candidate, score, previous, length: previous.length + 1 }
  }
  for (let gap = 1; gap <= longestGap; gap++)
    offer(best.get(`${parent}|${whole - gap}`), gap === 1 ? nextNumber : -1.5 * gap)
  const same = best.get(`${parent}|${whole}`)
  if (same !== undefined)
    offer(mayRepeat(same.candidate, candidate, value) ? same : undefined, repeatGain(same.candidate, value))
  if (parent !== '' && whole <= 1) for (const previous of endsOfParent(parent, best)) offer(previous, nextNumber)
  return link
}

function looksAlike(before: ItemCandidate, now: ItemCandidate): boolean {
  return before.signature === now.signature && before.mark?.separator === now.mark?.separator
}

// "7" then "7a" is a step on; "3" twice happens when a secretary inserts an item, but then both look like items.
function mayRepeat(before: ItemCandidate, now: ItemCandidate, value: number): boolean {
  if ((before.mark?.value ?? 0) < value) return true
  return (
    before.evidence >= 4 &&
    now.evidence >= 4 &&
    letterKey(before.text) !== letterKey(now.text) &&
    letterKey(now.text) !== ''
  )
}

function repeatGain(before: ItemCandidate, value: number): number {
  return (before.mark?.value ?? 0) < value ? 1 : -repeatCost
}

function endsOfParent(parent: string, best: ReadonlyMap<string, Link>): readonly Link[] {
  const before = Number(parent.slice(parent.lastIndexOf('.') + 1)) - 1
  const prefix = `${parent.includes('.') ? parent.slice(0, parent.lastIndexOf('.') + 1) : ''}${before}|`
  const ends: Link[] = []
  for (let n = 30; n >= 1; n--) {
    const link = best.get(`${prefix}${n}`)
    if (link !== undefined) ends.push(link)
  }
  return ends.slice(0, 1)
}

function unwind(end: Link): readonly ItemCandidate[] {
  const chain: ItemCandidate[] = []
  for (let link: Link | null = end; link !== null; link = link.previous) chain.push(link.candidate)
  return chain.reverse()
}

/** Share of a sequence's members that the next one follows at once: near 1 for a bare list, low where text stands between. */
export function densityOf(
  chain: readonly ItemCandidate[],
  bodyLineCount: (from: number, to: number) => number,
): number {
  if (chain.length < 2) return 0
  let close = 0
  for (let i = 1; i < chain.length; i++) {
    if (bodyLineCount((chain[i - 1]?.at ?? 0) + 1, chain[i]?.at ?? 0) <= 0) close++
  }
  return close / (chain.length - 1)
}
