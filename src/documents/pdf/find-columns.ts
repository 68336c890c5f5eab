import { buildRows, type PdfRow } from './build-rows.ts'
import { areColumns, type ColumnHalves, isProse } from './judge-columns.ts'

/** A part of a page that is read from top to bottom before the next; `right` is where its lines may end. */
export type PdfFlow = { readonly rows: readonly PdfRow[]; readonly left: number; readonly right: number }

/** A white band that runs down the rows from `start` up to, but not with, `end`. */
type Gutter = { readonly from: number; readonly to: number; readonly start: number; readonly end: number }

const fewestRows = 6
const narrowestGutter = 9
const mostRows = 400
const mostDepth = 3
const columnMargin = 8

/** Parts a page's rows into flows: where the text stands in columns, the left one is read before the right one. */
export function findFlows(rows: readonly PdfRow[], left: number, right: number, depth = 0): PdfFlow[] {
  const flows: PdfFlow[] = []
  let taken = 0
  const endSingle = (end: number) => {
    if (end > taken) flows.push({ rows: rows.slice(taken, end), left, right })
  }
  for (let index = 0; index < rows.length && depth < mostDepth; index += 1) {
    const gutter = findGutter(rows, index, taken)
    const halves =
      gutter === null || isPlainTable(rows, gutter)
        ? null
        : splitAt(rows.slice(gutter.start, gutter.end), gutter, left, right)
    if (gutter === null || halves === null) continue
    endSingle(gutter.start)
    // Running text reaches the edge of its column; short lines say nothing of where it is.
    const leftEdge = isProse(halves.leftRows) ? gutter.from : gutter.to - columnMargin
    flows.push(...findFlows(halves.leftRows, left, leftEdge, depth + 1))
    flows.push(...findFlows(halves.rightRows, gutter.to, right, depth + 1))
    taken = gutter.end
    index = gutter.end - 1
  }
  endSingle(rows.length)
  return flows
}

/** The white band that runs down furthest from a gap in a row, or between this row and the next, beside it. */
function findGutter(rows: readonly PdfRow[], index: number, taken: number): Gutter | null {
  let best: Gutter | null = null
  for (const [from, to] of gapsAt(rows, index)) {
    const found = followDown(rows, index, from, to)
    if (found.end - index >= fewestRows && found.end > (best?.end ?? 0)) best = found
  }
  return best === null ? null : followUp(rows, best, taken)
}

function gapsAt(rows: readonly PdfRow[], index: number): (readonly [from: number, to: number])[] {
  const row = rows[index]
  const next = rows[index + 1]
  if (row === undefined) return []
  const gaps = row.segments.slice(1, 6).map((segment, at) => [row.segments[at]?.right ?? 0, segment.x] as const)
  if (gaps.length > 0 || next === undefined || next.y - row.y > row.size) return gaps
  // Columns with lines at different heights have no row in common.
  if (next.x - row.right >= narrowestGutter) return [[row.right, next.x]]
  return row.x - next.right >= narrowestGutter ? [[next.right, row.x]] : []
}

function followDown(rows: readonly PdfRow[], start: number, gapFrom: number, gapTo: number): Gutter {
  let gutter: Gutter = { from: gapFrom, to: gapTo, start, end: start }
  while (gutter.end < Math.min(rows.length, start + mostRows)) {
    const narrowed = narrow(gutter, rows[gutter.end])
    if (narrowed === null) break
    gutter = { ...narrowed, end: gutter.end + 1 }
  }
  return gutter
}

/** A column may begin higher than the other: rows above on the right alone, and those on the left between them. */
function followUp(rows: readonly PdfRow[], found: Gutter, taken: number): Gutter {
  let gutter = found
  let best = found
  for (let index = found.start - 1; index >= taken; index -= 1) {
    const row = rows[index]
    const narrowed = narrow(gutter, row)
    if (narrowed === null || row === undefined) break
    gutter = { ...narrowed, start: index }
    if (row.x >= gutter.to - 2) best = gutter
  }
  return best
}

/** The gutter with a row beside it taken into account, or null when the row stands across it. */
function narrow(gutter: Gutter, row: PdfRow | undefined): Gutter | null {
  let { from, to } = gutter
  const middle = (from + to) / 2
  for (const segment of row?.segments ?? []) {
    if ((segment.x + segment.right) / 2 < middle) from = Math.max(from, segment.right)
    else to = Math.min(to, segment.x)
  }
  return to - from < narrowestGutter ? null : { ...gutter, from, to }
}

/** Most rows have short cells on both sides: told at a glance, before anything is taken apart. */
function isPlainTable(rows: readonly PdfRow[], gutter: Gutter): boolean {
  const middle = (gutter.from + gutter.to) / 2
  let paired = 0
  let length = 0
  let cells = 0
  for (let index = gutter.start; index < gutter.end; index += 1) {
    const row = rows[index]
    if (row === undefined) continue
    if (row.x < middle && row.right > middle) paired += 1
    cells += row.segments.length
    length += row.text.length
    if (/(?:^|\t)\D{0,9}\d{1,2}[.):]\s/.test(row.text)) return false
  }
  return paired > (gutter.end - gutter.start) * 0.7 && length < cells * 17
}

function splitAt(rows: readonly PdfRow[], gutter: Gutter, left: number, right: number): ColumnHalves | null {
  const middle = (gutter.from + gutter.to) / 2
  const pieces = rows.flatMap((row) => row.segments.flatMap((segment) => segment.pieces))
  const page = rows[0]?.page ?? 1
  const isLeft = pieces.map((piece) => piece.x < middle)
  const halves = {
    leftRows: buildRows(
      pieces.filter((_, index) => isLeft[index]),
      page,
    ),
    rightRows: buildRows(
      pieces.filter((_, index) => !isLeft[index]),
      page,
    ),
    position: (middle - left) / Math.max(1, right - left),
  }
  return halves.leftRows.length > 0 && halves.rightRows.length > 0 && areColumns(halves) ? halves : null
}
