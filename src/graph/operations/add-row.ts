import { ServiceError } from '../../workflows/failure.ts'
import { type Fields, type RowCodec, readWireRow, type WireRow } from '../row-codec.ts'
import { noteRow, type Site, sitePathTo } from '../site.ts'
import { findRow } from './find-row.ts'

/**
 * Creates a row that carries its own key in a unique column. When a row with that key is there already (an earlier try
 * whose answer was lost, or another person with the same key) that row is the answer.
 */
export async function addRow<New, Row extends New>(site: Site, codec: RowCodec<New, Row>, added: New): Promise<Row> {
  const wire = await createOrFind(site, codec, added)
  const row = wire && noteRow(site, codec, wire)
  if (!row) throw new ServiceError({ kind: 'unavailable' })
  return row
}

async function createOrFind<New, Row extends New>(
  site: Site,
  codec: RowCodec<New, Row>,
  added: New,
): Promise<WireRow | null> {
  const key = codec.keyOf(added)
  try {
    const path = sitePathTo(site.forumId, 'lists', codec.list, 'items')
    const fields = withoutEmpty(codec.toFields(added))
    const wire = readWireRow(await site.graph.post(path, { fields }, { repeatable: true }))
    // Not every answer to a create is known to hold the fields.
    return wire?.fields[codec.keyColumn] === undefined ? findRow(site, codec, key) : wire
  } catch (error) {
    // How SharePoint words a broken uniqueness over Graph is not documented: any refusal may be it, and the row tells.
    const stored = isRefusal(error) ? await findRow(site, codec, key) : null
    if (!stored) throw error
    return stored
  }
}

function isRefusal(error: unknown): boolean {
  if (!(error instanceof ServiceError)) return false
  const { kind } = error.failure
  return kind === 'rejected' || kind === 'changedMeanwhile'
}

function withoutEmpty(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null))
}
