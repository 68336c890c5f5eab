import type { AgendaItem } from '../domain/agenda/agenda.ts'
import type { CalendarEvent } from '../domain/calendar/calendar-event.ts'
import type { Enclosure } from '../domain/enclosure/enclosure.ts'
import type { Forum } from '../domain/forum/forum.ts'
import type { AgendaState, Meeting, MeetingLink } from '../domain/meeting/meeting.ts'
import type { LogEntry, NewLogEntry } from '../domain/meeting/meeting-log.ts'
import type { AgendaProposal } from '../domain/proposal/agenda-proposal.ts'
import type { ReadMarks, Stamps } from '../domain/reading/read-marks.ts'
import type { StatusNote } from '../domain/status-note/status-note.ts'
import type { EventId, ForumId, Instant, ItemKey, MeetingKey, ProposalKey } from '../shared/ids.ts'

/** Everything one opened meeting needs, read in one round trip. */
export type MeetingRecord = {
  readonly forum: Forum
  /** The forum's meetings from 18 months back and on, dead dates (status 'moved') included; by start. */
  readonly meetings: readonly Meeting[]
  readonly meetingKey: MeetingKey
  readonly links: readonly MeetingLink[]
  /** By rank. */
  readonly items: readonly AgendaItem[]
  /** Those for this meeting and those for "the next", oldest first. */
  readonly proposals: readonly AgendaProposal[]
  readonly notes: readonly StatusNote[]
  readonly enclosures: readonly Enclosure[]
  readonly readAt: Instant
}

/** A stored tie together with the forum whose site holds it. */
export type ForumLink = { readonly forumId: ForumId; readonly link: MeetingLink }

/** A forum with its meetings, for choosing and for linking. */
export type ForumPlan = {
  readonly forum: Forum
  readonly meetings: readonly Meeting[]
  readonly links: readonly MeetingLink[]
}

/** What the server adds to a row. */
type ByServer = 'author' | 'createdAt' | 'modifiedAt' | 'eTag'

/** A proposal before the server has put author and time to it. */
export type NewProposal = Omit<AgendaProposal, ByServer>
/** A status note before the server has put author and time to it. */
export type NewStatusNote = Omit<StatusNote, ByServer>
/** An agenda item that is not stored yet. */
export type NewAgendaItem = Omit<AgendaItem, ByServer>
/** An enclosure that is not stored yet. */
export type NewEnclosure = Omit<Enclosure, ByServer>

/** A file stored in the forum's library. */
export type StoredFile = {
  readonly driveId: string
  readonly driveItemId: string
  readonly fileName: string
  readonly sizeBytes: number
}

/**
 * The forums' sites, through Microsoft Graph. Every method throws ServiceError and nothing else.
 * `add...` and `tie` may be called again with the same key: the second call returns what the first stored.
 * `change...` sends the row's ETag; a row changed meanwhile is re-read and merged field by field, and only a
 * field changed on both sides throws 'changedMeanwhile'. `before` is the row as the user saw it.
 */
export interface ForumPort {
  readMeeting(forumId: ForumId, meetingKey: MeetingKey): Promise<MeetingRecord>
  /** Ties with any of these hashes, in all forums this person can open; forums without rights are left out. One round trip. */
  findLinks(valueHashes: readonly string[]): Promise<readonly ForumLink[]>
  /** Every forum this person can open, with meetings from `from` on. One round trip. */
  readPlans(from: Instant): Promise<readonly ForumPlan[]>
  addProposal(forumId: ForumId, proposal: NewProposal): Promise<AgendaProposal>
  changeProposal(forumId: ForumId, before: AgendaProposal, after: AgendaProposal): Promise<AgendaProposal>
  addStatusNote(forumId: ForumId, note: NewStatusNote): Promise<StatusNote>
  changeStatusNote(forumId: ForumId, before: StatusNote, after: StatusNote): Promise<StatusNote>
  addAgendaItem(forumId: ForumId, item: NewAgendaItem): Promise<AgendaItem>
  changeAgendaItem(forumId: ForumId, before: AgendaItem, after: AgendaItem): Promise<AgendaItem>
  removeAgendaItem(forumId: ForumId, item: AgendaItem): Promise<void>
  addEnclosure(forumId: ForumId, enclosure: NewEnclosure): Promise<Enclosure>
  changeEnclosure(forumId: ForumId, before: Enclosure, after: Enclosure): Promise<Enclosure>
  removeEnclosure(forumId: ForumId, enclosure: Enclosure): Promise<void>
  addMeeting(meeting: Meeting): Promise<Meeting>
  changeMeeting(before: Meeting, after: Meeting): Promise<Meeting>
  changeAgendaState(forumId: ForumId, meetingKey: MeetingKey, state: AgendaState): Promise<void>
  tie(forumId: ForumId, link: MeetingLink): Promise<MeetingLink>
  changeLink(forumId: ForumId, before: MeetingLink, after: MeetingLink): Promise<MeetingLink>
  /** Takes a tie away; one that is gone already is no error. */
  untie(forumId: ForumId, link: MeetingLink): Promise<void>
  /** What was done about the meeting's invitations, oldest first. Empty for a site whose lists were made before there was a log. */
  readLog(forumId: ForumId, meetingKey: MeetingKey): Promise<readonly LogEntry[]>
  addLogEntry(forumId: ForumId, entry: NewLogEntry): Promise<LogEntry>
  /** Puts a file into the meeting's folder of the library; over 4 MB by upload session. Same name and owner key: same file. */
  storeFile(forumId: ForumId, folder: MeetingKey, ownerKey: ItemKey | ProposalKey, file: File): Promise<StoredFile>
  /** The bytes of a library file. */
  readFile(driveId: string, driveItemId: string): Promise<Blob>
  /** An address that opens the file outside the app, for a person signed in to Microsoft 365. */
  fileAddress(driveId: string, driveItemId: string): Promise<string>
}

