import type { PdfPiece } from './pdf-piece.ts'

/** White space that parts two segments wherever it stands, in parts of the letters' size. */
const wideGap = 1.5
/** White space that parts them where a column begins. */
const columnGap = 0.45
const fewestInColumn = 3
const tightestColumnGap = 0.5

/** The pieces of one row, from left to right, and the size of its letters. */
export type RowPieces = { readonly pieces: readonly PdfPiece[]; readonly size: number }

/** For each row the indexes of the pieces that begin a segment; the first always does. */
export function findSegmentStarts(rows: readonly RowPieces[]): ReadonlySet<number>[] {
  const columns = countColumnStarts(rows)
  return rows.map((row) => {
    const starts = new Set<number>([0])
    const justified = findJustified(row)
    row.pieces.forEach((piece, index) => {
      const gap = gapBefore(row, index)
      if (gap === null || justified.has(index)) return
      const place = Math.round(piece.x)
      const inColumn = (columns.get(place - 1) ?? 0) + (columns.get(place) ?? 0) + (columns.get(place + 1) ?? 0)
      if (gap > row.size * wideGap || (gap > row.size * columnGap && inColumn >= fewestInColumn)) starts.add(index)
    })
    return starts
  })
}

/** How many rows have text begin at a place after more than a word's space: cells of a column, if there are several. */
function countColumnStarts(rows: readonly RowPieces[]): Map<number, number> {
  const counts = new Map<number, number>()
  for (const row of rows) {
    if (row.pieces.length < 2) continue
    const justified = findJustified(row)
    row.pieces.forEach((piece, index) => {
      const gap = gapBefore(row, index)
      if (gap === null || justified.has(index) || gap < row.size * tightestColumnGap) return
      const place = Math.round(piece.x)
      counts.set(place, (counts.get(place) ?? 0) + 1)
    })
  }
  return counts
}

function gapBefore(row: RowPieces, index: number): number | null {
  const before = row.pieces[index - 1]
  const piece = row.pieces[index]
  return before === undefined || piece === undefined ? null : piece.x - before.right
}

/** In justified text the words of a line are the same distance apart, however wide; those gaps are only spaces. */
function findJustified(row: RowPieces): ReadonlySet<number> {
  const spaces = new Set<number>()
  for (let index = 2; index < row.pieces.length; index += 1) {
    const gap = gapBefore(row, index)
    const before = gapBefore(row, index - 1)
    if (gap === null || before === null || gap > row.size * 4 || gap < row.size * 0.3) continue
    const areWords = [index - 2, index - 1, index].some((at) => /\p{L}{3}/u.test(row.pieces[at]?.text ?? ''))
    if (areWords && Math.abs(gap - before) < 0.4) {
      spaces.add(index - 1)
      spaces.add(index)
    }
  }
  return spaces
}
