import type { ForumTie } from './find-forum-ties.ts'
import type { ForumEntries } from './forum-entries.ts'
import { type MoveClaim, plainClaim } from './move-claim.ts'
import { compare } from './plan-index.ts'
import { sayDay } from './say-dates.ts'

/**
 * L19: a forum counts its meetings, so two invitations with one number are one meeting, and the one made last tells its date. A
 * suggestion only: numbers are copied along with a subject.
 */
export function claimsOfNumbers(entries: ForumEntries): readonly MoveClaim[] {
  const byNumber = new Map<string, ForumTie[]>()
  for (const tie of entries.ties) {
    const { number } = tie.entry.subject
    if (number === null || tie.entry.event.createdAt === null) continue
    const key = number.includes('/') ? number : `${number}/${tie.entry.date.slice(0, 4)}`
    byNumber.set(key, [...(byNumber.get(key) ?? []), tie])
  }
  return [...byNumber].flatMap(([number, ties]) => {
    const sorted = [...ties].sort((a, b) => compare(madeAt(a), madeAt(b)))
    const last = sorted.at(-1)
    return last ? sorted.flatMap((tie) => (isEarlier(tie, last) ? [claimOf(number, tie, last)] : [])) : []
  })
}

function madeAt(tie: ForumTie): string {
  return tie.entry.event.createdAt ?? ''
}

/** Made before, on another date, not in the same series: all occurrences of a series have one subject. */
function isEarlier(tie: ForumTie, last: ForumTie): boolean {
  const isOther = tie.entry.date !== last.entry.date && tie.entry.seriesKey !== last.entry.seriesKey
  return isOther && madeAt(tie) < madeAt(last) && tie.entry.subject.part === null && last.entry.subject.part === null
}

function claimOf(number: string, old: ForumTie, last: ForumTie): MoveClaim {
  return {
    ...plainClaim,
    forumId: last.forumId,
    old: old.entry.date,
    new: { date: last.entry.date, time: null },
    speaker: last,
    speakerIs: 'new',
    confidence: 0.7,
    saidAt: last.entry.event.createdAt,
    evidence: {
      rule: 'L19',
      code: `same-number: ${number}`,
      text: `Begge er møde nr. ${number}; indkaldelsen til ${sayDay(last.entry.date)} er lavet sidst`,
    },
  }
}
