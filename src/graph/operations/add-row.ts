import { ServiceError } from '../../workflows/failure.ts'
import { type Fields, type RowCodec, readWireRow } from '../row-codec.ts'
import { noteRow, type Site, sitePathTo } from '../site.ts'
import { findRow } from './find-row.ts'

/**
 * Creates a row that carries its own key in a unique column. When a row with that key is there already (an earlier try
 * whose answer was lost, or another person with the same key) that row is the answer.
 */
export async function addRow<New, Row extends New>(site: Site, codec: RowCodec<New, Row>, added: New): Promise<Row> {
  const fields = withoutEmpty(codec.toFields(added))
  const path = sitePathTo(site.forumId, 'lists', codec.list, 'items')
  const answer = await site.graph.post(path, { fields }, { repeatable: true }).catch(async (error: unknown) => {
    // How SharePoint words a broken uniqueness over Graph is not documented: any refusal may be it, and the row tells.
    const stored = isRefusal(error) ? await findRow(site, codec, codec.keyOf(added)) : null
    if (!stored) throw error
    return stored
  })
  const answered = readWireRow(answer)
  const isWhole = answered?.fields[codec.keyColumn] !== undefined
  const wire = isWhole ? answered : await findRow(site, codec, codec.keyOf(added))
  const row = wire && noteRow(site, codec, wire)
  if (!row) throw new ServiceError({ kind: 'unavailable' }, { cause: answer })
  return row
}

function isRefusal(error: unknown): boolean {
  if (!(error instanceof ServiceError)) return false
  const { kind } = error.failure
  return kind === 'rejected' || kind === 'changedMeanwhile'
}

function withoutEmpty(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null))
}
