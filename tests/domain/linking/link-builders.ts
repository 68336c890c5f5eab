import type { CalendarEvent } from '../../../src/domain/calendar/calendar-event.ts'
import type { LinkAgenda, LinkForum, LinkInput } from '../../../src/domain/linking/link-types.ts'
import type { EventId, ForumId, Instant, LocalDate } from '../../../src/shared/ids.ts'

export const forumId = 'forum-1' as ForumId
export const secretariat = 'sekretariatet@faelles.example'

export function aForum(changes: Partial<LinkForum> = {}): LinkForum {
  const members = ['anna@a.example', 'bo@b.example', 'carl@c.example', 'dina@d.example']
  return { id: forumId, name: 'Sundhedsforum', aliases: [], members, secretariat: [secretariat], ...changes }
}

/** An invitation from the secretariat to all members, 9 to 11 Danish time (summer) on that day. */
export function anInvitation(on: string, changes: Partial<CalendarEvent> = {}): CalendarEvent {
  const attendees = aForum().members.map((mail) => ({ name: mail, mail, response: 'none' as const }))
  return {
    id: `event ${on}` as EventId,
    iCalUId: `uid-${on}`,
    seriesMasterId: null,
    type: 'singleInstance',
    subject: 'Sundhedsforum',
    start: `${on}T07:00:00Z` as Instant,
    end: `${on}T09:00:00Z` as Instant,
    isAllDay: false,
    originalStart: null,
    organizer: { name: 'Sekretariatet', mail: secretariat },
    isOrganizer: false,
    attendees,
    response: 'none',
    isCancelled: false,
    sensitivity: 'normal',
    location: null,
    joinUrl: null,
    bodyText: '',
    webLink: null,
    createdAt: '2026-01-05T08:00:00Z' as Instant,
    modifiedAt: null,
    ...changes,
  }
}

export function anAgenda(date: string, changes: Partial<LinkAgenda> = {}): LinkAgenda {
  const plain = { title: 'Dagsorden', start: null, end: null, nextMeeting: null, meetingPlan: [] }
  return { id: `agenda ${date}`, forumId, date: date as LocalDate, ...plain, ...changes }
}

export function aCalendar(events: readonly CalendarEvent[], changes: Partial<LinkInput> = {}): LinkInput {
  const now = '2026-08-20T08:00:00Z' as Instant
  return {
    now,
    me: 'anna@a.example',
    forums: [aForum()],
    events,
    agendas: [],
    knownMoves: [],
    confirmations: [],
    ...changes,
  }
}
