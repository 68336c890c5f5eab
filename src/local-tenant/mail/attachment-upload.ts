import { randomUUID } from 'node:crypto'
import type { Answer, JsonObject } from '../http/answer.ts'
import { type Call, contextOf, readJsonBody } from '../http/call.ts'
import { errorInvalidRequest, notImplemented } from '../http/graph-error.ts'
import { mediaTypeOf } from '../http/media-types.ts'
import type { Store } from '../store/database.ts'
import type { AttachmentOwner } from './attachment-resource.ts'
import { addAttachment } from './message-store.ts'

/** Where the bytes of an upload session go that was opened on a message or event. */
export type AttachmentTarget = {
  readonly mailbox: string
  readonly ownerId: string
  /** The address of the attachments, as the Location header shows it. */
  readonly collection: string
  readonly name: string
  readonly contentType: string
  readonly size: number
  readonly isInline: boolean
  readonly contentId: string | null
}

const lifetimeMilliseconds = 24 * 3_600_000
const smallestSize = 3 * 1024 * 1024
const largestSize = 150 * 1024 * 1024

/** POST attachments/createUploadSession: for files from 3 to 150 MB. */
export function openAttachmentSession(call: Call, owner: AttachmentOwner): Answer {
  call.query.only()
  const target = readTarget(call, owner)
  const id = randomUUID()
  const expires = new Date(call.now.getTime() + lifetimeMilliseconds).toISOString()
  call.service.store.run(
    'INSERT INTO upload_sessions (id, person_id, target, total, received, expires_at) VALUES (?, ?, ?, ?, 0, ?)',
    id,
    call.caller.person.id,
    JSON.stringify({ attachment: target }),
    target.size,
    expires,
  )
  const body = {
    '@odata.context': contextOf(call, 'microsoft.graph.uploadSession'),
    uploadUrl: `${call.fileBase}/upload/${call.service.tokens.seal(id)}`,
    expirationDateTime: expires,
    nextExpectedRanges: ['0-'],
  }
  return { kind: 'json', status: 201, body }
}

function readTarget(call: Call, owner: AttachmentOwner): AttachmentTarget {
  const posted = readJsonBody(call)
  const item = (posted['AttachmentItem'] ?? posted['attachmentItem']) as JsonObject | undefined
  const { attachmentType, name, size, contentType, isInline, contentId } = item ?? {}
  if (typeof name !== 'string' || name === '' || typeof size !== 'number') {
    throw errorInvalidRequest('AttachmentItem needs a name and a size.', 'ErrorInvalidRequest')
  }
  if (String(attachmentType ?? 'file').toLowerCase() !== 'file')
    throw notImplemented(`upload sessions of the type ${String(attachmentType).slice(0, 40)}`)
  if (size < smallestSize || size > largestSize) {
    throw errorInvalidRequest(
      'An upload session is for attachments from 3 to 150 MB.',
      'ErrorAttachmentSizeShouldNotBeLessThanMinimumSize',
    )
  }
  return {
    mailbox: owner.mailbox,
    ownerId: owner.id,
    collection: `${call.base}/${owner.context}/attachments`,
    name,
    size,
    contentType: typeof contentType === 'string' ? contentType : mediaTypeOf(name, null),
    isInline: isInline === true,
    contentId: typeof contentId === 'string' ? contentId : null,
  }
}

/** Puts the whole file on its message or event: 201 with the new attachment's address and no body. */
export function finishAttachment(store: Store, target: AttachmentTarget, content: Uint8Array, now: Date): Answer {
  const file = { ...target, content }
  const row = addAttachment(store, target.mailbox, target.ownerId, file, `${now.toISOString().slice(0, 19)}Z`)
  return { kind: 'empty', status: 201, headers: { Location: `${target.collection}('${encodeURIComponent(row.id)}')` } }
}
