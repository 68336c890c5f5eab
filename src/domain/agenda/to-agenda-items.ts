import type { EnclosureKey, ItemKey } from '../../shared/ids.ts'
import type { AgendaItem, AgendaItemKind, Purpose } from './agenda.ts'
import type {
  AgendaDocument,
  DocumentDecisionType,
  DocumentItem,
  DocumentItemKind,
  DocumentSection,
} from './agenda-document.ts'
import {
  type AgendaDraft,
  type DraftItem,
  type DraftPart,
  type DraftRole,
  isLabelOf,
  textOfRole,
} from './agenda-draft.ts'

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

// These have fields of their own, so their text would stand twice.
const elsewhere: ReadonlySet<string> = new Set(['bilag', 'ansvarlig', 'meta', 'dagsordenspunkt'])

/** Turns what was read into a draft for the import review; nothing of the text is dropped. `newKey` gives each row its key. */
export function toAgendaDraft(document: AgendaDocument, newKey: () => string): AgendaDraft {
  return {
    kind: document.kind === 'referat' ? 'referat' : 'dagsorden',
    date: document.date,
    start: document.start,
    end: document.end,
    location: document.location,
    participants: document.participants.map((person) => ({ ...person, key: newKey() })),
    attendanceKey: newKey() as ItemKey,
    items: document.items.map((item) => toDraftItem(item, newKey)),
    nextMeeting: document.nextMeeting && { ...document.nextMeeting, taken: true },
    proposals: document.proposalsForNextMeeting.map((proposal) => ({ ...proposal, key: newKey(), taken: true })),
    settled: [],
  }
}

function toDraftItem(item: DocumentItem, newKey: () => string): DraftItem {
  return {
    key: newKey() as ItemKey,
    number: item.number,
    title: item.title,
    purpose: item.decisionType === null ? null : purposes[item.decisionType],
    kind: kinds[item.kind],
    presenters: item.presenters,
    durationMinutes: item.durationMinutes,
    openness: item.openness,
    parts: toParts(item, newKey),
    enclosures: item.bilag.map((enclosure) => ({ ...enclosure, key: newKey() as EnclosureKey })),
    place: item.place,
    taken: true,
    sameAs: null,
    choices: {},
  }
}

function toParts(item: DocumentItem, newKey: () => string): readonly DraftPart[] {
  const parts: DraftPart[] = []
  const add = (role: DraftRole, section: DocumentSection): void => {
    if (section.text !== '' || section.label === null) parts.push({ key: newKey(), role, ...section })
  }
  if (item.recommendations.length > 0) {
    const printed = item.body.find(({ label }) => label !== null && isLabelOf('recommendation', label))
    const text = item.recommendations.map((one) => `- ${one}`).join('\n')
    add('recommendation', { label: null, text, place: printed?.place ?? null })
  }
  for (const section of item.body) {
    const role = roleOf(section, item)
    if (role !== null && section.text !== '') add(role, section)
  }
  if (item.decision && !parts.some(({ role }) => role === 'decision'))
    add('decision', { label: null, text: item.decision, place: null })
  return parts
}

/** Where a section's text goes; null when it stands in a field of its own. Other labels become sub-headings of the case. */
function roleOf({ label }: DocumentSection, item: DocumentItem): DraftRole | null {
  if (label === null) return 'casePresentation'
  if (elsewhere.has(label)) return null
  if (isLabelOf('minutes', label)) return 'minutes'
  if (isLabelOf('recommendation', label)) return item.recommendations.length > 0 ? null : 'casePresentation'
  if (isLabelOf('decision', label)) return item.decision === null ? 'casePresentation' : 'decision'
  return 'casePresentation'
}

/** The long texts of a draft item as its row will hold them. */
export function textsOf(item: Pick<DraftItem, 'parts'>): Pick<AgendaItem, DraftRole> {
  return {
    recommendation: textOfRole(item, 'recommendation'),
    casePresentation: textOfRole(item, 'casePresentation'),
    decision: textOfRole(item, 'decision'),
    minutes: textOfRole(item, 'minutes'),
  }
}
