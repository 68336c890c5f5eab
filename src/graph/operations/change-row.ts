import type { ETag } from '../../shared/ids.ts'
import { ServiceError } from '../../workflows/failure.ts'
import { mergeFields } from '../merge-fields.ts'
import { type Fields, type RowCodec, readWireRow, type WireRow } from '../row-codec.ts'
import { noteRow, type Site, sitePathTo } from '../site.ts'
import { findRow } from './find-row.ts'

/** Each try loses only against somebody else's success, so a handful is plenty. */
const MOST_TRIES = 6

type Change<Row> = { readonly before: Row; readonly after: Row; readonly eTag: ETag | null }
type Write = { readonly id: string; readonly eTag: ETag; readonly fields: Fields }

/**
 * Changes what differs between `before` and `after`, guarded by the row's ETag. A row changed meanwhile, or one whose ETag
 * is not known, is read again and merged column by column; 'changedMeanwhile' only when one column was changed by both.
 */
export async function changeRow<New, Row extends New>(
  site: Site,
  codec: RowCodec<New, Row>,
  { before, after, eTag }: Change<Row>,
): Promise<Row> {
  const key = codec.keyOf(before)
  const base = codec.toFields(before)
  const mine = codec.toFields(after)
  const firstId = site.itemIds.get(key)
  let write: Write | null =
    firstId !== undefined && eTag !== null ? { id: firstId, eTag, fields: mergeFields(base, mine, base).toWrite } : null
  if (write && Object.keys(write.fields).length === 0) return before
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    if (!write) {
      const theirs = await findRow(site, codec, key)
      const row = theirs && noteRow(site, codec, theirs)
      if (!theirs || !row) throw new ServiceError({ kind: 'notFound' })
      const merge = mergeFields(base, mine, codec.toFields(row), codec.lineColumns)
      if (merge.conflicts.length > 0) throw new ServiceError({ kind: 'changedMeanwhile' }, { cause: merge.conflicts })
      if (Object.keys(merge.toWrite).length === 0) return row
      write = { id: theirs.id, eTag: theirs.eTag ?? ('*' as ETag), fields: merge.toWrite }
    }
    const written = await writeRow(site, codec, key, write)
    if (written) return written
    write = null
  }
  throw new ServiceError({ kind: 'changedMeanwhile' })
}

// null: somebody else was first.
async function writeRow<New, Row extends New>(
  site: Site,
  codec: RowCodec<New, Row>,
  key: string,
  { id, eTag, fields }: Write,
): Promise<Row | null> {
  try {
    const path = sitePathTo(site.forumId, 'lists', codec.list, 'items', id)
    const wire = await readWritten(site, codec, key, await site.graph.patch(path, { fields }, { ifMatch: eTag }))
    const row = wire && noteRow(site, codec, wire)
    if (!row) throw new ServiceError({ kind: 'notFound' })
    return row
  } catch (error) {
    if (error instanceof ServiceError && error.failure.kind === 'changedMeanwhile') return null
    throw error
  }
}

// Some answers to a PATCH hold the fields alone, without author and times (PLATFORM F5.7): then the row is read.
async function readWritten<New, Row extends New>(
  site: Site,
  codec: RowCodec<New, Row>,
  key: string,
  answer: unknown,
): Promise<WireRow | null> {
  const wire = readWireRow(answer)
  const isWhole = wire?.fields[codec.keyColumn] === key && wire.author !== '' && wire.eTag !== null
  return isWhole ? wire : findRow(site, codec, key)
}
