import type { ETag, ItemKey, MeetingKey, ProposalKey } from '../../shared/ids.ts'
import type { LineRules } from '../conflict/field-conflict.ts'

/** What the meeting can be asked to do with an item (*orientering, drøftelse, beslutning, godkendelse, udpegning*). */
export const purposes = ['information', 'discussion', 'decision', 'approval', 'designation'] as const
/** One of them. */
export type Purpose = (typeof purposes)[number]

/** 'mutual-briefing' is *gensidig orientering*: organisations write status notes under it. */
export type AgendaItemKind =
  | 'item'
  | 'mutual-briefing'
  | 'any-other-business'
  | 'written-briefing'
  | 'participants'
  | 'agenda-approval'

/**
 * *Dagsordenspunkt*. Long texts are plain text: paragraphs apart by an empty line, "- " starts a bullet,
 * "## " a sub-heading; never HTML.
 */
export type AgendaItem = {
  readonly key: ItemKey
  readonly meetingKey: MeetingKey
  /** Fractional rank: items sort by it as text, so that one moves without touching the others. */
  readonly rank: string
  /** As printed; two items may bear the same. */
  readonly number: string | null
  readonly title: string
  readonly purpose: Purpose | null
  readonly kind: AgendaItemKind
  readonly recommendation: string
  readonly casePresentation: string
  readonly decision: string
  readonly minutes: string
  readonly presenters: readonly string[]
  readonly durationMinutes: number | null
  readonly openness: 'open' | 'closed'
  readonly fromProposalKey: ProposalKey | null
  readonly eTag: ETag | null
}

/** How an item's long texts are merged. A decision both have begun is asked about: two decisions are none. */
export const agendaItemLines: LineRules<AgendaItem> = {
  recommendation: 'lines',
  casePresentation: 'lines',
  decision: 'lines',
  minutes: 'both',
}
