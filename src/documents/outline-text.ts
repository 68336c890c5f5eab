import type { Outline, OutlineBlock } from '../domain/agenda/outline.ts'

/**
 * All text of an outline in reading order, a paragraph a line, labels in front, cells of a row parted by tabs:
 * what must be found again in the document, and the other way round ("nothing lost").
 */
export function outlineText(outline: Pick<Outline, 'blocks'>): string {
  return outline.blocks.map(blockText).join('\n')
}

function blockText(block: OutlineBlock): string {
  if (block.kind === 'paragraph') return block.listLabel === null ? block.text : `${block.listLabel} ${block.text}`
  return block.rows.map((row) => row.map((cell) => cell.blocks.map(blockText).join('\n')).join('\t')).join('\n')
}
