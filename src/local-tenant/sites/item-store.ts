import { randomUUID } from 'node:crypto'
import { invariant } from '../../shared/invariant.ts'
import { type GraphError, invalidRequest } from '../http/graph-error.ts'
import type { Cell, Row, Store } from '../store/database.ts'
import { type Column, columnsOf } from './columns.ts'
import { type Fields, indexCell, mergeFields } from './field-values.ts'

/** An item as stored; `fields` is JSON, `version` counts from 1, `deleted` is 0 or 1. */
export type ItemRow = Row & {
  list_id: string
  id: number
  guid: string
  fields: string
  version: number
  content_type: string
  created_at: string
  created_by: string
  modified_at: string
  modified_by: string
  deleted: number
  seq: number
}

/** Who changes something, and when (whole seconds, UTC). */
export type Stamp = { readonly by: string; readonly at: string }

/** The live item of a number. */
export function findItem(store: Store, listId: string, id: number): ItemRow | undefined {
  return store.get<ItemRow>('SELECT * FROM items WHERE list_id = ? AND id = ? AND deleted = 0', listId, id)
}

/** Adds a row with checked fields; 400 when a unique column already holds a value. */
export function insertItem(store: Store, listId: string, fields: Fields, stamp: Stamp, contentType = 'Item'): ItemRow {
  const columns = columnsOf(store, listId)
  const kept = mergeFields({}, fields)
  checkUnique(store, listId, columns, kept, null)
  const next = store.get<{ next_item: number }>(
    'UPDATE lists SET next_item = next_item + 1 WHERE id = ? RETURNING next_item',
    listId,
  )
  invariant(next, 'the list of a new item exists')
  const item: ItemRow = {
    list_id: listId,
    id: next.next_item - 1,
    guid: randomUUID(),
    fields: JSON.stringify(kept),
    version: 1,
    content_type: contentType,
    created_at: stamp.at,
    created_by: stamp.by,
    modified_at: stamp.at,
    modified_by: stamp.by,
    deleted: 0,
    seq: store.nextSequence(),
  }
  store.run(
    `INSERT INTO items (list_id, id, guid, fields, version, content_type, created_at, created_by, modified_at, modified_by, deleted, seq)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    item.list_id,
    item.id,
    item.guid,
    item.fields,
    item.version,
    item.content_type,
    item.created_at,
    item.created_by,
    item.modified_at,
    item.modified_by,
    item.deleted,
    item.seq,
  )
  writeIndex(store, listId, item.id, columns, kept)
  return item
}

/** Changes some fields; keeps the state before as a version. */
export function updateItem(store: Store, item: ItemRow, changes: Fields, stamp: Stamp): ItemRow {
  const columns = columnsOf(store, item.list_id)
  const before = JSON.parse(item.fields) as Fields
  const after = mergeFields(before, changes)
  checkUnique(store, item.list_id, columns, after, item.id)
  store.run(
    'INSERT INTO item_versions (list_id, item_id, version, fields, modified_at, modified_by) VALUES (?, ?, ?, ?, ?, ?)',
    item.list_id,
    item.id,
    item.version,
    item.fields,
    item.modified_at,
    item.modified_by,
  )
  store.run(
    'UPDATE items SET fields = ?, version = version + 1, modified_at = ?, modified_by = ?, seq = ? WHERE list_id = ? AND id = ?',
    JSON.stringify(after),
    stamp.at,
    stamp.by,
    store.nextSequence(),
    item.list_id,
    item.id,
  )
  const moved = columns.filter(({ indexed, name }) => indexed && indexCell(before[name]) !== indexCell(after[name]))
  for (const { name } of moved) {
    deleteFromIndex(store, item, name, indexCell(before[name]))
    addToIndex(store, item.list_id, item.id, name, indexCell(after[name]))
  }
  const changed = findItem(store, item.list_id, item.id)
  invariant(changed, 'the changed item can be read')
  return changed
}

/** Marks a row as deleted; what remains is what delta tells. */
export function deleteItem(store: Store, item: ItemRow, stamp: Stamp): void {
  const fields = JSON.parse(item.fields) as Fields
  for (const column of columnsOf(store, item.list_id)) {
    if (column.indexed) deleteFromIndex(store, item, column.name, indexCell(fields[column.name]))
  }
  store.run(
    'UPDATE items SET deleted = 1, version = version + 1, modified_at = ?, modified_by = ?, seq = ? WHERE list_id = ? AND id = ?',
    stamp.at,
    stamp.by,
    store.nextSequence(),
    item.list_id,
    item.id,
  )
}

/** Fills the index of a column that has just become indexed. */
export function rebuildIndex(store: Store, listId: string, column: Column): void {
  store.run('DELETE FROM item_index WHERE list_id = ? AND column_name = ?', listId, column.name)
  if (!column.indexed) return
  const seen = new Set<Cell>()
  for (const item of store.all<ItemRow>('SELECT * FROM items WHERE list_id = ? AND deleted = 0', listId)) {
    const cell = indexCell((JSON.parse(item.fields) as Fields)[column.name])
    if (column.unique && cell !== '' && seen.has(cell)) throw duplicateValue()
    seen.add(cell)
    addToIndex(store, listId, item.id, column.name, cell)
  }
}

function checkUnique(
  store: Store,
  listId: string,
  columns: readonly Column[],
  fields: Fields,
  ownId: number | null,
): void {
  for (const column of columns) {
    const value = fields[column.name]
    if (!column.unique || value === undefined) continue
    const other = store.get<{ item_id: number }>(
      'SELECT item_id FROM item_index WHERE list_id = ? AND column_name = ? AND value = ? AND item_id <> ? LIMIT 1',
      listId,
      column.name,
      indexCell(value),
      ownId ?? -1,
    )
    if (other) throw duplicateValue()
  }
}

function duplicateValue(): GraphError {
  return invalidRequest('One or more fields with unique constraints already has the provided value.')
}

// One statement for all indexed columns: writing rows is what the tenant does most.
function writeIndex(store: Store, listId: string, id: number, columns: readonly Column[], fields: Fields): void {
  const indexed = columns.filter((column) => column.indexed)
  if (indexed.length === 0) return
  store.run(
    `INSERT INTO item_index (list_id, column_name, value, item_id) VALUES ${indexed.map(() => '(?, ?, ?, ?)').join(', ')}`,
    ...indexed.flatMap(({ name }) => [listId, name, indexCell(fields[name]), id]),
  )
}

function addToIndex(store: Store, listId: string, id: number, column: string, cell: Cell): void {
  store.run(
    'INSERT INTO item_index (list_id, column_name, value, item_id) VALUES (?, ?, ?, ?)',
    listId,
    column,
    cell,
    id,
  )
}

function deleteFromIndex(store: Store, item: ItemRow, column: string, cell: Cell): void {
  store.run(
    'DELETE FROM item_index WHERE list_id = ? AND column_name = ? AND value = ? AND item_id = ?',
    item.list_id,
    column,
    cell,
    item.id,
  )
}
