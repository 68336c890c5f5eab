import type { Instant } from '../../shared/ids.ts'
import { ServiceError } from '../../workflows/failure.ts'
import type { MeetingRecord } from '../../workflows/ports.ts'
import { agendaItemRows, enclosureRows } from '../agenda-rows.ts'
import { sendBatch } from '../batch.ts'
import { proposalRows, statusNoteRows } from '../contribution-rows.ts'
import { linkRows, meetingRows } from '../meeting-rows.ts'
import { readList, readRecord, readText } from '../read-wire.ts'
import { type RowCodec, readWireRow } from '../row-codec.ts'
import { noteRow, type Site, sitePathTo } from '../site.ts'
import { CONFIG_COLUMNS } from '../to-forum.ts'
import { troubleOf } from '../to-service-error.ts'
import { GRAPH_ADDRESS } from '../transport.ts'
import { sortRecord } from './read-meeting.ts'

/** An opened meeting and, for each list, where its changes since then are to be had. */
export type MeetingWatch = { readonly record: MeetingRecord; readonly deltaPaths: readonly string[] }

/** The order of the delta parts; `applyChanges` goes by it. */
const WATCHED: readonly { readonly list: string; readonly columns: readonly string[] }[] = [
  { list: 'Config', columns: CONFIG_COLUMNS },
  meetingRows,
  linkRows,
  agendaItemRows,
  proposalRows,
  statusNoteRows,
  enclosureRows,
]
const MOST_PAGES = 10

/**
 * Begins to watch: first the tokens, then the meeting, so that nothing falls between them. What changes in that moment
 * comes twice, which does no harm.
 */
export async function watchMeeting(site: Site, readMeeting: () => Promise<MeetingRecord>): Promise<MeetingWatch> {
  const paths = WATCHED.map(({ list, columns }) => {
    const expand = encodeURIComponent(`fields($select=${columns.join(',')})`)
    return `${sitePathTo(site.forumId, 'lists', list, 'items', 'delta')}?$expand=${expand}&token=latest`
  })
  const deltas = await readDeltas(site, paths)
  return { record: await readMeeting(), deltaPaths: deltas?.map(({ deltaPath }) => deltaPath) ?? [] }
}

/**
 * The meeting with what changed since: one batch, whose cost does not grow with the archive. null when the tokens have
 * expired, the changes are too many or the forum's own settings changed: then everything is to be read anew.
 */
export async function pollMeeting(site: Site, watch: MeetingWatch, now: Instant): Promise<MeetingWatch | null> {
  const deltas = watch.deltaPaths.length > 0 ? await readDeltas(site, watch.deltaPaths) : null
  if (!deltas || (deltas[0]?.changes.length ?? 0) > 0) return null
  const changes = deltas.map((delta) => delta.changes)
  const record = changes.some((some) => some.length > 0) ? applyChanges(site, watch.record, changes) : watch.record
  return { record: { ...record, readAt: now }, deltaPaths: deltas.map(({ deltaPath }) => deltaPath) }
}

type Delta = { readonly changes: readonly unknown[]; readonly deltaPath: string }

async function readDeltas(site: Site, paths: readonly string[]): Promise<readonly Delta[] | null> {
  const answers = await sendBatch(
    site.graph,
    paths.map((path) => ({ method: 'GET', path })),
  )
  const deltas = await Promise.all(
    answers.map(async (answer) => {
      if (answer.kind === 'ok') return readDeltaPages(site, answer.body)
      if (troubleOf(answer.error)?.status === 410) return null
      throw answer.error
    }),
  )
  return deltas.every((delta) => delta !== null) ? deltas : null
}

async function readDeltaPages(site: Site, firstPage: unknown): Promise<Delta | null> {
  const changes: unknown[] = []
  let page = readRecord(firstPage)
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    changes.push(...readList(page['value']))
    const deltaLink = readText(page['@odata.deltaLink'])
    if (deltaLink !== '') return { changes, deltaPath: toPath(deltaLink) }
    page = readRecord(await site.graph.get(readText(page['@odata.nextLink'])))
  }
  return null
}

// Parts of a batch take paths, Graph gives whole addresses.
function toPath(link: string): string {
  if (link.startsWith(`${GRAPH_ADDRESS}/`)) return link.slice(GRAPH_ADDRESS.length)
  throw new ServiceError({ kind: 'rejected', reason: 'A link led away from Microsoft Graph.' })
}

function applyChanges(site: Site, record: MeetingRecord, changes: readonly (readonly unknown[])[]): MeetingRecord {
  const isOfMeeting = (row: { readonly meetingKey: string | null }): boolean => row.meetingKey === record.meetingKey
  const [, meetings = [], links = [], items = [], proposals = [], notes = [], enclosures = []] = changes
  return sortRecord({
    ...record,
    meetings: merge(site, meetingRows, record.meetings, meetings, () => true),
    links: merge(site, linkRows, record.links, links, isOfMeeting),
    items: merge(site, agendaItemRows, record.items, items, isOfMeeting),
    proposals: merge(
      site,
      proposalRows,
      record.proposals,
      proposals,
      (row) => row.meetingKey === null || isOfMeeting(row),
    ),
    notes: merge(site, statusNoteRows, record.notes, notes, isOfMeeting),
    enclosures: merge(site, enclosureRows, record.enclosures, enclosures, isOfMeeting),
  })
}

// The last state of a row counts; one that is deleted (no fields), or has gone to another meeting, is taken out by its item id.
function merge<New, Row extends New & { readonly key: string }>(
  site: Site,
  codec: RowCodec<New, Row>,
  rows: readonly Row[],
  changes: readonly unknown[],
  belongs: (row: Row) => boolean,
): readonly Row[] {
  if (changes.length === 0) return rows
  const byKey = new Map(rows.map((row) => [row.key, row]))
  for (const change of changes) {
    const id = readText(readRecord(change)['id'])
    const wire = readWireRow(change)
    const row = wire && noteRow(site, codec, wire)
    if (row && belongs(row)) {
      byKey.set(row.key, row)
      continue
    }
    for (const key of byKey.keys()) if (site.itemIds.get(key) === id) byKey.delete(key)
  }
  return [...byKey.values()]
}
