import type { OutlineBlock, OutlineCell, OutlineParagraph, OutlineTable } from './outline.ts'
import { readAgendaTable } from './read-table-items.ts'

/**
 * Text copies keep a table as lines with tabs. Where such lines start with the header of an agenda table, they are put back
 * into a table (O4); other tabs stay as they are.
 */
export function restoreTables(blocks: readonly OutlineBlock[]): readonly OutlineBlock[] {
  const restored: OutlineBlock[] = []
  for (let at = 0; at < blocks.length; ) {
    const run = tabbedRun(blocks, at)
    const table = run.length >= 3 ? toTable(run) : null
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
    if (block?.kind !== 'paragraph' || (block.text.match(/\t/gu)?.length ?? 0) < 1 || block.role !== 'body') break
    run.push(block)
  }
  return run
}

function toTable(run: readonly OutlineParagraph[]): OutlineTable {
  const rows = run.map((paragraph) => {
    const text = paragraph.listLabel === null ? paragraph.text : `${paragraph.listLabel}\t${paragraph.text}`
    return text
      .split('\t')
      .map(
        (cell): OutlineCell => ({ blocks: cell.trim() === '' ? [] : [toCell(paragraph, cell.trim())], columnSpan: 1 }),
      )
  })
  return { kind: 'table', rows, page: run[0]?.page ?? null }
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
