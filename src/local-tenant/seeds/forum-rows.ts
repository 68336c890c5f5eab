import type { WorldRow } from '../world.ts'
import { type ForumSketch, membersJson } from './forums.ts'
import { type LinkKind, linkKey, valueHash } from './identifiers.ts'
import type { PersonName } from './people.ts'

type Fields = Record<string, string | number | boolean | null | undefined>

/** A row of a list; fields without a value are left out, as SharePoint leaves out empty columns. */
export function makeRow(createdBy: PersonName, createdAt: string, fields: Fields): WorldRow {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined && value !== null && value !== '')
  return { createdBy, createdAt, fields: Object.fromEntries(given) as WorldRow['fields'] }
}

/** A date-only column's value as Graph gives it. */
export function dayValue(date: string): string {
  return `${date}T00:00:00Z`
}

/** The forum's row in Config. */
export function configRow(forum: ForumSketch, createdBy: PersonName, createdAt: string): WorldRow {
  return makeRow(createdBy, createdAt, {
    Title: forum.name,
    SchemaVersion: 1,
    ForumName: forum.name,
    TimeZone: 'Europe/Copenhagen',
    Members: membersJson(forum),
    Aliases: JSON.stringify(forum.aliases),
  })
}

export type MeetingSketch = {
  readonly key: string
  readonly title: string
  readonly startUtc: string
  readonly endUtc: string
  readonly status: 'planned' | 'moved' | 'cancelled' | 'held'
  readonly agendaState: 'none' | 'draft' | 'published' | 'minutes' | 'approved'
  readonly supersedesKey?: string
  readonly location?: string
  readonly joinUrl?: string
  readonly moveReason?: string
  readonly announcedOn?: string
  readonly proposalDeadline?: string
  readonly statusNoteDeadline?: string
}

/** A row of Meetings. */
export function meetingRow(meeting: MeetingSketch, createdBy: PersonName, createdAt: string): WorldRow {
  const day = (date: string | undefined) => (date === undefined ? undefined : dayValue(date))
  return makeRow(createdBy, createdAt, {
    Title: meeting.title,
    MeetingKey: meeting.key,
    Start: meeting.startUtc,
    End: meeting.endUtc,
    TimeZone: 'Europe/Copenhagen',
    Status: meeting.status,
    AgendaState: meeting.agendaState,
    SupersedesKey: meeting.supersedesKey,
    Location: meeting.location,
    JoinUrl: meeting.joinUrl,
    MoveReason: meeting.moveReason,
    AnnouncedOn: day(meeting.announcedOn),
    ProposalDeadline: day(meeting.proposalDeadline),
    StatusNoteDeadline: day(meeting.statusNoteDeadline),
  })
}

export type LinkSketch = {
  readonly kind: LinkKind
  /** Normalised: iCalUId in upper case, thread id and token in lower case. */
  readonly value: string
  readonly meetingKey: string
  readonly state: 'current' | 'superseded' | 'cancelled' | 'rejected'
  readonly occurrenceDate?: string
  readonly evidence: string
}

/** A row of MeetingLinks. */
export function linkRow(link: LinkSketch, createdBy: PersonName, createdAt: string): WorldRow {
  return makeRow(createdBy, createdAt, {
    Title: link.kind,
    LinkKey: linkKey(link.kind, link.value, link.occurrenceDate ?? null),
    ValueHash: valueHash(link.kind, link.value),
    MeetingKey: link.meetingKey,
    Kind: link.kind,
    State: link.state,
    OccurrenceDate: link.occurrenceDate === undefined ? undefined : dayValue(link.occurrenceDate),
    Evidence: link.evidence,
  })
}
