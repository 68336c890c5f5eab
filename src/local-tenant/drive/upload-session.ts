import { randomUUID } from 'node:crypto'
import { type Answer, empty, type JsonObject, ok } from '../http/answer.ts'
import { type Call, contextOf } from '../http/call.ts'
import { requireBodyTypes } from '../http/body-types.ts'
import { matchesTag } from '../http/conditions.ts'
import { GraphError, invalidRequest, itemNotFound, notImplemented, resourceModified } from '../http/graph-error.ts'
import { type AttachmentTarget, finishAttachment } from '../mail/attachment-upload.ts'
import type { Row, Store } from '../store/database.ts'
import { cTagOfFile, eTagOfFile } from './drive-item-resource.ts'
import type { DrivePlace } from './drive-place.ts'
import { checkName, type DriveItemRow, findByPath, findDrive, findDriveItem } from './drive-store.ts'
import {
  type ConflictBehavior,
  nameAlreadyExists,
  readConflictBehavior,
  requireFileVersion,
  requireRoom,
  writeFile,
} from './write-file.ts'

type SessionRow = Row & {
  id: string
  person_id: string
  target: string
  total: number
  received: number
  expires_at: string
}
type Target = {
  readonly driveId: string
  readonly baseId: string
  readonly names: readonly string[]
  readonly conflict: ConflictBehavior
  readonly base: string
  /** The file is made by a last POST and not by the last piece. */
  readonly deferred: boolean
}

const lifetimeMilliseconds = 24 * 3_600_000
const chunkUnit = 320 * 1024
const largestChunk = 60 * 1024 * 1024
const largestFile = 250 * 1024 * 1024 * 1024

/** POST createUploadSession: an address to put the bytes to, in pieces, without a token. */
export function openUploadSession(call: Call, place: DrivePlace, body: JsonObject): Answer {
  const wish = readWish(call, place, body)
  // An item named by its id is meant to get a new version; a path is a name that may be taken.
  const conflict = readConflictBehavior(
    wish['@microsoft.graph.conflictBehavior'],
    place.names.length === 0 ? 'replace' : 'fail',
  )
  for (const name of place.names) checkName(name)
  if (place.item?.folder === 1) throw invalidRequest('A folder has no content.')
  if (place.item) {
    requireFileVersion(call, place.item)
    if (conflict === 'fail') throw nameAlreadyExists()
  }
  const size = wish['fileSize']
  requireRoom(call, place.drive, typeof size === 'number' ? size : 0)
  const id = randomUUID()
  const expires = new Date(call.now.getTime() + lifetimeMilliseconds).toISOString()
  const target: Target = {
    driveId: place.drive.id,
    baseId: place.base.id,
    names: place.names,
    conflict,
    base: call.base,
    deferred: body['deferCommit'] === true,
  }
  call.service.store.run(
    'INSERT INTO upload_sessions (id, person_id, target, total, received, expires_at) VALUES (?, ?, ?, -1, 0, ?)',
    id,
    call.caller.person.id,
    JSON.stringify(target),
    expires,
  )
  return ok({
    '@odata.context': contextOf(call, 'microsoft.graph.uploadSession'),
    uploadUrl: `${call.fileBase}/upload/${call.service.tokens.seal(id)}`,
    expirationDateTime: expires,
    nextExpectedRanges: ['0-'],
  })
}

const wishable = ['@microsoft.graph.conflictBehavior', '@odata.type', 'name', 'fileSize']
const known = ['description', 'fileSystemInfo', 'driveItemSource', 'mediaSource']

// What the posted `item` asks for; 501 for what Graph would take and 400 for the rest.
function readWish(call: Call, place: DrivePlace, body: JsonObject): JsonObject {
  requireBodyTypes(body, { item: { name: 'string', fileSize: 'number' }, deferCommit: 'boolean' })
  const wish = (body['item'] ?? {}) as JsonObject
  const others = [
    ...Object.keys(wish),
    ...Object.keys(body).filter((name) => name !== 'item' && name !== 'deferCommit'),
  ]
  for (const name of others) {
    if (wishable.includes(name)) continue
    if (known.includes(name)) throw notImplemented(`${name} of an upload session`)
    throw invalidRequest(`The property '${name.slice(0, 60)}' is not known.`)
  }
  const { name } = wish
  const asked = place.names.at(-1) ?? place.item?.name
  if (typeof name === 'string' && asked !== undefined && name.toLowerCase() !== asked.toLowerCase())
    throw invalidRequest('The name of the item is not the one in the address.')
  const noneMatch = call.headers.get('if-none-match')
  if (noneMatch !== null && place.item && isNamedBy(noneMatch, place.item)) throw resourceModified()
  return wish
}

function isNamedBy(header: string, item: DriveItemRow): boolean {
  return header.trim() === '*' || matchesTag(header, eTagOfFile(item)) || matchesTag(header, cTagOfFile(item))
}

