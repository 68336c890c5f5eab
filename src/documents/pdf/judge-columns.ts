import type { PdfRow } from './build-rows.ts'

/** What stands on either side of a white band down a page, and where the band is between the page's edges (0-1). */
export type ColumnHalves = {
  readonly leftRows: readonly PdfRow[]
  readonly rightRows: readonly PdfRow[]
  readonly position: number
}

/**
 * Tells columns, of which the left is read to its end before the right begins, from the cells of a table, which are
 * read row by row.
 */
export function areColumns(halves: ColumnHalves): boolean {
  const { leftRows, rightRows } = halves
  if (standApart(leftRows, rightRows) || countsOn(leftRows, rightRows)) return true
  if (startTogether(leftRows, rightRows)) return false
  return (isProse(leftRows) && isProse(rightRows)) || areTwoPages(halves)
}

/** Few rows of the shorter side stand at the height of a row on the other: two texts, each with its own spacing. */
function standApart(leftRows: readonly PdfRow[], rightRows: readonly PdfRow[]): boolean {
  const [fewer, more] = leftRows.length < rightRows.length ? [leftRows, rightRows] : [rightRows, leftRows]
  if (fewer.length < 5) return false
  return fewer.filter((row) => hasPartner(row, more)).length <= fewer.length * 0.4
}

function hasPartner(row: PdfRow, others: readonly PdfRow[]): boolean {
  return others.some((other) => Math.abs(other.y - row.y) < 0.8)
}

/** Lines of running text: long ones, many of which begin in the middle of a sentence. */
export function isProse(rows: readonly PdfRow[]): boolean {
  const texts = segmentTexts(rows)
  const lowStarts = texts.filter((text) => /^\p{Ll}/u.test(text)).length
  return texts.length >= 4 && averageLength(texts) >= 18 && lowStarts >= texts.length * 0.2
}

function segmentTexts(rows: readonly PdfRow[]): string[] {
  return rows.flatMap((row) => row.segments.map((segment) => segment.text))
}

function averageLength(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + text.length, 0) / Math.max(1, texts.length)
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

/** Points numbered down the left side go on at the top of the right one: 1, 2, 3 | 4, 5. */
function countsOn(leftRows: readonly PdfRow[], rightRows: readonly PdfRow[]): boolean {
  const left = ordinals(leftRows)
  const right = ordinals(rightRows)
  const last = left.at(-1)
  if (last === undefined || left.length + right.length < 3 || right[0] !== last + 1) return false
  return [...left, ...right].every((ordinal, index, all) => index === 0 || ordinal === (all[index - 1] ?? 0) + 1)
}

/** The numbers or letters that rows begin with: "3.", "Punkt 3:", "c)". */
function ordinals(rows: readonly PdfRow[]): number[] {
  return rows.flatMap((row) => {
    const match = /^(?:(?:punkt|pkt\.?|sag nr\.|sag|ad)\s*)?(?:(\d{1,2})[.):]|([a-z])\))\s*\D/i.exec(row.text)
    if (match === null) return []
    return [match[1] === undefined ? (match[2] ?? 'a').toLowerCase().charCodeAt(0) - 96 : Number(match[1])]
  })
}

/** Two wide halves of a page, with lines of its own on either side that have nothing beside them. */
function areTwoPages({ leftRows, rightRows, position }: ColumnHalves): boolean {
  if (position < 0.38 || position > 0.62 || leftRows.length < 4 || rightRows.length < 4) return false
  if (averageLength(segmentTexts(leftRows)) < 25 || averageLength(segmentTexts(rightRows)) < 25) return false
  const standsAlone = (row: PdfRow, others: readonly PdfRow[]) => !/^\p{Ll}/u.test(row.text) && !hasPartner(row, others)
  return leftRows.some((row) => standsAlone(row, rightRows)) && rightRows.some((row) => standsAlone(row, leftRows))
}
