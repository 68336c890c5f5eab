import { randomUUID } from 'node:crypto'
import { type Answer, empty, type JsonObject, ok } from '../http/answer.ts'
import { type Call, contextOf } from '../http/call.ts'
import { GraphError, invalidRequest, itemNotFound } from '../http/graph-error.ts'
import type { Row, Store } from '../store/database.ts'
import type { DrivePlace } from './drive-place.ts'
import { checkName, findByPath, findDrive, findDriveItem } from './drive-store.ts'
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
  const wish = (body['item'] ?? {}) as JsonObject
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
  return takeChunk(store, session, row, range, bytes)
}

function statusOf(row: SessionRow): JsonObject {
  return {
    expirationDateTime: row.expires_at,
    nextExpectedRanges: row.received === row.total ? [] : [`${row.received}-`],
  }
}

function takeChunk(
  store: Store,
  session: SessionCall,
  row: SessionRow,
  range: string | null,
  bytes: Uint8Array,
): Answer {
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
      { innerCode: 'fragmentOverlap' },
    )
  }
  const isLast = end === total - 1
  // Small files may come in pieces of any size, as the documentation's own example does.
  if (!isLast && total > chunkUnit && bytes.length % chunkUnit !== 0)
    throw invalidRequest('The fragment size must be a multiple of 320 KiB.', 'invalidFragmentSize')
  store.run('INSERT INTO upload_chunks (session_id, start, bytes) VALUES (?, ?, ?)', row.id, start, Buffer.from(bytes))
  store.run('UPDATE upload_sessions SET received = ?, total = ? WHERE id = ?', end + 1, total, row.id)
  const { deferred } = JSON.parse(row.target) as Target
  if (!isLast || deferred) {
    return { kind: 'json', status: 202, body: statusOf({ ...row, received: end + 1, total }) }
  }
  return finishUpload(store, session, row)
}

function finishUpload(store: Store, session: SessionCall, row: SessionRow): Answer {
  const target = JSON.parse(row.target) as Target
  const chunks = store.blobs('SELECT bytes FROM upload_chunks WHERE session_id = ? ORDER BY start', row.id)
  const drive = findDrive(store, target.driveId)
  const base = drive && findDriveItem(store, drive.id, target.baseId)
  if (!drive || !base) throw itemNotFound('The folder of the upload is gone')
  const item = target.names.length === 0 ? base : findByPath(store, base, target.names.join('/'))
  const call = session.makeCall(row.person_id, target.base)
  const answer = writeFile(
    call,
    { drive, base, names: target.names, item },
    {
      bytes: Buffer.concat(chunks),
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
