import type { Outline } from '../domain/agenda/outline.ts'
import type { Finding } from '../shared/reading.ts'

/** Why a file gives no outline. `tooComplex`: nesting or number of parts beyond every real document. */
export type UnreadableReason =
  | 'empty'
  | 'corrupt'
  | 'encrypted'
  | 'tooLarge'
  | 'tooComplex'
  | 'tooSlow'
  | 'oldWord'
  | 'noText'
  | 'unknownFormat'

/** What became of a file: its outline with what was noticed on the way, or the reason why there is none. */
export type DocumentReading =
  | { readonly kind: 'outline'; readonly outline: Outline; readonly findings: readonly Finding[] }
  | { readonly kind: 'unreadable'; readonly reason: UnreadableReason }

/** Bounds for files nobody has vouched for. */
export type ReadLimits = {
  /** Largest file taken at all. */
  readonly fileBytes: number
  /** Files in a zip package, needed or not. */
  readonly packageEntries: number
  /** One part of a package after inflation. */
  readonly partBytes: number
  /** All parts read of a package after inflation. */
  readonly packageBytes: number
  /** Elements of XML or HTML in the whole document. */
  readonly elements: number
  /** Elements inside each other. */
  readonly elementDepth: number
  /** Pages of a PDF that are read; the rest becomes a finding. */
  readonly pages: number
  /** Text pieces of one PDF page; a page with more becomes a finding. */
  readonly piecesPerPage: number
  /** Letters of text in all. */
  readonly textLength: number
  /** Time for the whole reading, checked between chunks of work; `tooSlow` after it. */
  readonly milliseconds: number
}

/** Roomy for every real agenda (the largest seen has 300 pages), tight for bombs. */
export const defaultReadLimits: ReadLimits = {
  fileBytes: 60_000_000,
  packageEntries: 5_000,
  partBytes: 64_000_000,
  packageBytes: 128_000_000,
  elements: 4_000_000,
  elementDepth: 400,
  pages: 2_000,
  piecesPerPage: 40_000,
  textLength: 20_000_000,
  milliseconds: 60_000,
}

/** Stops a reader from anywhere inside it; `readDocument` turns it into a value, so callers never see it. */
export class UnreadableError extends Error {
  readonly reason: UnreadableReason

  constructor(reason: UnreadableReason, options?: ErrorOptions) {
    super(reason, options)
    this.name = 'UnreadableError'
    this.reason = reason
  }
}
