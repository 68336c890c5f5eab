import { type Answer, empty, type JsonObject, ok } from '../http/answer.ts'
import { requireBodyTypes } from '../http/body-types.ts'
import { type Call, contextOf, readJsonBody, refuseOtherProperties } from '../http/call.ts'
import { isUnchanged } from '../http/conditions.ts'
import { GraphError, invalidRequest, itemNotFound, notImplemented } from '../http/graph-error.ts'
import { cutPage } from '../http/paging.ts'
import type { RouteTable } from '../http/routes.ts'
import { type Expansion, readExpand } from '../odata/expand.ts'
import { parseOrderBy } from '../odata/order-by.ts'
import { applySelect } from '../odata/select.ts'
import { answerDriveDelta } from './drive-delta.ts'
import {
  cTagOfFile,
  downloadUrl,
  driveItemResource,
  driveItemShape,
  eTagOfFile,
  type FileVersionRow,
  fileVersionResource,
  fileVersions,
} from './drive-item-resource.ts'
import { type DrivePlace, requireItemAt } from './drive-place.ts'
import {
  checkName,
  childrenOf,
  contentBytes,
  type DriveItemRow,
  findByPath,
  findChild,
  findDriveItem,
  removeDriveItem,
  replaceContent,
  rootOf,
} from './drive-store.ts'
import { openUploadSession } from './upload-session.ts'
import {
  createFolder,
  fileStamp,
  itemBody,
  nameAlreadyExists,
  readConflictBehavior,
  requireFileVersion,
  writeFile,
} from './write-file.ts'

const thumbnailShape = { type: 'thumbnailSet', known: ['id', 'large', 'medium', 'small', 'source'] }
const versionShape = {
  type: 'driveItemVersion',
  known: ['id', 'lastModifiedBy', 'lastModifiedDateTime', 'size', 'publication', '@microsoft.graph.downloadUrl'],
}
const conflictOption = '@microsoft.graph.conflictbehavior'

/** Routes below one file or folder. */
export const driveItemRoutes: RouteTable<DrivePlace> = {
  GET: (call, place) => {
    call.query.only('$select', '$expand')
    const item = requireItemAt(place)
    if (isUnchanged(call, eTagOfFile(item)) || isUnchanged(call, cTagOfFile(item)))
      return empty(304, { ETag: eTagOfFile(item) })
    const expand = readExpand(call.query.get('$expand'), { children: ['select'], thumbnails: [] })
    const shown = showItem(call, place, item)
    const children = expand.get('children')
    return ok(
      {
        '@odata.context': contextOf(call, `drives('${encodeURIComponent(place.drive.id)}')/items/$entity`),
        ...shown,
        ...(children
          ? { children: childrenOf(call.service.store, item).map((child) => showChild(call, place, child, children)) }
          : {}),
        ...(expand.has('thumbnails') ? { thumbnails: thumbnailsOf(call, item) } : {}),
      },
      { ETag: eTagOfFile(item) },
    )
  },
  PATCH: patchItem,
  DELETE: (call, place) => {
    call.query.only()
    const item = requireItemAt(place)
    if (item.parent_id === null) throw invalidRequest('The root of a drive cannot be deleted.')
    requireFileVersion(call, item)
    removeDriveItem(call.service.store, item, fileStamp(call))
    return empty()
  },
  'GET children': listChildren,
  'POST children': (call, place) => {
    call.query.only()
    return createFolder(call, place.drive, requireItemAt(place), readJsonBody(call))
  },
  'PUT children/{name}/content': (call, place, { name = '' }) => {
    call.query.only(conflictOption)
    const parent = requireItemAt(place)
    const child = findChild(call.service.store, parent, name)
    return putContent(call, { ...place, base: parent, names: [name], item: child })
  },
  'GET content': (call, place) => {
    call.query.only()
    const item = requireItemAt(place)
    if (item.content_id === null) throw itemNotFound('A folder has no content.')
    if (isUnchanged(call, eTagOfFile(item)) || isUnchanged(call, cTagOfFile(item)))
      return empty(304, { ETag: eTagOfFile(item) })
    return empty(302, { Location: downloadUrl(call, item, item.content_id) })
  },
  'PUT content': putContent,
  'POST createUploadSession': (call, place) => {
    call.query.only()
    return openUploadSession(call, place, readJsonBody(call, { orEmpty: true }))
  },
  'POST preview': (call, place) => {
    call.query.only()
    refuseOtherProperties(readJsonBody(call, { orEmpty: true }), 'itemPreview', {
      taken: ['viewer', 'chromeless', 'allowEdit', 'page', 'zoom'],
    })
    const item = requireItemAt(place)
    if (item.content_id === null) throw invalidRequest('A folder has no preview.')
    return ok({
      '@odata.context': contextOf(call, 'microsoft.graph.itemPreviewInfo'),
      getUrl: downloadUrl(call, item, item.content_id, 'preview'),
      postParameters: null,
      postUrl: null,
    })
  },
  'GET thumbnails': (call, place) => {
    call.query.only('$select')
    const item = requireItemAt(place)
    const select = call.query.get('$select')
    if (/\bc\d+x\d+/i.test(select ?? '')) throw notImplemented("thumbnails of a size of one's own")
    return ok({
      '@odata.context': contextOf(
        call,
        `drives('${encodeURIComponent(place.drive.id)}')/items('${item.id}')/thumbnails`,
      ),
      value: thumbnailsOf(call, item).map((set) => applySelect(set, select, thumbnailShape, ['id'])),
    })
  },
  'GET thumbnails/{set}': (call, place, { set = '' }) => {
    call.query.only()
    return ok(requireThumbnails(call, place, set))
  },
  'GET thumbnails/{set}/{size}': (call, place, { set = '', size = '' }) => {
    call.query.only()
    return ok(requireThumbnail(call, place, set, size))
  },
  'GET thumbnails/{set}/{size}/content': (call, place, { set = '', size = '' }) => {
    call.query.only()
    return empty(302, { Location: String(requireThumbnail(call, place, set, size)['url']) })
  },
  'GET versions': (call, place) => {
    call.query.only('$top', '$select', '$skiptoken')
    const item = requireItemAt(place)
    const select = call.query.get('$select')
    const { page, next } = cutPage(call, fileVersions(call, item), call.query.top() ?? 500)
    return ok({
      '@odata.context': contextOf(call, `drives('${encodeURIComponent(place.drive.id)}')/items('${item.id}')/versions`),
      ...next,
      value: page.map((version) =>
        applySelect(fileVersionResource(call, place.drive, item, version), select, versionShape),
      ),
    })
  },
  'GET versions/{version}': (call, place, { version = '' }) => {
    call.query.only('$select')
    const item = requireItemAt(place)
    const context = contextOf(
      call,
      `drives('${encodeURIComponent(place.drive.id)}')/items('${item.id}')/versions/$entity`,
    )
    return ok({
      '@odata.context': context,
      ...applySelect(
        fileVersionResource(call, place.drive, item, requireVersion(call, item, version)),
        call.query.get('$select'),
        versionShape,
      ),
    })
  },
  'GET versions/{version}/content': (call, place, { version = '' }) => {
    call.query.only()
    const item = requireItemAt(place)
    return empty(302, { Location: downloadUrl(call, item, requireVersion(call, item, version).content_id) })
  },
  'POST versions/{version}/restoreVersion': (call, place, { version = '' }) => {
    call.query.only()
    const item = requireItemAt(place)
    const old = requireVersion(call, item, version)
    replaceContent(
      call.service.store,
      item,
      contentBytes(call.service.store, old.content_id),
      item.mime,
      fileStamp(call),
    )
    return empty()
  },
  'GET delta': answerDriveDelta,
}

