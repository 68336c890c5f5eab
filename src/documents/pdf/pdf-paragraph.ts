import type { PdfRow } from './build-rows.ts'

/** A paragraph as its lines; made into an outline paragraph when it is complete. */
export type PdfParagraph = {
  readonly rows: PdfRow[]
  readonly bullet: string | null
  /** Where its text begins, after a bullet. */
  readonly textX: number
  readonly right: number
  readonly startsPage: boolean
  readonly isContents: boolean
  /** An empty line's height is free above it. */
  readonly followsGap: boolean
}
