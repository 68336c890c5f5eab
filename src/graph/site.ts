import type { ForumId } from '../shared/ids.ts'
import type { RowCodec, WireRow } from './row-codec.ts'
import { readWireRow } from './row-codec.ts'
import type { Graph } from './transport.ts'

/** A forum's SharePoint site as the operations see it, with the list item ids of the rows already met. */
export type Site = {
  readonly graph: Graph
  readonly forumId: ForumId
  /** Row key -> list item id. Keys are GUIDs or hashes, so that one map serves all lists. */
  readonly itemIds: Map<string, string>
}

// Graph writes a site id with bare commas.
function sitePath(forumId: ForumId): string {
  return `/sites/${encodeURIComponent(forumId).replaceAll('%2C', ',')}`
}

/** Path of something inside the site; segments are encoded here. */
export function sitePathTo(forumId: ForumId, ...segments: readonly string[]): string {
  return [sitePath(forumId), ...segments.map(encodeURIComponent)].join('/')
}

/** How many rows one page may hold; a hint to the server, never a limit to what is read. */
const PAGE_ROWS = 200

/** Path of a list's rows with the columns asked for. `filter` may name indexed columns only (PLATFORM F5.4). */
export function rowsPath(forumId: ForumId, list: string, columns: readonly string[], filter?: string): string {
  const query = [
    '$select=id,eTag,createdDateTime,lastModifiedDateTime,createdBy',
    `$expand=${encodeURIComponent(`fields($select=${columns.join(',')})`)}`,
    `$top=${PAGE_ROWS}`,
    ...(filter === undefined ? [] : [`$filter=${encodeURIComponent(filter)}`]),
  ]
  return `${sitePathTo(forumId, 'lists', list, 'items')}?${query.join('&')}`
}

/** `fields/Column eq 'value'` with the quotes of the value doubled. */
export function columnEquals(column: string, value: string): string {
  return `fields/${column} eq '${value.replaceAll("'", "''")}'`
}

/** Wire items to rows; notes the item ids on the way. Rows that cannot be read are left out. */
export function toRows<New, Row extends New>(
  site: Site,
  codec: RowCodec<New, Row>,
  items: readonly unknown[],
): readonly Row[] {
  return items.flatMap((item) => {
    const wire = readWireRow(item)
    const row = wire && noteRow(site, codec, wire)
    return row ? [row] : []
  })
}

/** One wire row to a row; notes its item id. */
export function noteRow<New, Row extends New>(site: Site, codec: RowCodec<New, Row>, wire: WireRow): Row | null {
  const row = codec.toRow(wire, site.forumId)
  if (row) site.itemIds.set(codec.keyOf(row), wire.id)
  return row
}
