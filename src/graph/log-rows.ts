import * as v from 'valibot'
import type { LogBefore, LogEntry, LogKind, NewLogEntry } from '../domain/meeting/meeting-log.ts'
import type { LinkKey, LogKey, MeetingKey } from '../shared/ids.ts'
import { linkRows, meetingRows } from './meeting-rows.ts'
import { readChoice, readText, readTextOrNull } from './read-wire.ts'
import { type Fields, type RowCodec, readInstant, type WireRow, writeLine, writeText } from './row-codec.ts'

const KINDS: readonly LogKind[] = [
  'found',
  'found-stale',
  'confirmed',
  'confirmed-stale',
  'rejected',
  'disputed',
  'removed',
  'moved',
  'undone',
]

const storedFields = v.record(v.string(), v.nullable(v.union([v.string(), v.number()])))
const storedBefore = v.variant('kind', [
  v.object({ kind: v.literal('tie'), link: v.nullable(storedFields) }),
  v.object({
    kind: v.literal('move'),
    way: v.picklist(['sameInvitation', 'newInvitation', 'onlyHere']),
    meeting: storedFields,
    links: v.array(storedFields),
  }),
])

/** List MeetingLog. What stood before is kept as the columns of the rows it would be written back to. */
export const logRows: RowCodec<NewLogEntry, LogEntry> = {
  list: 'MeetingLog',
  keyColumn: 'LogKey',
  columns: [
    'Title',
    'LogKey',
    'MeetingKey',
    'Kind',
    'ValueHash',
    'LinkKey',
    'Start',
    'Because',
    'Organisation',
    'RefersTo',
    'Before',
  ],
  keyOf: (entry) => entry.key,
  toFields: (entry) => ({
    Title: writeLine(entry.subject.slice(0, 250)),
    LogKey: entry.key,
    MeetingKey: entry.meetingKey,
    Kind: entry.kind,
    ValueHash: entry.valueHash,
    LinkKey: entry.linkKey,
    Start: entry.start === null ? null : readInstant(entry.start),
    Because: writeText(entry.because),
    Organisation: writeLine(entry.organisation),
    RefersTo: entry.refersTo,
    Before: entry.before === null ? null : JSON.stringify(writeBefore(entry.before)),
  }),
  toRow: ({ author, createdAt, fields }, forumId) => {
    const key = readText(fields['LogKey']) as LogKey
    const kind = readChoice(fields['Kind'], KINDS, null)
    if (key === '' || kind === null) return null
    return {
      key,
      meetingKey: readText(fields['MeetingKey']) as MeetingKey,
      kind,
      valueHash: readTextOrNull(fields['ValueHash']),
      linkKey: readTextOrNull(fields['LinkKey']) as LinkKey | null,
      subject: readText(fields['Title']),
      start: readInstant(fields['Start']),
      because: readText(fields['Because']),
      organisation: readText(fields['Organisation']),
      refersTo: readTextOrNull(fields['RefersTo']) as LogKey | null,
      before: readBefore(fields['Before'], forumId),
      author,
      createdAt,
    }
  },
}

function writeBefore(before: LogBefore): object {
  if (before.kind === 'tie') return { kind: before.kind, link: before.link && linkRows.toFields(before.link) }
  const { kind, links, meeting, way } = before
  return { kind, way, meeting: meetingRows.toFields(meeting), links: links.map(linkRows.toFields) }
}

// What cannot be read (an older shape, a hand-edited cell) is a line that cannot be taken back, no more.
function readBefore(value: unknown, forumId: Parameters<typeof meetingRows.toRow>[1]): LogBefore | null {
  const stored = v.safeParse(v.pipe(v.string(), v.parseJson(), storedBefore), readText(value))
  if (!stored.success) return null
  const before = stored.output
  if (before.kind === 'tie') {
    const link = before.link && linkRows.toRow(asWireRow(before.link), forumId)
    return before.link !== null && link === null ? null : { kind: before.kind, link }
  }
  const meeting = meetingRows.toRow(asWireRow(before.meeting), forumId)
  const links = before.links.flatMap((fields) => linkRows.toRow(asWireRow(fields), forumId) ?? [])
  return meeting && { kind: before.kind, way: before.way, meeting, links }
}

function asWireRow(fields: Fields): WireRow {
  const epoch = '1970-01-01T00:00:00Z' as WireRow['createdAt']
  return { id: '', eTag: null, author: '', createdAt: epoch, modifiedAt: epoch, fields }
}
