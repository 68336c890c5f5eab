import type { ForumId, Instant, LocalDate, LocalTime } from '../../shared/ids.ts'
import type { ForumTie } from './find-forum-ties.ts'
import type { Evidence } from './link-types.ts'

/** Somebody's word that a meeting of the forum left one date for another. */
export type MoveClaim = {
  readonly forumId: ForumId
  /** null when the words name no date to leave. */
  readonly old: LocalDate | null
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
  readonly evidence: Evidence
}
