import type { JsonObject } from '../http/answer.ts'
import type { Call } from '../http/call.ts'
import { notImplemented } from '../http/graph-error.ts'
import { identitySet } from '../identity/identity-set.ts'
import { requireSite, type SiteRow, webUrlOf } from '../sites/site-store.ts'
import type { Row, Store } from '../store/database.ts'
import { hashOfContent } from './quick-xor-hash.ts'
import { childrenOf, type DriveItemRow, type DriveRow, findDriveItem, pathOf, sizeOf } from './drive-store.ts'

const addressSeconds = 3_600

export const driveItemShape = {
  type: 'driveItem',
  known: [
    'id',
    'name',
    'createdDateTime',
    'createdBy',
    'lastModifiedDateTime',
    'lastModifiedBy',
    'eTag',
    'cTag',
    'size',
    'webUrl',
    'parentReference',
    'file',
    'folder',
    'root',
    'fileSystemInfo',
    'specialFolder',
    'description',
    'shared',
    'sharepointIds',
    'package',
    'image',
    'photo',
    'content.downloadUrl',
    '@microsoft.graph.downloadUrl',
    'webDavUrl',
    'deleted',
    'listItem',
    'thumbnails',
    'content',
  ],
}

export function eTagOfFile(item: DriveItemRow): string {
  return `"{${item.guid.toUpperCase()}},${item.e_version}"`
}

export function cTagOfFile(item: DriveItemRow): string {
  return `"c:{${item.guid.toUpperCase()}},${item.c_version}"`
}

/** An address that gives a file's bytes without a token, for an hour. */
export function downloadUrl(
  call: Call,
  item: DriveItemRow,
  contentId: number,
  use: 'download' | 'preview' | 'thumbnail' = 'download',
): string {
  const expires = Math.floor(call.now.getTime() / 1000) + addressSeconds
  const seal = call.service.tokens.seal(JSON.stringify({ use, name: item.name, mime: item.mime, contentId, expires }))
  return `${call.fileBase}/${use}/${seal}`
}

/** The file or folder as Graph shows it. */
export function driveItemResource(call: Call, drive: DriveRow, item: DriveItemRow): JsonObject {
  const { store } = call.service
  const isRoot = item.parent_id === null
  const isFile = item.folder === 0
  return {
    ...(isFile && item.content_id !== null
      ? { '@microsoft.graph.downloadUrl': downloadUrl(call, item, item.content_id) }
      : {}),
    '@odata.etag': eTagOfFile(item),
    createdDateTime: item.created_at,
    eTag: eTagOfFile(item),
    id: item.id,
    lastModifiedDateTime: item.modified_at,
    name: item.name,
    webUrl: fileWebUrl(call, drive, item),
    ...(isFile ? { cTag: cTagOfFile(item) } : {}),
    size: sizeOf(store, item),
    createdBy: identitySet(store, item.created_by, drive.tenant_id),
    lastModifiedBy: identitySet(store, item.modified_by, drive.tenant_id),
    parentReference: parentOf(call, drive, item),
    fileSystemInfo: { createdDateTime: item.created_at, lastModifiedDateTime: item.modified_at },
    ...(isFile ? { file: fileFacet(store, item) } : { folder: { childCount: childrenOf(store, item).length } }),
    ...(isRoot ? { root: {} } : {}),
    ...(item.special === null ? {} : { specialFolder: { name: item.special } }),
    ...(/webDavUrl/i.test(call.query.get('$select') ?? '') ? { webDavUrl: fileWebUrl(call, drive, item) } : {}),
    ...(/sharepointIds/i.test(call.query.get('$select') ?? '') ? sharepointIds(call, drive, item) : {}),
  }
}

function fileFacet(store: Store, item: DriveItemRow): JsonObject {
  const hashes = item.content_id === null ? {} : { hashes: { quickXorHash: hashOfContent(store, item.content_id) } }
  return { mimeType: item.mime, ...hashes }
}

// Only shown when asked for: the same file as a row of its library.
function sharepointIds(call: Call, drive: DriveRow, item: DriveItemRow): JsonObject {
  const site = siteOf(call, drive)
  if (!site) throw notImplemented('sharepointIds of a drive without a site')
  if (item.list_item_id === null) return {}
  return {
    sharepointIds: {
      listId: drive.list_id,
      listItemId: String(item.list_item_id),
      listItemUniqueId: item.guid,
      siteId: site.id.split(',')[1] ?? '',
      siteUrl: webUrlOf(site),
      tenantId: site.tenant_id,
      webId: site.id.split(',')[2] ?? '',
    },
  }
}

function parentOf(call: Call, drive: DriveRow, item: DriveItemRow): JsonObject {
  const driveType = drive.site_id === null ? 'business' : 'documentLibrary'
  const base = { driveType, driveId: drive.id, ...(drive.site_id === null ? {} : { siteId: drive.site_id }) }
  const parent = item.parent_id === null ? undefined : findDriveItem(call.service.store, drive.id, item.parent_id)
  if (!parent) return base
  const path = pathOf(call.service.store, parent)
  return {
    ...base,
    id: parent.id,
    name: parent.parent_id === null ? (drive.site_id === null ? 'Documents' : drive.name) : parent.name,
    path: `/drives/${drive.id}/root:${path === '' ? '' : encodeURI(path)}`,
  }
}

function siteOf(call: Call, drive: DriveRow): SiteRow | null {
  return drive.site_id === null ? null : requireSite(call, drive.site_id)
}

export function driveWebUrl(call: Call, drive: DriveRow): string {
  const site = siteOf(call, drive)
  return site
    ? `${webUrlOf(site)}/${encodeURIComponent(libraryName(call, drive))}`
    : `https://my.sharepoint.example/personal/${drive.person_id ?? ''}/Documents`
}

function libraryName(call: Call, drive: DriveRow): string {
  const list = call.service.store.get<{ name: string }>('SELECT name FROM lists WHERE id = ?', drive.list_id)
  return list?.name ?? drive.name
}

function fileWebUrl(call: Call, drive: DriveRow, item: DriveItemRow): string {
  return driveWebUrl(call, drive) + encodeURI(pathOf(call.service.store, item))
}

export type FileVersionRow = Row & {
  version: number
  size: number
  content_id: number
  modified_at: string
  modified_by: string
}

/** Versions of a file, newest first; the first is what it is now. */
export function fileVersions(call: Call, item: DriveItemRow): FileVersionRow[] {
  const old = call.service.store.all<FileVersionRow>(
    'SELECT version, size, content_id, modified_at, modified_by FROM drive_versions WHERE drive_id = ? AND item_id = ? ORDER BY version DESC',
    item.drive_id,
    item.id,
  )
  const now = {
    version: item.c_version,
    size: item.size,
    content_id: item.content_id ?? 0,
    modified_at: item.modified_at,
    modified_by: item.modified_by,
  }
  return [now, ...old]
}

export function fileVersionResource(
  call: Call,
  drive: DriveRow,
  item: DriveItemRow,
  version: FileVersionRow,
): JsonObject {
  return {
    '@microsoft.graph.downloadUrl': downloadUrl(call, item, version.content_id),
    id: `${version.version}.0`,
    lastModifiedDateTime: version.modified_at,
    size: version.size,
    lastModifiedBy: identitySet(call.service.store, version.modified_by, drive.tenant_id),
  }
}
