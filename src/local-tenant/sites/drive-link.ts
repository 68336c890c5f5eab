import type { Store } from '../store/database.ts'
import type { ItemRow } from './item-store.ts'

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
