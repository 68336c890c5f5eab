import { findDanishDates } from '../time/read-danish-date.ts'
import { findDanishTimes } from '../time/read-danish-time.ts'
import type { AgendaLine } from './agenda-line.ts'
import { letterKey, startsWithBullet } from './clean-text.ts'
import { findItemCandidates, type ItemCandidate, isRecurringTitle, type LineFacts } from './item-candidate.ts'
import { chainKinds, densityOf, findBestChain, type ItemChain } from './item-chain.ts'
import { type ItemHypothesis, type ItemStart, toItemStart } from './item-start.ts'
import { joinTitleLines } from './join-title-lines.ts'
import { mergeOverview } from './merge-overview.ts'
import { readGroupLabel } from './read-participants.ts'
import { readTableItems } from './read-table-items.ts'
import { splitRunInHeadings } from './run-in-headings.ts'
import { isBreak } from './section-policy.ts'

/**
 * Finds the items of a document: every way of telling them apart (numbers of one kind, headings of one look, rows of
 * an agenda table, titles a list announced) is tried over the whole document, and the one with most evidence wins (I1-I9).
 * Null when nothing looks like items.
 */
export function findItems(lines: readonly AgendaLine[], facts: LineFacts): ItemHypothesis | null {
  const candidates = findItemCandidates(lines, facts)
  const bodyLines = countBodyLines(lines)
  const headEnd = findHeadEnd(lines, facts)
  const hypotheses = [
    ...chainKinds.map((kinds) => chainHypothesis(candidates, kinds, bodyLines)),
    ...headingHypotheses(candidates, headEnd),
    timeHypothesis(lines, headEnd),
    bulletHypothesis(lines),
    readTableItems(lines),
  ].filter((hypothesis) => hypothesis !== null)
  const best = hypotheses.sort((a, b) => b.score - a.score)[0]
  if (best === undefined) return null
  const merged = mergeOverview(best, hypotheses, candidates, lines, bodyLines)
  const completed = addSubItems(addUnnumbered(merged, candidates), candidates, bodyLines)
  return { ...completed, starts: joinTitleLines(splitRunInHeadings(completed.starts, lines), lines, facts) }
}

function countBodyLines(lines: readonly AgendaLine[]): (from: number, to: number) => number {
  const sums = [0]
  for (const line of lines) sums.push((sums.at(-1) ?? 0) + (line.role === 'body' ? 1 : 0))
  return (from, to) => (sums[to] ?? 0) - (sums[from] ?? 0)
}

function chainHypothesis(
  candidates: readonly ItemCandidate[],
  kinds: (typeof chainKinds)[number],
  bodyLines: (from: number, to: number) => number,
): ItemHypothesis | null {
  const chain = findBestChain(candidates, kinds)
  if (chain === null || chain.candidates.length < 2) return null
  const tailed = addSecondList(chain, candidates, kinds)
  const name = `${kinds[0]}${densityOf(tailed.candidates, bodyLines) > 0.7 ? ' list' : ''}`
  return { name, starts: tailed.candidates.map(toItemStart), score: tailed.score * kindTrust(kinds), overview: [] }
}

// Statutes number their paragraphs, outlines their chapters: less trusted than plain numbers (I2).
function kindTrust(kinds: (typeof chainKinds)[number]): number {
  return kinds.includes('paragraph') || kinds.includes('roman')
    ? 0.8
    : kinds.includes('dotted')
      ? 0.7
      : kinds.includes('letter')
        ? 0.5
        : 1
}

// A closed agenda, or one per group, starts again at 1 after the open one (I7).
function addSecondList(
  chain: ItemChain,
  candidates: readonly ItemCandidate[],
  kinds: (typeof chainKinds)[number],
): ItemChain {
  const last = chain.candidates.at(-1)
  if (last === undefined) return chain
  const lookAlike = candidates.filter(
    (c) => c.at > last.at && c.signature === last.signature && c.signature !== 'plain',
  )
  const second = findBestChain(lookAlike, kinds)
  if (second === null || second.score < 4 || second.candidates.some((c) => c.evidence < 3)) return chain
  const titles = new Set(chain.candidates.map((c) => letterKey(c.text)))
  if (second.candidates.some((c) => titles.has(letterKey(c.text)))) return chain
  return { candidates: [...chain.candidates, ...second.candidates], score: chain.score + second.score - 2 }
}

