import type { AgendaItem } from '../domain/agenda/agenda.ts'
import type { InvitationResponse } from '../domain/calendar/calendar-event.ts'
import type { Member } from '../domain/forum/forum.ts'
import type { StatusNote } from '../domain/status-note/status-note.ts'
import type { MeetingRecord } from './ports.ts'

/** Something the meeting waits for from this person, done or not. */
export type Expectation =
  | { readonly kind: 'answerInvitation'; readonly response: InvitationResponse; readonly done: boolean }
  | { readonly kind: 'writeStatusNote'; readonly item: AgendaItem; readonly done: boolean }

/** The items under which organisations report to each other (*gensidig orientering*), in agenda order. */
export function mutualBriefings(items: readonly AgendaItem[]): readonly AgendaItem[] {
  return items.filter((item) => item.kind === 'mutual-briefing')
}

/** Organisations that are to write status notes: those with a member who is no secretary, by name. */
export function reportingOrganisations(record: Pick<MeetingRecord, 'forum'>): readonly string[] {
  const names = record.forum.members
    .filter((member) => member.role !== 'secretary')
    .map((member) => member.organisation)
  return [...new Set(names)].sort((a, b) => a.localeCompare(b, 'da'))
}

/** The note an organisation has written under an item. */
export function findNote(notes: readonly StatusNote[], item: AgendaItem, organisation: string): StatusNote | undefined {
  return notes.find((note) => note.itemKey === item.key && note.organisation === organisation)
}

/** True once an organisation's note has been sent; a draft is nobody's business but its own. */
export function hasReported(notes: readonly StatusNote[], item: AgendaItem, organisation: string): boolean {
  return findNote(notes, item, organisation)?.state === 'sent'
}

/** What is expected of this member before the meeting; `response` is null when the own calendar cannot be read. */
export function expectationsOf(
  record: MeetingRecord,
  me: Member | undefined,
  response: InvitationResponse | null,
): readonly Expectation[] {
  const list: Expectation[] = []
  if (response !== null && response !== 'organizer') {
    list.push({ kind: 'answerInvitation', response, done: response !== 'none' && response !== 'notResponded' })
  }
  if (me && me.role !== 'secretary') {
    for (const item of mutualBriefings(record.items)) {
      list.push({ kind: 'writeStatusNote', item, done: hasReported(record.notes, item, me.organisation) })
    }
  }
  return list
}