/** What a session's call needs besides the bytes: made by whoever answers its address, with the session's owner as caller. */
export type SessionCall = { readonly id: string; readonly makeCall: (personId: string, base: string) => Call }

/** Answers GET, PUT and DELETE of an upload address. */
export function answerUpload(
  store: Store,
  session: SessionCall,
  method: string,
  range: string | null,
  bytes: Uint8Array,
  now: Date,
): Answer {
  const row = store.get<SessionRow>('SELECT * FROM upload_sessions WHERE id = ?', session.id)
  if (!row || Date.parse(row.expires_at) <= now.getTime()) throw itemNotFound('The upload session was not found')
  if (method === 'DELETE') {
    closeSession(store, row.id)
    return empty()
  }
  if (method === 'GET') return ok(statusOf(row))
  if (method === 'POST' && bytes.length === 0 && row.received === row.total) return finishUpload(store, session, row)
  if (method !== 'PUT')
    throw new GraphError(405, 'Request_BadRequest', 'Specified HTTP method is not allowed for the request target.')
  return takeChunk(store, session, row, { range, bytes, now })
}

function statusOf(row: SessionRow): JsonObject {
  return {
    expirationDateTime: row.expires_at,
    nextExpectedRanges: row.received === row.total ? [] : [`${row.received}-`],
  }
}

type Chunk = { readonly range: string | null; readonly bytes: Uint8Array; readonly now: Date }

function takeChunk(store: Store, session: SessionCall, row: SessionRow, { range, bytes, now }: Chunk): Answer {
  const match = /^bytes (\d{1,13})-(\d{1,13})\/(\d{1,13})$/i.exec(range ?? '')
  if (!match) throw invalidRequest('The Content-Range header is missing or malformed.')
  const [start, end, total] = [Number(match[1]), Number(match[2]), Number(match[3])]
  if (
    bytes.length !== end - start + 1 ||
    end >= total ||
    total > largestFile ||
    (row.total > 0 && row.total !== total)
  ) {
    throw invalidRequest('Declared Content-Range does not match the bytes sent or the file.')
  }
  if (bytes.length > largestChunk) throw new GraphError(413, 'invalidRequest', 'The fragment is larger than 60 MiB.')
  if (start !== row.received) {
    throw new GraphError(
      416,
      'invalidRange',
      'The uploaded fragment overlaps with or skips data that has been received.',
      { innerCode: start < row.received ? 'fragmentOverlap' : 'fragmentOutOfOrder' },
    )
  }
  const isLast = end === total - 1
  const target = JSON.parse(row.target) as Target | { readonly attachment: AttachmentTarget }
  const isAttachment = 'attachment' in target
  // Small files may come in pieces of any size, as the documentation's own example does; attachments in any too.
  if (!isAttachment && !isLast && total > chunkUnit && bytes.length % chunkUnit !== 0)
    throw invalidRequest('The fragment size must be a multiple of 320 KiB.', 'invalidFragmentSize')
  store.run('INSERT INTO upload_chunks (session_id, start, bytes) VALUES (?, ?, ?)', row.id, start, Buffer.from(bytes))
  store.run('UPDATE upload_sessions SET received = ?, total = ? WHERE id = ?', end + 1, total, row.id)
  if (!isLast || (!isAttachment && target.deferred)) {
    return { kind: 'json', status: isAttachment ? 200 : 202, body: statusOf({ ...row, received: end + 1, total }) }
  }
  if (!isAttachment) return finishUpload(store, session, row)
  const answer = finishAttachment(store, target.attachment, receivedBytes(store, row), now)
  closeSession(store, row.id)
  return answer
}

function receivedBytes(store: Store, row: SessionRow): Uint8Array {
  return Buffer.concat(store.blobs('SELECT bytes FROM upload_chunks WHERE session_id = ? ORDER BY start', row.id))
}

function finishUpload(store: Store, session: SessionCall, row: SessionRow): Answer {
  const target = JSON.parse(row.target) as Target
  const drive = findDrive(store, target.driveId)
  const base = drive && findDriveItem(store, drive.id, target.baseId)
  if (!drive || !base) throw itemNotFound('The folder of the upload is gone')
  const item = target.names.length === 0 ? base : findByPath(store, base, target.names.join('/'))
  const call = session.makeCall(row.person_id, target.base)
  const answer = writeFile(
    call,
    { drive, base, names: target.names, item },
    {
      bytes: receivedBytes(store, row),
      said: null,
      conflict: target.conflict,
    },
  )
  closeSession(store, row.id)
  return answer
}

function closeSession(store: Store, id: string): void {
  store.run('DELETE FROM upload_chunks WHERE session_id = ?', id)
  store.run('DELETE FROM upload_sessions WHERE id = ?', id)
}
