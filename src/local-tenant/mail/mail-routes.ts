import { mailboxIds } from '../calendar/event-record.ts'
import { appliedPreferences } from '../calendar/event-resource.ts'
import { mailboxContext, requireMailbox, requireMailboxId } from '../calendar/mailbox.ts'
import { isoSeconds } from '../calendar/zone-time.ts'
import { type Answer, created, empty, type JsonObject, ok } from '../http/answer.ts'
import { type Call, contextOf, readJsonBody, refuseOtherProperties } from '../http/call.ts'
import { isUnchanged, meetsIfMatch } from '../http/conditions.ts'
import {
  errorInvalidRequest,
  errorItemNotFound,
  irresolvableConflict,
  methodNotAllowed,
  notImplemented,
} from '../http/graph-error.ts'
import { dispatch, type RouteTable } from '../http/routes.ts'
import { requireMailboxScope, scopes } from '../identity/caller.ts'
import type { PersonRow } from '../identity/people.ts'
import { findPersonByMail } from '../identity/people.ts'
import { plainExpansion, readExpand } from '../odata/expand.ts'
import { answerAttachments } from './attachment-routes.ts'
import { answerFolder, listFolders, requireFolder } from './mail-folders.ts'
import { answerMessages } from './message-query.ts'
import { messageResource, messageTag } from './message-resource.ts'
import {
  attachmentsWithContent,
  findMessage,
  insertMessage,
  type MessageData,
  type MessageRow,
  moveMessage,
  removeMessage,
} from './message-store.ts'
import { type MessageWish, readMessage } from './read-message.ts'

/** First segments, below a person, that belong to mail; lower case. */
export const mailParts = ['messages', 'mailfolders', 'sendmail']

/** Answers /me/messages, /me/mailFolders and /me/sendMail. */
export function answerMail(call: Call, person: PersonRow, rest: readonly string[]): Answer {
  if (rest[0]?.toLowerCase() === 'sendmail') {
    requireMailbox(call, person, scopes.mailSend)
    if (rest.length === 1 && call.method !== 'POST') throw methodNotAllowed(['POST'])
    if (rest.length > 1) throw notImplemented(call.path.slice(0, 200))
    return sendMail(call, person)
  }
  requireMailbox(call, person, call.method === 'GET' ? scopes.mailRead : [...scopes.mailWrite, ...scopes.mailSend])
  if (rest[0]?.toLowerCase() === 'mailfolders') return answerFolders(call, person, rest.slice(1))
  const [, id, below, ...more] = rest
  if (id !== undefined && below?.toLowerCase() === 'attachments') {
    const message = requireMessage(call, person.id, id)
    const context = `${mailboxContext(person)}/messages('${encodeURIComponent(id)}')`
    return answerAttachments(call, { mailbox: person.id, id: message.id, context }, more)
  }
  return dispatch(messageRoutes, call, person, rest)
}

const messageRoutes: RouteTable<PersonRow> = {
  'GET messages': (call, person) => answerMessages(call, person, null),
  'POST messages': (call, person) => {
    call.query.only()
    const row = storeMessage(call, person, readMessage(readJsonBody(call), person), 'drafts')
    return created(
      {
        '@odata.context': contextOf(call, `${mailboxContext(person)}/messages/$entity`),
        ...messageResource(call, row, new Map()),
      },
      {
        ETag: messageTag(row),
        Location: `${call.base}/users('${person.oid}')/messages('${encodeURIComponent(row.id)}')`,
      },
    )
  },
  'GET messages/{message}': (call, person, { message = '' }) => {
    call.query.only('$select', '$expand')
    const row = requireMessage(call, person.id, message)
    if (isUnchanged(call, messageTag(row))) return empty(304, { ETag: messageTag(row) })
    const expand = readExpand(call.query.get('$expand'), { attachments: [], event: [] })
    return ok(
      {
        '@odata.context': contextOf(call, `${mailboxContext(person)}/messages/$entity`),
        ...messageResource(call, row, expand),
      },
      { ...appliedPreferences(call), ETag: messageTag(row) },
    )
  },
  'PATCH messages/{message}': patchMessage,
  'DELETE messages/{message}': (call, person, { message = '' }) => {
    call.query.only()
    const row = requireMessage(call, person.id, message)
    if (!meetsIfMatch(call, messageTag(row))) throw irresolvableConflict()
    if (row.folder === 'deleteditems') removeMessage(call.service.store, row)
    else moveMessage(call.service.store, row, 'deleteditems')
    return empty()
  },
  'POST messages/{message}/move': (call, person, { message = '' }) => {
    call.query.only()
    const row = requireMessage(call, person.id, message)
    const folder = requireFolder(person, String(readJsonBody(call)['destinationId'] ?? ''))
    const moved = moveMessage(call.service.store, row, folder)
    const context = contextOf(call, `${mailboxContext(person)}/messages/$entity`)
    return created(
      { '@odata.context': context, ...messageResource(call, moved, new Map()) },
      { ETag: messageTag(moved) },
    )
  },
  'POST messages/{message}/send': (call, person, { message = '' }) => {
    requireMailboxScope(call.caller, scopes.mailSend)
    const row = requireMessage(call, person.id, message)
    const data = JSON.parse(row.data) as MessageData
    if (!data.isDraft) throw errorInvalidRequest('Only a draft can be sent.', 'ErrorInvalidRequest')
    call.query.only()
    const wish = { data, attachments: attachmentsWithContent(call.service.store, row) }
    removeMessage(call.service.store, row)
    // What was a draft is the message in Sent Items, under the same immutable id (outlook-immutable-id).
    deliver(call, person, wish, { immutableId: row.immutable_id })
    return empty(202)
  },
  'GET messages/{message}/event': (call, person, { message = '' }) => {
    call.query.only()
    const row = requireMessage(call, person.id, message)
    const event = messageResource(
      { ...call, query: { ...call.query, get: () => null } },
      row,
      new Map([['event', plainExpansion]]),
    )['event']
    if (event === undefined || event === null) throw errorItemNotFound()
    return ok({
      '@odata.context': contextOf(call, `${mailboxContext(person)}/events/$entity`),
      ...(event as JsonObject),
    })
  },
}

