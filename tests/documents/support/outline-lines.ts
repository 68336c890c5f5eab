import { readOutline } from '../../../src/documents/read-document.ts'
import type { OutlineBlock, OutlineParagraph } from '../../../src/domain/agenda/outline.ts'

/** All paragraphs of blocks, those in tables included, in reading order. */
export function paragraphsOf(blocks: readonly OutlineBlock[]): OutlineParagraph[] {
  return blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? [block]
      : block.rows.flatMap((row) => row.flatMap((cell) => paragraphsOf(cell.blocks))),
  )
}

/** The outline's blocks of a file's bytes; findings must be looked at by the test that expects them. */
export async function blocksOf(bytes: Uint8Array, name = 'fil'): Promise<readonly OutlineBlock[]> {
  return (await readOutline({ name, bytes })).value.blocks
}

/** A short form of an outline: a line a paragraph, label in front; a table's cells parted by " | ". */
export function linesOf(blocks: readonly OutlineBlock[]): string[] {
  return blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? [block.listLabel === null ? block.text : `${block.listLabel} ${block.text}`]
      : block.rows.map((row) => row.map((cell) => linesOf(cell.blocks).join(' / ')).join(' | ')),
  )
}

/** The letters of a text without any white space. */
export function lettersOf(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, '')
}
