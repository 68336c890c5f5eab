import { randomUUID } from 'node:crypto'
import { invariant } from '../../shared/invariant.ts'
import { type Mailbox, mailboxIds } from '../calendar/event-record.ts'
import type { JsonObject } from '../http/answer.ts'
import type { Row, Store } from '../store/database.ts'

/** What a message about a meeting says of it: a request, its cancellation, or somebody's answer. Times are UTC. */
export type MeetingPart = {
  readonly kind:
    | 'meetingRequest'
    | 'meetingCancelled'
    | 'meetingAccepted'
    | 'meetingTenativelyAccepted'
    | 'meetingDeclined'
  readonly requestType?: 'newMeetingRequest' | 'fullUpdate' | 'informationalUpdate'
  readonly previous?: { readonly startUtc: string; readonly endUtc: string; readonly location: string } | null
  readonly proposedNewTime?: JsonObject
  readonly startUtc: string
  readonly endUtc: string
  readonly isAllDay: boolean
  readonly type: string
}

/** What a message holds besides ids and times. */
export type MessageData = {
  readonly subject: string
  readonly body: { readonly contentType: 'html' | 'text'; readonly content: string }
  readonly from: Mailbox | null
  readonly toRecipients: readonly Mailbox[]
  readonly ccRecipients: readonly Mailbox[]
  readonly bccRecipients: readonly Mailbox[]
  readonly replyTo: readonly Mailbox[]
  readonly sentAt: string
  readonly importance: string
  readonly categories: readonly string[]
  readonly isRead: boolean
  readonly isDraft: boolean
  readonly inferenceClassification?: 'focused' | 'other'
  readonly meeting?: MeetingPart
  /** True for a request that a later one has replaced. */
  readonly isOutOfDate?: boolean
}

export type MessageRow = Row & {
  mailbox: string
  id: string
  immutable_id: string
  short_id: string | null
  folder: string
  received_at: string
  data: string
  version: number
  event_ical_uid: string | null
  created_at: string
  modified_at: string
}

/** What a message has when nobody said otherwise. */
export const plainMessage: MessageData = {
  subject: '',
  body: { contentType: 'text', content: '' },
  from: null,
  toRecipients: [],
  ccRecipients: [],
  bccRecipients: [],
  replyTo: [],
  sentAt: '',
  importance: 'normal',
  categories: [],
  isRead: false,
  isDraft: true,
}

/** A file with its name and kind. */
export type NewAttachment = {
  readonly name: string
  readonly contentType: string
  readonly content: Uint8Array
  readonly isInline?: boolean
  readonly contentId?: string | null
}

export type NewMessage = {
  readonly mailbox: string
  readonly id: string
  readonly immutableId: string
  readonly shortId: string | null
  readonly folder: string
  readonly receivedAt: string
  readonly eventICalUId: string | null
  readonly data: MessageData
  readonly attachments: readonly NewAttachment[]
}

/** Stores a message with its attachments. */
export function insertMessage(store: Store, message: NewMessage): MessageRow {
  store.run(
    `INSERT INTO messages (mailbox, id, immutable_id, short_id, folder, received_at, data, version, event_ical_uid, created_at, modified_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?)`,
    message.mailbox,
    message.id,
    message.immutableId,
    message.shortId,
    message.folder,
    message.receivedAt,
    JSON.stringify(message.data),
    message.eventICalUId,
    message.receivedAt,
    message.receivedAt,
  )
  for (const attachment of message.attachments)
    addAttachment(store, message.mailbox, message.id, attachment, message.receivedAt)
  const row = findMessage(store, message.mailbox, message.id)
  invariant(row, 'the new message can be read')
  return row
}

/** A message by any of its ids; the short one is for local addresses. */
export function findMessage(store: Store, mailbox: string, id: string): MessageRow | undefined {
  return (
    store.get<MessageRow>('SELECT * FROM messages WHERE mailbox = ? AND id = ?', mailbox, id) ??
    store.get<MessageRow>('SELECT * FROM messages WHERE mailbox = ? AND immutable_id = ?', mailbox, id)
  )
}

