import type { KnownMove } from './link-types.ts'
import { type MoveClaim, plainClaim } from './move-claim.ts'
import type { PlanIndex } from './plan-index.ts'
import { sayDay } from './say-dates.ts'

/** L5: minutes that say which date the next meeting leaves for which. The strongest words there are on dates. */
export function claimsOfMinutes(plans: PlanIndex): readonly MoveClaim[] {
  return plans.agendas.flatMap((agenda): MoveClaim[] => {
    const next = agenda.nextMeeting
    if (!next?.replacesDate || (next.replacesDate === next.date && next.start === null)) return []
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
        ...plainClaim,
        evidence: {
          rule: 'L5',
          code: `minutes-say-replaced: ${next.replacesDate} -> ${next.date}`,
          text: `Referatet fra ${sayDay(agenda.date)} siger, at mødet ${sayDay(next.replacesDate)} er flyttet til ${sayDay(next.date)}${because}`,
        },
      },
    ]
  })
}

/** L5: moves that stand in the forum's own plan. */
export function claimsOfKnownMoves(moves: readonly KnownMove[]): readonly MoveClaim[] {
  return moves.map((move) => ({
    forumId: move.forumId,
    old: move.old,
    new: move.next,
    speaker: null,
    speakerIs: 'neither',
    confidence: 0.97,
    saidAt: move.toldOn,
    ...plainClaim,
    evidence: {
      rule: 'L5',
      code: `plan-says-moved: ${move.old} -> ${move.next.date}`,
      text: `Mødeplanen siger, at mødet ${sayDay(move.old)} er flyttet til ${sayDay(move.next.date)}${move.reason ? ` (${move.reason})` : ''}`,
    },
  }))
}
