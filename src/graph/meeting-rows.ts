import type { AgendaState, LinkKind, Meeting, MeetingLink } from '../domain/meeting/meeting.ts'
import type { LinkKey, MeetingKey } from '../shared/ids.ts'
import { readChoice, readText, readTextOrNull } from './read-wire.ts'
import { type RowCodec, readDay, readInstant, writeDay, writeLine, writeText } from './row-codec.ts'

const STATUSES: readonly Meeting['status'][] = ['planned', 'moved', 'cancelled', 'held']
const AGENDA_STATES: readonly AgendaState[] = ['none', 'draft', 'published', 'minutes', 'approved']
const LINK_KINDS: readonly LinkKind[] = ['ical', 'series', 'thread', 'short', 'token', 'manual']
const LINK_STATES: readonly MeetingLink['state'][] = ['current', 'superseded', 'cancelled', 'rejected']

/** List Meetings: one row per date, dead dates (status 'moved') included. */
export const meetingRows: RowCodec<Meeting, Meeting> = {
  list: 'Meetings',
  keyColumn: 'MeetingKey',
  columns: [
    'Title',
    'MeetingKey',
    'Start',
    'End',
    'TimeZone',
    'Status',
    'SupersedesKey',
    'MoveReason',
    'AnnouncedOn',
    'AgendaState',
    'Location',
    'JoinUrl',
    'ProposalDeadline',
    'StatusNoteDeadline',
  ],
  keyOf: (meeting) => meeting.key,
  toFields: (meeting) => ({
    Title: writeLine(meeting.title),
    MeetingKey: meeting.key,
    Start: readInstant(meeting.start),
    End: readInstant(meeting.end),
    TimeZone: meeting.timeZone,
    Status: meeting.status,
    SupersedesKey: meeting.supersedesKey,
    MoveReason: writeText(meeting.moveReason),
    AnnouncedOn: writeDay(meeting.announcedOn),
    AgendaState: meeting.agendaState,
    Location: writeLine(meeting.location),
    JoinUrl: writeText(meeting.joinUrl),
    ProposalDeadline: writeDay(meeting.proposalDeadline),
    StatusNoteDeadline: writeDay(meeting.statusNoteDeadline),
  }),
  toRow: ({ fields }, forumId) => {
    const key = readText(fields['MeetingKey']) as MeetingKey
    const start = readInstant(fields['Start'])
    if (key === '' || start === null) return null
    return {
      key,
      forumId,
      title: readText(fields['Title']),
      start,
      end: readInstant(fields['End']) ?? start,
      timeZone: readText(fields['TimeZone']) || 'Europe/Copenhagen',
      status: readChoice(fields['Status'], STATUSES, 'planned'),
      supersedesKey: readTextOrNull(fields['SupersedesKey']) as MeetingKey | null,
      moveReason: readTextOrNull(fields['MoveReason']),
      announcedOn: readDay(fields['AnnouncedOn']),
      agendaState: readChoice(fields['AgendaState'], AGENDA_STATES, 'none'),
      location: readTextOrNull(fields['Location']),
      joinUrl: readTextOrNull(fields['JoinUrl']),
      proposalDeadline: readDay(fields['ProposalDeadline']),
      statusNoteDeadline: readDay(fields['StatusNoteDeadline']),
    }
  },
}

/** List MeetingLinks. A tie of a kind or state we do not know ties nothing. */
export const linkRows: RowCodec<MeetingLink, MeetingLink> = {
  list: 'MeetingLinks',
  keyColumn: 'LinkKey',
  columns: ['LinkKey', 'ValueHash', 'MeetingKey', 'Kind', 'State', 'OccurrenceDate', 'Evidence'],
  keyOf: (link) => link.key,
  toFields: (link) => ({
    LinkKey: link.key,
    ValueHash: link.valueHash,
    MeetingKey: link.meetingKey,
    Kind: link.kind,
    State: link.state,
    OccurrenceDate: writeDay(link.occurrenceDate),
    Evidence: writeText(link.evidence),
  }),
  toRow: ({ fields }) => {
    const key = readText(fields['LinkKey']) as LinkKey
    const meetingKey = readText(fields['MeetingKey']) as MeetingKey
    const kind = readChoice(fields['Kind'], LINK_KINDS, null)
    const state = readChoice(fields['State'], LINK_STATES, null)
    if (key === '' || meetingKey === '' || kind === null || state === null) return null
    return {
      key,
      valueHash: readText(fields['ValueHash']),
      meetingKey,
      kind,
      state,
      occurrenceDate: readDay(fields['OccurrenceDate']),
      evidence: readText(fields['Evidence']),
    }
  },
}
