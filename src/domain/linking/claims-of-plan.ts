import type { ForumEntries } from './find-claim-events.ts'
import type { MoveClaim } from './move-claim.ts'
import type { PlanIndex } from './plan-index.ts'
import { sayDay } from './say-dates.ts'

/**
 * L5: minutes name the next meeting's date, and an older invitation lies between: then that one was left behind, even if
 * nobody says so. A suggestion only.
 */
export function claimsOfPlan(entries: ForumEntries, plans: PlanIndex): readonly MoveClaim[] {
  return plans.agendas.flatMap((agenda): readonly MoveClaim[] => {
    const next = agenda.nextMeeting
    if (agenda.forumId !== entries.forumId || !next || next.replacesDate || !entries.byDate.has(next.date)) return []
    const between = entries.ties.filter(({ entry }) => {
      const made = entry.event.createdAt
      return (
        entry.date > agenda.date &&
        entry.date < next.date &&
        !entry.subject.isExtraordinary &&
        !entry.event.isCancelled &&
        made !== null &&
        made.slice(0, 10) <= agenda.date &&
        !plans.isPlanned(entries.forumId, entry.date)
      )
    })
    return [...new Set(between.map(({ entry }) => entry.date))].map((date) => ({
      forumId: entries.forumId,
      old: date,
      new: { date: next.date, time: next.start },
      speaker: null,
      speakerIs: 'neither' as const,
      confidence: 0.7,
      saidAt: agenda.date,
      isSplit: false,
      evidence: {
        rule: 'L5',
        code: `minutes-skip-date: ${date} -> ${next.date}`,
        text: `Referatet fra ${sayDay(agenda.date)} nævner ${sayDay(next.date)} som næste møde, og ${sayDay(date)} ligger før`,
      },
    }))
  })
}
