import type { ETag } from '../../shared/ids.ts'
import { ServiceError } from '../../workflows/failure.ts'
import type { RowCodec } from '../row-codec.ts'
import { type Site, sitePathTo } from '../site.ts'
import { findRow } from './find-row.ts'

/** Removes a row as the user saw it (SharePoint keeps it in its recycle bin). One that is gone already is removed; one changed meanwhile throws 'changedMeanwhile'. */
export async function removeRow<New, Row extends New>(
  site: Site,
  codec: RowCodec<New, Row>,
  removed: Row & { readonly eTag: ETag | null },
): Promise<void> {
  const key = codec.keyOf(removed)
  const known = site.itemIds.get(key)
  const stored = known === undefined || removed.eTag === null ? await findRow(site, codec, key) : null
  const id = known ?? stored?.id
  if (id === undefined) return
  const ifMatch = removed.eTag ?? stored?.eTag ?? '*'
  // The id stays known: a poll hears of the removal by id alone.
  try {
    await site.graph.delete(sitePathTo(site.forumId, 'lists', codec.list, 'items', id), { ifMatch })
  } catch (error) {
    if (!(error instanceof ServiceError) || error.failure.kind !== 'notFound') throw error
  }
}
