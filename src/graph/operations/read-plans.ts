import type { Instant } from '../../shared/ids.ts'
import type { ForumPlan } from '../../workflows/ports.ts'
import { readCollections } from '../batch.ts'
import { linkRows, meetingRows } from '../meeting-rows.ts'
import { rowsPath, type Site, toRows } from '../site.ts'
import { CONFIG_COLUMNS, toForum } from '../to-forum.ts'
import { rowsOrClosed } from './find-links.ts'

/** Every site this person may open, with its meetings from `from` on and their ties; one batch. */
export async function readPlans(
  sites: readonly { readonly site: Site; readonly name: string }[],
  from: Instant,
): Promise<readonly ForumPlan[]> {
  const [first] = sites
  if (!first) return []
  const paths = sites.flatMap(({ site: { forumId } }) => [
    rowsPath(forumId, 'Config', CONFIG_COLUMNS),
    rowsPath(forumId, meetingRows.list, meetingRows.columns, `fields/Start ge '${from}'`),
    rowsPath(forumId, linkRows.list, linkRows.columns),
  ])
  const collections = await readCollections(first.site.graph, paths)
  return sites.flatMap(({ site, name }, index) => {
    const [config, meetings, links] = [0, 1, 2].map((part) => rowsOrClosed(collections[index * 3 + part]))
    if (!config || !meetings || !links) return []
    const rows = toRows(site, meetingRows, meetings)
    const keys = new Set<string>(rows.map((meeting) => meeting.key))
    return [
      {
        forum: toForum(config, site.forumId, name),
        meetings: rows.toSorted((a, b) => (a.start < b.start ? -1 : 1)),
        links: toRows(site, linkRows, links).filter((link) => keys.has(link.meetingKey)),
      },
    ]
  })
}
