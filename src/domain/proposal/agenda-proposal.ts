import type { ETag, Instant, MeetingKey, ProposalKey } from '../../shared/ids.ts'
import type { Purpose } from '../agenda/agenda.ts'
import type { LineRules } from '../conflict/field-conflict.ts'

/** Where a proposal stands, as its proposer sees it. */
export type ProposalState = 'received' | 'question' | 'on-agenda' | 'later-meeting' | 'other-forum' | 'declined'

/** *Forslag til punkt*: what a member wants on the agenda. Author and time are the server's. */
export type AgendaProposal = {
  readonly key: ProposalKey
  /** null: the next meeting, whichever it turns out to be. */
  readonly meetingKey: MeetingKey | null
  readonly title: string
  readonly recommendation: string
  readonly rationale: string
  readonly purpose: Purpose | null
  readonly durationMinutes: number | null
  readonly organisation: string
  readonly state: ProposalState
  /** What must happen first, e.g. "spørg først kvalitetsgruppen"; empty when nothing must. */
  readonly condition: string
  readonly answer: string
  /** Subject of the mail it was made from; empty when typed. */
  readonly sourceMessage: string
  readonly author: string
  readonly createdAt: Instant
  readonly eTag: ETag | null
}

/** How a proposal's long texts are merged. */
export const proposalLines: LineRules<AgendaProposal> = { recommendation: 'lines', rationale: 'lines' }
