import type { Call } from '../http/call.ts'
import { badRequest, invalidRequest } from '../http/graph-error.ts'
import { markNumber, nextLink, readMark } from '../http/paging.ts'
import { meetsFilter, order, type PropertyReader, pathsOf } from '../odata/evaluate-filter.ts'
import { type Filter, parseFilter, type Scalar } from '../odata/filter.ts'
import { parseOrderBy, type SortKey } from '../odata/order-by.ts'
import { type Column, columnsOf } from './columns.ts'
import type { Fields } from './field-values.ts'
import { candidateIds, columnOfPath } from './item-candidates.ts'
import type { ItemRow } from './item-store.ts'
import type { ListInSite } from './list-store.ts'

const defaultPage = 200
const largestPage = 1_000
const viewThreshold = 5_000

export type ItemPage = { readonly items: readonly ItemRow[]; readonly nextLink: string | null }

/** One page of a list's items under $filter, $orderby and $top. 400 where SharePoint wants an index (PLATFORM F5.4). */
export function queryItems(call: Call, where: ListInSite): ItemPage {
  const { store } = call.service
  const columns = columnsOf(store, where.list.id)
  const filterText = call.query.get('$filter')
  const filter = filterText === null ? null : emptyAsNull(parseFilter(filterText))
  const sort = parseOrderBy(call.query.get('$orderby'))
  checkIndexes(call, where, columns, filter, sort)
  const pageSize = Math.min(call.query.top() ?? defaultPage, largestPage)
  return filter === null && sort.length === 0
    ? pageById(call, where, pageSize)
    : pageOfMatches(call, where, { filter, sort, columns, pageSize })
}

function pageById(call: Call, { list }: ListInSite, pageSize: number): ItemPage {
  const after = markNumber(readMark(call.query.get('$skiptoken')), 'after')
  const rows = call.service.store.all<ItemRow>(
    'SELECT * FROM items WHERE list_id = ? AND id > ? AND deleted = 0 ORDER BY id LIMIT ?',
    list.id,
    after,
    pageSize + 1,
  )
  const items = rows.slice(0, pageSize)
  return { items, nextLink: rows.length > pageSize ? nextLink(call, { after: items.at(-1)?.id ?? 0 }) : null }
}

type Plan = {
  readonly filter: Filter | null
  readonly sort: readonly SortKey[]
  readonly columns: readonly Column[]
  readonly pageSize: number
}

function pageOfMatches(call: Call, where: ListInSite, plan: Plan): ItemPage {
  const matches = findMatches(call, where, plan)
  const offset = markNumber(readMark(call.query.get('$skiptoken')), 'offset')
  const items = matches.slice(offset, offset + plan.pageSize)
  const end = offset + items.length
  return { items, nextLink: end < matches.length ? nextLink(call, { offset: end }) : null }
}

function findMatches(call: Call, { list }: ListInSite, { filter, sort, columns }: Plan): ItemRow[] {
  const { store } = call.service
  const ids = filter === null ? null : candidateIds(store, list.id, columns, filter)
  const rows =
    ids === null
      ? store.all<ItemRow>('SELECT * FROM items WHERE list_id = ? AND deleted = 0 ORDER BY id', list.id)
      : [...ids]
          .sort((a, b) => a - b)
          .flatMap((id) =>
            store.all<ItemRow>('SELECT * FROM items WHERE list_id = ? AND id = ? AND deleted = 0', list.id, id),
          )
  const readable = rows.map((item) => ({ item, read: readerOf(item) }))
  const kept = filter === null ? readable : readable.filter(({ read }) => meetsFilter(filter, read))
  if (sort.length > 0) kept.sort((a, b) => compareBy(sort, a.read, b.read))
  return kept.map(({ item }) => item)
}

function readerOf(item: ItemRow): PropertyReader {
  const fields = JSON.parse(item.fields) as Fields
  return (path) => {
    const lower = path.toLowerCase()
    if (lower === 'id' || lower === 'fields/id') return item.id
    if (lower === 'createddatetime' || lower === 'fields/created') return item.created_at
    if (lower === 'lastmodifieddatetime' || lower === 'fields/modified') return item.modified_at
    const value = fields[path.replace(/^fields\//i, '')]
    if (Array.isArray(value)) return value.map((one) => () => one as Scalar)
    return value === undefined || typeof value === 'object' ? null : (value as Scalar)
  }
}

function compareBy(sort: readonly SortKey[], a: PropertyReader, b: PropertyReader): number {
  for (const { path, descending } of sort) {
    const sign = order((a(path) ?? null) as Scalar, (b(path) ?? null) as Scalar)
    if (sign !== 0) return descending ? -sign : sign
  }
  return 0
}

function checkIndexes(
  call: Call,
  { list }: ListInSite,
  columns: readonly Column[],
  filter: Filter | null,
  sort: readonly SortKey[],
): void {
  const paths = [...(filter === null ? [] : pathsOf(filter)), ...sort.map(({ path }) => path)]
  const unindexed = paths.filter((path) => !isIndexed(path, columns))
  if (unindexed.length === 0) return
  if (!call.prefer.nonIndexedAllowed) {
    const name = (unindexed[0] ?? '').replace(/^fields\//i, '')
    throw invalidRequest(
      `Field '${name}' cannot be referenced in filter or orderby as it is not indexed. Provide the 'Prefer: HonorNonIndexedQueriesWarningMayFailRandomly' header to allow this, but be warned that such queries may fail on large lists.`,
    )
  }
  const row = call.service.store.get<{ many: number }>(
    'SELECT count(*) AS many FROM (SELECT 1 FROM items WHERE list_id = ? AND deleted = 0 LIMIT ?)',
    list.id,
    viewThreshold + 1,
  )
  if ((row?.many ?? 0) > viewThreshold) {
    throw invalidRequest('The attempted operation is prohibited because it exceeds the list view threshold.')
  }
}

function isIndexed(path: string, columns: readonly Column[]): boolean {
  if (/^(fields\/)?id$/i.test(path)) return true
  if (/^(createdDateTime|lastModifiedDateTime|fields\/(Created|Modified))$/i.test(path)) return false
  if (!/^fields\//i.test(path)) {
    throw badRequest(
      `Invalid filter clause: Could not find a property named '${path.split('/')[0]}' on type 'microsoft.graph.listItem'.`,
    )
  }
  const column = columnOfPath(columns, path)
  if (!column) throw invalidRequest(`Field '${path.slice(7)}' is not recognized`)
  return column.indexed
}

// SharePoint keeps no empty texts: '' and null are the same nothing.
function emptyAsNull(filter: Filter): Filter {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return { ...filter, left: emptyAsNull(filter.left), right: emptyAsNull(filter.right) }
    case 'not':
      return { ...filter, inner: emptyAsNull(filter.inner) }
    case 'compare':
      return filter.right.kind === 'literal' && filter.right.value === ''
        ? { ...filter, right: { kind: 'literal', value: null } }
        : filter
    default:
      return filter
  }
}