function answerFolders(call: Call, person: PersonRow, rest: readonly string[]): Answer {
  const [key, ...more] = rest
  if (key === undefined) return listFolders(call, person)
  const folder = requireFolder(person, key)
  if (more.length === 0) return answerFolder(call, person, folder)
  if (more[0]?.toLowerCase() === 'messages' && more.length === 1 && call.method === 'GET')
    return answerMessages(call, person, folder)
  if (more[0]?.toLowerCase() === 'messages' && more.length > 1) return answerMail(call, person, more)
  throw notImplemented(call.path.slice(0, 200))
}

function requireMessage(call: Call, mailbox: string, id: string): MessageRow {
  requireMailboxId(id)
  const row = findMessage(call.service.store, mailbox, id)
  if (!row) throw errorItemNotFound()
  return row
}

function patchMessage(call: Call, person: PersonRow, { message = '' }: Readonly<Record<string, string>>): Answer {
  call.query.only()
  requireMailboxScope(call.caller, scopes.mailWrite)
  const row = requireMessage(call, person.id, message)
  if (!meetsIfMatch(call, messageTag(row))) {
    throw irresolvableConflict()
  }
  const data = JSON.parse(row.data) as MessageData
  const body = readJsonBody(call)
  const wish = readMessage(body, person)
  const given = Object.fromEntries(Object.entries(wish.data).filter(([name]) => name in body))
  const changed = { ...data, ...given, ...(typeof body['isRead'] === 'boolean' ? { isRead: body['isRead'] } : {}) }
  call.service.store.run(
    'UPDATE messages SET data = ?, version = version + 1, modified_at = ? WHERE mailbox = ? AND id = ?',
    JSON.stringify(changed),
    isoSeconds(call.now.getTime()),
    row.mailbox,
    row.id,
  )
  const after = requireMessage(call, person.id, row.id)
  return ok(
    {
      '@odata.context': contextOf(call, `${mailboxContext(person)}/messages/$entity`),
      ...messageResource(call, after, new Map()),
    },
    { ETag: messageTag(after) },
  )
}

function storeMessage(
  call: Call,
  person: PersonRow,
  wish: MessageWish,
  folder: string,
  immutableId?: string,
): MessageRow {
  return insertMessage(call.service.store, {
    mailbox: person.id,
    ...mailboxIds(),
    ...(immutableId === undefined ? {} : { immutableId }),
    shortId: null,
    folder,
    receivedAt: isoSeconds(call.now.getTime()),
    eventICalUId: null,
    data: wish.data,
    attachments: wish.attachments,
  })
}

function sendMail(call: Call, person: PersonRow): Answer {
  call.query.only()
  if (/text\/plain/i.test(call.headers.get('content-type') ?? '')) refuseMime(call)
  const body = readJsonBody(call)
  // A message without its frame is taken too, as one example of the documentation sends it.
  const framed = body['message'] !== undefined || body['Message'] !== undefined
  if (framed)
    refuseOtherProperties(body, 'sendMail', { taken: ['message', 'Message', 'saveToSentItems', 'SaveToSentItems'] })
  const posted = (body['message'] ?? body['Message'] ?? (body['toRecipients'] ? body : undefined)) as
    | JsonObject
    | undefined
  if (typeof posted !== 'object' || posted === null) {
    throw errorInvalidRequest('Required property message is missing.', 'ErrorInvalidRequest')
  }
  const keeps = String(body['saveToSentItems'] ?? body['SaveToSentItems'] ?? true).toLowerCase() !== 'false'
  deliver(call, person, readMessage(posted, person), keeps ? {} : null)
  return empty(202)
}

function refuseMime(call: Call): never {
  if (/[^A-Za-z0-9+/=\s]/.test(new TextDecoder().decode(call.body))) {
    throw errorInvalidRequest('Invalid base64 string for MIME content.', 'ErrorMimeContentInvalidBase64String')
  }
  throw notImplemented('sending mail as MIME')
}

function deliver(
  call: Call,
  person: PersonRow,
  wish: MessageWish,
  keeps: { readonly immutableId?: string } | null,
): void {
  const { toRecipients, ccRecipients, bccRecipients } = wish.data
  const recipients = [...toRecipients, ...ccRecipients, ...bccRecipients]
  if (recipients.length === 0)
    throw errorInvalidRequest('At least one recipient is required.', 'ErrorInvalidRecipients')
  const sent = { ...wish.data, sentAt: isoSeconds(call.now.getTime()), isDraft: false }
  const targets = new Set(recipients.map(({ address }) => findPersonByMail(call.service.store, address)?.id))
  for (const mailbox of targets) {
    const owner = mailbox === undefined ? undefined : { ...person, id: mailbox }
    if (owner) storeMessage(call, owner, { ...wish, data: { ...sent, bccRecipients: [] } }, 'inbox')
  }
  if (keeps) storeMessage(call, person, { ...wish, data: { ...sent, isRead: true } }, 'sentitems', keeps.immutableId)
}
