import { daysBetween } from '../time/zoned-time.ts'
import type { ForumTie } from './find-forum-ties.ts'
import type { ForumEntries } from './forum-entries.ts'
import { type MoveClaim, plainClaim } from './move-claim.ts'
import type { PlanIndex } from './plan-index.ts'
import { sayDay } from './say-dates.ts'

/**
 * L5: minutes name the next meeting's date, and an older invitation lies between: then that one was left behind, even if
 * nobody says so. A suggestion only.
 */
export function claimsOfPlan(entries: ForumEntries, plans: PlanIndex): readonly MoveClaim[] {
  return [...claimsOfSkippedDates(entries, plans), ...claimsOfNewPlan(entries, plans)]
}

function claimsOfSkippedDates(entries: ForumEntries, plans: PlanIndex): readonly MoveClaim[] {
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
      ...plainClaim,
      evidence: {
        rule: 'L5',
        code: `minutes-skip-date: ${date} -> ${next.date}`,
        text: `Referatet fra ${sayDay(agenda.date)} nævner ${sayDay(next.date)} som næste møde, og ${sayDay(date)} ligger før`,
      },
    }))
  })
}

/** Days around a date that a new plan leaves out in which the date it has instead is looked for. */
const reachOfPlan = 35

/**
 * L5: the newest plan leaves out a date that was called before it, and has one beside it that was called after: the plan was
 * changed, even if nobody says so. A suggestion only.
 */
function claimsOfNewPlan(entries: ForumEntries, plans: PlanIndex): readonly MoveClaim[] {
  const plan = plans.newestPlan(entries.forumId)
  if (!plan) return []
  const lastPlanned = [...plan.dates].sort().at(-1) ?? plan.toldOn
  const madeOn = (tie: ForumTie) => tie.entry.event.createdAt?.slice(0, 10) ?? null
  const isOpen = ({ entry }: ForumTie) => !entry.subject.isExtraordinary && !entry.event.isCancelled
  const left = entries.ties.filter((tie) => {
    const { date } = tie.entry
    const made = madeOn(tie)
    const isOut = date > plan.toldOn && date <= lastPlanned && !plan.dates.includes(date)
    return (
      isOut && isOpen(tie) && made !== null && made <= plan.toldOn && plans.agendasOn(tie.forumId, date).length === 0
    )
  })
  const called = entries.ties.filter(
    (tie) => plan.dates.includes(tie.entry.date) && isOpen(tie) && (madeOn(tie) ?? '') > plan.toldOn,
  )
  const nearest = (tie: ForumTie, others: readonly ForumTie[]) => {
    const away = (other: ForumTie) => Math.abs(daysBetween(tie.entry.date, other.entry.date))
    return others.filter((other) => away(other) <= reachOfPlan).sort((a, b) => away(a) - away(b))[0]
  }
  return left.flatMap((old): readonly MoveClaim[] => {
    const current = nearest(old, called)
    if (!current || nearest(current, left) !== old) return []
    const [from, to] = [old.entry.date, current.entry.date]
    return [
      {
        ...plainClaim,
        forumId: entries.forumId,
        old: from,
        new: { date: to, time: null },
        speaker: null,
        speakerIs: 'neither',
        confidence: 0.7,
        saidAt: plan.toldOn,
        evidence: {
          rule: 'L5',
          code: `plan-leaves-out: ${from} -> ${to}`,
          text: `Mødeplanen fra ${sayDay(plan.toldOn)} har ${sayDay(to)} og ikke ${sayDay(from)}`,
        },
      },
    ]
  })
}
