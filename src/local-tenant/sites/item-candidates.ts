import type { Comparison, Filter } from '../odata/filter.ts'
import type { Cell, Store } from '../store/database.ts'
import type { Column } from './columns.ts'
import { indexCell } from './field-values.ts'

const operators: Partial<Record<Comparison, string>> = { eq: '=', gt: '>', ge: '>=', lt: '<', le: '<=' }

/** The column a path such as `fields/Status` means. */
export function columnOfPath(columns: readonly Column[], path: string): Column | undefined {
  const name = path.replace(/^fields\//i, '')
  return columns.find((column) => column.name === name || `${column.name}LookupId` === name)
}

/** Items that can meet the filter, found through indexes; null when no index narrows it. The filter still has to be checked. */
export function candidateIds(
  store: Store,
  listId: string,
  columns: readonly Column[],
  filter: Filter,
): ReadonlySet<number> | null {
  switch (filter.kind) {
    case 'and': {
      const left = candidateIds(store, listId, columns, filter.left)
      const right = candidateIds(store, listId, columns, filter.right)
      if (left === null || right === null) return left ?? right
      return new Set([...left].filter((id) => right.has(id)))
    }
    case 'or': {
      const left = candidateIds(store, listId, columns, filter.left)
      const right = left === null ? null : candidateIds(store, listId, columns, filter.right)
      return left === null || right === null ? null : new Set([...left, ...right])
    }
    case 'compare':
      return compareIds(store, listId, columns, filter)
    case 'text':
      return filter.name === 'startswith' ? prefixIds(store, listId, columns, filter) : null
    default:
      return null
  }
}

function compareIds(
  store: Store,
  listId: string,
  columns: readonly Column[],
  { left, op, right }: Extract<Filter, { kind: 'compare' }>,
): ReadonlySet<number> | null {
  if (left.kind !== 'path' || right.kind !== 'literal') return null
  const column = columnOfPath(columns, left.path)
  const operator = operators[op]
  if (!column?.indexed || operator === undefined) return null
  const value =
    column.kind === 'dateTime' && typeof right.value === 'string' ? momentCell(right.value) : indexCell(right.value)
  if (value === null) return null
  return idsWhere(store, `value ${operator} ?`, listId, column.name, value)
}

function prefixIds(
  store: Store,
  listId: string,
  columns: readonly Column[],
  { left, right }: Extract<Filter, { kind: 'text' }>,
): ReadonlySet<number> | null {
  if (left.kind !== 'path' || right.kind !== 'literal' || typeof right.value !== 'string') return null
  const column = columnOfPath(columns, left.path)
  if (!column?.indexed) return null
  const prefix = indexCell(right.value)
  return idsWhere(store, 'value >= ? AND value < ?', listId, column.name, prefix, `${String(prefix)}\u{10ffff}`)
}

function idsWhere(
  store: Store,
  condition: string,
  listId: string,
  column: string,
  ...values: Cell[]
): ReadonlySet<number> {
  const rows = store.all<{ item_id: number }>(
    `SELECT item_id FROM item_index WHERE list_id = ? AND column_name = ? AND ${condition}`,
    listId,
    column,
    ...values,
  )
  return new Set(rows.map((row) => row.item_id))
}

// Moments are kept as whole seconds in UTC; one that cannot be said so is left to the check of the filter.
function momentCell(text: string): Cell {
  if (text === '') return ''
  const time = Date.parse(text.includes('T') && !/(Z|[+-]\d\d:?\d\d)$/.test(text) ? `${text}Z` : text)
  if (Number.isNaN(time) || time % 1000 !== 0) return null
  return `${new Date(time).toISOString().slice(0, 19)}Z`.toLowerCase()
}
