import type { PdfRow } from './build-rows.ts'
import type { PdfRule } from './read-rules.ts'

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

/** A page as read: upright text in rows, lines drawn, and text that runs in other directions (margins, watermarks). */
export type PdfPage = {
  readonly number: number
  readonly width: number
  readonly height: number
  readonly rows: readonly PdfRow[]
  /** Empty where the drawing was not looked at. */
  readonly rules: readonly PdfRule[]
  readonly sideways: readonly string[]
  /** There was more than the limit allows to read. */
  readonly isCut: boolean
  readonly lacksLinks: boolean
}
