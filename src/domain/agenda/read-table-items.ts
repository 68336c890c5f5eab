import type { AgendaLine } from './agenda-line.ts'
import { type ColumnKind, columnHeaders } from './agenda-table-columns.ts'
import { isMemberHeader } from './attendance-table.ts'
import { cleanText } from './clean-text.ts'
import type { ItemHypothesis } from './item-start.ts'
import type { OutlineBlock, OutlineCell, OutlineParagraph, OutlineTable } from './outline.ts'
import { readMarkText } from './read-number-mark.ts'
import { isBreak } from './section-policy.ts'

const evidenceOfRow = 5
/** Rows of date, place and people that may stand above the header of an agenda in the same table. */
const longestHead = 15

/** The items that stand as rows of an agenda table: rows are marked when the table is laid out (I4). */
export function readTableItems(lines: readonly AgendaLine[]): ItemHypothesis | null {
  const starts = lines.flatMap((line, at) =>
    line.itemRow && !isBreak(line.text)
      ? [
          {
            at,
            bodyFrom: at + 1,
            number: line.listLabel?.replace(/[.):\s]+$/u, '') ?? null,
            printed: line.text,
            closed: false,
          },
        ]
      : [],
  )
  return starts.length < 2 ? null : { name: 'table', starts, score: starts.length * evidenceOfRow, overview: [] }
}

/** What each column of a table holds when the table is an agenda: one row an item. `firstRow` is the first such row. */
export type AgendaTable = { readonly columns: readonly (ColumnKind | null)[]; readonly firstRow: number }

/**
 * Recognises an agenda laid out as a table: by a header row with at least two known columns, one of them the title, or by
 * a first column that counts (I4). Null for any other table.
 */
export function readAgendaTable(table: OutlineTable): AgendaTable | null {
  for (const [at, row] of table.rows.slice(0, longestHead).entries()) {
    // "Navn, Titel, Organisation" heads a list of members (P5), whatever "Titel" means elsewhere.
    if (isMemberHeader(row.map(textOf).join('\t'))) return null
    const columns = row.map((cell) => columnOf(textOf(cell)))
    // Below the first rows, where a form holds date and people above its agenda, every column must be known.
    if (at >= 3 && (columns.includes(null) || !columns.includes('title') || table.rows.length < at + 3)) continue
    if (isHeader(columns)) return { columns: completeColumns(columns, table, at + 1), firstRow: at + 1 }
  }
  return countingTable(table)
}

function columnOf(header: string): ColumnKind | null {
  if (header.length > longestHeader) return null
  return kindByHeader.get(header.toLowerCase().replace(/[\s:]+$/u, '')) ?? null
}

const kindByHeader: ReadonlyMap<string, ColumnKind> = new Map(
  columnHeaders.toReversed().flatMap(({ kind, forms }) => forms.map((form): [string, ColumnKind] => [form, kind])),
)
const longestHeader = 2 + Math.max(...[...kindByHeader.keys()].map((form) => form.length))

function isHeader(columns: readonly (ColumnKind | null)[]): boolean {
  const known = columns.filter((column) => column !== null)
  const distinct = new Set(known).size
  if (distinct < 2) return false
  return (
    known.includes('title') ||
    (known.includes('number') && (known.includes('content') || known.length < columns.length))
  )
}

// "Punkt" over a column of numbers means the number; the title is then the next column without another meaning.
function completeColumns(
  columns: readonly (ColumnKind | null)[],
  table: OutlineTable,
  firstRow: number,
): readonly (ColumnKind | null)[] {
  const full = [...columns]
  const title = full.indexOf('title')
  const cells = table.rows.slice(firstRow).map((row) => textOf(row[title]))
  if (
    title >= 0 &&
    !full.includes('number') &&
    cells.filter((text) => /^\d{1,3}[a-h]?[.):]?$/u.test(text)).length > cells.length / 2
  ) {
    full[title] = 'number'
  }
  if (!full.includes('title')) {
    const free = full.indexOf(null)
    const at = free >= 0 ? free : full.indexOf('content')
    if (at >= 0) full[at] = 'title'
  }
  return full
}

function countingTable(table: OutlineTable): AgendaTable | null {
  const rows = table.rows.filter((row) => row.length >= 2)
  if (rows.length < 3) return null
  let expected = 1
  for (const row of rows) {
    const value = Number.parseInt(textOf(row[0]), 10)
    if (/^\d{1,3}[.):]?$/u.test(textOf(row[0])) && value === expected) expected++
  }
  if (expected - 1 < Math.max(3, 0.7 * rows.length)) return null
  const widest = Math.max(...rows.map((row) => row.length))
  return { columns: ['number', 'title', ...Array.from({ length: widest - 2 }, () => null)], firstRow: 0 }
}

/** All text of a cell on one line. */
export function textOf(cell: OutlineCell | undefined): string {
  if (cell === undefined) return ''
  return paragraphsOf(cell.blocks)
    .map((paragraph) => cleanText(`${paragraph.listLabel ?? ''} ${paragraph.text}`))
    .join(' ')
    .trim()
}

/** All paragraphs of blocks, those of nested tables too, that hold text. */
export function paragraphsOf(blocks: readonly OutlineBlock[]): readonly OutlineParagraph[] {
  return blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? cleanText(`${block.listLabel ?? ''}${block.text}`) === ''
        ? []
        : [block]
      : block.rows.flatMap((row) => row.flatMap((cell) => paragraphsOf(cell.blocks))),
  )
}

/** The number and title a row starts with; null when the row goes on with the item above or is a caption. */
export function readRowStart(
  row: readonly OutlineCell[],
  columns: readonly (ColumnKind | null)[],
): { readonly number: string | null; readonly title: string } | null {
  const numberAt = columns.indexOf('number')
  const titleAt = columns.indexOf('title')
  const number = numberAt < 0 ? '' : textOf(row[numberAt]).replace(/[.):\s]+$/u, '')
  const first = paragraphsOf(row[titleAt]?.blocks ?? [])[0]
  const title = first === undefined ? '' : cleanText(`${first.listLabel ?? ''} ${first.text.split('\n')[0] ?? ''}`)
  const mark = readMarkText(title)
  if (number !== '') return { number, title: title === '' ? '' : title }
  if (title === '') return null
  if (mark !== null) return { number: mark.printed, title: mark.rest === '' ? title : mark.rest }
  return numberAt >= 0 || row.length < columns.length ? null : { number: null, title }
}
