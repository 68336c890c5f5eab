import { randomBytes } from 'node:crypto'
import { type Answer, type JsonObject, ok } from '../http/answer.ts'
import { type Call, contextOf } from '../http/call.ts'
import { GraphError, itemNotFound, notImplemented } from '../http/graph-error.ts'
import { cutPage } from '../http/paging.ts'
import { dispatch } from '../http/routes.ts'
import { identitySet } from '../identity/identity-set.ts'
import type { PersonRow } from '../identity/people.ts'
import { applySelect } from '../odata/select.ts'
import { itemRoutes } from '../sites/item-routes.ts'
import { type ListRow, requireList } from '../sites/list-store.ts'
import { requireSite, type SiteRow } from '../sites/site-store.ts'
import { answerDriveDelta } from './drive-delta.ts'
import { driveItemResource, driveItemShape, driveWebUrl } from './drive-item-resource.ts'
import { driveItemRoutes } from './drive-item-routes.ts'
import { type DrivePlace, readPlace, requireDrive, requireDriveAccess, requireItemAt } from './drive-place.ts'
import { createDrive, type DriveItemRow, type DriveRow, usedBytes } from './drive-store.ts'

const driveShape = {
  type: 'drive',
  known: [
    'id',
    'createdDateTime',
    'description',
    'driveType',
    'lastModifiedDateTime',
    'name',
    'webUrl',
    'owner',
    'createdBy',
    'lastModifiedBy',
    'quota',
    'sharePointIds',
  ],
}

/** /drives/{id}... */
export function answerDriveById(call: Call, rest: readonly string[]): Answer {
  const [id, ...more] = rest
  if (id === undefined) throw notImplemented('the list of all drives')
  return answerDrive(call, requireDrive(call, id), more)
}

/** /me/drive and /me/drives: the person's OneDrive in the home tenant. */
export function answerOwnDrive(call: Call, person: PersonRow, rest: readonly string[]): Answer {
  const drive = call.service.store.get<DriveRow>('SELECT * FROM drives WHERE person_id = ?', person.id)
  const isAtHome = call.caller.everywhere || person.home_tenant === call.caller.tenantId
  if (!drive || !isAtHome) throw new GraphError(404, 'ResourceNotFound', "User's mysite not found.")
  requireDriveAccess(call, drive)
  return answerDriveSet(call, [drive], rest)
}

/** /sites/{site}/drive(s)..., lists/{list}/drive..., lists/{list}/items/{item}/driveItem. */
export function answerSiteDrives(call: Call, site: SiteRow, rest: readonly string[]): Answer {
  const drives = call.service.store.all<DriveRow>('SELECT * FROM drives WHERE site_id = ? ORDER BY rowid', site.id)
  if (rest[0] !== 'lists') {
    for (const drive of drives.slice(0, 1)) requireDriveAccess(call, drive)
    return answerDriveSet(call, drives, rest)
  }
  const { list } = requireList(call, site, rest[1] ?? '')
  const drive = drives.find(({ list_id }) => list_id === list.id)
  if (!drive) throw itemNotFound('The list has no drive')
  requireDriveAccess(call, drive)
  if (rest[2] === 'drive') return answerDrive(call, drive, rest.slice(3))
  const item = call.service.store.get<DriveItemRow>(
    'SELECT * FROM drive_items WHERE drive_id = ? AND list_item_id = ? AND deleted = 0',
    drive.id,
    Number(rest[3]),
  )
  if (!item) throw itemNotFound('The item has no file')
  return answerDrive(call, drive, ['items', item.id, ...rest.slice(5)])
}

/** A library made later has a drive of its own, under the library's name. */
export function makeLibraryDrive(call: Call, site: SiteRow, list: ListRow): void {
  createDrive(call.service.store, {
    id: `b!${randomBytes(33).toString('base64url')}`,
    tenantId: site.tenant_id,
    siteId: site.id,
    listId: list.id,
    name: list.display_name,
    at: list.created_at,
  })
}

