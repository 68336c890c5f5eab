import { buildRows, type PdfRow } from './build-rows.ts'
import type { PdfPage } from './pdf-page.ts'
import type { PdfPiece } from './pdf-piece.ts'

const fewestNumbers = 10
const fewestProofs = 3
/** A page's own running number may count only every fifth or tenth line. */
const steps: readonly number[] = [1, 2, 5, 10]

/**
 * Takes away the line numbers (*linjenumre*) down the left margin, which drafts and legal texts are printed with. They are told
 * from item numbers by counting nearly every line: lines that go on in mid-sentence, and lines with a number of their own.
 */
export function dropLineNumbers(pages: readonly PdfPage[]): readonly PdfPage[] {
  const columns = pages.map((page) => findNumberColumn(page.rows))
  if (!columns.some((column) => column.size >= fewestNumbers)) return pages
  const proofs = columns.flatMap((column) => [...column.values()]).filter(isNoItemStart)
  if (proofs.length < fewestProofs) return pages
  return pages.map((page, index) => withoutPieces(page, columns[index] ?? new Map()))
}

/** The numbers in the margin and the rows they count; empty where there is no such column. */
function findNumberColumn(rows: readonly PdfRow[]): ReadonlyMap<PdfPiece, PdfRow> {
  const left = textEdge(rows)
  const numbered = rows.flatMap((row) => {
    const first = firstPiece(row)
    return first !== undefined && isNumber(first) && first.right < left - 2 ? [{ row, first }] : []
  })
  const numbers = numbered.map(({ first }) => Number(first.text))
  const step = (numbers[1] ?? 0) - (numbers[0] ?? 0)
  const counts = numbers.every((number, at) => at === 0 || number - (numbers[at - 1] ?? 0) === step)
  const counted = numbers.length * step
  if (!counts || !steps.includes(step) || counted < rows.length * 0.6) return new Map()
  return new Map(numbered.map(({ row, first }) => [first, row]))
}

/** Where most rows have their text begin, numbers in front of it left out. */
function textEdge(rows: readonly PdfRow[]): number {
  const counts = new Map<number, number>()
  for (const row of rows) {
    const pieces = row.segments.flatMap((segment) => segment.pieces)
    const text = pieces.find((piece) => !isNumber(piece))
    if (text !== undefined) counts.set(Math.round(text.x), (counts.get(Math.round(text.x)) ?? 0) + 1)
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}

function firstPiece(row: PdfRow): PdfPiece | undefined {
  return row.segments[0]?.pieces[0]
}

function isNumber(piece: PdfPiece): boolean {
  return /^\d{1,4}$/u.test(piece.text)
}

/** "17 sygehusenes forbrug" goes on, "22 3. Budget" has a number: neither is the item 17 or 22. */
function isNoItemStart(row: PdfRow): boolean {
  return /^\d{1,4}\s+(?:\p{Ll}{2,}|\d{1,2}[.)]\s)/u.test(row.text)
}

function withoutPieces(page: PdfPage, dropped: ReadonlyMap<PdfPiece, PdfRow>): PdfPage {
  if (dropped.size === 0) return page
  const pieces = page.rows.flatMap((row) => row.segments.flatMap((segment) => segment.pieces))
  return {
    ...page,
    rows: buildRows(
      pieces.filter((piece) => !dropped.has(piece)),
      page.number,
    ),
  }
}
