import type { PdfRule } from './read-rules.ts'

/** A ruled table: where its lines are, and which of them part two neighbouring cells. */
export type PdfGrid = {
  readonly xs: readonly number[]
  readonly ys: readonly number[]
  /** Whether a line parts column c from c + 1 in row r. */
  readonly hasRight: (row: number, column: number) => boolean
  /** Whether a line parts row r from r + 1 in column c. */
  readonly hasBelow: (row: number, column: number) => boolean
}

type Line = { readonly at: number; readonly spans: { from: number; to: number }[] }

const touching = 3
const sameLine = 2.2
const mostLines = 400
const leastRow = 8

/** Finds tables with at least two columns among the lines of a page, from top to bottom. */
export function findGrids(rules: readonly PdfRule[]): PdfGrid[] {
  const across = mergeLines(rules.filter((rule) => rule.isAcross))
  const down = mergeLines(rules.filter((rule) => !rule.isAcross))
  if (across.length > mostLines || down.length > mostLines) return []
  return groupLines(across, down)
    .filter((group) => group.across.length >= 2 && group.down.length >= 3)
    .map(makeGrid)
    .sort((a, b) => (a.ys[0] ?? 0) - (b.ys[0] ?? 0))
}

/** Pieces of one line, and the two edges of a thin box, become one line. */
function mergeLines(rules: readonly PdfRule[]): Line[] {
  const lines: Line[] = []
  for (const rule of [...rules].sort((a, b) => a.at - b.at || a.from - b.from)) {
    const last = lines.at(-1)
    if (last === undefined || rule.at - last.at > sameLine)
      lines.push({ at: rule.at, spans: [{ from: rule.from, to: rule.to }] })
    else last.spans.push({ from: rule.from, to: rule.to })
  }
  return lines.map(({ at, spans }) => ({ at, spans: mergeSpans(spans) }))
}

function mergeSpans(spans: { from: number; to: number }[]): { from: number; to: number }[] {
  const merged: { from: number; to: number }[] = []
  for (const span of spans.sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1)
    if (last === undefined || span.from > last.to + touching) merged.push({ ...span })
    else last.to = Math.max(last.to, span.to)
  }
  return merged
}

type LineGroup = { readonly across: Line[]; readonly down: Line[] }

/** Lines that touch or cross, each piece by itself: two tables above each other may share the places of their lines. */
function groupLines(across: readonly Line[], down: readonly Line[]): LineGroup[] {
  const acrossParts = across.flatMap(({ at, spans }) => spans.map((span) => ({ at, spans: [span] })))
  const downParts = down.flatMap(({ at, spans }) => spans.map((span) => ({ at, spans: [span] })))
  if (acrossParts.length > mostLines * 2 || downParts.length > mostLines * 2) return []
  const groupOf = new Map<Line, LineGroup>()
  for (const line of acrossParts) groupOf.set(line, { across: [line], down: [] })
  for (const line of downParts) {
    const met = new Set(acrossParts.filter((other) => touch(other, line)).map((other) => groupOf.get(other)))
    const joined: LineGroup = { across: [], down: [line] }
    for (const group of met) {
      joined.across.push(...(group?.across ?? []))
      joined.down.push(...(group?.down ?? []))
    }
    for (const member of joined.across) groupOf.set(member, joined)
  }
  return [...new Set(groupOf.values())]
}

function touch(across: Line, down: Line): boolean {
  const [a] = across.spans
  const [d] = down.spans
  if (a === undefined || d === undefined) return false
  return (
    down.at >= a.from - touching &&
    down.at <= a.to + touching &&
    across.at >= d.from - touching &&
    across.at <= d.to + touching
  )
}

function makeGrid({ across, down }: LineGroup): PdfGrid {
  const xs = places(down)
  const ys = closeOpenRows(places(across), down, xs)
  const middle = (edges: readonly number[], index: number) => ((edges[index] ?? 0) + (edges[index + 1] ?? 0)) / 2
  return {
    xs,
    ys,
    hasRight: (row, column) => covers(down, xs[column + 1] ?? 0, middle(ys, row)),
    hasBelow: (row, column) => covers(across, ys[row + 1] ?? 0, middle(xs, column)),
  }
}

/** A table that goes on over the page has no line below its last row, or above its first: where its sides end, it ends. */
function closeOpenRows(ys: readonly number[], down: readonly Line[], xs: readonly number[]): readonly number[] {
  const spans = down.flatMap((line) => line.spans.map(({ from, to }) => ({ at: line.at, from, to })))
  const top = Math.min(...spans.map(({ from }) => from))
  const bottom = Math.max(...spans.map(({ to }) => to))
  const areSides = (reach: (span: { from: number; to: number }) => boolean) =>
    new Set(spans.filter(reach).map(({ at }) => xs.findIndex((x) => Math.abs(x - at) <= touching))).size >=
    xs.length * 0.8
  const closed = [...ys]
  if (top < (ys[0] ?? 0) - leastRow && areSides(({ from }) => from - top <= touching)) closed.unshift(top)
  if (bottom > (ys.at(-1) ?? 0) + leastRow && areSides(({ to }) => bottom - to <= touching)) closed.push(bottom)
  return closed
}

function places(lines: readonly Line[]): number[] {
  const found: number[] = []
  for (const at of lines.map((line) => line.at).sort((a, b) => a - b)) {
    if (found.length === 0 || at - (found.at(-1) ?? 0) > touching) found.push(at)
  }
  return found
}

function covers(lines: readonly Line[], at: number, where: number): boolean {
  return lines.some(
    (line) => Math.abs(line.at - at) <= touching && line.spans.some((span) => span.from <= where && where <= span.to),
  )
}