function showItem(call: Call, place: DrivePlace, item: DriveItemRow): JsonObject {
  const select = call.query.get('$select')
  const resource = driveItemResource(call, place.drive, item)
  const wantsAddress = select === null || /downloadUrl/i.test(select)
  const shown = applySelect(
    resource,
    select?.replace(/content\.downloadUrl/i, '@microsoft.graph.downloadUrl') ?? null,
    driveItemShape,
  )
  if (wantsAddress) return shown
  return Object.fromEntries(Object.entries(shown).filter(([name]) => name !== '@microsoft.graph.downloadUrl'))
}

function showChild(call: Call, place: DrivePlace, child: DriveItemRow, { select }: Expansion): JsonObject {
  return applySelect(driveItemResource(call, place.drive, child), select?.join(',') ?? null, driveItemShape)
}

function listChildren(call: Call, place: DrivePlace): Answer {
  call.query.only('$select', '$top', '$orderby', '$skiptoken', '$expand')
  const expand = readExpand(call.query.get('$expand'), { thumbnails: [] })
  const item = requireItemAt(place)
  if (isUnchanged(call, eTagOfFile(item)) || isUnchanged(call, cTagOfFile(item)))
    return empty(304, { ETag: eTagOfFile(item) })
  const children = sortChildren(call, childrenOf(call.service.store, item))
  const { page, next } = cutPage(call, children, Math.min(call.query.top() ?? 200, 1_000))
  return ok({
    '@odata.context': contextOf(call, `drives('${encodeURIComponent(place.drive.id)}')/items('${item.id}')/children`),
    ...next,
    value: page.map((child) => ({
      ...showItem(call, place, child),
      ...(expand.has('thumbnails') ? { thumbnails: thumbnailsOf(call, child) } : {}),
    })),
  })
}

const sortValues: Record<string, (item: DriveItemRow) => string | number> = {
  name: (item) => item.name_key,
  size: (item) => item.size,
  lastmodifieddatetime: (item) => item.modified_at,
}

