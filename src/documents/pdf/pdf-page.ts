import type { PdfRow } from './build-rows.ts'
import type { PdfRule } from './read-rules.ts'

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
