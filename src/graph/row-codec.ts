import type { LineRule } from '../domain/conflict/merge-lines.ts'
import type { ETag, ForumId, Instant, LocalDate } from '../shared/ids.ts'
import { readRecord, readText } from './read-wire.ts'

/** Values of a list row as they are written; null empties a column. Never "" : SharePoint cannot tell it from empty. */
export type Fields = Readonly<Record<string, string | number | null>>

/** What the server says about a row beside its fields. */
export type WireRow = {
  readonly id: string
  readonly eTag: ETag | null
  readonly author: string
  readonly createdAt: Instant
  readonly modifiedAt: Instant
  readonly fields: Readonly<Record<string, unknown>>
}

/** How one kind of row is kept in its list. `New` is what a person makes, `Row` what the server gives back. */
export type RowCodec<New, Row extends New> = {
  readonly list: string
  readonly keyColumn: string
  /** Every column read and written. */
  readonly columns: readonly string[]
  /** Columns of long texts that are merged line by line. */
  readonly lineColumns?: Readonly<Record<string, LineRule>>
  readonly keyOf: (row: New) => string
  readonly toFields: (row: New) => Fields
  /** null for a row that cannot be what it claims (no key, no time): it is left out, not guessed at. */
  readonly toRow: (wire: WireRow, forumId: ForumId) => Row | null
}

const EPOCH = '1970-01-01T00:00:00Z' as Instant

/** Reads a listItem with expanded fields; null when it has no id or no fields. */
export function readWireRow(item: unknown): WireRow | null {
  const wire = readRecord(item)
  const id = readText(wire['id'])
  if (id === '' || typeof wire['fields'] !== 'object' || wire['fields'] === null) return null
  const user = readRecord(readRecord(wire['createdBy'])['user'])
  const createdAt = readInstant(wire['createdDateTime']) ?? EPOCH
  return {
    id,
    eTag: (readText(wire['eTag']) || readText(wire['@odata.etag']) || null) as ETag | null,
    author: readText(user['displayName']) || readText(user['email']),
    createdAt,
    modifiedAt: readInstant(wire['lastModifiedDateTime']) ?? createdAt,
    fields: readRecord(wire['fields']),
  }
}

/** An ISO point in time, to the second as SharePoint keeps it; null when it is none. */
export function readInstant(value: unknown): Instant | null {
  const moment = Date.parse(readText(value))
  return Number.isNaN(moment) ? null : (`${new Date(moment).toISOString().slice(0, 19)}Z` as Instant)
}

const ELEVEN_HOURS = 11 * 3_600_000

/**
 * The day of a date-only column. SharePoint gives midnight of the site's zone as UTC ("2026-10-05T22:00:00Z" for
 * 6 October in Denmark), others midnight UTC; eleven hours on is the wanted day for both, and for the noon we write.
 */
export function readDay(value: unknown): LocalDate | null {
  const moment = Date.parse(readText(value))
  return Number.isNaN(moment) ? null : (new Date(moment + ELEVEN_HOURS).toISOString().slice(0, 10) as LocalDate)
}

/** Noon UTC: the same day in every zone a Danish forum's site can stand in. */
export function writeDay(day: LocalDate | null): string | null {
  return day === null ? null : `${day}T12:00:00Z`
}

/** "" and null are the same to a list, and so are the ways to end a line. */
export function writeText(text: string | null): string | null {
  return text?.replaceAll('\r\n', '\n') || null
}

/** Text for a column of one line: SharePoint refuses line ends in it. */
export function writeLine(text: string | null): string | null {
  return writeText(text?.replace(/\s+/g, ' ').trim() ?? null)
}