function answerDriveSet(call: Call, drives: readonly DriveRow[], rest: readonly string[]): Answer {
  const [word = '', ...more] = rest
  const [first] = drives
  if (word.toLowerCase() === 'drive' && first) return answerDrive(call, first, more)
  const [id, ...below] = more
  if (id !== undefined) {
    const drive = drives.find((candidate) => candidate.id === id)
    if (!drive) throw itemNotFound('The specified drive was not found')
    return answerDrive(call, drive, below)
  }
  if (call.method !== 'GET') throw notImplemented(`${call.method} of drives`)
  call.query.only('$select', '$top')
  const value = drives.map((drive) => applySelect(driveResource(call, drive), call.query.get('$select'), driveShape))
  return ok({ '@odata.context': contextOf(call, 'drives'), value })
}

function answerDrive(call: Call, drive: DriveRow, rest: readonly string[]): Answer {
  const [first] = rest
  if (first === undefined) {
    if (call.method !== 'GET') throw notImplemented(`${call.method} of a drive`)
    call.query.only('$select')
    return ok({
      '@odata.context': contextOf(call, 'drives/$entity'),
      ...applySelect(driveResource(call, drive), call.query.get('$select'), driveShape),
    })
  }
  const search = readSearch(rest.at(-1) ?? '')
  if (search !== null && call.method === 'GET') return searchDrive(call, drive, search)
  if (!['root', 'items', 'special'].includes(first.toLowerCase())) throw notImplemented(call.path.slice(0, 200))
  const { place, rest: more } = readPlace(call, drive, rest)
  const token = /^delta\(token='(.*)'\)$/i.exec(more[0] ?? '')?.[1]
  if (token !== undefined && call.method === 'GET') return answerDriveDelta(withToken(call, token), place)
  if (more[0]?.toLowerCase() === 'listitem') return answerListItem(call, place, more.slice(1))
  return dispatch(driveItemRoutes, call, place, more)
}

// delta(token='...') is the same as delta?token=...
function withToken(call: Call, token: string): Call {
  const get = (name: string): string | null => (name === 'token' ? token : call.query.get(name))
  return { ...call, path: call.path.replace(/\(token=[^)]*\)$/i, ''), query: { ...call.query, get } }
}

function driveResource(call: Call, drive: DriveRow): JsonObject {
  const { store } = call.service
  const used = usedBytes(store, drive.id)
  const owner = drive.person_id ?? ''
  return {
    createdDateTime: drive.created_at,
    description: '',
    id: drive.id,
    lastModifiedDateTime: drive.created_at,
    name: drive.name,
    webUrl: driveWebUrl(call, drive),
    driveType: drive.site_id === null ? 'business' : 'documentLibrary',
    owner:
      drive.site_id === null
        ? identitySet(store, owner, drive.tenant_id)
        : { group: { displayName: requireSite(call, drive.site_id).name } },
    quota: { deleted: 0, remaining: drive.quota - used, state: 'normal', total: drive.quota, used },
  }
}

// The row of a library that belongs to a file.
function answerListItem(call: Call, place: DrivePlace, rest: readonly string[]): Answer {
  const item = requireItemAt(place)
  const { site_id: siteId, list_id: listId } = place.drive
  if (siteId === null || listId === null || item.list_item_id === null) throw itemNotFound('The item has no list item')
  const site = requireSite(call, siteId)
  const where = requireList(call, site, listId) satisfies { list: ListRow }
  return dispatch(itemRoutes, call, where, ['items', String(item.list_item_id), ...rest])
}

function readSearch(segment: string): string | null {
  const match = /^search\(q='(.*)'\)$/is.exec(segment)
  return match ? (match[1] ?? '').replaceAll("''", "'") : null
}

function searchDrive(call: Call, drive: DriveRow, word: string): Answer {
  call.query.only('$select', '$top', '$skiptoken')
  const rows = call.service.store
    .all<DriveItemRow>(
      'SELECT * FROM drive_items WHERE drive_id = ? AND deleted = 0 AND parent_id IS NOT NULL ORDER BY name_key',
      drive.id,
    )
    .filter(({ name_key }) => name_key.includes(word.toLowerCase()))
  const { page, next } = cutPage(call, rows, Math.min(call.query.top() ?? 200, 1_000))
  return ok({
    '@odata.context': contextOf(call, 'Collection(driveItem)'),
    ...next,
    value: page.map((item) =>
      applySelect(driveItemResource(call, drive, item), call.query.get('$select'), driveItemShape),
    ),
  })
}
