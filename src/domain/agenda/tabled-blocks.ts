import type { OutlineBlock, OutlineCell, OutlineParagraph, OutlineTable } from './outline.ts'
import { readAgendaTable } from './read-table-items.ts'

// "4.<tab>Title" and what is set in under it: a list typed with tabs, not a table of two columns.
const isTypedNumber = /^(?:\d{1,2}[.)])?\t[^\t]*$|^[^\t]+$/u

/**
 * Text copies keep a table as lines with tabs. Where such lines start with the header of an agenda table, they are put back
 * into a table (O4); other tabs stay as they are.
 */
export function restoreTables(blocks: readonly OutlineBlock[]): readonly OutlineBlock[] {
  const restored: OutlineBlock[] = []
  for (let at = 0; at < blocks.length; ) {
    const run = tabbedRun(blocks, at)
    const table = run.length >= 3 && !run.every(({ text }) => isTypedNumber.test(text)) ? toTable(run) : null
    if (table !== null && readAgendaTable(table) !== null) {
      restored.push(table)
      at += run.length
    } else {
      const block = blocks[at]
      if (block !== undefined) restored.push(block)
      at++
    }
  }
  return restored
}

function tabbedRun(blocks: readonly OutlineBlock[], from: number): readonly OutlineParagraph[] {
  const run: OutlineParagraph[] = []
  for (let at = from; at < blocks.length; at++) {
    const block = blocks[at]
    if (!isRow(block) && !(run.length > 1 && isContinued(block) && isRow(blocks[at + 1]))) break
    if (block?.kind === 'paragraph') run.push(block)
  }
  return run
}

function isRow(block: OutlineBlock | undefined): boolean {
  return block?.kind === 'paragraph' && block.role === 'body' && block.text.includes('\t')
}

// The second line of a cell stands alone on its line; the next row follows it.
function isContinued(block: OutlineBlock | undefined): boolean {
  return block?.kind === 'paragraph' && block.role === 'body' && block.text.length <= 120
}

function toTable(run: readonly OutlineParagraph[]): OutlineTable {
  const rows = run.map((paragraph) => {
    const text = paragraph.listLabel === null ? paragraph.text : `${paragraph.listLabel}\t${paragraph.text}`
    return text.split('\t').map((cell) => toCells(paragraph, cell.trim()))
  })
  const title = readAgendaTable({ kind: 'table', rows, page: null })?.columns.indexOf('title') ?? 0
  const filled = rows.map((row) =>
    row.length === 1 && title > 0 ? [...Array.from({ length: title }, emptyCell), ...row] : row,
  )
  return { kind: 'table', rows: filled, page: run[0]?.page ?? null }
}

function toCells(paragraph: OutlineParagraph, text: string): OutlineCell {
  return { blocks: text === '' ? [] : [toCell(paragraph, text)], columnSpan: 1 }
}

function emptyCell(): OutlineCell {
  return { blocks: [], columnSpan: 1 }
}

function toCell(paragraph: OutlineParagraph, text: string): OutlineParagraph {
  return {
    ...paragraph,
    text,
    runs: [{ text, bold: false, italic: false, href: null }],
    listLabel: null,
    listLevel: null,
  }
}
