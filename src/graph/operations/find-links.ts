import { ServiceError } from '../../workflows/failure.ts'
import type { ForumLink } from '../../workflows/ports.ts'
import { readCollections } from '../batch.ts'
import { linkRows } from '../meeting-rows.ts'
import { columnEquals, rowsPath, type Site, toRows } from '../site.ts'

/** Hashes in one filter: each takes some 100 characters of an address that servers cut at a few thousand. */
const HASHES_PER_FILTER = 12

/** Ties with any of these hashes in all the sites, in one batch; sites this person may not open are left out. */
export async function findLinks(sites: readonly Site[], valueHashes: readonly string[]): Promise<readonly ForumLink[]> {
  const [first] = sites
  if (!first || valueHashes.length === 0) return []
  const filters: string[] = []
  for (let start = 0; start < valueHashes.length; start += HASHES_PER_FILTER) {
    const some = valueHashes.slice(start, start + HASHES_PER_FILTER)
    filters.push(some.map((hash) => columnEquals('ValueHash', hash)).join(' or '))
  }
  const asked = sites.flatMap((site) => filters.map((filter) => ({ site, filter })))
  const collections = await readCollections(
    first.graph,
    asked.map(({ site, filter }) => rowsPath(site.forumId, linkRows.list, linkRows.columns, filter)),
  )
  return asked.flatMap(({ site }, index) => {
    const rows = toRows(site, linkRows, rowsOrClosed(collections[index]) ?? [])
    return rows.map((link) => ({ forumId: site.forumId, link }))
  })
}

/** The rows of one part; null when this person may not open the site. Any other failure is thrown. */
export function rowsOrClosed(answer: readonly unknown[] | ServiceError | undefined): readonly unknown[] | null {
  if (!(answer instanceof ServiceError)) return answer ?? []
  const { kind } = answer.failure
  if (kind === 'noRights' || kind === 'notFound') return null
  throw answer
}
