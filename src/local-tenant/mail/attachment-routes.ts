import { type Answer, created, empty, type JsonObject, ok } from '../http/answer.ts'
import { type Call, contextOf, readJsonBody } from '../http/call.ts'
import {
  badRequest,
  errorInvalidRequest,
  errorItemNotFound,
  GraphError,
  methodNotAllowed,
  notImplemented,
} from '../http/graph-error.ts'
import { mediaTypeOf } from '../http/media-types.ts'
import { cutPage } from '../http/paging.ts'
import { applySelect } from '../odata/select.ts'
import { type AttachmentOwner, attachmentResource } from './attachment-resource.ts'
import { openAttachmentSession } from './attachment-upload.ts'
import { addAttachment, attachmentsOf, contentOf, findAttachment, type NewAttachment } from './message-store.ts'

const shape = {
  type: 'attachment',
  known: [
    'id',
    'name',
    'contentType',
    'size',
    'isInline',
    'lastModifiedDateTime',
    'contentId',
    'contentLocation',
    'contentBytes',
  ],
}
const largestInRequest = 3 * 1024 * 1024

/** Answers .../attachments and what is below it. */
export function answerAttachments(call: Call, owner: AttachmentOwner, rest: readonly string[]): Answer {
  const { store } = call.service
  const [id, part] = rest
  if (id === undefined) return call.method === 'GET' ? listAttachments(call, owner) : postAttachment(call, owner)
  if (id === 'createUploadSession') {
    if (call.method !== 'POST') throw methodNotAllowed(['POST'])
    return openAttachmentSession(call, owner)
  }
  const row = findAttachment(store, owner.mailbox, owner.id, id)
  if (!row) throw errorItemNotFound()
  if (part === '$value' && call.method === 'GET') {
    call.query.only()
    return { kind: 'bytes', status: 200, bytes: contentOf(store, row.content_id), contentType: row.content_type }
  }
  if (part !== undefined) throw notImplemented(`attachments/{id}/${part}`)
  if (call.method === 'DELETE') {
    call.query.only()
    store.run('DELETE FROM attachments WHERE mailbox = ? AND owner_id = ? AND id = ?', owner.mailbox, owner.id, row.id)
    return empty()
  }
  if (call.method !== 'GET') throw methodNotAllowed(['GET', 'DELETE'])
  call.query.only('$select')
  const resource = applySelect(attachmentResource(store, row, true), call.query.get('$select'), shape, ['id'])
  return ok({ '@odata.context': contextOf(call, `${owner.context}/attachments/$entity`), ...resource })
}

function listAttachments(call: Call, owner: AttachmentOwner): Answer {
  call.query.only('$select', '$top', '$skiptoken')
  const { store } = call.service
  const { page, next } = cutPage(call, attachmentsOf(store, owner.mailbox, owner.id), call.query.top() ?? 1_000)
  const value = page.map((row) =>
    applySelect(attachmentResource(store, row, true), call.query.get('$select'), shape, ['id']),
  )
  return ok({ '@odata.context': contextOf(call, `${owner.context}/attachments`), ...next, value })
}

function postAttachment(call: Call, owner: AttachmentOwner): Answer {
  if (call.method !== 'POST') throw methodNotAllowed(['GET', 'POST'])
  call.query.only()
  const { store } = call.service
  const row = addAttachment(
    store,
    owner.mailbox,
    owner.id,
    readAttachment(readJsonBody(call)),
    `${call.now.toISOString().slice(0, 19)}Z`,
  )
  const resource = attachmentResource(store, row, true)
  return created(
    { '@odata.context': contextOf(call, `${owner.context}/attachments/$entity`), ...resource },
    { Location: `${call.base}/${owner.context}/attachments('${encodeURIComponent(row.id)}')` },
  )
}

/** A posted fileAttachment; other kinds are not implemented. */
export function readAttachment(posted: JsonObject): NewAttachment {
  if (posted['@odata.type'] === undefined)
    throw badRequest(
      "An abstract type 'microsoft.graph.attachment' cannot be instantiated; the property '@odata.type' is missing.",
    )
  const kind = String(posted['@odata.type']).replace(/^#/, '')
  if (kind !== 'microsoft.graph.fileAttachment') throw notImplemented(`attachments of the type ${kind.slice(0, 60)}`)
  for (const name of Object.keys(posted)) {
    if (!shape.known.includes(name) && !name.includes('@'))
      throw badRequest(`The property '${name.slice(0, 60)}' does not exist on type 'microsoft.graph.fileAttachment'.`)
  }
  const { name, contentType, contentBytes, isInline, contentId } = posted
  if (typeof name !== 'string' || name === '')
    throw errorInvalidRequest('Required property name is missing.', 'ErrorRequiredPropertyMissing')
  if (typeof contentBytes !== 'string' || !/^[A-Za-z0-9+/=\s]*$/.test(contentBytes)) {
    throw errorInvalidRequest('The property contentBytes must be base64.', 'ErrorInvalidPropertySet')
  }
  const content = Buffer.from(contentBytes, 'base64')
  if (content.length > largestInRequest)
    throw new GraphError(413, 'ErrorMessageSizeExceeded', 'The attachment is too large for one request.')
  return {
    name,
    contentType: typeof contentType === 'string' && contentType !== '' ? contentType : mediaTypeOf(name, null),
    content,
    isInline: isInline === true,
    contentId: typeof contentId === 'string' ? contentId : null,
  }
}
