import { type Mailbox, mailboxIds } from '../calendar/event-record.ts'
import { appliedPreferences } from '../calendar/event-resource.ts'
import { mailboxContext, requireMailbox } from '../calendar/mailbox.ts'
import { isoSeconds } from '../calendar/zone-time.ts'
import { type Answer, created, empty, type Json, type JsonObject, ok } from '../http/answer.ts'
import { type Call, contextOf, linkTo, readJsonBody } from '../http/call.ts'
import { isUnchanged, meetsIfMatch } from '../http/conditions.ts'
import {
  badRequest,
  errorInvalidRequest,
  errorItemNotFound,
  GraphError,
  irresolvableConflict,
  notImplemented,
} from '../http/graph-error.ts'
import { dispatch, type RouteTable } from '../http/routes.ts'
import { requireMailboxScope, scopes } from '../identity/caller.ts'
import type { PersonRow } from '../identity/people.ts'
import { findPersonByMail } from '../identity/people.ts'
import { meetsFilter, order, type PropertyReader, pathsOf } from '../odata/evaluate-filter.ts'
import { plainExpansion, readExpand } from '../odata/expand.ts'
import { parseFilter, type Scalar } from '../odata/filter.ts'
import { parseOrderBy } from '../odata/order-by.ts'
import { answerAttachments, readAttachment } from './attachment-routes.ts'
import { folderId, messageResource, messageTag } from './message-resource.ts'
import { findMessage, insertMessage, type MessageData, type MessageRow, plainMessage } from './message-store.ts'

/** First segments, below a person, that belong to mail; lower case. */
export const mailParts = ['messages', 'mailfolders', 'sendmail']

const folders = ['inbox', 'drafts', 'sentitems', 'deleteditems']
const folderNames: Record<string, string> = {
  inbox: 'Inbox',
  drafts: 'Drafts',
  sentitems: 'Sent Items',
  deleteditems: 'Deleted Items',
}
const defaultPage = 10

