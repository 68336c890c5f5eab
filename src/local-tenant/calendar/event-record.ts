import { createHash, randomUUID } from 'node:crypto'
import type { Json, JsonObject } from '../http/answer.ts'
import type { Row } from '../store/database.ts'

/** A name with its mail address. */
export type Mailbox = { readonly name: string; readonly address: string }
export type ResponseKind = 'none' | 'organizer' | 'tentativelyAccepted' | 'accepted' | 'declined' | 'notResponded'
export type Attendance = {
  readonly type: 'required' | 'optional' | 'resource'
  readonly emailAddress: Mailbox
  readonly status: { readonly response: ResponseKind; readonly time: string }
  readonly proposedNewTime?: JsonObject
}

/** What one mailbox's copy of an event holds besides its ids and times. */
export type EventData = {
  readonly subject: string
  readonly body: { readonly contentType: 'html' | 'text'; readonly content: string }
  /** Windows or IANA name of the zone the event was written in. */
  readonly timeZone: string
  readonly endTimeZone: string
  readonly isAllDay: boolean
  readonly location: JsonObject
  readonly locations: readonly JsonObject[]
  readonly attendees: readonly Attendance[]
  readonly organizer: Mailbox
  readonly isOrganizer: boolean
  readonly response: { readonly response: ResponseKind; readonly time: string }
  /** Graph's patternedRecurrence on a series master. */
  readonly recurrence: JsonObject | null
  /** Original starts (UTC) of occurrences that were removed. */
  readonly cancelledOccurrences: readonly string[]
  readonly importance: string
  readonly sensitivity: string
  readonly showAs: string
  readonly categories: readonly string[]
  readonly isReminderOn: boolean
  readonly reminderMinutesBeforeStart: number
  readonly responseRequested: boolean
  readonly allowNewTimeProposals: boolean
  readonly hideAttendees: boolean
  readonly joinUrl: string | null
  readonly isCancelled: boolean
  readonly isDraft: boolean
  readonly extendedProperties: readonly { readonly id: string; readonly value: Json }[]
}

type EventKind = 'singleInstance' | 'seriesMaster' | 'exception' | 'occurrence'

/** One copy of an event in one mailbox. Times are "2026-10-06T07:00:00Z"; all-day events have midnights without zone, marked Z. */
export type EventRecord = {
  readonly mailbox: string
  readonly id: string
  readonly immutableId: string
  readonly iCalUId: string
  readonly masterId: string | null
  readonly kind: EventKind
  readonly originalStart: string | null
  readonly startUtc: string
  readonly endUtc: string
  readonly data: EventData
  readonly version: number
  readonly transactionId: string | null
  readonly createdAt: string
  readonly modifiedAt: string
  readonly deleted: boolean
  readonly seq: number
}

export type EventRow = Row & {
  mailbox: string
  id: string
  immutable_id: string
  ical_uid: string
  master_id: string | null
  kind: string
  original_start: string | null
  start_utc: string
  end_utc: string
  data: string
  version: number
  transaction_id: string | null
  created_at: string
  modified_at: string
  deleted: number
  seq: number
}

export function toRecord(row: EventRow): EventRecord {
  return {
    mailbox: row.mailbox,
    id: row.id,
    immutableId: row.immutable_id,
    iCalUId: row.ical_uid,
    masterId: row.master_id,
    kind: row.kind as EventKind,
    originalStart: row.original_start,
    startUtc: row.start_utc,
    endUtc: row.end_utc,
    data: JSON.parse(row.data) as EventData,
    version: row.version,
    transactionId: row.transaction_id,
    createdAt: row.created_at,
    modifiedAt: row.modified_at,
    deleted: row.deleted === 1,
    seq: row.seq,
  }
}

/** What an event has when nobody said otherwise. */
export const plainEvent: Omit<EventData, 'organizer' | 'timeZone' | 'endTimeZone'> = {
  subject: '',
  body: { contentType: 'html', content: '' },
  isAllDay: false,
  location: { displayName: '', locationType: 'default', uniqueIdType: 'unknown', address: {}, coordinates: {} },
  locations: [],
  attendees: [],
  isOrganizer: true,
  response: { response: 'organizer', time: '0001-01-01T00:00:00Z' },
  recurrence: null,
  cancelledOccurrences: [],
  importance: 'normal',
  sensitivity: 'normal',
  showAs: 'busy',
  categories: [],
  isReminderOn: true,
  reminderMinutesBeforeStart: 15,
  responseRequested: true,
  allowNewTimeProposals: true,
  hideAttendees: false,
  joinUrl: null,
  isCancelled: false,
  isDraft: false,
  extendedProperties: [],
}

/** The two ids of something in a mailbox: the usual one, and the one that Prefer: IdType="ImmutableId" asks for. */
export function mailboxIds(seed: string = randomUUID()): { readonly id: string; readonly immutableId: string } {
  return {
    id: `AAMkA${letters(`usual ${seed}`, 108)}AAA=`,
    immutableId: `AAkALg${letters(`immutable ${seed}`, 52)}AAA=`,
  }
}

// Letters and digits only, so that an occurrence's date can be put behind a dash.
function letters(seed: string, length: number): string {
  let text = ''
  for (let round = 0; text.length < length; round += 1) {
    text += createHash('sha256').update(`${round}${seed}`).digest('base64').replace(/[+/=]/g, '')
  }
  return text.slice(0, length)
}

const globalObjectIdStart = '040000008200E00074C5B7101A82E008'

/** A new Global Object Id, as Exchange names an event that it makes (PLATFORM F2.2). */
export function newGlobalObjectId(now: Date): string {
  const fileTime = Buffer.alloc(8)
  fileTime.writeBigUInt64LE(BigInt(now.getTime() + 11_644_473_600_000) * 10_000n)
  const own = randomUUID().replaceAll('-', '')
  return `${globalObjectIdStart}00000000${fileTime.toString('hex')}${'0'.repeat(16)}10000000${own}`.toUpperCase()
}

/** The iCalUId of one occurrence: the series' with the original local date in its date bytes. Foreign UIDs stay whole. */
export function occurrenceUid(seriesUid: string, localDate: string): string {
  if (!seriesUid.toUpperCase().startsWith(globalObjectIdStart)) return seriesUid
  const [year = 0, month = 0, day = 0] = localDate.split('-').map(Number)
  const bytes = [year >> 8, year & 255, month, day].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return seriesUid.slice(0, 32) + bytes.toUpperCase() + seriesUid.slice(40)
}

/** The usual and the immutable id of an occurrence are those of its master with the original date behind. */
export function occurrenceId(masterId: string, localDate: string): string {
  return `${masterId.replace(/=+$/, '')}-O${localDate.replaceAll('-', '')}`
}

/** Takes an occurrence's id apart; null for any other id. */
export function splitOccurrenceId(id: string): { readonly masterId: string; readonly localDate: string } | null {
  const match = /^(.+)-O(\d{4})(\d\d)(\d\d)$/.exec(id)
  return match ? { masterId: `${match[1]}=`, localDate: `${match[2]}-${match[3]}-${match[4]}` } : null
}
