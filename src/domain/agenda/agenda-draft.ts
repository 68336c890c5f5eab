import type { EnclosureKey, ItemKey, LocalDate, LocalTime } from '../../shared/ids.ts'
import type { Place } from '../../shared/reading.ts'
import type { AgendaItem } from './agenda.ts'
import type {
  DocumentEnclosure,
  DocumentNextMeeting,
  DocumentParticipant,
  DocumentProposal,
} from './agenda-document.ts'

/** The long texts of an agenda item, in the order they are read. */
export const draftRoles = ['recommendation', 'casePresentation', 'decision', 'minutes'] as const
/** Which of the item's texts a part belongs to. */
export type DraftRole = (typeof draftRoles)[number]

/** A piece of an item's text with the label printed above it (null for none). `place` is where the document has it. */
export type DraftPart = {
  readonly key: string
  readonly role: DraftRole
  readonly label: string | null
  readonly text: string
  readonly place: Place | null
}

/** An enclosure as announced in a document, not yet stored. */
export type DraftEnclosure = DocumentEnclosure & { readonly key: EnclosureKey }

/** What is taken when the document and the agenda already there say two things in one field. */
export type TextChoice = 'agenda' | 'document' | 'both'

/** An item read from a document, ready for review; its texts are still in parts. Rank and meeting come with the save. */
export type DraftItem = Pick<
  AgendaItem,
  'key' | 'number' | 'title' | 'purpose' | 'kind' | 'presenters' | 'durationMinutes' | 'openness'
> & {
  readonly parts: readonly DraftPart[]
  readonly enclosures: readonly DraftEnclosure[]
  /** Null for one that was made in the review. */
  readonly place: Place | null
  /** False when a person leaves it out of the save. */
  readonly taken: boolean
  /** The item of the agenda already there that a person says this is ('new': none of them); null leaves it to the rules. */
  readonly sameAs: ItemKey | 'new' | null
  /** What a person chose where both sides say something. */
  readonly choices: Readonly<Partial<Record<DraftRole, TextChoice>>>
}

/** A person of the meeting; the key only tells entries apart during the review. */
export type DraftParticipant = DocumentParticipant & { readonly key: string }

/** A proposal for the next meeting; `key` will be its row's, so that saving twice makes one. */
export type DraftProposal = DocumentProposal & { readonly key: string; readonly taken: boolean }

/** What was read of a document while a person mends it. Every edit makes a new one; nothing is stored before the save. */
export type AgendaDraft = {
  readonly kind: 'dagsorden' | 'referat'
  readonly date: LocalDate | null
  readonly start: LocalTime | null
  readonly end: LocalTime | null
  readonly location: string | null
  readonly participants: readonly DraftParticipant[]
  /** The item the people of minutes are stored in, when the document has none for them. */
  readonly attendanceKey: ItemKey
  readonly items: readonly DraftItem[]
  readonly nextMeeting: (DocumentNextMeeting & { readonly taken: boolean }) | null
  readonly proposals: readonly DraftProposal[]
  /** Ids of doubts a person has looked at and let stand. */
  readonly settled: readonly string[]
}

const roleLabels: Readonly<Record<DraftRole, ReadonlySet<string>>> = {
  recommendation: new Set(['indstilling', 'anbefaling', 'forslag']),
  casePresentation: new Set(['sagsfremstilling']),
  decision: new Set(['beslutning', 'afgørelse', 'behandling']),
  minutes: new Set(['referat', 'drøftelse']),
}

/** True for a printed label that names the text's own place, so that it need not stand above it again. */
export function isLabelOf(role: DraftRole, label: string): boolean {
  return roleLabels[role].has(label.trim().toLowerCase())
}

/** True for a label that names any of the four texts. */
export function isRoleLabel(label: string): boolean {
  return draftRoles.some((role) => isLabelOf(role, label))
}

/** One text of an item, put together of its parts; a label that names another thing stands above its part as "## ". */
export function textOfRole(item: Pick<DraftItem, 'parts'>, role: DraftRole): string {
  return item.parts
    .filter((part) => part.role === role && (part.text !== '' || isHeading(part)))
    .map((part) => (isHeading(part) ? `## ${capitalise(part.label ?? '')}\n\n${part.text}`.trimEnd() : part.text))
    .join('\n\n')
}

function isHeading({ label, role }: DraftPart): boolean {
  return label !== null && label.trim() !== '' && !isLabelOf(role, label)
}

function capitalise(label: string): string {
  return label.charAt(0).toUpperCase() + label.slice(1)
}
