import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { invariant } from '../../shared/invariant.ts'
import { GraphError, invalidRequest } from '../http/graph-error.ts'
import type { Fields } from '../sites/field-values.ts'
import { deleteItem, findItem, insertItem, type Stamp } from '../sites/item-store.ts'
import type { Row, Store } from '../store/database.ts'

export type DriveRow = Row & {
  id: string
  tenant_id: string
  site_id: string | null
  person_id: string | null
  list_id: string | null
  name: string
  quota: number
  created_at: string
}

/** A file or folder as stored; `folder` and `deleted` are 0 or 1, sizes are bytes. */
export type DriveItemRow = Row & {
  drive_id: string
  id: string
  parent_id: string | null
  name: string
  name_key: string
  folder: number
  size: number
  mime: string
  content_id: number | null
  guid: string
  e_version: number
  c_version: number
  created_at: string
  created_by: string
  modified_at: string
  modified_by: string
  list_item_id: number | null
  special: string | null
  deleted: number
  seq: number
}

export type NewDrive = {
  readonly id: string
  readonly tenantId: string
  readonly at: string
  readonly siteId?: string
  readonly personId?: string
  readonly listId?: string
  /** Left out: what SharePoint calls the first one. */
  readonly name?: string
}

const quotaBytes = 27_487_790_694_400
const forbiddenLetters = /["*:<>?/\\|\p{Cc}]/u
const reservedNames = /^(con|prn|aux|nul|com\d|lpt\d|\.lock|desktop\.ini)$|_vti_|^~/i
const longestName = 400

/** Makes a drive with its root folder. */
export function createDrive(store: Store, drive: NewDrive): void {
  store.run(
    'INSERT INTO drives (id, tenant_id, site_id, person_id, list_id, name, quota, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    drive.id,
    drive.tenantId,
    drive.siteId ?? null,
    drive.personId ?? null,
    drive.listId ?? null,
    drive.name ?? (drive.siteId ? 'Dokumenter' : 'OneDrive'),
    quotaBytes,
    drive.at,
  )
  insertRow(store, {
    driveId: drive.id,
    parentId: null,
    name: 'root',
    folder: true,
    stamp: { by: drive.personId ?? '', at: drive.at },
  })
}

/** The drive of an id, without regard to rights. */
export function findDrive(store: Store, id: string): DriveRow | undefined {
  return store.get<DriveRow>('SELECT * FROM drives WHERE id = ?', id)
}

export function rootOf(store: Store, driveId: string): DriveItemRow {
  const root = store.get<DriveItemRow>('SELECT * FROM drive_items WHERE drive_id = ? AND parent_id IS NULL', driveId)
  invariant(root, 'a drive has a root')
  return root
}

export function findDriveItem(store: Store, driveId: string, id: string): DriveItemRow | undefined {
  if (id.toLowerCase() === 'root') return rootOf(store, driveId)
  return store.get<DriveItemRow>('SELECT * FROM drive_items WHERE drive_id = ? AND id = ? AND deleted = 0', driveId, id)
}

export function findChild(store: Store, parent: DriveItemRow, name: string): DriveItemRow | undefined {
  return store.get<DriveItemRow>(
    'SELECT * FROM drive_items WHERE drive_id = ? AND parent_id = ? AND name_key = ? AND deleted = 0',
    parent.drive_id,
    parent.id,
    name.toLowerCase(),
  )
}

/** The item at a path below another; undefined when a part is missing. */
export function findByPath(store: Store, from: DriveItemRow, path: string): DriveItemRow | undefined {
  let item: DriveItemRow | undefined = from
  for (const name of path.split('/').filter(Boolean)) {
    if (!item) return undefined
    item = findChild(store, item, name)
  }
  return item
}

export function childrenOf(store: Store, parent: DriveItemRow): DriveItemRow[] {
  return store.all<DriveItemRow>(
    'SELECT * FROM drive_items WHERE drive_id = ? AND parent_id = ? AND deleted = 0 ORDER BY name_key',
    parent.drive_id,
    parent.id,
  )
}

/** The folder at a path below the root, made with its parents when missing. */
export function ensureFolder(store: Store, driveId: string, names: readonly string[], stamp: Stamp): DriveItemRow {
  let folder = rootOf(store, driveId)
  for (const name of names) {
    folder =
      findChild(store, folder, name) ?? insertRow(store, { driveId, parentId: folder.id, name, folder: true, stamp })
    if (folder.folder === 0) throw new GraphError(409, 'nameAlreadyExists', 'A file stands in the way of the folder.')
  }
  return folder
}

type NewRow = {
  readonly driveId: string
  readonly parentId: string | null
  readonly name: string
  readonly folder: boolean
  readonly stamp: Stamp
  readonly id?: string
  readonly size?: number
  readonly mime?: string
  readonly contentId?: number
  readonly fields?: Fields
  readonly special?: string
}

/** Adds a file or folder as it is; in a library it also gets a row in the library's list. */
export function insertRow(store: Store, row: NewRow): DriveItemRow {
  const drive = findDrive(store, row.driveId)
  const listItem =
    drive?.list_id && row.parentId !== null
      ? insertItem(store, drive.list_id, row.fields ?? {}, row.stamp, row.folder ? 'Folder' : 'Document')
      : null
  const id = row.id ?? newDriveItemId()
  store.run(
    `INSERT INTO drive_items (drive_id, id, parent_id, name, name_key, folder, size, mime, content_id, guid, e_version, c_version,
       created_at, created_by, modified_at, modified_by, list_item_id, special, deleted, seq)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, 1, ?, ?, ?, ?, ?, ?, 0, ?)`,
    row.driveId,
    id,
    row.parentId,
    row.name,
    row.name.toLowerCase(),
    row.folder ? 1 : 0,
    row.size ?? 0,
    row.mime ?? '',
    row.contentId ?? null,
    listItem?.guid ?? randomUUID(),
    row.stamp.at,
    row.stamp.by,
    row.stamp.at,
    row.stamp.by,
    listItem?.id ?? null,
    row.special ?? null,
    store.nextSequence(),
  )
  const made = findDriveItem(store, row.driveId, id)
  invariant(made, 'the new drive item can be read')
  return made
}

export type NewFile = {
  readonly driveId: string
  readonly parentId: string
  readonly name: string
  readonly bytes: Uint8Array
  readonly contentType: string
  readonly stamp: Stamp
  readonly id?: string
  readonly fields?: Fields
}

/** Adds a file. The name must be free and allowed. */
export function storeFile(store: Store, file: NewFile): DriveItemRow {
  checkName(file.name)
  const { bytes, contentType, ...row } = file
  return insertRow(store, {
    ...row,
    folder: false,
    size: bytes.length,
    mime: contentType,
    contentId: storeContent(store, bytes),
  })
}

function storeContent(store: Store, bytes: Uint8Array): number {
  const row = store.get<{ id: number }>('INSERT INTO contents (bytes) VALUES (?) RETURNING id', Buffer.from(bytes))
  invariant(row, 'the content is stored')
  return row.id
}

/** New bytes for a file; the ones before stay as a version. */
export function replaceContent(
  store: Store,
  item: DriveItemRow,
  bytes: Uint8Array,
  contentType: string,
  stamp: Stamp,
): DriveItemRow {
  store.run(
    'INSERT INTO drive_versions (drive_id, item_id, version, size, content_id, modified_at, modified_by) VALUES (?, ?, ?, ?, ?, ?, ?)',
    item.drive_id,
    item.id,
    item.c_version,
    item.size,
    item.content_id ?? 0,
    item.modified_at,
    item.modified_by,
  )
  store.run(
    `UPDATE drive_items SET size = ?, mime = ?, content_id = ?, c_version = c_version + 1, e_version = e_version + 1,
       modified_at = ?, modified_by = ?, seq = ? WHERE drive_id = ? AND id = ?`,
    bytes.length,
    contentType,
    storeContent(store, bytes),
    stamp.at,
    stamp.by,
    store.nextSequence(),
    item.drive_id,
    item.id,
  )
  const changed = findDriveItem(store, item.drive_id, item.id)
  invariant(changed, 'the changed file can be read')
  return changed
}

/** Removes an item and all below it; a library's rows go with them. */
export function removeDriveItem(store: Store, item: DriveItemRow, stamp: Stamp): void {
  for (const child of childrenOf(store, item)) removeDriveItem(store, child, stamp)
  const listId = findDrive(store, item.drive_id)?.list_id
  const row = listId && item.list_item_id !== null ? findItem(store, listId, item.list_item_id) : undefined
  if (row) deleteItem(store, row, stamp)
  store.run(
    'UPDATE drive_items SET deleted = 1, e_version = e_version + 1, modified_at = ?, modified_by = ?, seq = ? WHERE drive_id = ? AND id = ?',
    stamp.at,
    stamp.by,
    store.nextSequence(),
    item.drive_id,
    item.id,
  )
}

/** Names as SharePoint takes them; 400 otherwise. */
export function checkName(name: string): void {
  const bad =
    name === '' ||
    name === '.' ||
    name === '..' ||
    name.length > longestName ||
    forbiddenLetters.test(name) ||
    /^\s|\s$|\.$/.test(name) ||
    reservedNames.test(name)
  if (bad)
    throw invalidRequest(
      'The provided name cannot contain any of the following characters: " * : < > ? / \\ |',
      'invalidName',
    )
}

/** Bytes used in a drive by what is there now. */
export function usedBytes(store: Store, driveId: string): number {
  return (
    store.get<{ used: number | null }>(
      'SELECT sum(size) AS used FROM drive_items WHERE drive_id = ? AND deleted = 0',
      driveId,
    )?.used ?? 0
  )
}

/** Folder's size: all that is below it. */
export function sizeOf(store: Store, item: DriveItemRow): number {
  if (item.folder === 0) return item.size
  return childrenOf(store, item).reduce((sum, child) => sum + sizeOf(store, child), 0)
}

/** "/folder/file.pdf" below the root; "" for the root. */
export function pathOf(store: Store, item: DriveItemRow): string {
  const parent = item.parent_id === null ? undefined : findDriveItem(store, item.drive_id, item.parent_id)
  return parent ? `${pathOf(store, parent)}/${item.name}` : ''
}

function newDriveItemId(): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  return `01${[...createHash('sha256').update(randomBytes(16)).digest()].map((byte) => alphabet[byte % 32]).join('')}`
}

/** The bytes of a stored content. */
export function contentBytes(store: Store, contentId: number): Uint8Array {
  const [bytes] = store.blobs('SELECT bytes FROM contents WHERE id = ?', contentId)
  invariant(bytes, 'a stored content can be read')
  return bytes
}
