import { findDanishDates } from '../time/read-danish-date.ts'
import type { AgendaLine } from './agenda-line.ts'
import { softLabels } from './danish-soft-labels.ts'
import type { LineFacts } from './item-candidate.ts'
import type { LineRange } from './item-ranges.ts'
import type { SectionLabel } from './read-label.ts'

const request = /^(?:det\s+)?[\p{L}][\p{L}\-,/ ]{0,90}?\s?(?:indstiller|indstilles|anbefaler)\b.{0,110}[,:]?$/iu
const longestLabel = 70

/**
 * Labels no table knows (S5): a line that looks like the document's other labels and starts with a known word or returns in
 * several items; and "Direktionen indstiller til udvalget," where it stands as a label does.
 */
export function findExtraLabels(
  lines: readonly AgendaLine[],
  facts: LineFacts,
  ranges: readonly LineRange[],
  coreLooks: ReadonlySet<string>,
): ReadonlyMap<number, SectionLabel> {
  const found = new Map<number, SectionLabel>()
  const spread = countLines(lines, facts, ranges, coreLooks)
  const asksEarly = countEarlyRequests(lines, facts, ranges)
  for (const range of ranges) {
    for (let at = range.from; at < range.to; at++) {
      const line = lines[at]
      if (line === undefined || facts.labels[at] || line.role !== 'body' || line.listLabel !== null) continue
      const styled = (facts.signatures[at] ?? 'plain') !== 'plain' && coreLooks.has(facts.signatures[at] ?? '')
      const isRequest = request.test(line.text) && !/\bat\s+\S+\s+\S+/iu.test(line.text)
      if (isRequest && (styled || (asksEarly.size >= 2 && asksEarly.has(at))))
        found.set(at, toLabel('indstilling', 'recommendation'))
      else if (styled && isLabelText(line.text, spread)) found.set(at, toLabel(keyOf(line.text), 'soft'))
    }
  }
  return found
}

function toLabel(key: string, role: SectionLabel['role']): SectionLabel {
  return { key, role, rest: '', decidedBy: null, decidedOn: null, firm: true }
}

function keyOf(text: string): string {
  return text.toLowerCase().replace(/[\s:.]+$/u, '')
}

function isLabelText(text: string, spread: ReadonlyMap<string, number>): boolean {
  // A body and a day head what was said there earlier.
  if (text.length > longestLabel || /[.,;!?]$/u.test(text) || findDanishDates(text).length > 0) return false
  const key = keyOf(text)
  const first = softLabels.find((label) => key.startsWith(`${label} `))
  return first !== undefined || (spread.get(key) ?? 0) >= 2
}

function countLines(
  lines: readonly AgendaLine[],
  facts: LineFacts,
  ranges: readonly LineRange[],
  coreLooks: ReadonlySet<string>,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { from, to } of ranges) {
    const seen = new Set<string>()
    for (let at = from; at < to; at++) {
      const line = lines[at]
      if (line !== undefined && line.text.length <= longestLabel && coreLooks.has(facts.signatures[at] ?? ''))
        seen.add(keyOf(line.text))
    }
    for (const key of seen) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

/** Requests that stand before the Sagsfremstilling of their item, in documents that print no Indstilling. */
function countEarlyRequests(
  lines: readonly AgendaLine[],
  facts: LineFacts,
  ranges: readonly LineRange[],
): ReadonlySet<number> {
  const early = new Set<number>()
  if (facts.labels.some((label) => label?.key === 'indstilling')) return early
  for (const { from, to } of ranges) {
    let asked: number | null = null
    for (let at = from; at < to; at++) {
      const line = lines[at]
      if (line !== undefined && asked === null && request.test(line.text) && /[,:]$/u.test(line.text)) asked = at
      if (facts.labels[at]?.key === 'sagsfremstilling') {
        if (asked !== null) early.add(asked)
        break
      }
    }
  }
  return early
}
