import type { AgendaItem } from '../../src/domain/agenda/agenda.ts'
import type { CalendarEvent } from '../../src/domain/calendar/calendar-event.ts'
import type { Enclosure } from '../../src/domain/enclosure/enclosure.ts'
import type { Meeting } from '../../src/domain/meeting/meeting.ts'
import type { EnclosureKey, EventId, ForumId, Instant, ItemKey, LocalDate, MeetingKey } from '../../src/shared/ids.ts'

/** A planned meeting on 6 October 2026, 9-11 in Denmark; say only what matters. */
export function aMeeting(
  part: Partial<Omit<Meeting, 'key' | 'supersedesKey'>> & { key?: string; supersedesKey?: string } = {},
): Meeting {
  const { key = 'live', supersedesKey, ...rest } = part
  return {
    forumId: 'forum' as ForumId,
    title: 'Chefforum',
    start: '2026-10-06T07:00:00Z' as Instant,
    end: '2026-10-06T09:00:00Z' as Instant,
    timeZone: 'Europe/Copenhagen',
    status: 'planned',
    moveReason: null,
    announcedOn: null,
    agendaState: 'published',
    location: 'Teams',
    joinUrl: null,
    proposalDeadline: '2026-09-22' as LocalDate,
    statusNoteDeadline: '2026-10-01' as LocalDate,
    ...rest,
    key: key as MeetingKey,
    supersedesKey: (supersedesKey ?? null) as MeetingKey | null,
  }
}

/** An open agenda item; `key` names it. */
export function anItem(part: Partial<Omit<AgendaItem, 'key'>> & { key?: string } = {}): AgendaItem {
  const { key = 'item', ...rest } = part
  return {
    meetingKey: 'live' as MeetingKey,
    rank: 'a0',
    number: '1',
    title: 'Status på samarbejdsaftalen',
    purpose: 'information',
    kind: 'item',
    recommendation: '',
    casePresentation: '',
    decision: '',
    minutes: '',
    presenters: [],
    durationMinutes: 15,
    openness: 'open',
    fromProposalKey: null,
    eTag: null,
    ...rest,
    key: key as ItemKey,
  }
}

/** An enclosure that is a link, under the item `itemKey`. */
export function anEnclosure(
  part: Partial<Omit<Enclosure, 'key' | 'itemKey'>> & { key?: string; itemKey?: string } = {},
): Enclosure {
  const { key = 'enclosure', itemKey = 'item', ...rest } = part
  return {
    meetingKey: 'live' as MeetingKey,
    number: null,
    title: 'Høringsudkast',
    content: { kind: 'url', url: 'https://example.org/' },
    openness: 'open',
    eTag: null,
    ...rest,
    key: key as EnclosureKey,
    itemKey: itemKey as ItemKey,
  }
}

/** An invitation somebody else has sent, in my calendar. */
export function anInvitation(part: Partial<Omit<CalendarEvent, 'id'>> & { id?: string } = {}): CalendarEvent {
  const { id = 'event', ...rest } = part
  return {
    iCalUId: '040000008200E00074C5B7101A82E008000000000000000000000000000000000000000001',
    seriesMasterId: null,
    type: 'singleInstance',
    subject: 'Chefforum',
    start: '2026-10-06T07:00:00Z' as Instant,
    end: '2026-10-06T09:00:00Z' as Instant,
    isAllDay: false,
    originalStart: null,
    organizer: { name: 'Mads', mail: 'mads@kommune.example' },
    isOrganizer: false,
    attendees: [],
    response: 'none',
    isCancelled: false,
    sensitivity: 'normal',
    location: null,
    joinUrl: null,
    bodyText: '',
    webLink: null,
    createdAt: null,
    modifiedAt: null,
    ...rest,
    id: id as EventId,
  }
}
