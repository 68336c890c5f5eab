import { addDaysToInstant } from '../../domain/time/zoned-time.ts'
import type { Instant, MeetingKey } from '../../shared/ids.ts'
import { ServiceError } from '../../workflows/failure.ts'
import type { MeetingRecord } from '../../workflows/ports.ts'
import { agendaItemRows, enclosureRows } from '../agenda-rows.ts'
import { readCollections } from '../batch.ts'
import { proposalRows, statusNoteRows } from '../contribution-rows.ts'
import { linkRows, meetingRows } from '../meeting-rows.ts'
import type { RowCodec } from '../row-codec.ts'
import { columnEquals, rowsPath, type Site, toRows } from '../site.ts'
import { CONFIG_COLUMNS, toForum } from '../to-forum.ts'

/** 18 months: the meetings a person may still want to look back at. */
const DAYS_BACK = 548

/** Everything one opened meeting needs, in one batch. Throws 'notFound' when the forum has no such meeting. */
export async function readMeeting(
  site: Site,
  meetingKey: MeetingKey,
  knownName: string,
  now: Instant,
): Promise<MeetingRecord> {
  const collections = await readCollections(site.graph, meetingPaths(site, meetingKey, now))
  const part = (index: number): readonly unknown[] => {
    const rows = collections[index]
    if (rows instanceof ServiceError) throw rows
    return rows ?? []
  }
  const meetings = uniqueByKey(toRows(site, meetingRows, [...part(1), ...part(2)]))
  if (!meetings.some((meeting) => meeting.key === meetingKey)) throw new ServiceError({ kind: 'notFound' })
  return sortRecord({
    forum: toForum(part(0), site.forumId, knownName),
    meetings,
    meetingKey,
    links: toRows(site, linkRows, part(3)),
    items: toRows(site, agendaItemRows, part(4)),
    proposals: toRows(site, proposalRows, [...part(5), ...part(6)]),
    notes: toRows(site, statusNoteRows, part(7)),
    enclosures: toRows(site, enclosureRows, part(8)),
    readAt: now,
  })
}

/** Meetings by start, items by rank, proposals by age, the rest as it comes. */
export function sortRecord(record: MeetingRecord): MeetingRecord {
  return {
    ...record,
    meetings: record.meetings.toSorted((a, b) => compareText(a.start, b.start)),
    items: record.items.toSorted((a, b) => compareText(a.rank, b.rank)),
    proposals: record.proposals.toSorted((a, b) => compareText(a.createdAt, b.createdAt)),
  }
}

function meetingPaths(site: Site, meetingKey: MeetingKey, now: Instant): readonly string[] {
  const { forumId } = site
  const ofMeeting = columnEquals('MeetingKey', meetingKey)
  const path = <New, Row extends New>(codec: RowCodec<New, Row>, filter: string): string =>
    rowsPath(forumId, codec.list, codec.columns, filter)
  return [
    rowsPath(forumId, 'Config', CONFIG_COLUMNS),
    path(meetingRows, `fields/Start ge '${addDaysToInstant(now, -DAYS_BACK)}'`),
    // A meeting older than that can still be opened.
    path(meetingRows, ofMeeting),
    path(linkRows, ofMeeting),
    path(agendaItemRows, ofMeeting),
    path(proposalRows, ofMeeting),
    // Proposals for "the next meeting" have no key yet.
    path(proposalRows, 'fields/MeetingKey eq null'),
    path(statusNoteRows, ofMeeting),
    path(enclosureRows, ofMeeting),
  ]
}

function uniqueByKey<Row extends { readonly key: string }>(rows: readonly Row[]): readonly Row[] {
  return [...new Map(rows.map((row) => [row.key, row])).values()]
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
