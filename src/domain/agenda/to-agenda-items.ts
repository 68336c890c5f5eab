import type { AgendaItem, AgendaItemKind, Purpose } from './agenda.ts'
import type { AgendaDocument, DocumentDecisionType, DocumentItem, DocumentItemKind } from './agenda-document.ts'

/** An item as it would be stored, without the keys and rank it gets when it is. */
export type DraftItem = Pick<
  AgendaItem,
  | 'number'
  | 'title'
  | 'purpose'
  | 'kind'
  | 'recommendation'
  | 'casePresentation'
  | 'decision'
  | 'minutes'
  | 'presenters'
  | 'durationMinutes'
  | 'openness'
> & { readonly position: number; readonly enclosures: readonly DraftEnclosure[] }

/** An announced enclosure: a link, or a place to be filled. */
export type DraftEnclosure = {
  readonly number: number | null
  readonly title: string
  readonly url: string | null
  /** True for *eftersendes*. */
  readonly pending: boolean
}

const purposes: Record<DocumentDecisionType, Purpose> = {
  orientering: 'information',
  drøftelse: 'discussion',
  beslutning: 'decision',
  godkendelse: 'approval',
  udpegning: 'designation',
}

const kinds: Record<DocumentItemKind, AgendaItemKind> = {
  item: 'item',
  'gensidig-orientering': 'mutual-briefing',
  eventuelt: 'any-other-business',
  'skriftlig-orientering': 'written-briefing',
  deltagere: 'participants',
  'godkendelse-af-dagsorden': 'agenda-approval',
}

/** What a document's items become on a meeting: its printed sections sorted into the fields an item has. */
export function toAgendaDraft(document: AgendaDocument): readonly DraftItem[] {
  return document.items.map((item) => ({
    position: item.position,
    number: item.number,
    title: item.title,
    purpose: item.decisionType === null ? null : purposes[item.decisionType],
    kind: kinds[item.kind],
    recommendation: item.recommendations.map((line) => `- ${line}`).join('\n'),
    casePresentation: writeCase(item),
    decision: item.decision ?? '',
    minutes: sectionsOf(item, isMinutes),
    presenters: item.presenters,
    durationMinutes: item.durationMinutes,
    openness: item.openness,
    enclosures: item.bilag,
  }))
}

const isMinutes = (label: string): boolean => label === 'referat'
/** Sections that have a field of their own; everything else is part of the case. */
const hasOwnField = (label: string): boolean => ['indstilling', 'beslutning', 'bilag', 'referat'].includes(label)

function sectionsOf(item: DocumentItem, wanted: (label: string) => boolean): string {
  return item.body
    .filter((section) => section.label !== null && wanted(section.label))
    .map((section) => section.text)
    .join('\n\n')
}

/** The case with its labels as sub-headings; "sagsfremstilling" itself is the field's own name and is left out. */
function writeCase(item: DocumentItem): string {
  return item.body
    .filter((section) => section.label === null || !hasOwnField(section.label))
    .map(({ label, text }) =>
      label === null || label === 'sagsfremstilling'
        ? text
        : `## ${label.charAt(0).toUpperCase()}${label.slice(1)}\n${text}`,
    )
    .join('\n\n')
    .trim()
}