function sortChildren(call: Call, children: DriveItemRow[]): DriveItemRow[] {
  const [key, ...more] = parseOrderBy(call.query.get('$orderby'))
  if (!key) return children
  const value = sortValues[key.path.toLowerCase()]
  if (!value || more.length > 0)
    throw notImplemented(`$orderby=${call.query.get('$orderby')?.slice(0, 60)} of children`)
  const sign = key.descending ? -1 : 1
  return [...children].sort((a, b) => (value(a) === value(b) ? 0 : value(a) < value(b) ? -sign : sign))
}

function putContent(call: Call, place: DrivePlace): Answer {
  call.query.only(conflictOption)
  if (!place.item && place.names.length === 0) throw itemNotFound('Item not found')
  const conflict = readConflictBehavior(call.query.get(conflictOption), 'replace')
  return writeFile(call, place, { bytes: call.body, said: call.headers.get('content-type'), conflict })
}

function patchItem(call: Call, place: DrivePlace): Answer {
  call.query.only()
  const { store } = call.service
  const item = requireItemAt(place)
  requireFileVersion(call, item)
  const body = readJsonBody(call)
  requireBodyTypes(body, { name: 'string', parentReference: { id: 'string', driveId: 'string', path: 'string' } })
  for (const name of Object.keys(body)) {
    if (name === 'description' || name === 'fileSystemInfo') throw notImplemented(`${name} of a drive item`)
    if (!['id', 'name', 'parentReference'].includes(name) && !name.startsWith('@')) {
      throw invalidRequest(`Property '${name.slice(0, 60)}' of a drive item cannot be changed.`)
    }
  }
  const parent = targetFolder(call, place, item, (body['parentReference'] ?? {}) as JsonObject)
  const name = typeof body['name'] === 'string' ? body['name'] : item.name
  checkName(name)
  const other = findChild(store, parent, name)
  if (other && other.id !== item.id) throw nameAlreadyExists()
  const stamp = fileStamp(call)
  store.run(
    `UPDATE drive_items SET name = ?, name_key = ?, parent_id = ?, e_version = e_version + 1, modified_at = ?, modified_by = ?, seq = ?
     WHERE drive_id = ? AND id = ?`,
    name,
    name.toLowerCase(),
    parent.id,
    stamp.at,
    stamp.by,
    store.nextSequence(),
    item.drive_id,
    item.id,
  )
  const changed = findDriveItem(store, item.drive_id, item.id)
  if (!changed) throw itemNotFound()
  return ok(itemBody(call, place.drive, changed), { ETag: eTagOfFile(changed) })
}

// parentReference names the folder by id or by path, on the item's own drive.
function targetFolder(call: Call, { drive }: DrivePlace, item: DriveItemRow, reference: JsonObject): DriveItemRow {
  const { store } = call.service
  const { id, driveId, path } = reference
  if (item.parent_id === null) throw invalidRequest('The root of a drive cannot be changed.')
  if (typeof driveId === 'string' && driveId !== drive.id) throw notImplemented('moving to another drive')
  const inDrive = /^(?:\/drives?(?:\/[^/]+)?)?\/root:?(.*)$/.exec(typeof path === 'string' ? path : '')
  const parent =
    typeof id === 'string'
      ? findDriveItem(store, drive.id, id)
      : typeof path === 'string'
        ? inDrive && findByPath(store, rootOf(store, drive.id), decodeURI(inDrive[1] ?? ''))
        : findDriveItem(store, drive.id, item.parent_id)
  if (!parent || parent.folder === 0) throw itemNotFound('The target folder was not found')
  for (let above: DriveItemRow | undefined = parent; above; ) {
    if (above.id === item.id) throw invalidRequest('A folder cannot be moved into itself.')
    above = above.parent_id === null ? undefined : findDriveItem(store, drive.id, above.parent_id)
  }
  return parent
}

const sizes = { large: 800, medium: 176, small: 96 }

function thumbnailsOf(call: Call, item: DriveItemRow): readonly JsonObject[] {
  const { content_id: contentId } = item
  if (contentId === null) return []
  const entries = Object.entries(sizes).map(([name, side]) => [
    name,
    { height: side, width: side, url: downloadUrl(call, item, contentId, 'thumbnail') },
  ])
  return [{ id: '0', ...Object.fromEntries(entries) }]
}

function requireThumbnails(call: Call, place: DrivePlace, set: string): JsonObject {
  const found = thumbnailsOf(call, requireItemAt(place)).find(({ id }) => id === set)
  if (!found) throw itemNotFound('The thumbnail was not found')
  return found
}

function requireThumbnail(call: Call, place: DrivePlace, set: string, size: string): JsonObject {
  if (!Object.hasOwn(sizes, size)) throw notImplemented(`thumbnails of the size ${size.slice(0, 40)}`)
  return requireThumbnails(call, place, set)[size] as JsonObject
}

function requireVersion(call: Call, item: DriveItemRow, label: string): FileVersionRow {
  const found = fileVersions(call, item).find(({ version }) => label === 'current' || label === `${version}.0`)
  if (!found || item.folder === 1) throw new GraphError(404, 'itemNotFound', 'The specified version was not found')
  return found
}
