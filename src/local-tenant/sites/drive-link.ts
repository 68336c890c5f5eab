import type { Store } from '../store/database.ts'
import type { ItemRow } from './item-store.ts'
import type { ListInSite } from './list-store.ts'

/** A row of a library changed: its file has a new eTag and shows up in the drive's delta. */
export function noteRowChange(store: Store, row: ItemRow): void {
  store.run(
    `UPDATE drive_items SET e_version = e_version + 1, modified_at = ?, modified_by = ?, seq = ?
     WHERE list_item_id = ? AND deleted = 0 AND drive_id = (SELECT id FROM drives WHERE list_id = ?)`,
    row.modified_at,
    row.modified_by,
    row.seq,
    row.id,
    row.list_id,
  )
}

/** A row of a library is gone: so is its file. */
export function forgetDriveItem(store: Store, row: ItemRow): void {
  store.run(
    `UPDATE drive_items SET deleted = 1, seq = ?
     WHERE list_item_id = ? AND deleted = 0 AND drive_id = (SELECT id FROM drives WHERE list_id = ?)`,
    store.nextSequence(),
    row.id,
    row.list_id,
  )
}

/** The file or folder that a row of a library stands for; `path` is below the library, "/folder/file.pdf". */
export type FileOfRow = {
  readonly name: string
  readonly size: number
  readonly isFolder: boolean
  readonly path: string
}

/** The file of a library's row; null for a row of any other list. */
export function fileOfRow(store: Store, { list }: ListInSite, row: ItemRow): FileOfRow | null {
  if (list.template !== 'documentLibrary') return null
  const levels = store.all<{ name: string; size: number; folder: number }>(
    `WITH RECURSIVE above (drive_id, id, parent_id, name, size, folder) AS (
       SELECT drive_id, id, parent_id, name, size, folder FROM drive_items
       WHERE drive_id = (SELECT id FROM drives WHERE list_id = ?) AND list_item_id = ? AND deleted = 0
       UNION ALL
       SELECT d.drive_id, d.id, d.parent_id, d.name, d.size, d.folder FROM drive_items d
       JOIN above a ON d.drive_id = a.drive_id AND d.id = a.parent_id)
     SELECT name, size, folder FROM above WHERE parent_id IS NOT NULL`,
    list.id,
    row.id,
  )
  const [file] = levels
  if (!file) return null
  const path = levels
    .map(({ name }) => `/${name}`)
    .reverse()
    .join('')
  return { name: file.name, size: file.size, isFolder: file.folder === 1, path }
}
