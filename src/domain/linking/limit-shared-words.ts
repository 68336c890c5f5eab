import { daysBetween } from '../time/zoned-time.ts'
import type { ForumTie } from './find-forum-ties.ts'
import type { ForumEntries } from './forum-entries.ts'
import type { MoveClaim } from './move-claim.ts'

/** Two invitations with the same words of a move were sent together: neither is what the other left; parts of a split never are. */
export function saysTheSame(old: ForumTie, claim: MoveClaim): boolean {
  const { speaker } = claim
  if (claim.isSplit && old.entry.subject.part !== null) return true
  // Several entries of one day that say the same sentence of that day came together, whatever else they say.
  const isSameDay = speaker !== null && speaker !== old && speaker.entry.date === old.entry.date
  if (isSameDay && claim.words !== '' && old.entry.text.includes(claim.words)) return true
  return (
    speaker !== null && speaker !== old && speaker.entry.text.trim() !== '' && speaker.entry.text === old.entry.text
  )
}

/**
 * Words on several dates at once can be true of one of them only, the nearest; parts of a split meeting excepted, and words that
 * name both dates.
 */
export function limitBySharedWords(claim: MoveClaim, entries: ForumEntries): number {
  const { speaker, old } = claim
  if (!speaker || claim.isSplit || speaker.entry.text.trim() === '') return 1
  const sharing = entries.tiesOfWords.get(speaker.entry.text) ?? []
  const dates = new Set(sharing.map((tie) => tie.entry.date))
  if (dates.size < 2 || (old !== null && (claim.new !== null || claim.namesOwn))) return 1
  if (old === null) return claim.oldAmong.length > 0 ? 0.85 : 0.75
  // Of a series only the occurrence nearest to the date can be meant.
  const away = (tie: ForumTie) => Math.abs(daysBetween(tie.entry.date, old))
  const series = sharing.filter((tie) => tie.entry.seriesKey === speaker.entry.seriesKey)
  if (series.some((tie) => away(tie) < away(speaker))) return 0.5
  return claim.isSeries && series.length > 1 ? 1 : 0.75
}
