import type { AgendaItem } from './agenda.ts'
import { type AgendaDraft, type DraftItem, type DraftRole, draftRoles, type TextChoice } from './agenda-draft.ts'
import { textsOf } from './to-agenda-items.ts'

/** One field where the agenda and the document say two things, and what is taken as long as nobody chooses. */
export type TextConflict = {
  readonly role: DraftRole
  readonly agenda: string
  readonly document: string
  readonly choice: TextChoice
}

/** What becomes of an item of the agenda when a document's item is added to it. `after` is `before` when nothing changes. */
export type MergedItem = {
  readonly before: AgendaItem
  readonly after: AgendaItem
  readonly conflicts: readonly TextConflict[]
}

/**
 * Adds what a document says to an item that is there (M6, M7): empty fields are filled, what says the same or less changes
 * nothing, and where both say something else a person chooses; till then the agenda's text stays. A title, a number and a
 * rank stay, and what was closed stays closed.
 */
export function mergeDraftItem(before: AgendaItem, item: DraftItem, kind: AgendaDraft['kind']): MergedItem {
  const read = textsOf(item)
  const conflicts: TextConflict[] = []
  const texts = { ...read }
  for (const role of draftRoles) {
    const merged = mergeText(before[role], read[role])
    texts[role] = merged ?? before[role]
    if (merged !== null || !isAsked(role, kind)) continue
    const choice = item.choices[role] ?? 'agenda'
    conflicts.push({ role, agenda: before[role], document: read[role], choice })
    texts[role] = textOf(choice, before[role], read[role])
  }
  const after: AgendaItem = {
    ...before,
    ...texts,
    purpose: before.purpose ?? item.purpose,
    presenters: before.presenters.length > 0 || item.presenters.length === 0 ? before.presenters : item.presenters,
    durationMinutes: before.durationMinutes ?? item.durationMinutes,
    openness: item.openness === 'closed' ? 'closed' : before.openness,
  }
  return { before, after: isSame(before, after) ? before : after, conflicts }
}

/** Minutes reprint the case in passing; what was sent out before the meeting stays as it was sent, unasked. */
function isAsked(role: DraftRole, kind: AgendaDraft['kind']): boolean {
  return kind === 'dagsorden' || role === 'decision' || role === 'minutes'
}

/** The text both agree on; null when they say two things. */
function mergeText(agenda: string, document: string): string | null {
  if (holds(agenda, document)) return agenda
  return holds(document, agenda) ? document : null
}

// By lines, or from the start on: that "Godkendt" stands somewhere in "Ikke godkendt" makes the two no less different.
function holds(text: string, part: string): boolean {
  if (spaceless(text).startsWith(spaceless(part))) return true
  const lines = new Set(text.split('\n').map(spaceless))
  return part.split('\n').every((line) => spaceless(line) === '' || lines.has(spaceless(line)))
}

function spaceless(text: string): string {
  return text.normalize('NFC').replace(/[\s\u00ad]+/gu, '')
}

function textOf(choice: TextChoice, agenda: string, document: string): string {
  if (choice === 'both') return `${agenda}\n\n${document}`
  return choice === 'agenda' ? agenda : document
}

function isSame(before: AgendaItem, after: AgendaItem): boolean {
  const fields = [...draftRoles, 'purpose', 'durationMinutes', 'openness'] as const
  return fields.every((field) => before[field] === after[field]) && before.presenters === after.presenters
}
