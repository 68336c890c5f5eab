import type { MoveClaim } from './move-claim.ts'
import type { PlanIndex } from './plan-index.ts'
import { sayDay } from './say-dates.ts'

/** L5: minutes that say which date the next meeting leaves for which. The strongest words there are on dates. */
export function claimsOfMinutes(plans: PlanIndex): readonly MoveClaim[] {
  return plans.agendas.flatMap((agenda): MoveClaim[] => {
    const next = agenda.nextMeeting
    if (!next?.replacesDate || next.replacesDate === next.date) return []
    const because = next.reason ? ` (${next.reason})` : ''
    return [
      {
        forumId: agenda.forumId,
        old: next.replacesDate,
        new: { date: next.date, time: next.start },
        speaker: null,
        speakerIs: 'neither',
        confidence: 0.97,
        saidAt: agenda.date,
        isSplit: false,
        evidence: {
          rule: 'L5',
          code: `minutes-say-replaced: ${next.replacesDate} -> ${next.date}`,
          text: `Referatet fra ${sayDay(agenda.date)} siger, at mødet ${sayDay(next.replacesDate)} er flyttet til ${sayDay(next.date)}${because}`,
        },
      },
    ]
  })
}