/** One hypothesis for each look: all unnumbered lines that look so and are no labels (I5). */
function headingHypotheses(candidates: readonly ItemCandidate[], headEnd: number): readonly ItemHypothesis[] {
  const groups = new Map<string, ItemCandidate[]>()
  for (const candidate of candidates) {
    if (candidate.at <= headEnd || candidate.text.length > 160 || candidate.text === '') continue
    if (candidate.signature === 'plain' && (candidate.mark !== null || !(candidate.anchored || candidate.alone)))
      continue
    if (candidate.signature === 'plain' && /[.,;]$/u.test(candidate.text)) continue
    groups.set(candidate.signature, [...(groups.get(candidate.signature) ?? []), candidate])
  }
  return [...groups].flatMap(([signature, group]) => {
    const score = group.reduce((sum, candidate) => sum + headingEvidence(candidate, signature), 0)
    if (group.length < 2) return []
    return [{ name: `headings: ${signature}`, starts: group.map(toItemStart), score: score * 0.8, overview: [] }]
  })
}

function headingEvidence(candidate: ItemCandidate, signature: string): number {
  const style = /^heading [1-3]/u.test(signature) ? 1.2 : 0
  if (candidate.anchored) return 4 + style
  if (candidate.mark !== null) return style
  return style + (/[.,;]$/u.test(candidate.text) ? -1 : 0.4)
}

const slot =
  /^\(?(?:kl\.?\s*)?(?<hour>\d{1,2})[.:](?<minute>\d{2})(?:\s*(?:[-–—]|til)\s*(?:kl\.?\s*)?\d{1,2}[.:]\d{2})?\)?\s*[:–-]?\s*(?<rest>\p{L}.*)$/iu

/** A programme: lines that each start with a time of day, in the order of the day (I5). */
function timeHypothesis(lines: readonly AgendaLine[], headEnd: number): ItemHypothesis | null {
  const starts: ItemStart[] = []
  let before = -1
  for (const [at, line] of lines.entries()) {
    const parts = slot.exec(line.text)?.groups
    if (parts === undefined || at <= headEnd || line.role !== 'body') continue
    const minutes = 60 * Number(parts['hour']) + Number(parts['minute'])
    if (minutes < before || isBreak(parts['rest'] ?? '')) continue
    before = minutes
    starts.push({ at, bodyFrom: at + 1, number: null, printed: line.text, closed: false })
  }
  return starts.length < 3 ? null : { name: 'times', starts, score: starts.length * 4.5, overview: [] }
}

// Date and hour of the meeting on one line, with no number before them: what stands above names the meeting.
function tellsWhen(text: string): boolean {
  if (text.length > 120 || /^(?:næste|kommende)\b/iu.test(text)) return false
  return findDanishDates(text).length > 0 && findDanishTimes(text).length > 0
}

function isEverydayTitle(text: string): boolean {
  return /^(?:\d{1,2}[.)]?\s+)?(?:velkomst|eventuelt|evt\.?|godkendelse af (?:dagsorden|referat)\w*|valg af (?:dirigent|ordstyrer|referent))\b/iu.test(
    text,
  )
}

const announcesList =
  /^(?:(?:foreløbig |udkast til )?dagsorden(?: for mødet| til mødet)?|dagsordenspunkter|punkter|emner)\s*:?$/iu

/** Bullets right under "Dagsorden:" are its items, those of the outermost level (I5): mails are written so. */
function bulletHypothesis(lines: readonly AgendaLine[]): ItemHypothesis | null {
  const head = lines.findIndex((line) => line.role === 'body' && announcesList.test(line.text))
  const first = lines[head + 1]
  if (head < 0 || first === undefined || !isBullet(first)) return null
  const starts: ItemStart[] = []
  for (let at = head + 1; at < lines.length; at++) {
    const line = lines[at]
    if (line === undefined || (line.gapBefore && !isBullet(line))) break
    if (!isBullet(line) || (line.listLevel ?? 0) > (first.listLevel ?? 0)) continue
    starts.push({ at, bodyFrom: at + 1, number: null, printed: line.text, closed: false })
  }
  const known = starts.filter((start) => isRecurringTitle(start.printed)).length
  return starts.length < 3 || known === 0
    ? null
    : { name: 'bullets', starts, score: 2 * starts.length + 2 * known, overview: [] }
}

function isBullet(line: AgendaLine): boolean {
  return line.listLabel !== null && startsWithBullet(line.listLabel)
}

