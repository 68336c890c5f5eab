import type { AgendaLine } from './agenda-line.ts'

/** What the head readers see: all lines, and where the first item starts. */
export type HeaderSource = {
  readonly lines: readonly AgendaLine[]
  /** Lines before the first item, and page headers and footers. */
  readonly front: readonly number[]
  readonly fileName: string
}