/** A forum port that can look for news at a price that does not grow with what is stored. */
export interface PollingForumPort extends ForumPort {
  /** The meeting as it is now. The first call in a session reads it whole (two round trips), each later one only what changed (one). */
  pollMeeting(forumId: ForumId, meetingKey: MeetingKey): Promise<MeetingRecord>
}

/** When and where an invitation is for; `timeZone` is the IANA zone the meeting is held in. */
export type InvitationTime = {
  readonly start: Instant
  readonly end: Instant
  readonly timeZone: string
  readonly location: string | null
}

/** An invitation (*indkaldelse*) to be sent from the own calendar; `bodyHtml` is our own markup. */
export type NewInvitation = InvitationTime & {
  /** A GUID that is the same when sending is tried again (PLATFORM F2.16). */
  readonly sendKey: string
  readonly subject: string
  readonly bodyHtml: string
  readonly attendees: readonly { readonly name: string; readonly mail: string }[]
}

/** One's own calendar, through Microsoft Graph and a registration of its own. Throws ServiceError, also 'consentMissing'. */
export interface CalendarPort {
  /** Entries that touch the window, series expanded, bodies as text. */
  readWindow(from: Instant, to: Instant): Promise<readonly CalendarEvent[]>
  /** null when it is gone. */
  readEvent(id: EventId): Promise<CalendarEvent | null>
  /** Moves one's own copy to Deleted Items. Refuses ('rejected') when the calendar's owner called the meeting. */
  removeOwnCopy(id: EventId): Promise<void>
  /**
   * Moves an invitation that the calendar's owner has called; Outlook tells everybody invited. Refuses ('rejected') when
   * somebody else called it. Safe to repeat.
   */
  moveInvitation(id: EventId, to: InvitationTime): Promise<CalendarEvent>
  /** Sends an invitation with a Teams meeting. The same `sendKey` sends once: the second time throws 'changedMeanwhile'. */
  sendInvitation(invitation: NewInvitation): Promise<CalendarEvent>
  respond(id: EventId, response: 'accepted' | 'tentative' | 'declined', comment: string): Promise<void>
}

/** One's own read marks as files in one's own OneDrive, one a meeting, through the calendar's registration. Throws ServiceError. */
export interface ReadMarkFiles {
  /** null when none are stored yet. */
  readMarks(meetingKey: MeetingKey): Promise<ReadMarks | null>
  /** Joins these with what is stored, so that no device undoes another's; gives what is stored then. */
  storeMarks(meetingKey: MeetingKey, marks: ReadMarks): Promise<ReadMarks>
}

/** How far read marks go: to all one's devices, no further than this one, or only as long as the page is open. */
export type MarkReach = 'everywhere' | 'device' | 'page'

/** What this person has read, known at once; kept and carried to other devices behind the scenes. Never throws. */
export interface ReadMarkPort {
  /** Takes up a meeting: earlier marks come in, and the first time `present` is noted as what was there. */
  open(meetingKey: MeetingKey, present: Stamps): Promise<void>
  /** The same object until something changes. */
  marksOf(meetingKey: MeetingKey): ReadMarks
  markRead(meetingKey: MeetingKey, stamps: Stamps): void
  reach(): MarkReach
  subscribe(listener: () => void): () => void
}

/** Now and new keys, passed in so that nothing below reads the clock or rolls dice. */
export type Clock = { now(): Instant; today(timeZone: string): import('../shared/ids.ts').LocalDate }
/** Makes GUIDs for new rows. */
export type KeyMaker = { newKey(): string }
