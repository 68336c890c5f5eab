import type { Outline, OutlineBlock, OutlineCell, OutlineParagraph } from './outline.ts'
import { restoreTables } from './tabled-blocks.ts'

/** A block with the number its paragraphs have in the places of findings and items. */
export type NumberedBlock =
  | { readonly kind: 'paragraph'; readonly at: number; readonly paragraph: OutlineParagraph }
  | {
      readonly kind: 'table'
      /** Number of the first paragraph in it. */
      readonly at: number
      readonly rows: readonly (readonly NumberedCell[])[]
    }

/** A cell of a numbered table. */
type NumberedCell = { readonly columnSpan: number; readonly blocks: readonly NumberedBlock[] }

/** The document as it is shown: its blocks in reading order, each paragraph with the number by which places name it. */
export function numberOutline(outline: Outline): readonly NumberedBlock[] {
  const cursor = { next: 0 }
  return restoreTables(outline.blocks).map((block) => numberBlock(block, cursor))
}

function numberBlock(block: OutlineBlock, cursor: { next: number }): NumberedBlock {
  if (block.kind === 'paragraph') return { kind: 'paragraph', at: cursor.next++, paragraph: block }
  const at = cursor.next
  return { kind: 'table', at, rows: block.rows.map((row) => row.map((cell) => numberCell(cell, cursor))) }
}

function numberCell({ blocks, columnSpan }: OutlineCell, cursor: { next: number }): NumberedCell {
  return { columnSpan, blocks: blocks.map((block) => numberBlock(block, cursor)) }
}

/** The text of every paragraph, by its number; a list label stands before it. */
export function paragraphTexts(blocks: readonly NumberedBlock[]): ReadonlyMap<number, string> {
  const texts = new Map<number, string>()
  const add = (block: NumberedBlock): void => {
    if (block.kind === 'table') for (const row of block.rows) for (const cell of row) cell.blocks.forEach(add)
    else texts.set(block.at, [block.paragraph.listLabel, block.paragraph.text].filter(Boolean).join(' '))
  }
  blocks.forEach(add)
  return texts
}
