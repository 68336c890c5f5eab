/** Text of one look on one line of a page. Points from the page's upper left corner; `y` is the base line. */
export type PdfPiece = {
  readonly text: string
  readonly x: number
  readonly right: number
  readonly y: number
  readonly size: number
  readonly bold: boolean
  readonly italic: boolean
  readonly href: string | null
  /** White space stood before it in the file. */
  readonly spaceBefore: boolean
}
