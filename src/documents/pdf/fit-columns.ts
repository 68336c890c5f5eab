import type { PdfRow, PdfSegment } from './build-rows.ts'
import type { PdfLayout } from './measure-layout.ts'

/** A column of a table: all its cells stand between these. Points. */
export type TableColumn = { left: number; right: number; readonly starts: number[]; readonly ends: number[] }

const narrowestGap = 4
const alignedPoints = 3
const mostColumns = 14

/** The columns that the rows from `start` on share, and the first row that has no part in them; null for no table. */
export function fitColumns(
  rows: readonly PdfRow[],
  start: number,
  contents: ReadonlySet<number>,
  layout: PdfLayout,
): { columns: TableColumn[]; end: number } | null {
  let columns: TableColumn[] = []
  let end = start
  let parted = 0
  let sureEnd = start
  let sureColumns = columns
  for (let index = start; index < rows.length && !contents.has(index); index += 1) {
    const row = rows[index]
    const before = rows[index - 1]
    if (row === undefined || (index > start && before !== undefined && isApart(before, row, layout))) break
    const widened = addRow(columns, row, index === start)
    if (widened === null || widened.length > mostColumns) break
    columns = widened
    end = index + 1
    if (row.segments.length > 1) parted += 1
    // A line on the left alone is a label or a heading after the table; only what follows can tell.
    if (row.segments.length > 1 || isInnerCell(row, columns)) {
      sureEnd = end
      sureColumns = columns
    }
  }
  const isTable = parted >= 2 && sureColumns.length >= 2 && sureEnd > start + 1 && sureColumns.slice(1).every(isAligned)
  return isTable ? { columns: sureColumns, end: sureEnd } : null
}

function isApart(before: PdfRow, row: PdfRow, layout: PdfLayout): boolean {
  return row.y - before.y > Math.max(before.size, row.size) * layout.leading * 3.2
}

/** The row stands inside one column that is not the first. */
function isInnerCell(row: PdfRow, columns: readonly TableColumn[]): boolean {
  return row.segments.length === 1 && columns.slice(1).some((column) => Math.abs(row.x - column.left) <= alignedPoints)
}

/** The columns with a row's cells taken in, or null when the row stands across them. */
function addRow(columns: readonly TableColumn[], row: PdfRow, isFirst: boolean): TableColumn[] | null {
  const widened = columns.map((column) => ({ ...column, starts: [...column.starts], ends: [...column.ends] }))
  if (isFirst) return row.segments.map(columnOf)
  if (row.segments.length > 1 && !isInLine(columns, row)) return null
  const used = new Set<TableColumn>()
  for (const segment of row.segments) {
    const touched = widened.filter(
      (column) => segment.x < column.right + narrowestGap && segment.right > column.left - narrowestGap,
    )
    const column = touched[0]
    if (touched.length > 1 || (column !== undefined && used.has(column))) return null
    if (column === undefined) {
      if (row.segments.length === 1) return null
      const made = columnOf(segment)
      widened.push(made)
      used.add(made)
    } else {
      if (row.segments.length === 1 && !startsWith(column, segment)) return null
      column.left = Math.min(column.left, segment.x)
      column.right = Math.max(column.right, segment.right)
      column.starts.push(segment.x)
      column.ends.push(segment.right)
      used.add(column)
    }
  }
  return widened.sort((a, b) => a.left - b.left)
}

/** One cell at least, beside the first, begins or ends where another of its column does; else a new table begins. */
function isInLine(columns: readonly TableColumn[], row: PdfRow): boolean {
  return row.segments.some((segment, index) => {
    const column = columns.find((other) => segment.x < other.right && segment.right > other.left)
    if (column === undefined || (column === columns[0] && index === 0)) return false
    return (
      column.starts.some((x) => Math.abs(x - segment.x) <= alignedPoints) ||
      column.ends.some((x) => Math.abs(x - segment.right) <= alignedPoints)
    )
  })
}

function columnOf(segment: PdfSegment): TableColumn {
  return { left: segment.x, right: segment.right, starts: [segment.x], ends: [segment.right] }
}

function startsWith(column: TableColumn, segment: PdfSegment): boolean {
  return Math.abs(segment.x - column.left) <= alignedPoints * 4
}

/** Cells that begin, end or are centred at one place. */
function isAligned(column: TableColumn): boolean {
  const centres = column.starts.map((start, index) => (start + (column.ends[index] ?? start)) / 2)
  return [column.starts, column.ends, centres].some((places) => {
    const sorted = [...places].sort((a, b) => a - b)
    const middle = sorted[Math.floor(sorted.length / 2)] ?? 0
    return places.filter((place) => Math.abs(place - middle) <= alignedPoints).length >= places.length * 0.6
  })
}
