import { readList, readRecord } from '../read-wire.ts'
import { type RowCodec, readWireRow, type WireRow } from '../row-codec.ts'
import { columnEquals, rowsPath, type Site } from '../site.ts'

/** Reads the row with that key as it is on the server now; null when there is none. */
export async function findRow<New, Row extends New>(
  site: Site,
  codec: RowCodec<New, Row>,
  key: string,
): Promise<WireRow | null> {
  const filter = columnEquals(codec.keyColumn, key)
  const page = await site.graph.get(rowsPath(site.forumId, codec.list, codec.columns, filter))
  return readWireRow(readList(readRecord(page)['value'])[0])
}
