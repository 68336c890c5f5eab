import type { Brand } from './brand.ts'

/** A forum's SharePoint site id, "host,siteGuid,webGuid". The forum and its site are one to one. */
export type ForumId = Brand<string, 'ForumId'>
/** GUID made once by us for a *møde*; outlives every invitation. */
export type MeetingKey = Brand<string, 'MeetingKey'>
/** GUID of a *dagsordenspunkt*. */
export type ItemKey = Brand<string, 'ItemKey'>
/** GUID of a *forslag til punkt*. */
export type ProposalKey = Brand<string, 'ProposalKey'>
/** GUID of a *statusnotat*. */
export type NoteKey = Brand<string, 'NoteKey'>
/** GUID of a *bilag*. */
export type EnclosureKey = Brand<string, 'EnclosureKey'>
/** SHA-256 hex of kind + normalised value + occurrence date: one row per tie, whoever makes it. */
export type LinkKey = Brand<string, 'LinkKey'>
/** Key of one line in a meeting's log: a GUID, or a hash where the same thing must not be noted twice. */
export type LogKey = Brand<string, 'LogKey'>
/** Graph's id of an event in one mailbox (immutable form). */
export type EventId = Brand<string, 'EventId'>
/** A quoted SharePoint ETag, `"<guid>,<version>"`. */
export type ETag = Brand<string, 'ETag'>
/** A point on the time line, ISO 8601 in UTC with a trailing Z, e.g. "2026-10-06T07:00:00Z". */
export type Instant = Brand<string, 'Instant'>
/** ISO calendar date without zone, "2026-10-06". */
export type LocalDate = Brand<string, 'LocalDate'>
/** Wall clock time "09:00", without zone. */
export type LocalTime = Brand<string, 'LocalTime'>
