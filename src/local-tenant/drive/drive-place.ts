import type { Call } from '../http/call.ts'
import { accessDenied, itemNotFound, notImplemented } from '../http/graph-error.ts'
import { actsIn, requireSiteScope, scopes } from '../identity/caller.ts'
import { requireList } from '../sites/list-store.ts'
import { requireRight, requireSite } from '../sites/site-store.ts'
import {
  type DriveItemRow,
  type DriveRow,
  ensureFolder,
  findByPath,
  findDrive,
  findDriveItem,
  rootOf,
} from './drive-store.ts'

/** Where a path leads in a drive: an item that is there, or names below one that are still to be made. */
export type DrivePlace = {
  readonly drive: DriveRow
  readonly base: DriveItemRow
  /** Names below `base`; empty for `base` itself. */
  readonly names: readonly string[]
  readonly item: DriveItemRow | undefined
}

/** The drive of an id, if the caller may see it; 404 otherwise, 403 without rights. */
export function requireDrive(call: Call, id: string): DriveRow {
  const drive = findDrive(call.service.store, id)
  if (!drive || !actsIn(call.caller, drive.tenant_id)) throw itemNotFound('The specified drive was not found')
  requireDriveAccess(call, drive)
  return drive
}

/** Checks scope and right for what the call wants: GET and searches read, all else writes. */
export function requireDriveAccess(call: Call, drive: DriveRow): void {
  const writes = call.method !== 'GET' && !/\/preview$/i.test(call.path)
  if (drive.site_id === null) {
    requireSiteScope(call.caller, writes ? scopes.ownFileWrite : scopes.ownFileRead)
    if (drive.person_id !== call.caller.person.id) throw accessDenied()
    return
  }
  requireSiteScope(call.caller, writes ? scopes.siteFileWrite : scopes.siteFileRead)
  const site = requireSite(call, drive.site_id)
  if (drive.list_id !== null) requireList(call, site, drive.list_id)
  if (writes) requireRight(call, site, 'write')
}

/** Follows root, items/{id}, special/{name} and a path behind them; gives the place and the rest of the segments. */
export function readPlace(
  call: Call,
  drive: DriveRow,
  rest: readonly string[],
): { readonly place: DrivePlace; readonly rest: readonly string[] } {
  const { store } = call.service
  const [kind = '', key = ''] = rest
  const fixed = kind.toLowerCase() === 'root'
  const base = fixed
    ? rootOf(store, drive.id)
    : kind === 'special'
      ? specialFolder(call, drive, key)
      : findDriveItem(store, drive.id, key)
  if (!base) throw itemNotFound('Item not found')
  requireAppFolder(call, drive, base)
  const more = rest.slice(fixed ? 1 : 2)
  const names = more[0]?.startsWith(':') ? more[0].slice(1).split('/').filter(Boolean) : []
  const item = names.length === 0 ? base : findByPath(store, base, names.join('/'))
  return { place: { drive, base, names, item }, rest: more[0]?.startsWith(':') ? more.slice(1) : more }
}

// The app folder is made when it is first asked for.
function specialFolder(call: Call, drive: DriveRow, name: string): DriveItemRow {
  if (name.toLowerCase() !== 'approot') throw notImplemented(`special/${name.slice(0, 40)}`)
  const { store } = call.service
  const known = store.get<DriveItemRow>(
    "SELECT * FROM drive_items WHERE drive_id = ? AND special = 'approot' AND deleted = 0",
    drive.id,
  )
  if (known) return known
  const stamp = { by: call.caller.person.id, at: `${call.now.toISOString().slice(0, 19)}Z` }
  return store.inTransaction(() => {
    const folder = ensureFolder(store, drive.id, ['Apps', 'Mødetråd'], stamp)
    store.run("UPDATE drive_items SET special = 'approot' WHERE drive_id = ? AND id = ?", drive.id, folder.id)
    return { ...folder, special: 'approot' }
  })
}

// Files.ReadWrite.AppFolder alone opens the app folder and what is below it, and nothing else.
function requireAppFolder(call: Call, drive: DriveRow, item: DriveItemRow): void {
  const hasMore = [...scopes.ownFileRead].some(
    (scope) => scope !== 'Files.ReadWrite.AppFolder' && call.caller.scopes.has(scope),
  )
  if (drive.site_id !== null || hasMore) return
  for (
    let one: DriveItemRow | undefined = item;
    one;
    one = one.parent_id === null ? undefined : findDriveItem(call.service.store, drive.id, one.parent_id)
  ) {
    if (one.special === 'approot') return
  }
  throw accessDenied()
}

/** The item of a place; 404 when it is not there. */
export function requireItemAt({ item }: DrivePlace): DriveItemRow {
  if (!item) throw itemNotFound('Item not found')
  return item
}
