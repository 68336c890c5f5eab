import type { AgendaItem, AgendaItemKind, Purpose } from './agenda.ts'
import type {
  AgendaDocument,
  DocumentDecisionType,
  DocumentEnclosure,
  DocumentItem,
  DocumentItemKind,
  DocumentSection,
} from './agenda-document.ts'

/** An enclosure as announced in a document, not yet placed: no key, no file. */
export type DraftEnclosure = DocumentEnclosure

/** An item read from a document, ready for review: an agenda item without keys, rank and what the server adds. */
export type DraftItem = Omit<AgendaItem, 'key' | 'meetingKey' | 'rank' | 'fromProposalKey' | 'eTag'> & {
  /** From 1 in the order of the document; findings name it. */
  readonly position: number
  readonly enclosures: readonly DraftEnclosure[]
}

/** The items of an imported document in its order. */
export type AgendaDraft = readonly DraftItem[]

const kinds: Readonly<Record<DocumentItemKind, AgendaItemKind>> = {
  item: 'item',
  'gensidig-orientering': 'mutual-briefing',
  eventuelt: 'any-other-business',
  'skriftlig-orientering': 'written-briefing',
  deltagere: 'participants',
  'godkendelse-af-dagsorden': 'agenda-approval',
}

const purposes: Readonly<Record<DocumentDecisionType, Purpose>> = {
  beslutning: 'decision',
  drøftelse: 'discussion',
  orientering: 'information',
  godkendelse: 'approval',
  udpegning: 'designation',
}

const recommendationLabels: ReadonlySet<string> = new Set(['indstilling', 'anbefaling', 'forslag'])
const decisionLabels: ReadonlySet<string> = new Set(['beslutning', 'afgørelse', 'behandling'])
const minutesLabels: ReadonlySet<string> = new Set(['referat', 'drøftelse'])
// These have fields of their own, so their text would stand twice.
const elsewhere: ReadonlySet<string> = new Set(['bilag', 'ansvarlig', 'meta', 'dagsordenspunkt'])

/** Turns what was read into new agenda items and enclosures for the import review; nothing of the text is dropped. */
export function toAgendaDraft(document: AgendaDocument): AgendaDraft {
  return document.items.map(toDraftItem)
}

function toDraftItem(item: DocumentItem): DraftItem {
  const decision = item.decision === null ? '' : sectionsText(item.body, (label) => decisionLabels.has(label))
  return {
    position: item.position,
    number: item.number,
    title: item.title,
    purpose: item.decisionType === null ? null : purposes[item.decisionType],
    kind: kinds[item.kind],
    recommendation: item.recommendations.map((text) => `- ${text}`).join('\n'),
    casePresentation: caseText(item),
    decision: decision === '' ? (item.decision ?? '') : decision,
    minutes: sectionsText(item.body, (label) => minutesLabels.has(label)),
    presenters: item.presenters,
    durationMinutes: item.durationMinutes,
    openness: item.openness,
    enclosures: item.bilag,
  }
}

function sectionsText(body: readonly DocumentSection[], isWanted: (label: string) => boolean): string {
  return body
    .filter((section) => section.label !== null && isWanted(section.label) && section.text !== '')
    .map((section) => section.text)
    .join('\n\n')
}

/** Everything that is neither asked, decided, told of the debate nor an enclosure; other labels become sub-headings. */
function caseText(item: DocumentItem): string {
  return item.body
    .filter(({ label, text }) => text !== '' && !isPlacedElsewhere(label, item))
    .map(({ label, text }) =>
      label === null || label === 'sagsfremstilling' ? text : `## ${capitalise(label)}\n\n${text}`,
    )
    .join('\n\n')
}

function isPlacedElsewhere(label: string | null, item: DocumentItem): boolean {
  if (label === null) return false
  if (elsewhere.has(label) || minutesLabels.has(label)) return true
  if (recommendationLabels.has(label)) return item.recommendations.length > 0
  return decisionLabels.has(label) && item.decision !== null
}

function capitalise(label: string): string {
  return label.charAt(0).toUpperCase() + label.slice(1)
}
