import type { LogEntry } from '../../domain/meeting/meeting-log.ts'
import type { MeetingKey } from '../../shared/ids.ts'
import { ServiceError } from '../../workflows/failure.ts'
import { logRows } from '../log-rows.ts'
import { readAllPages } from '../paging.ts'
import { columnEquals, rowsPath, type Site, toRows } from '../site.ts'

/** A meeting's log, oldest first; empty where the site has no such list yet. */
export async function readLog(site: Site, meetingKey: MeetingKey): Promise<readonly LogEntry[]> {
  const path = rowsPath(site.forumId, logRows.list, logRows.columns, columnEquals('MeetingKey', meetingKey))
  try {
    const entries = toRows(site, logRows, await readAllPages(site.graph, path))
    return entries.toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : a.createdAt > b.createdAt ? 1 : 0))
  } catch (error) {
    if (error instanceof ServiceError && error.failure.kind === 'notFound') return []
    throw error
  }
}