/** Answers /me/messages, /me/mailFolders and /me/sendMail. */
export function answerMail(call: Call, person: PersonRow, rest: readonly string[]): Answer {
  if (rest[0]?.toLowerCase() === 'sendmail') {
    requireMailbox(call, person, scopes.mailSend)
    if (call.method !== 'POST' || rest.length > 1) throw notImplemented(call.path.slice(0, 200))
    return sendMail(call, person)
  }
  requireMailbox(call, person, call.method === 'GET' ? scopes.mailRead : [...scopes.mailWrite, ...scopes.mailSend])
  if (rest[0]?.toLowerCase() === 'mailfolders') return answerFolders(call, person, rest.slice(1))
  const [, id, below, ...more] = rest
  if (id !== undefined && below === 'attachments') {
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
    const row = requireMessage(call, person.id, message)
    call.service.store.run('DELETE FROM messages WHERE mailbox = ? AND id = ?', row.mailbox, row.id)
    return empty()
  },
  'POST messages/{message}/send': (call, person, { message = '' }) => {
    requireMailboxScope(call.caller, scopes.mailSend)
    const row = requireMessage(call, person.id, message)
    const data = JSON.parse(row.data) as MessageData
    if (!data.isDraft) throw errorInvalidRequest('Only a draft can be sent.', 'ErrorInvalidRequest')
    deliver(call, person, { data, attachments: [] }, true)
    call.service.store.run('DELETE FROM messages WHERE mailbox = ? AND id = ?', row.mailbox, row.id)
    return empty(202)
  },
  'GET messages/{message}/event': (call, person, { message = '' }) => {
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
  if (key === undefined) {
    call.query.only('$top', '$select')
    return ok({
      '@odata.context': contextOf(call, `${mailboxContext(person)}/mailFolders`),
      value: folders.map((folder) => folderResource(call, person, folder)),
    })
  }
  const folder = folders.find((name) => name === key.toLowerCase() || folderId(person.id, name) === key)
  if (!folder) throw errorItemNotFound()
  if (more.length === 0 && call.method === 'GET') {
    call.query.only('$select')
    return ok({
      '@odata.context': contextOf(call, `${mailboxContext(person)}/mailFolders/$entity`),
      ...folderResource(call, person, folder),
    })
  }
  if (more[0] === 'messages' && more.length === 1 && call.method === 'GET') return answerMessages(call, person, folder)
  if (more[0] === 'messages' && more.length > 1) return answerMail(call, person, more)
  throw notImplemented(call.path.slice(0, 200))
}

function folderResource(call: Call, person: PersonRow, folder: string): JsonObject {
  const rows = messagesIn(call, person.id, folder)
  return {
    id: folderId(person.id, folder),
    displayName: folderNames[folder] ?? folder,
    parentFolderId: folderId(person.id, 'root'),
    childFolderCount: 0,
    unreadItemCount: rows.filter((row) => !(JSON.parse(row.data) as MessageData).isRead).length,
    totalItemCount: rows.length,
    sizeInBytes: 0,
    isHidden: false,
  }
}

function messagesIn(call: Call, mailbox: string, folder: string | null): MessageRow[] {
  const { store } = call.service
  return folder === null
    ? store.all<MessageRow>('SELECT * FROM messages WHERE mailbox = ? ORDER BY received_at DESC, id', mailbox)
    : store.all<MessageRow>(
        'SELECT * FROM messages WHERE mailbox = ? AND folder = ? ORDER BY received_at DESC, id',
        mailbox,
        folder,
      )
}

function answerMessages(call: Call, person: PersonRow, folder: string | null): Answer {
  call.query.only('$select', '$filter', '$orderby', '$top', '$skip', '$count', '$expand')
  const expand = readExpand(call.query.get('$expand'), { attachments: [], event: [] })
  const rows = sortMessages(call, filterMessages(call, messagesIn(call, person.id, folder)))
  const skipText = call.query.get('$skip') ?? '0'
  if (!/^\d{1,9}$/.test(skipText))
    throw badRequest(`Invalid value '${skipText.slice(0, 40)}' for $skip query option found.`)
  const skip = Number(skipText)
  const pageSize = Math.min(call.query.top() ?? call.prefer.maxPageSize ?? defaultPage, 1_000)
  const page = rows.slice(skip, skip + pageSize)
  const end = skip + page.length
  const select = call.query.get('$select')
  const context = folder === null ? 'messages' : `mailFolders('${folder}')/messages`
  return ok(
    {
      '@odata.context': contextOf(
        call,
        `${mailboxContext(person)}/${context}${select === null ? '' : `(${select.replaceAll(' ', '')})`}`,
      ),
      ...(call.query.get('$count') === 'true' ? { '@odata.count': rows.length } : {}),
      ...(end < rows.length
        ? { '@odata.nextLink': `${linkTo(call, call.path)}?${call.query.with({ $skip: String(end) })}` }
        : {}),
      value: page.map((row) => messageResource(call, row, expand)),
    },
    appliedPreferences(call),
  )
}

const readers: Record<string, (row: MessageRow, data: MessageData) => Scalar> = {
  subject: (_, data) => data.subject,
  isread: (_, data) => data.isRead,
  isdraft: (_, data) => data.isDraft,
  importance: (_, data) => data.importance,
  receiveddatetime: (row) => row.received_at,
  sentdatetime: (row, data) => data.sentAt || row.received_at,
  createddatetime: (row) => row.created_at,
  lastmodifieddatetime: (row) => row.modified_at,
  'from/emailaddress/address': (_, data) => data.from?.address ?? null,
  'from/emailaddress/name': (_, data) => data.from?.name ?? null,
  'sender/emailaddress/address': (_, data) => data.from?.address ?? null,
}

function readerOf(row: MessageRow): PropertyReader {
  const data = JSON.parse(row.data) as MessageData
  return (path) => readers[path.toLowerCase()]?.(row, data)
}

function filterMessages(call: Call, rows: MessageRow[]): MessageRow[] {
  const text = call.query.get('$filter')
  if (text === null) return rows
  const filter = parseFilter(text)
  for (const path of pathsOf(filter)) {
    if (!(path.toLowerCase() in readers)) throw notImplemented(`$filter on ${path.slice(0, 60)} of messages`)
  }
  return rows.filter((row) => meetsFilter(filter, readerOf(row)))
}

function sortMessages(call: Call, rows: MessageRow[]): MessageRow[] {
  const sort = parseOrderBy(call.query.get('$orderby'))
  for (const { path } of sort) {
    if (!(path.toLowerCase() in readers)) throw notImplemented(`$orderby on ${path.slice(0, 60)} of messages`)
  }
  if (sort.length === 0) return rows
  return [...rows].sort((a, b) => {
    for (const { path, descending } of sort) {
      const sign = order((readerOf(a)(path) ?? null) as Scalar, (readerOf(b)(path) ?? null) as Scalar)
      if (sign !== 0) return descending ? -sign : sign
    }
    return 0
  })
}

function requireMessage(call: Call, mailbox: string, id: string): MessageRow {
  if (!/^[A-Za-z0-9_=-]{8,400}$/.test(id)) throw new GraphError(400, 'ErrorInvalidIdMalformed', 'Id is malformed.')
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

type MessageWish = { readonly data: MessageData; readonly attachments: readonly ReturnType<typeof readAttachment>[] }

function readMessage(posted: JsonObject, person: PersonRow): MessageWish {
  const body = (posted['body'] ?? {}) as JsonObject
  const attachments = posted['attachments']
  return {
    data: {
      ...plainMessage,
      subject: String(posted['subject'] ?? ''),
      body: {
        contentType: String(body['contentType'] ?? 'text').toLowerCase() === 'html' ? 'html' : 'text',
        content: String(body['content'] ?? ''),
      },
      from: { name: person.name, address: person.mail },
      toRecipients: readRecipients(posted['toRecipients']),
      ccRecipients: readRecipients(posted['ccRecipients']),
      bccRecipients: readRecipients(posted['bccRecipients']),
      replyTo: readRecipients(posted['replyTo']),
      importance: ['low', 'normal', 'high'].includes(String(posted['importance']))
        ? String(posted['importance'])
        : 'normal',
      categories: Array.isArray(posted['categories']) ? posted['categories'].map(String) : [],
    },
    attachments: Array.isArray(attachments) ? (attachments as readonly JsonObject[]).map(readAttachment) : [],
  }
}

function readRecipients(value: Json): Mailbox[] {
  if (value === undefined || value === null) return []
  if (!Array.isArray(value)) throw badRequest('Recipients must be a list.')
  return (value as readonly JsonObject[]).map((recipient) => {
    const mailbox = (recipient['emailAddress'] ?? {}) as JsonObject
    const address = String(mailbox['address'] ?? '')
    if (!address.includes('@'))
      throw errorInvalidRequest('At least one recipient is not valid.', 'ErrorInvalidRecipients')
    return { name: String(mailbox['name'] ?? address), address }
  })
}

function storeMessage(call: Call, person: PersonRow, wish: MessageWish, folder: string): MessageRow {
  return insertMessage(call.service.store, {
    mailbox: person.id,
    ...mailboxIds(),
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
  const posted = (body['message'] ?? body['Message'] ?? (body['toRecipients'] ? body : undefined)) as
    | JsonObject
    | undefined
  if (typeof posted !== 'object' || posted === null) {
    throw errorInvalidRequest('Required property message is missing.', 'ErrorInvalidRequest')
  }
  const keeps = String(body['saveToSentItems'] ?? body['SaveToSentItems'] ?? true).toLowerCase() !== 'false'
  deliver(call, person, readMessage(posted, person), keeps)
  return empty(202)
}

function refuseMime(call: Call): never {
  if (/[^A-Za-z0-9+/=\s]/.test(new TextDecoder().decode(call.body))) {
    throw errorInvalidRequest('Invalid base64 string for MIME content.', 'ErrorMimeContentInvalidBase64String')
  }
  throw notImplemented('sending mail as MIME')
}

function deliver(call: Call, person: PersonRow, wish: MessageWish, keeps: boolean): void {
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
  if (keeps) storeMessage(call, person, { ...wish, data: { ...sent, isRead: true } }, 'sentitems')
}
