import type { OutlineParagraph, OutlineTable } from '../../domain/agenda/outline.ts'
import { makeParagraph } from '../make-paragraph.ts'
import type { LineGroup } from './join-paragraphs.ts'
import { readInlineMarks } from './read-inline-marks.ts'

type TextTable = { readonly block: OutlineTable; readonly end: number }

/** The table that begins at a line, and the first line after it: Markdown's bars, or cells parted by tabs; else null. */
export function readTextTable(groups: readonly LineGroup[], start: number, hasPages: boolean): TextTable | null {
  return readTable(groups, start, hasPages, barCells) ?? readTabTable(groups, start, hasPages)
}

/** A copy of a Word table. One line with tabs is no table, and titles with page numbers are a table of contents. */
function readTabTable(groups: readonly LineGroup[], start: number, hasPages: boolean): TextTable | null {
  const table = readTable(groups, start, hasPages, tabCells)
  if (table === null) return null
  const rows = groups.slice(start, table.end).map((group) => tabCells(group) ?? [])
  if (rows.every(isTypedNumber) && rows.some(([number]) => number !== '')) return null
  const full = rows.filter((cells) => cells.filter((cell) => cell !== '').length > 1)
  const numbered = full.filter((cells) => /^\d{1,4}$/.test(cells.at(-1) ?? ''))
  return full.length >= 2 && numbered.length < full.length * 0.8 ? table : null
}

/** "4.<tab>Title", and what is set in under it: a list typed with tabs. */
function isTypedNumber([number = '', ...rest]: readonly string[]): boolean {
  return rest.length === 1 && /^(?:\d{1,2}[.)])?$/.test(number)
}

function readTable(
  groups: readonly LineGroup[],
  start: number,
  hasPages: boolean,
  cellsOf: (group: LineGroup) => readonly string[] | null,
): TextTable | null {
  const rows: (readonly string[])[] = []
  let end = start
  for (; end < groups.length; end += 1) {
    const group = groups[end]
    const cells = group === undefined ? null : cellsOf(group)
    if (group === undefined || cells === null || (end > start && group.first.blanksBefore > 0)) break
    rows.push(cells)
  }
  if (rows.length === 0) return null
  const shown = rows.filter((cells) => !cells.every((cell) => /^:?-{2,}:?$/.test(cell)))
  const page = hasPages ? (groups[start]?.first.page ?? null) : null
  const made = shown.map((cells) => cells.map((cell) => ({ blocks: cellBlocks(cell), columnSpan: 1 })))
  return { block: { kind: 'table', rows: made, page }, end }
}

/** "| Navn | Skole |" */
function barCells(group: LineGroup): readonly string[] | null {
  if (!/^\|.*\|$/.test(group.text)) return null
  return group.text
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim())
}

function tabCells(group: LineGroup): readonly string[] | null {
  return group.first === group.last && group.bullet === null ? group.first.tabCells : null
}

function cellBlocks(cell: string): OutlineParagraph[] {
  return cell === '' ? [] : [makeParagraph({ runs: readInlineMarks(cell) })]
}
