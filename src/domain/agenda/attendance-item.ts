import type { ItemKey } from '../../shared/ids.ts'
import type { AgendaDraft, DraftItem, DraftParticipant } from './agenda-draft.ts'

/**
 * The draft with the people of its minutes in an item of their own (*deltagere*): in the one the document has, else in one
 * made for it, first and without number. An agenda's people are only expected, so nothing is made of them (M8).
 */
export function withAttendance(draft: AgendaDraft): AgendaDraft {
  const text = attendanceText(draft.participants)
  if (draft.kind !== 'referat' || text === '') return draft
  const own = draft.items.find((item) => item.kind === 'participants' && item.taken)
  if (!own) return { ...draft, items: [attendanceItem(draft.attendanceKey, text), ...draft.items] }
  const key = `${own.key}:attendance`
  const parts = [...own.parts, { key, role: 'minutes', label: null, text, place: null } as const]
  return { ...draft, items: draft.items.map((item) => (item === own ? { ...item, parts } : item)) }
}

function attendanceItem(key: ItemKey, text: string): DraftItem {
  return {
    key,
    number: null,
    title: 'Deltagere',
    purpose: null,
    kind: 'participants',
    presenters: [],
    durationMinutes: null,
    openness: 'open',
    parts: [{ key: `${key}:attendance`, role: 'minutes', label: null, text, place: null }],
    enclosures: [],
    place: null,
    taken: true,
    sameAs: null,
    choices: {},
  }
}

/** Who came and who had sent apologies, in Danish as it stands in minutes: one line a person. */
function attendanceText(participants: readonly DraftParticipant[]): string {
  const present = participants.filter(({ afbud, name }) => !afbud && name.trim() !== '').map(sayPerson)
  const away = participants.filter(({ afbud, name }) => afbud && name.trim() !== '').map(sayPerson)
  return [list('Til stede', present), list('Afbud', away)].filter(Boolean).join('\n\n')
}

function list(heading: string, people: readonly string[]): string {
  return people.length === 0 ? '' : `## ${heading}\n\n${people.map((person) => `- ${person}`).join('\n')}`
}

function sayPerson({ name, organisation, role, title }: DraftParticipant): string {
  const what = [title, organisation].filter(Boolean).join(', ')
  return `${name}${what === '' ? '' : `, ${what}`}${role ? ` (${role})` : ''}`
}
