import type { ForumId } from '../../shared/ids.ts'
import type { DateInText } from './read-dates-in-text.ts'
import type { RelativeMove } from './read-relative-move.ts'

/** A date in a statement, and the forums whose name stands nearest; null when no forum is named. */
export type StatedDate = DateInText & { readonly forumIds: readonly ForumId[] | null }

/** What one sentence of an invitation says of dates. */
export type MoveStatement = {
  /** 'cancelled' says that a date is dead without saying where the meeting went. */
  readonly kind: 'moved' | 'kept' | 'cancelled'
  readonly olds: readonly StatedDate[]
  readonly news: readonly StatedDate[]
  /** Week, weekday, hour or distance, where no date is named. */
  readonly relative: RelativeMove | null
  /** "februarmødet": the month (1 to 12) the old date lies in. */
  readonly oldMonth: number | null
  /** "Se bort fra denne indkaldelse": the entry the words stand in is dead. */
  readonly selfIsOld: boolean
  /** "tilbage til": it answers an earlier move. */
  readonly isBack: boolean
  /** It can only have been written after what it speaks of, whenever the entry itself was made. */
  readonly isAnswer: boolean
  /** Not the first move of this meeting. */
  readonly isAgain: boolean
  /** "Alle tidligere indkaldelser": every one to the meeting, not only the last. */
  readonly isAll: boolean
  /** A whole series takes another's place. */
  readonly isSeries: boolean
  /** No word of moving was understood, but the sentence sets another entry's date against this one's. */
  readonly isHint: boolean
  /** "ny dato" and the like alone say less than "erstatter". */
  readonly isVague: boolean
  readonly isHedged: boolean
  readonly isSplit: boolean
  /** Forums the sentence names; empty when it names none. */
  readonly forumIds: readonly ForumId[]
  readonly sentence: string
}
