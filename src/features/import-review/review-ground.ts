import { createContext, useContext } from 'react'
import type { Meeting } from '../../domain/meeting/meeting.ts'
import type { AgendaProposal } from '../../domain/proposal/agenda-proposal.ts'
import { invariant } from '../../shared/invariant.ts'
import type { StoredAgenda } from '../../workflows/plan-import.ts'

/** What is there already: the meeting's agenda, the forum's meetings, and the proposals that are known. */
export type ReviewGround = {
  readonly stored: StoredAgenda
  readonly meetings: readonly Meeting[]
  readonly proposals: readonly AgendaProposal[]
}

export const ReviewGroundContext = createContext<ReviewGround | null>(null)

/** The ground this review stands on; outside a review is our own bug. */
export function useGround(): ReviewGround {
  const ground = useContext(ReviewGroundContext)
  invariant(ground, 'useGround outside a review')
  return ground
}
