import { type PdfRow, type PdfSegment, rowOf } from './build-rows.ts'
import { fitColumns, type TableColumn } from './fit-columns.ts'
import type { PdfLayout } from './measure-layout.ts'
import { attachBullet, attachLabel } from './row-labels.ts'

/** A table's cells, each with its rows; `right` is where a line of that column may end. */
export type PdfTable = {
  readonly kind: 'table'
  readonly page: number
  readonly rows: readonly (readonly PdfCell[])[]
  /** Where its columns are parted, when lines are drawn there; a table with the same edges may go on with it. */
  readonly edges: readonly number[] | null
}
export type PdfCell = { readonly rows: readonly PdfRow[]; readonly right: number; readonly columnSpan: number }

/** A line of text or contents, or a table, in reading order. */
export type PdfPart = { readonly kind: 'row'; readonly row: PdfRow; readonly isContents: boolean } | PdfTable

const leader = /(?:\.\s?){4,}\s*\d{0,4}$|…\s*\d{1,4}$|_{4,}\s*\d{1,4}$/
const maybeLeader = /\. ?\.|…|__/
const fewestContentsRows = 3

/** Finds contents lines and tables among the rows of one flow; `right` is the flow's right edge. */
export function findTables(rows: readonly PdfRow[], right: number, layout: PdfLayout): PdfPart[] {
  const labelled = rows.map((row) => {
    const raw = attachBullet(row)
    return { raw, labelled: attachLabel(raw) }
  })
  const contents = findContentsRows(labelled.map((row) => row.labelled))
  const parts: PdfPart[] = []
  for (let index = 0; index < rows.length; ) {
    const row = labelled[index]?.labelled
    if (row === undefined) break
    const mayStart = row.segments.length > 1 && !contents.has(index)
    const fit = mayStart ? fitColumns(labelled, index, contents, layout) : null
    if (fit === null) {
      parts.push({ kind: 'row', row, isContents: contents.has(index) })
      index += 1
      continue
    }
    const taken = labelled.slice(index, fit.end).map((each) => each.raw)
    parts.push(makeTable(taken, fit.columns, right, layout))
    index = fit.end
  }
  return parts
}

/** Rows of a table of contents: dots that lead to a number, or page numbers that rise down the right side. */
function findContentsRows(rows: readonly PdfRow[]): Set<number> {
  const found = new Set<number>()
  let run: number[] = []
  const endRun = () => {
    const pages = run.map((index) => Number(rows[index]?.segments.at(-1)?.text))
    const rises = pages.every((page, at) => page >= (pages[at - 1] ?? 0)) && pages[0] !== pages.at(-1)
    if (run.length >= fewestContentsRows && rises) for (const index of run) found.add(index)
    run = []
  }
  rows.forEach((row, index) => {
    const last = row.segments.at(-1)?.text ?? ''
    if (maybeLeader.test(row.text) && leader.test(row.text.replace(/\t/g, ' '))) found.add(index)
    if (row.segments.length >= 2 && /^\d{1,4}$/.test(last) && !/^\d+$/.test(row.segments[0]?.text ?? ''))
      run.push(index)
    else if (row.segments.length >= 2 || !isWrappedTitle(rows, index)) endRun()
  })
  endRun()
  for (let index = 1; index + 1 < rows.length; index += 1) {
    if (found.has(index - 1) && found.has(index + 1)) found.add(index)
  }
  return found
}

/** A long title over two lines has its page number on the second. */
function isWrappedTitle(rows: readonly PdfRow[], index: number): boolean {
  const next = rows[index + 1]
  return next !== undefined && next.segments.length === 2 && /^\d{1,4}$/.test(next.segments[1]?.text ?? '')
}

function makeTable(
  rows: readonly PdfRow[],
  columns: readonly TableColumn[],
  right: number,
  layout: PdfLayout,
): PdfTable {
  const made: { rows: PdfRow[]; right: number; columnSpan: number }[][] = []
  rows.forEach((row, index) => {
    const cells = placeInColumns(row, columns)
    const last = made.at(-1)
    const before = rows[index - 1]
    const isNew =
      last === undefined || before === undefined || startsTableRow(row, before, cells, last, columns, right, layout)
    const target = isNew
      ? columns.map((_, at) => ({ rows: [], right: (columns[at + 1]?.left ?? right + 4) - 4, columnSpan: 1 }))
      : last
    if (isNew) made.push(target)
    cells.forEach((cell, at) => {
      if (cell !== null) target[at]?.rows.push(cell)
    })
  })
  return { kind: 'table', page: rows[0]?.page ?? 1, rows: made, edges: null }
}

function placeInColumns(row: PdfRow, columns: readonly TableColumn[]): (PdfRow | null)[] {
  const cells: (PdfRow | null)[] = columns.map(() => null)
  for (const segment of row.segments) {
    const middle = (segment.x + segment.right) / 2
    let at = columns.findIndex((column) => segment.x < column.right && segment.right > column.left)
    if (at < 0)
      at = Math.max(
        0,
        columns.findLastIndex((column) => column.left <= middle),
      )
    const there = cells[at]
    const segments = there == null ? [segment] : [...there.segments, segment]
    cells[at] = rowOf(segments, row.page, row.y, mainSize(segments))
  }
  return cells
}

function mainSize(segments: readonly PdfSegment[]): number {
  return Math.max(...segments.flatMap((segment) => segment.pieces.map((piece) => piece.size)))
}

/** Tells a new row of the table from one more line in its cells. */
function startsTableRow(
  row: PdfRow,
  before: PdfRow,
  cells: readonly (PdfRow | null)[],
  open: readonly { readonly rows: readonly PdfRow[] }[],
  columns: readonly TableColumn[],
  right: number,
  layout: PdfLayout,
): boolean {
  const filled = cells.flatMap((cell, at) => (cell === null ? [] : [{ cell, at }]))
  const isTight = row.y - before.y <= row.size * layout.leading * 1.12
  const wraps = filled.map(({ cell, at }) => {
    const above = open[at]?.rows.at(-1)
    return above === undefined ? 'none' : wrapOf(above, cell, (columns[at + 1]?.left ?? right + 4) - 4)
  })
  // Columns are often just as wide as their longest cell, so a full line proves little where several cells begin anew.
  const isProven = filled.length === 1 && cells[0] === null ? wraps[0] !== 'none' : wraps.includes('sure')
  const goesOn = isProven && wraps.every((wrap) => wrap !== 'none') && (cells[0] === null || wraps[0] === 'sure')
  if (goesOn && isTight) return false
  // A form has labels on the left: what stands on the right alone belongs to the label above.
  const isForm = columns.length === 2
  return !(isForm && cells[0] === null)
}

/** Whether a line goes on with the one above it in its cell: "sure" by its words, "full" by the room there was. */
function wrapOf(above: PdfRow, row: PdfRow, right: number): 'sure' | 'full' | 'none' {
  if (/^[\p{Ll}(]/u.test(row.text) && !/[.:;!?]$/.test(above.text)) return 'sure'
  if (/[\p{L}][-,]$|\s(?:og|af|i|til|for|med|på|om|den|det|de)$/u.test(above.text)) return 'sure'
  const firstWord = /^\S+/.exec(row.text)?.[0] ?? ''
  const width = (row.right - row.x) * (firstWord.length / Math.max(1, row.text.length))
  return above.right + width + row.size * 0.25 > right ? 'full' : 'none'
}
