import { buildRows, type PdfRow } from './build-rows.ts'
import type { PdfGrid } from './find-grids.ts'
import type { PdfCell, PdfTable } from './find-tables.ts'
import { haveSameEdges } from './join-tables.ts'
import type { PdfPiece } from './pdf-piece.ts'

/** The rows of a page above, between and below its ruled tables, and the tables, in order. */
export type PagePart = { readonly kind: 'rows'; readonly rows: readonly PdfRow[] } | PdfTable

/**
 * Takes the text inside ruled tables out of a page's rows and puts it into their cells. `open` is the table the page
 * before ended with, if it did.
 */
export function fillGrids(rows: readonly PdfRow[], grids: readonly PdfGrid[], open: PdfTable | null): PagePart[] {
  if (grids.length === 0) return rows.length === 0 ? [] : [{ kind: 'rows', rows }]
  let pieces = rows.flatMap((row) => row.segments.flatMap((segment) => segment.pieces))
  const page = rows[0]?.page ?? 1
  const parts: PagePart[] = []
  for (const grid of grids) {
    const inside = pieces.filter((piece) => isInside(piece, grid))
    // Of a row that began on the page before, one cell alone may go on.
    if (inside.length === 0 || !(isFilled(inside, grid) || (open !== null && haveSameEdges(open.edges, grid.xs))))
      continue
    const top = grid.ys[0] ?? 0
    const outside = pieces.filter((piece) => !isInside(piece, grid))
    const above = outside.filter((piece) => piece.y < top)
    if (above.length > 0) parts.push({ kind: 'rows', rows: buildRows(above, page) })
    parts.push(...fillGrid(inside, grid, page))
    pieces = outside.filter((piece) => piece.y >= top)
  }
  if (parts.length === 0) return [{ kind: 'rows', rows }]
  if (pieces.length > 0) parts.push({ kind: 'rows', rows: buildRows(pieces, page) })
  return parts
}

/** Text in at least two of its columns; otherwise the lines are a frame or decoration. */
function isFilled(pieces: readonly PdfPiece[], grid: PdfGrid): boolean {
  return new Set(pieces.map((piece) => columnOf(piece, grid))).size >= 2
}

function isInside(piece: PdfPiece, grid: PdfGrid): boolean {
  const x = (piece.x + piece.right) / 2
  const y = piece.y - piece.size * 0.3
  return x > (grid.xs[0] ?? 0) && x < (grid.xs.at(-1) ?? 0) && y > (grid.ys[0] ?? 0) && y < (grid.ys.at(-1) ?? 0)
}

function columnOf(piece: PdfPiece, grid: PdfGrid): number {
  // A long text may run over into the next cell; where it begins it belongs.
  const x = Math.min((piece.x + piece.right) / 2, piece.x + piece.size)
  return Math.max(
    0,
    grid.xs.findLastIndex((edge) => edge <= x),
  )
}

function rowIndexOf(piece: PdfPiece, grid: PdfGrid): number {
  const y = piece.y - piece.size * 0.3
  return Math.max(
    0,
    grid.ys.findLastIndex((edge) => edge <= y),
  )
}

/** Two tables that touch are one grid; they are parted where no column of the one goes on in the other. */
function fillGrid(pieces: readonly PdfPiece[], grid: PdfGrid, page: number): PdfTable[] {
  const byCell = sortIntoCells(pieces, grid)
  const tables: { edges: Set<number>; rows: GridRow[] }[] = []
  for (let row = 0; row < grid.ys.length - 1; row += 1) {
    const cells = rowCells(row, grid, byCell, page)
    if (cells.every((cell) => cell.rows.length === 0)) continue
    const edges = new Set(cells.slice(1).map((cell) => cell.from))
    const last = tables.at(-1)
    const goesOn =
      last !== undefined &&
      (edges.size === 0 || last.edges.size === 0 || [...edges].some((edge) => last.edges.has(edge)))
    if (last === undefined || !goesOn) tables.push({ edges, rows: [cells] })
    else {
      last.rows.push(cells)
      for (const edge of edges) last.edges.add(edge)
    }
  }
  return tables.map(({ edges, rows }) => ({
    kind: 'table',
    page,
    rows: rows.map((cells) => cells.map((cell) => countSpan(cell, edges))),
    edges: grid.xs,
  }))
}

/** A cell and the columns of the grid it reaches over: from the first up to, but not with, the last. */
type GridCell = Omit<PdfCell, 'columnSpan'> & { readonly from: number; readonly to: number }
type GridRow = readonly GridCell[]

/** Columns of another table in the same grid do not count. */
function countSpan({ rows, right, from, to }: GridCell, edges: ReadonlySet<number>): PdfCell {
  const columnSpan = 1 + [...edges].filter((edge) => edge > from && edge < to).length
  return { rows, right, columnSpan }
}

function sortIntoCells(pieces: readonly PdfPiece[], grid: PdfGrid): Map<string, PdfPiece[]> {
  const byCell = new Map<string, PdfPiece[]>()
  for (const piece of pieces) {
    const home = homeOf(rowIndexOf(piece, grid), columnOf(piece, grid), grid)
    const key = `${home.row} ${home.column}`
    const there = byCell.get(key)
    if (there === undefined) byCell.set(key, [piece])
    else there.push(piece)
  }
  return byCell
}

function rowCells(row: number, grid: PdfGrid, byCell: ReadonlyMap<string, PdfPiece[]>, page: number): GridRow {
  const cells: GridCell[] = []
  for (let column = 0; column < grid.xs.length - 1; ) {
    const end = spanEnd(row, column, grid)
    const rows = buildRows(byCell.get(`${row} ${column}`) ?? [], page)
    cells.push({ rows, right: (grid.xs[end] ?? 0) - 5, from: column, to: end })
    column = end
  }
  return cells
}

/** The first column after the cell that begins here. */
function spanEnd(row: number, column: number, grid: PdfGrid): number {
  let end = column + 1
  while (end < grid.xs.length - 1 && !grid.hasRight(row, end - 1)) end += 1
  return end
}

/** Upper left corner of the cell that a place belongs to, where cells are merged. */
function homeOf(row: number, column: number, grid: PdfGrid): { row: number; column: number } {
  let home = { row, column }
  while (home.column > 0 && !grid.hasRight(home.row, home.column - 1)) home = { row: home.row, column: home.column - 1 }
  while (home.row > 0 && !grid.hasBelow(home.row - 1, home.column)) home = { row: home.row - 1, column: home.column }
  return home
}