export type AttachmentRow = Row & {
  mailbox: string
  owner_id: string
  id: string
  name: string
  content_type: string
  size: number
  content_id: number
  inline: number
  cid: string | null
  modified_at: string
}

/** Puts a file on a message or event; gives its id. */
export function addAttachment(
  store: Store,
  mailbox: string,
  ownerId: string,
  file: NewAttachment,
  at: string,
): AttachmentRow {
  const content = store.get<{ id: number }>(
    'INSERT INTO contents (bytes) VALUES (?) RETURNING id',
    Buffer.from(file.content),
  )
  invariant(content, 'the content is stored')
  const id = newAttachmentId(ownerId)
  store.run(
    'INSERT INTO attachments (mailbox, owner_id, id, name, content_type, size, content_id, inline, cid, modified_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    mailbox,
    ownerId,
    id,
    file.name,
    file.contentType,
    file.content.length,
    content.id,
    file.isInline ? 1 : 0,
    file.contentId ?? null,
    at,
  )
  const row = findAttachment(store, mailbox, ownerId, id)
  invariant(row, 'the new attachment can be read')
  return row
}

/** Brings a message into another folder; there it has another id, and the same immutable one. */
export function moveMessage(store: Store, row: MessageRow, folder: string): MessageRow {
  const { id } = mailboxIds()
  store.run(
    'UPDATE messages SET id = ?, folder = ?, version = version + 1 WHERE mailbox = ? AND id = ?',
    id,
    folder,
    row.mailbox,
    row.id,
  )
  store.run('UPDATE attachments SET owner_id = ? WHERE mailbox = ? AND owner_id = ?', id, row.mailbox, row.id)
  const moved = findMessage(store, row.mailbox, id)
  invariant(moved, 'the moved message can be read')
  return moved
}

/** Removes a message for good, with its files. */
export function removeMessage(store: Store, row: MessageRow): void {
  store.run('DELETE FROM attachments WHERE mailbox = ? AND owner_id = ?', row.mailbox, row.id)
  store.run('DELETE FROM messages WHERE mailbox = ? AND id = ?', row.mailbox, row.id)
}

/** The files on a message with their bytes, to be put on another. */
export function attachmentsWithContent(store: Store, row: MessageRow): NewAttachment[] {
  return attachmentsOf(store, row.mailbox, row.id).map((file) => ({
    name: file.name,
    contentType: file.content_type,
    content: contentOf(store, file.content_id),
    isInline: file.inline === 1,
    contentId: file.cid,
  }))
}

/** Puts a file that hangs somewhere on another message or event as well; the bytes are kept once. */
export function shareAttachment(store: Store, row: AttachmentRow, mailbox: string, ownerId: string): void {
  store.run(
    'INSERT INTO attachments (mailbox, owner_id, id, name, content_type, size, content_id, inline, cid, modified_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    mailbox,
    ownerId,
    newAttachmentId(ownerId),
    row.name,
    row.content_type,
    row.size,
    row.content_id,
    row.inline,
    row.cid,
    row.modified_at,
  )
}

function newAttachmentId(ownerId: string): string {
  return `${ownerId.replace(/=+$/, '')}EgAQ${Buffer.from(randomUUID().replaceAll('-', ''), 'hex').toString('hex')}=`
}

/** The files on a message or event, in the order they were put there. */
export function attachmentsOf(store: Store, mailbox: string, ownerId: string): AttachmentRow[] {
  return store.all<AttachmentRow>(
    'SELECT * FROM attachments WHERE mailbox = ? AND owner_id = ? ORDER BY rowid',
    mailbox,
    ownerId,
  )
}

export function findAttachment(store: Store, mailbox: string, ownerId: string, id: string): AttachmentRow | undefined {
  return store.get<AttachmentRow>(
    'SELECT * FROM attachments WHERE mailbox = ? AND owner_id = ? AND id = ?',
    mailbox,
    ownerId,
    id,
  )
}

/** The bytes of a stored content. */
export function contentOf(store: Store, contentId: number): Uint8Array {
  const [bytes] = store.blobs('SELECT bytes FROM contents WHERE id = ?', contentId)
  invariant(bytes, 'a stored content can be read')
  return bytes
}
