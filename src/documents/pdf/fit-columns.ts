import type { PdfRow, PdfSegment } from './build-rows.ts'
import type { PdfLayout } from './measure-layout.ts'

/** A column of a table: all its cells begin at or after `left` and nearly all end before `right`. Points. */
export type TableColumn = { readonly left: number; readonly right: number }

/** A row as it stands, and the same with numbers put in front of their text. */
export type LabelledRow = { readonly raw: PdfRow; readonly labelled: PdfRow }

const narrowestGap = 4
const alignedPoints = 3
const mostColumns = 14
const mostRows = 400
// How far a long word may reach over into a cell that is empty.
const mostOverlap = 14

/** The columns that the rows from `start` on share, and the first row that has no part in them; null for no table. */
export function fitColumns(
  rows: readonly LabelledRow[],
  start: number,
  contents: ReadonlySet<number>,
  layout: PdfLayout,
): { columns: readonly TableColumn[]; end: number } | null {
  const fit = new ColumnFit()
  let parted = 0
  let sure: { end: number; columns: readonly FittedColumn[] } = { end: start, columns: [] }
  const last = Math.min(rows.length, start + mostRows)
  for (let index = start; index < last && !contents.has(index); index += 1) {
    const row = rows[index]
    const before = rows[index - 1]
    if (row === undefined || (index > start && before !== undefined && isApart(before.raw, row.raw, layout))) break
    // "5." and a title may be two cells, or one with its number in front.
    const taken = fit.add(row.raw) ? row.raw : fit.add(row.labelled) ? row.labelled : null
    if (taken === null || fit.columns.length > mostColumns) break
    // A list with its numbers set apart is no table, though it may stand in one.
    if (row.labelled.segments.length > 1) parted += 1
    // A line on the left alone is a label or a heading after the table; only what follows can tell.
    if (taken.segments.length > 1 || fit.isInner(taken)) sure = { end: index + 1, columns: fit.snapshot() }
  }
  const isTable =
    parted >= 2 && sure.columns.length >= 2 && sure.end > start + 1 && sure.columns.slice(1).every(isAligned)
  return isTable ? { columns: sure.columns, end: sure.end } : null
}

function isApart(before: PdfRow, row: PdfRow, layout: PdfLayout): boolean {
  return row.y - before.y > Math.max(before.size, row.size) * layout.leading * 3.2
}

/** How often the cells of a column begin, end or are centred at a place, in whole points. */
type Places = Map<number, number>

type FittedColumn = {
  readonly left: number
  readonly right: number
  readonly cells: number
  readonly places: readonly [starts: Places, ends: Places, centres: Places]
}

class ColumnFit {
  columns: FittedColumn[] = []

  /** Takes a row's cells in; false, and nothing is changed, when the row stands across the columns. */
  add(row: PdfRow): boolean {
    const homes = this.columns.length === 0 ? row.segments.map(() => null) : this.findHomes(row)
    if (homes === null) return false
    row.segments.forEach((segment, index) => {
      const home = homes[index] ?? null
      if (home === null) this.columns.push(widen(newColumn(segment), segment, segment.right))
      else {
        const at = this.columns.indexOf(home)
        const next = this.columns[at + 1]
        this.columns[at] = widen(
          home,
          segment,
          next === undefined ? segment.right : Math.min(segment.right, next.left - 1),
        )
      }
    })
    this.columns.sort((a, b) => a.left - b.left)
    return true
  }

  /** The row stands inside one column that is not the first. */
  isInner(row: PdfRow): boolean {
    return (
      row.segments.length === 1 &&
      this.columns.slice(1).some((column) => Math.abs(row.x - column.left) <= alignedPoints)
    )
  }

  snapshot(): readonly FittedColumn[] {
    return [...this.columns]
  }

  /** For each cell its column, null for a new one; null when the row does not fit. */
  private findHomes(row: PdfRow): (FittedColumn | null)[] | null {
    if (row.segments.length > 1 && !this.isInLine(row)) return null
    const homes: (FittedColumn | null)[] = []
    const used = new Set<FittedColumn>()
    for (const [index, segment] of row.segments.entries()) {
      const home = this.findHome(segment, row.segments[index + 1])
      if (home === undefined || (home !== null && used.has(home))) return null
      if (row.segments.length === 1 && (home === null || !startsWith(home, segment))) return null
      if (home !== null) used.add(home)
      homes.push(home)
    }
    return homes
  }

  /** Null for a new column, undefined when the cell stands across several. */
  private findHome(segment: PdfSegment, next: PdfSegment | undefined): FittedColumn | null | undefined {
    const touched = this.columns.filter(
      (column) => segment.x < column.right + narrowestGap && segment.right > column.left - narrowestGap,
    )
    if (touched.length <= 1) return touched[0] ?? null
    const at = touched.findIndex((column) => Math.abs(segment.x - column.left) <= alignedPoints)
    const home = touched[at]
    const over = touched[at + 1]
    if (home === undefined || touched.length > at + 2) return undefined
    if (over === undefined) return home
    const reaches = segment.right - over.left
    return reaches <= mostOverlap && (next === undefined || next.x > over.left + mostOverlap) ? home : undefined
  }

  /** One cell at least, beside the first, begins or ends where others of its column do; else a new table begins. */
  private isInLine(row: PdfRow): boolean {
    return row.segments.some((segment, index) => {
      const column = this.columns.find((other) => segment.x < other.right && segment.right > other.left)
      if (column === undefined || (column === this.columns[0] && index === 0)) return false
      const [starts, ends] = column.places
      return countNear(starts, segment.x) > 0 || countNear(ends, segment.right) > 0
    })
  }
}

function newColumn(segment: PdfSegment): FittedColumn {
  return { left: segment.x, right: segment.right, cells: 0, places: [new Map(), new Map(), new Map()] }
}

function widen(column: FittedColumn, segment: PdfSegment, right: number): FittedColumn {
  const [starts, ends, centres] = column.places
  count(starts, segment.x)
  count(ends, segment.right)
  count(centres, (segment.x + segment.right) / 2)
  const left = Math.min(column.left, segment.x)
  return { ...column, left, right: Math.max(column.right, right), cells: column.cells + 1 }
}

function count(places: Places, at: number): void {
  places.set(Math.round(at), (places.get(Math.round(at)) ?? 0) + 1)
}

function countNear(places: Places, at: number): number {
  let near = 0
  for (let place = Math.round(at) - alignedPoints; place <= Math.round(at) + alignedPoints; place += 1) {
    near += places.get(place) ?? 0
  }
  return near
}

function startsWith(column: TableColumn, segment: PdfSegment): boolean {
  return Math.abs(segment.x - column.left) <= alignedPoints * 4
}

/** Cells that begin, end or are centred at one place. */
function isAligned(column: FittedColumn): boolean {
  return column.places.some((places) => {
    const most = Math.max(...[...places.keys()].map((place) => countNear(places, place)))
    return most >= column.cells * 0.6
  })
}