/** Last line of the head: after the labels of date, place and people no unnumbered line is mistaken for an item before. */
function findHeadEnd(lines: readonly AgendaLine[], facts: LineFacts): number {
  let end = -1
  for (let at = 0; at < Math.min(lines.length, 45); at++) {
    const line = lines[at]
    const label = facts.labels[at]
    if (
      line === undefined ||
      (label &&
        label.role !== 'meta' &&
        label.role !== 'attendance' &&
        label.role !== 'soft' &&
        label.role !== 'presenters' &&
        at > 0 &&
        label.rest !== '')
    )
      break
    // People and place may be told after the agenda as well.
    if (slot.test(line.text) || (at > 0 && facts.labels[at] === null && isEverydayTitle(line.text))) break
    if (at < 8 && tellsWhen(line.text)) end = at
    const group = readGroupLabel(line)
    const isPeople = group !== null && group.group !== 'none'
    if (
      isPeople ||
      /^(?:dato|tid|tidspunkt|sted|mødested|mødedato|mødetid|lokale|mødelokale|tid (?:og|&) sted)\s*[:\t]/iu.test(
        line.text,
      )
    )
      end = at
  }
  return end
}

/**
 * "2.1 Sygefravær" under "2. Personale": where the parts are treated as items are, with labels under them or the looks of items,
 * they are items, and a number that only gathers them is a caption (I8).
 */
function addSubItems(
  hypothesis: ItemHypothesis,
  candidates: readonly ItemCandidate[],
  bodyLines: (from: number, to: number) => number,
): ItemHypothesis {
  const numbers = new Set(hypothesis.starts.map((start) => start.number))
  const heads = new Set(hypothesis.starts.map((start) => start.at))
  if (hypothesis.starts.some((start) => start.number?.includes('.'))) return hypothesis
  const headed = new Set(hypothesis.starts.map((start) => start.bodyFrom))
  const dotted = candidates.filter((c) => c.mark?.kind === 'dotted' && numbers.has(c.mark.parent))
  // Without looks, those count that begin right under the item and have short titles, when one of them is treated.
  const opened = new Set(dotted.filter((c) => headed.has(c.at) && c.mark?.value === 1).map((c) => c.mark?.parent))
  const isPlainPart = (c: ItemCandidate) =>
    opened.has(c.mark?.parent) && c.text.length <= 60 && !/[.,;:]$/u.test(c.text)
  const parts = dotted.filter((c) => c.evidence >= 3 || isPlainPart(c))
  const looks = new Set(candidates.filter((c) => heads.has(c.at)).map((c) => c.signature))
  looks.delete('plain')
  const isTreated = (part: ItemCandidate) =>
    part.anchored || part.evidence >= (isPlainPart(part) ? 3 : 9) || (looks.has(part.signature) && !part.labelled)
  if (parts.length < 2 || parts.filter(isTreated).length < 0.5 * parts.length) return hypothesis
  const starts = [...hypothesis.starts, ...parts.map(toItemStart)].sort((a, b) => a.at - b.at)
  const kept = starts.filter((start, i) => {
    const next = starts[i + 1]
    const gathers = start.number !== null && next?.number?.startsWith(`${start.number}.`) === true
    return !(gathers && bodyLines(start.bodyFrom, next.at) === 0)
  })
  const gathering = starts.filter((start) => !kept.includes(start))
  return { ...hypothesis, starts: kept, overview: [...hypothesis.overview, ...gathering] }
}

// Without the number all items bear, this heading is an announcement (X1).
const announcesMeeting = /^(?:næste|kommende) møde(?:r)?\b/iu

// "Eventuelt" without a number after "7. ..." in the same look is an item too; a caption of a group is not (I8).
function addUnnumbered(hypothesis: ItemHypothesis, candidates: readonly ItemCandidate[]): ItemHypothesis {
  const first = hypothesis.starts[0]
  if (first === undefined || !hypothesis.starts.some((start) => start.number !== null)) return hypothesis
  const byLine = new Map(candidates.map((candidate) => [candidate.at, candidate]))
  const looks = new Set(hypothesis.starts.map((start) => byLine.get(start.at)?.signature ?? ''))
  looks.delete('plain')
  const taken = new Set([...hypothesis.starts, ...hypothesis.overview].map((start) => start.at))
  const extra = candidates.filter(
    (candidate) =>
      candidate.mark === null &&
      !candidate.labelled &&
      !announcesMeeting.test(candidate.text) &&
      candidate.at > first.at &&
      !taken.has(candidate.at) &&
      looks.has(candidate.signature) &&
      candidate.anchored &&
      (isRecurringTitle(candidate.text) || candidate.evidence >= 5),
  )
  const starts = [...hypothesis.starts, ...extra.map(toItemStart)].sort((a: ItemStart, b: ItemStart) => a.at - b.at)
  return { ...hypothesis, starts }
}
