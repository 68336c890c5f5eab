import type { AgendaLine } from './agenda-line.ts'
import { letterKey } from './clean-text.ts'
import type { ItemCandidate } from './item-candidate.ts'
import { chainKinds, findBestChain } from './item-chain.ts'
import { type ItemHypothesis, type ItemStart, toItemStart } from './item-start.ts'
import { readItemTitle } from './read-item-title.ts'

type CountBody = (from: number, to: number) => number

/**
 * Many documents list their items first and treat them below. The list gives titles that the details leave out
 * ("Ad 3: ..."), and items without details; it is never read as items of its own (I3).
 */
export function mergeOverview(
  best: ItemHypothesis,
  all: readonly ItemHypothesis[],
  candidates: readonly ItemCandidate[],
  lines: readonly AgendaLine[],
  bodyLines: CountBody,
): ItemHypothesis {
  const others = [...all.filter((other) => other !== best), ...chainsAround(best, candidates)]
  if (isList(best.starts, bodyLines)) {
    const details = others.find((other) => treats(other, best, bodyLines)) ?? echoOf(best, lines, candidates)
    if (details !== null && details !== undefined) return combine(details, best, lines)
  }
  const overview = others.find((other) => announces(other, best, bodyLines))
  return overview === undefined ? best : combine(best, overview, lines)
}

function chainsAround(best: ItemHypothesis, candidates: readonly ItemCandidate[]): readonly ItemHypothesis[] {
  const first = best.starts[0]?.at ?? 0
  const last = best.starts.at(-1)?.at ?? 0
  const parts = [candidates.filter((c) => c.at < first), candidates.filter((c) => c.at > last)]
  return parts.flatMap((part) =>
    chainKinds.flatMap((kinds) => {
      const chain = findBestChain(part, kinds)
      if (chain === null || chain.candidates.length < 2) return []
      return [{ name: 'around', starts: chain.candidates.map(toItemStart), score: chain.score, overview: [] }]
    }),
  )
}

function isList(starts: readonly ItemStart[], bodyLines: CountBody): boolean {
  if (starts.length < 2) return false
  let between = 0
  for (let i = 1; i < starts.length; i++) between += bodyLines((starts[i - 1]?.at ?? 0) + 1, starts[i]?.at ?? 0)
  return between <= 0.6 * (starts.length - 1)
}

/** Whether `details` stand after the list and take up at least half of its numbers or titles. */
function treats(details: ItemHypothesis, list: ItemHypothesis, bodyLines: CountBody): boolean {
  const after = details.starts.filter((start) => start.at > (list.starts.at(-1)?.at ?? 0))
  if (after.length < details.starts.length || isList(after, bodyLines)) return false
  return sharedShare(details.starts, list.starts) >= 0.5 && after.length >= 2
}

function announces(list: ItemHypothesis, details: ItemHypothesis, bodyLines: CountBody): boolean {
  const lastOfList = list.starts.at(-1)?.at ?? 0
  if (lastOfList >= (details.starts[0]?.at ?? 0) || !isList(list.starts, bodyLines)) return false
  return sharedShare(details.starts, list.starts) >= 0.5 && sharedShare(list.starts, details.starts) >= 0.4
}

function sharedShare(details: readonly ItemStart[], list: readonly ItemStart[]): number {
  const numbers = new Set(list.map((start) => start.number).filter((number) => number !== null))
  const titles = new Set(list.map(titleKey))
  const shared = details.filter(
    (start) => titles.has(titleKey(start)) || (start.number !== null && numbers.has(start.number)),
  )
  return details.length === 0 ? 0 : shared.length / Math.max(1, Math.min(details.length, list.length))
}

function titleKey(start: ItemStart): string {
  return letterKey(readItemTitle(start.printed).title)
}

/** Lines after the list that repeat its titles, one for each in order: details without numbers. */
function echoOf(
  list: ItemHypothesis,
  lines: readonly AgendaLine[],
  candidates: readonly ItemCandidate[],
): ItemHypothesis | null {
  const wanted = new Map(list.starts.map((start) => [titleKey(start), start]))
  const end = list.starts.at(-1)?.at ?? 0
  const found: ItemStart[] = []
  for (const candidate of candidates) {
    if (candidate.at <= end) continue
    const announced = wanted.get(titleKey(toItemStart(candidate)))
    if (announced === undefined || lines[candidate.at]?.role !== 'body') continue
    wanted.delete(titleKey(announced))
    found.push({ ...toItemStart(candidate), number: candidate.mark?.printed ?? announced.number })
  }
  return found.length >= 0.5 * list.starts.length && found.length >= 2
    ? { name: 'echo', starts: found, score: list.score, overview: [] }
    : null
}

function combine(details: ItemHypothesis, list: ItemHypothesis, lines: readonly AgendaLine[]): ItemHypothesis {
  const listed = new Map(list.starts.map((start) => [start.number ?? titleKey(start), start]))
  const starts = details.starts.map((start): ItemStart => {
    const announced = listed.get(start.number ?? titleKey(start))
    if (announced === undefined || !lacksTitle(start, announced)) return start
    const isBody = start.printed !== '' && lines[start.at] !== undefined
    return { ...start, printed: announced.printed, bodyFrom: isBody ? start.at : start.bodyFrom }
  })
  const numbers = new Set(details.starts.map((start) => start.number ?? titleKey(start)))
  const titles = new Set(details.starts.map(titleKey))
  const untreated = list.starts.filter(
    (start) => !numbers.has(start.number ?? titleKey(start)) && !titles.has(titleKey(start)),
  )
  const kept = untreated.length <= 0.5 * list.starts.length ? untreated : []
  return { ...details, starts: insertInOrder(starts, kept), overview: list.starts }
}

// "Ad 3: Referatet blev godkendt." is text; the title stands in the list.
function lacksTitle(start: ItemStart, announced: ItemStart): boolean {
  if (letterKey(start.printed) === '') return true
  const title = readItemTitle(start.printed).title
  if (titleKey(start) === titleKey(announced)) return false
  return /[.!?]$/u.test(title) || title.length > 100 || title.split(' ').length > 14
}

/** Items that are only listed stand where the list has them, with no text of their own. */
function insertInOrder(starts: readonly ItemStart[], untreated: readonly ItemStart[]): readonly ItemStart[] {
  const all = [...starts]
  for (const start of untreated) {
    const number = Number.parseFloat(start.number ?? '')
    const at = all.findIndex((other) => Number.parseFloat(other.number ?? '') > number)
    const next = at < 0 ? undefined : all[at]
    const bodiless: ItemStart = {
      ...start,
      at: next?.at ?? Number.MAX_SAFE_INTEGER,
      bodyFrom: next?.at ?? Number.MAX_SAFE_INTEGER,
    }
    all.splice(at < 0 ? all.length : at, 0, bodiless)
  }
  return all
}
