/**
 * The neutral form every document is brought to before anything is understood: what Word, PDF and text have in common.
 * Made in documents/, read in domain/agenda/. Blocks stand in reading order; nothing of the text is left out
 * (repeated page headers, footers and tables of contents are kept, marked by `role`).
 */
export type Outline = {
  readonly source: 'docx' | 'pdf' | 'txt' | 'odt' | 'html'
  /** File name without its folder; may carry a date or a kind the text lacks. */
  readonly fileName: string
  readonly blocks: readonly OutlineBlock[]
  /** Pages when the form has them, else null. */
  readonly pageCount: number | null
}

/** One paragraph or one table. */
export type OutlineBlock = OutlineParagraph | OutlineTable

/** A run of text with one look. `href` is an absolute URL, or "#..." for a place in the document. */
export type OutlineRun = {
  readonly text: string
  readonly bold: boolean
  readonly italic: boolean
  readonly href: string | null
}

/** A paragraph with everything a form tells about it; what a form does not tell is null. */
export type OutlineParagraph = {
  readonly kind: 'paragraph'
  readonly text: string
  readonly runs: readonly OutlineRun[]
  /** 1..9 for a heading style or outline level, null for body text. */
  readonly headingLevel: number | null
  /** Name of the style as the form calls it, e.g. "Heading 1", "Listeafsnit"; null when there is none. */
  readonly style: string | null
  /** The label Word or the page shows before the text ("3.", "a)", "•"), which `text` does not hold; null for none. */
  readonly listLabel: string | null
  /** Depth of the list from 0; null outside lists. */
  readonly listLevel: number | null
  /** Body text, or what repeats on pages, or a line of the contents. */
  readonly role: 'body' | 'header' | 'footer' | 'contents'
  /** From 1; null when the form has no pages. */
  readonly page: number | null
  /** Size of the letters in points; null when unknown. */
  readonly fontSizePoints: number | null
  /** Left edge in points from the page's or text's edge; null when unknown. */
  readonly indentPoints: number | null
  /** True when a page break stands right before it. */
  readonly startsPage: boolean
  /** True when a blank line or an empty paragraph stands right before it; left out when the form does not tell. */
  readonly gapBefore?: boolean
}

/** Cells hold paragraphs and tables again. `rows[r][c]`; a cell spanning several is given once. */
export type OutlineTable = {
  readonly kind: 'table'
  readonly rows: readonly (readonly OutlineCell[])[]
  readonly page: number | null
}

/** A cell of a table, as many columns wide as `columnSpan` says. */
export type OutlineCell = { readonly blocks: readonly OutlineBlock[]; readonly columnSpan: number }
