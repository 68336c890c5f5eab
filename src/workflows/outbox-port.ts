import type { ConflictChoices, FieldConflict } from '../domain/conflict/field-conflict.ts'
import type { ServiceFailure } from './failure.ts'

/** Something a person did that Graph has not been told yet, as a screen shows it. */
export type WaitingEntry = {
  readonly id: string
  readonly what: 'proposal' | 'statusNote' | 'answer' | 'readMarks'
  /** What it is about: a proposal's title, a note's text; how many rows for read marks; empty for an answer. */
  readonly text: string
  readonly state:
    | { readonly kind: 'waiting' | 'sending' }
    | { readonly kind: 'conflict'; readonly fields: readonly FieldConflict[] }
    | { readonly kind: 'failed'; readonly failure: ServiceFailure }
}

/** What waits to be sent. The list is the same object until something changes, so that React can subscribe. */
export interface OutboxPort {
  entries(): readonly WaitingEntry[]
  subscribe(listener: () => void): () => void
  /** False when copies do not outlive the page, so that closing it would lose what waits. */
  outlivesPage(): boolean
  takeBack(id: string): Promise<void>
  resolve(id: string, choices: ConflictChoices): Promise<void>
  retry(id: string): Promise<void>
  send(): Promise<void>
}
