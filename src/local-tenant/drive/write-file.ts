import { type Answer, created, type JsonObject, ok } from '../http/answer.ts'
import { type Call, contextOf, refuseOtherProperties } from '../http/call.ts'
import { meetsIfMatch } from '../http/conditions.ts'
import { GraphError, invalidRequest, resourceModified } from '../http/graph-error.ts'
import { mediaTypeOf } from '../http/media-types.ts'
import type { Stamp } from '../sites/item-store.ts'
import { cTagOfFile, driveItemResource, driveItemShape, eTagOfFile } from './drive-item-resource.ts'
import type { DrivePlace } from './drive-place.ts'
import {
  checkName,
  type DriveItemRow,
  type DriveRow,
  ensureFolder,
  findChild,
  findDriveItem,
  insertRow,
  pathOf,
  replaceContent,
  storeFile,
  usedBytes,
} from './drive-store.ts'

export type ConflictBehavior = 'fail' | 'replace' | 'rename'

/** Reads '@microsoft.graph.conflictBehavior' from a value; the default when it was not said. */
export function readConflictBehavior(value: unknown, usual: ConflictBehavior): ConflictBehavior {
  if (value === undefined || value === null) return usual
  const word = String(value).toLowerCase()
  if (word === 'fail' || word === 'replace' || word === 'rename') return word
  throw invalidRequest('The conflict behavior must be fail, replace or rename.')
}

export function fileStamp(call: Call): Stamp {
  return { by: call.caller.person.id, at: `${call.now.toISOString().slice(0, 19)}Z` }
}

/** 507 when the drive has no room, or a fault says so. */
export function requireRoom(call: Call, drive: DriveRow, bytes: number): void {
  const isFull = call.service.faults.take('fillQuota', {
    method: call.method,
    path: call.path,
    person: call.caller.person.id,
  })
  if (isFull || usedBytes(call.service.store, drive.id) + bytes > drive.quota) {
    throw new GraphError(507, 'quotaLimitReached', 'Insufficient Space Available')
  }
}

/** 412 when If-Match names neither the item's eTag nor its cTag. */
export function requireFileVersion(call: Call, item: DriveItemRow): void {
  if (!meetsIfMatch(call, eTagOfFile(item)) && !meetsIfMatch(call, cTagOfFile(item))) throw resourceModified()
}

/** Puts bytes at a place, making folders on the way: 201 for a new file, 200 for a new version. */
export function writeFile(
  call: Call,
  place: DrivePlace,
  file: {
    readonly bytes: Uint8Array
    readonly said: string | null
    readonly conflict: ConflictBehavior
    readonly name?: string
  },
): Answer {
  const { store } = call.service
  const { drive } = place
  requireRoom(call, drive, file.bytes.length)
  const stamp = fileStamp(call)
  if (place.item && place.item.folder === 1) throw invalidRequest('A folder has no content.')
  if (place.item && file.conflict === 'fail') throw nameAlreadyExists()
  if (place.item && file.conflict === 'replace') {
    requireFileVersion(call, place.item)
    const changed = replaceContent(store, place.item, file.bytes, mediaTypeOf(place.item.name, file.said), stamp)
    return ok(itemBody(call, drive, changed), { ETag: eTagOfFile(changed) })
  }
  const parent = parentOfPlace(call, place, stamp)
  const wished = file.name ?? place.names.at(-1) ?? ''
  const name = file.conflict === 'rename' ? freeName(call, parent, wished) : wished
  const made = storeFile(store, {
    driveId: drive.id,
    parentId: parent.id,
    name,
    bytes: file.bytes,
    contentType: mediaTypeOf(name, file.said),
    stamp,
  })
  return created(itemBody(call, drive, made), { ETag: eTagOfFile(made), Location: locationOf(call, drive, made) })
}

function locationOf(call: Call, drive: DriveRow, item: DriveItemRow): string {
  return `${call.base}/drives('${encodeURIComponent(drive.id)}')/items('${item.id}')`
}

function parentOfPlace(call: Call, { drive, base, names, item }: DrivePlace, stamp: Stamp): DriveItemRow {
  const { store } = call.service
  const known = item?.parent_id ? findDriveItem(store, drive.id, item.parent_id) : undefined
  if (known) return known
  for (const name of names) checkName(name)
  const above = pathOf(store, base).split('/').filter(Boolean)
  return ensureFolder(store, drive.id, [...above, ...names.slice(0, -1)], stamp)
}

/** "name 1.pdf", the first such name that is free in the folder. */
function freeName(call: Call, parent: DriveItemRow, name: string): string {
  const [, stem = name, ending = ''] = /^(.*?)(\.[^.]*)?$/s.exec(name) ?? []
  let candidate = name
  for (let number = 1; findChild(call.service.store, parent, candidate); number += 1)
    candidate = `${stem} ${number}${ending}`
  return candidate
}

/** POST children: a folder. */
export function createFolder(call: Call, drive: DriveRow, parent: DriveItemRow, body: JsonObject): Answer {
  refuseOtherProperties(body, 'driveItem', { taken: ['name', 'folder'], known: driveItemShape.known })
  const name = typeof body['name'] === 'string' ? body['name'] : ''
  if (body['folder'] === undefined)
    throw invalidRequest('Only folders are made this way; the property folder is missing.')
  checkName(name)
  if (parent.folder === 0) throw invalidRequest('A file has no children.')
  const conflict = readConflictBehavior(body['@microsoft.graph.conflictBehavior'], 'fail')
  const existing = findChild(call.service.store, parent, name)
  if (existing && conflict === 'fail') throw nameAlreadyExists()
  if (existing && conflict === 'replace') return ok(itemBody(call, drive, existing))
  const made = insertRow(call.service.store, {
    driveId: drive.id,
    parentId: parent.id,
    name: existing ? freeName(call, parent, name) : name,
    folder: true,
    stamp: fileStamp(call),
  })
  return created(itemBody(call, drive, made), { ETag: eTagOfFile(made), Location: locationOf(call, drive, made) })
}

export function nameAlreadyExists(): GraphError {
  return new GraphError(409, 'nameAlreadyExists', 'The specified item name already exists.')
}

export function itemBody(call: Call, drive: DriveRow, item: DriveItemRow): JsonObject {
  return {
    '@odata.context': contextOf(call, `drives('${encodeURIComponent(drive.id)}')/items/$entity`),
    ...driveItemResource(call, drive, item),
  }
}
