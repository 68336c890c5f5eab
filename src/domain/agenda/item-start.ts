import type { ItemCandidate } from './item-candidate.ts'

/** Where an item starts, and what its heading says. */
export type ItemStart = {
  /** Line of the heading. */
  readonly at: number
  /** First line after the heading. */
  readonly bodyFrom: number
  readonly number: string | null
  /** Heading text after the number, not yet trimmed. */
  readonly printed: string
  readonly closed: boolean
  /** Text that follows the heading on its own line; left out where there is none. */
  readonly runIn?: string
}

/** A way to part the document into items. */
export type ItemHypothesis = {
  readonly name: string
  readonly starts: readonly ItemStart[]
  readonly score: number
  /** Lines of an overview that repeats the items; they are no text of an item. */
  readonly overview: readonly ItemStart[]
}

/** An item start from a candidate line. */
export function toItemStart(candidate: ItemCandidate): ItemStart {
  return {
    at: candidate.at,
    bodyFrom: candidate.at + 1,
    number: candidate.mark?.printed ?? null,
    printed: candidate.text,
    closed: candidate.mark?.closed ?? false,
  }
}
