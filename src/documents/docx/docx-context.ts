import type { Finding } from '../../shared/reading.ts'
import type { ReadBudget } from '../read-budget.ts'
import type { ListCounters } from './count-lists.ts'
import type { FieldStack } from './field-stack.ts'
import type { ListDefinition } from './read-numbering.ts'
import type { Styles } from './read-styles.ts'
import type { Relation } from './relations.ts'

/** What reading any part of one Word document needs: its definitions, its running state, and where findings go. */
export type DocxContext = {
  readonly budget: ReadBudget
  readonly styles: Styles
  readonly lists: ReadonlyMap<string, ListDefinition>
  readonly counters: ListCounters
  /** Of the part being read. */
  readonly relations: ReadonlyMap<string, Relation>
  readonly fields: FieldStack
  readonly findings: Finding[]
  /** Notes referred to, in the order of the text: "footnote/3". */
  readonly noteIds: string[]
}
