import type { OutlineRun } from './outline.ts'

/**
 * One printed line of thought: a paragraph, a part of one parted by a line break, or a row of a small table with its
 * cells apart by tabs. What every step of the reader works on.
 */
export type AgendaLine = {
  /** Paragraph from 0 in the order of the outline, tables included: the place findings name. */
  readonly paragraph: number
  /** White space collapsed to single spaces; tabs kept between cells and after labels. */
  readonly text: string
  readonly runs: readonly OutlineRun[]
  /** Label of automatic numbering, "3.", "a)", "•"; null for none. */
  readonly listLabel: string | null
  readonly listLevel: number | null
  readonly headingLevel: number | null
  readonly style: string | null
  readonly role: 'body' | 'header' | 'footer' | 'contents'
  readonly page: number | null
  readonly look: LineLook
  /** Empty paragraphs or a page break right before. */
  readonly gapBefore: boolean
  /** Position in a table; null outside. */
  readonly cell: LineCell | null
  /** The line is the title of a row of an agenda table; its number is `listLabel`. */
  readonly itemRow: boolean
}

/** What the eye sees of a line. */
export type LineLook = {
  readonly bold: boolean
  readonly italic: boolean
  /** Letters are capitals only (and at least three). */
  readonly capitals: boolean
  readonly sizePoints: number | null
  readonly indentPoints: number | null
  /** Bold text the line starts with when not all of it is bold; "" for none. */
  readonly boldLead: string
}

/** `column` of the cell a line stands in, or 0 for a whole row joined. */
export type LineCell = {
  readonly table: number
  readonly row: number
  readonly column: number
  readonly columns: number
}
