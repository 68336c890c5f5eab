import type { OutlineCell, OutlineParagraph, OutlineTable } from '../../domain/agenda/outline.ts'
import { jointOf } from '../join-lines.ts'
import type { PdfTable } from './find-tables.ts'

const sameEdge = 3

type Rows = OutlineTable['rows']

/** Whether a table at the top of a page goes on with the one at the end of the page before: its columns are the same. */
export function goesOnWith(before: PdfTable, table: PdfTable): boolean {
  return table.page === before.page + 1 && haveSameEdges(before.edges, table.edges)
}

/** Whether the lines that part two tables' columns stand at the same places; false where none are drawn. */
export function haveSameEdges(edges: readonly number[] | null, others: readonly number[] | null): boolean {
  if (edges === null || others === null || edges.length !== others.length) return false
  return edges.every((edge, index) => Math.abs(edge - (others[index] ?? 0)) <= sameEdge)
}

/** The rows of both; a header printed again is left out, and a row whose first cell is empty goes on with the last one. */
export function joinTableRows(above: Rows, below: Rows): Rows {
  const header = above[0]
  const repeats = header !== undefined && below[0] !== undefined && textOf(header) === textOf(below[0])
  const [first, ...rest] = repeats ? below.slice(1) : below
  const last = above.at(-1)
  if (first === undefined) return above
  const goesOn = last !== undefined && first.length === last.length && above.length > 1 && isEmpty(first[0])
  return goesOn ? [...above.slice(0, -1), joinCells(last, first), ...rest] : [...above, first, ...rest]
}

function joinCells(above: readonly OutlineCell[], below: readonly OutlineCell[]): readonly OutlineCell[] {
  return above.map((cell, index) => ({ ...cell, blocks: joinBlocks(cell.blocks, below[index]?.blocks ?? []) }))
}

/** A sentence that the end of the page cut is one paragraph again. */
function joinBlocks(above: OutlineCell['blocks'], below: OutlineCell['blocks']): OutlineCell['blocks'] {
  const last = above.at(-1)
  const [first, ...rest] = below
  if (last?.kind !== 'paragraph' || first?.kind !== 'paragraph') return [...above, ...below]
  if (/[.:;!?]$/.test(last.text) || !/^\p{Ll}/u.test(first.text)) return [...above, ...below]
  const { cut, glue } = jointOf(last.text, first.text)
  const space = { text: glue, bold: false, italic: false, href: null }
  const runs = cut > 0 ? cutRuns(last.runs, cut) : last.runs
  const text = last.text.slice(0, last.text.length - cut) + glue + first.text
  return [...above.slice(0, -1), { ...last, text, runs: [...runs, space, ...first.runs] }, ...rest]
}

function cutRuns(runs: OutlineParagraph['runs'], count: number): OutlineParagraph['runs'] {
  const last = runs.at(-1)
  return last === undefined ? runs : [...runs.slice(0, -1), { ...last, text: last.text.slice(0, -count) }]
}

function isEmpty(cell: OutlineCell | undefined): boolean {
  return cell === undefined || cellText(cell) === ''
}

function textOf(row: readonly OutlineCell[]): string {
  return row.map(cellText).join('\t')
}

function cellText({ blocks }: OutlineCell): string {
  return blocks
    .filter((block): block is OutlineParagraph => block.kind === 'paragraph')
    .map(({ text }) => text)
    .join(' ')
    .trim()
}
