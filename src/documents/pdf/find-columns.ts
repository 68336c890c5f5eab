import { buildRows, type PdfRow } from './build-rows.ts'

/** A part of a page that is read from top to bottom before the next; `right` is where its lines may end. */
export type PdfFlow = { readonly rows: readonly PdfRow[]; readonly left: number; readonly right: number }

type Gutter = { readonly from: number; readonly to: number; readonly end: number }

const fewestRows = 6
const narrowestGutter = 9
const mostDepth = 3
const columnMargin = 8

/** Parts a page's rows into flows: where the text stands in columns, the left one is read before the right one. */
export function findFlows(rows: readonly PdfRow[], left: number, right: number, depth = 0): PdfFlow[] {
  const flows: PdfFlow[] = []
  let single: PdfRow[] = []
  const endSingle = () => {
    if (single.length > 0) flows.push({ rows: single, left, right })
    single = []
  }
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index]
    if (row === undefined) continue
    const gutter = depth < mostDepth ? findGutter(rows, index) : null
    const halves = gutter === null ? null : splitAt(rows.slice(index, gutter.end), gutter)
    if (gutter === null || halves === null) {
      single.push(row)
      continue
    }
    const aboveRight = takeFromEnd(single, (above) => above.x >= gutter.to - 2)
    // Running text reaches the edge of its column; short lines say nothing of where it is.
    const leftEdge = isProse(halves.leftRows) ? gutter.from : gutter.to - columnMargin
    endSingle()
    flows.push(...findFlows(halves.leftRows, left, leftEdge, depth + 1))
    flows.push(...findFlows([...aboveRight, ...halves.rightRows], gutter.to, right, depth + 1))
    index = gutter.end - 1
  }
  endSingle()
  return flows
}

/** Takes the last rows that all fulfil a condition: the right column may begin higher than the left one. */
function takeFromEnd(rows: PdfRow[], belongs: (row: PdfRow) => boolean): PdfRow[] {
  let start = rows.length
  while (start > 0) {
    const row = rows[start - 1]
    if (row === undefined || !belongs(row)) break
    start -= 1
  }
  return rows.splice(start)
}

/** The white band that runs down furthest from a row with a gap in it. */
function findGutter(rows: readonly PdfRow[], start: number): Gutter | null {
  const segments = rows[start]?.segments ?? []
  let best: Gutter | null = null
  for (let index = 1; index < Math.min(segments.length, 6); index += 1) {
    const found = followGutter(rows, start, segments[index - 1]?.right ?? 0, segments[index]?.x ?? 0)
    if (found.end - start >= fewestRows && found.end > (best?.end ?? 0)) best = found
  }
  return best
}

function followGutter(rows: readonly PdfRow[], start: number, gapFrom: number, gapTo: number): Gutter {
  let from = gapFrom
  let to = gapTo
  let end = start
  for (; end < Math.min(rows.length, start + 400); end += 1) {
    let nextFrom = from
    let nextTo = to
    for (const segment of rows[end]?.segments ?? []) {
      if ((segment.x + segment.right) / 2 < (from + to) / 2) nextFrom = Math.max(nextFrom, segment.right)
      else nextTo = Math.min(nextTo, segment.x)
    }
    if (nextTo - nextFrom < narrowestGutter) break
    from = nextFrom
    to = nextTo
  }
  return { from, to, end }
}

function splitAt(rows: readonly PdfRow[], gutter: Gutter): { leftRows: PdfRow[]; rightRows: PdfRow[] } | null {
  const middle = (gutter.from + gutter.to) / 2
  const pieces = rows.flatMap((row) => row.segments.flatMap((segment) => segment.pieces))
  const page = rows[0]?.page ?? 1
  const leftRows = buildRows(
    pieces.filter((piece) => piece.x < middle),
    page,
  )
  const rightRows = buildRows(
    pieces.filter((piece) => piece.x >= middle),
    page,
  )
  const areColumns =
    standApart(leftRows, rightRows) || (isProse(leftRows) && isProse(rightRows) && !startTogether(leftRows, rightRows))
  return areColumns ? { leftRows, rightRows } : null
}

/** Few rows of the shorter side stand at the height of a row on the other: two texts, each with its own spacing. */
function standApart(leftRows: readonly PdfRow[], rightRows: readonly PdfRow[]): boolean {
  const [fewer, more] = leftRows.length < rightRows.length ? [leftRows, rightRows] : [rightRows, leftRows]
  if (fewer.length < 5) return false
  const level = fewer.filter((row) => more.some((other) => Math.abs(other.y - row.y) < 0.8)).length
  return level <= fewer.length * 0.4
}

/** Lines of running text: long ones, many of which begin in the middle of a sentence. */
function isProse(rows: readonly PdfRow[]): boolean {
  const texts = rows.flatMap((row) => row.segments.map((segment) => segment.text))
  const length = texts.reduce((sum, text) => sum + text.length, 0)
  const lowStarts = texts.filter((text) => /^\p{Ll}/u.test(text)).length
  return texts.length >= 4 && length / texts.length >= 18 && lowStarts >= texts.length * 0.2
}

/** In a table, what begins on the right begins beside something that begins on the left. */
function startTogether(leftRows: readonly PdfRow[], rightRows: readonly PdfRow[]): boolean {
  const leftStarts = starts(leftRows)
  const rightStarts = starts(rightRows)
  if (rightStarts.length < 2) return false
  const together = rightStarts.filter((y) => leftStarts.some((other) => Math.abs(other - y) < 2)).length
  return together >= rightStarts.length * 0.6
}

function starts(rows: readonly PdfRow[]): number[] {
  const gaps = rows.map((row, index) => row.y - (rows[index - 1]?.y ?? Number.NEGATIVE_INFINITY))
  const tightest = Math.min(...gaps)
  return rows.filter((_, index) => (gaps[index] ?? 0) > tightest * 1.2).map((row) => row.y)
}
