import type { ForumId, Instant, LocalDate, LocalTime } from '../../shared/ids.ts'
import type { ForumTie } from './find-forum-ties.ts'
import type { Evidence } from './link-types.ts'

/** Somebody's word that a meeting of the forum left one date for another. */
export type MoveClaim = {
  readonly forumId: ForumId
  /** null when the words name no date to leave. */
  readonly old: LocalDate | null
  /** Where no date is named: the dates that week, weekday, hour or distance leave open to have been left ... */
  readonly oldAmong: readonly LocalDate[]
  /** ... and to have been gone to. */
  readonly newAmong: readonly LocalDate[]
  /** The hour left, when the words name it. */
  readonly oldTime: LocalTime | null
  /** "februarmødet": the month (1 to 12) of the date left. */
  readonly oldMonth: number | null
  /** Dates that the weekday of the old date would fit, when it does not fit the date. */
  readonly alternatives: readonly LocalDate[]
  /** The words name the speaker's own date as the one gone to. */
  readonly namesOwn: boolean
  /** The words are only a hint: see MoveStatement. */
  readonly isHint: boolean
  /** Not the first move of this meeting. */
  readonly isAgain: boolean
  /** The sentence as it stands in the invitation; empty for minutes. */
  readonly words: string
  /** Every earlier invitation to the meeting is meant. */
  readonly isAll: boolean
  /** A whole series takes another's place. */
  readonly isSeries: boolean
  /** null when the words name no date to go to: then it is the speaker's. */
  readonly new: { readonly date: LocalDate; readonly time: LocalTime | null } | null
  /** The invitation that says so; null for minutes. */
  readonly speaker: ForumTie | null
  readonly speakerIs: 'old' | 'new' | 'neither'
  /** 0 to 1: how sure the words are by themselves. */
  readonly confidence: number
  /** When it was said, as far as it is known. */
  readonly saidAt: Instant | LocalDate | null
  readonly isSplit: boolean
  readonly evidence: Evidence
}

/** Somebody's word that a date holds. */
export type KeepClaim = {
  readonly forumId: ForumId
  /** null: the words deny a move without naming a date. */
  readonly date: LocalDate | null
  readonly speaker: ForumTie | null
  readonly saidAt: Instant | LocalDate | null
  /** It came back: said after the moves away from it. Then `against` are the dates it came back from, as far as they are named. */
  readonly isBack: boolean
  readonly against: readonly LocalDate[]
  readonly evidence: Evidence
}

/** What most claims have nothing of. */
export const plainClaim = {
  oldAmong: [],
  newAmong: [],
  oldTime: null,
  oldMonth: null,
  alternatives: [],
  namesOwn: false,
  isAgain: false,
  isHint: false,
  words: '',
  isAll: false,
  isSeries: false,
  isSplit: false,
} as const

/** Two entries of a claim: one left for the other. */
export type ClaimedPair = {
  readonly old: ForumTie
  readonly current: ForumTie
  readonly confidence: number
  readonly isAmbiguous: boolean
}
