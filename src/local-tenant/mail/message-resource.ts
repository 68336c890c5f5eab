import type { Mailbox } from '../calendar/event-record.ts'
import { eventResource, readEventView } from '../calendar/event-resource.ts'
import { copiesOf } from '../calendar/event-store.ts'
import { mailboxContext } from '../calendar/mailbox.ts'
import type { JsonObject } from '../http/answer.ts'
import { bodyProperty } from '../http/body-property.ts'
import { type Call, contextOf } from '../http/call.ts'
import { previewOf } from '../http/html-text.ts'
import type { Expansion } from '../odata/expand.ts'
import { pick, readSelect } from '../odata/select.ts'
import { attachmentResource } from './attachment-resource.ts'
import { meetingProperty } from './meeting-property.ts'
import { attachmentsOf, type MessageData, type MessageRow } from './message-store.ts'

// Properties of eventMessage, eventMessageRequest and eventMessageResponse; a plain message has none of them.
const meetingProperties = [
  'meetingMessageType',
  'startDateTime',
  'endDateTime',
  'location',
  'type',
  'recurrence',
  'isOutOfDate',
  'isAllDay',
  'isDelegated',
  'previousStartDateTime',
  'previousEndDateTime',
  'previousLocation',
  'meetingRequestType',
  'responseRequested',
  'allowNewTimeProposals',
  'responseType',
  'proposedNewTime',
]

/** What a message may be asked for. */
export const messageShape = {
  type: 'message',
  known: [
    'id',
    'createdDateTime',
    'lastModifiedDateTime',
    'changeKey',
    'categories',
    'receivedDateTime',
    'sentDateTime',
    'hasAttachments',
    'internetMessageId',
    'subject',
    'bodyPreview',
    'importance',
    'parentFolderId',
    'conversationId',
    'conversationIndex',
    'isDeliveryReceiptRequested',
    'isReadReceiptRequested',
    'isRead',
    'isDraft',
    'webLink',
    'inferenceClassification',
    'body',
    'sender',
    'from',
    'toRecipients',
    'ccRecipients',
    'bccRecipients',
    'replyTo',
    'flag',
    'uniqueBody',
    'event',
    ...meetingProperties,
  ],
}

export function messageTag(row: MessageRow): string {
  return `W/"${messageChangeKey(row)}"`
}

function messageChangeKey(row: MessageRow): string {
  return `${Buffer.from(`${row.id.slice(6, 20)}${String(row.version).padStart(6, '0')}`, 'latin1').toString('base64')}==`.slice(
    0,
    28,
  )
}

// 22 bytes in base64: a mark, the time and the conversation's own id.
function conversationIndex(row: MessageRow): string {
  const bytes = Buffer.alloc(22, row.id.slice(5))
  bytes[0] = 1
  bytes.writeUIntBE(Date.parse(row.received_at), 1, 6)
  return bytes.toString('base64')
}

/** The message as Graph shows it; an invitation is an eventMessageRequest. */
export function messageResource(call: Call, row: MessageRow, expand: ReadonlyMap<string, Expansion>): JsonObject {
  const data = JSON.parse(row.data) as MessageData
  const whole: JsonObject = {
    '@odata.etag': messageTag(row),
    id: call.prefer.immutableIds ? row.immutable_id : row.id,
    createdDateTime: row.created_at,
    lastModifiedDateTime: row.modified_at,
    changeKey: messageChangeKey(row),
    categories: data.categories,
    receivedDateTime: row.received_at,
    sentDateTime: data.sentAt || row.received_at,
    hasAttachments: attachmentsOf(call.service.store, row.mailbox, row.id).some(({ inline }) => inline === 0),
    internetMessageId: `<${row.id.slice(5, 37)}@local-tenant.example>`,
    subject: data.subject,
    bodyPreview: previewOf(data.body),
    importance: data.importance,
    parentFolderId: folderId(row.mailbox, row.folder),
    conversationIndex: conversationIndex(row),
    conversationId: `AAQkA${row.id.slice(5, 45)}=`,
    isDeliveryReceiptRequested: false,
    isReadReceiptRequested: false,
    isRead: data.isRead,
    isDraft: data.isDraft,
    webLink: `https://outlook.office365.com/owa/?ItemID=${encodeURIComponent(row.id)}&exvsurl=1&viewmodel=ReadMessageItem`,
    inferenceClassification: data.inferenceClassification ?? 'focused',
    body: bodyOf(call, data),
    sender: recipient(data.from),
    from: recipient(data.from),
    toRecipients: data.toRecipients.map(recipient),
    ccRecipients: data.ccRecipients.map(recipient),
    bccRecipients: data.bccRecipients.map(recipient),
    replyTo: data.replyTo.map(recipient),
    flag: { flagStatus: 'notFlagged' },
  }
  const select = readSelect(call.query.get('$select'), messageShape)
  const meeting = row.event_ical_uid === null ? {} : meetingProperty(call, row, data)
  const { '@odata.type': type, ...parts } = meeting
  const shown = { ...whole, ...parts }
  return {
    ...(type === undefined ? {} : { '@odata.type': type }),
    ...(select === null ? shown : pick(shown, select, ['id'])),
    ...expandedParts(call, row, expand),
  }
}

function bodyOf(call: Call, data: MessageData): JsonObject {
  return bodyProperty(data.body, call.prefer.bodyType === 'text')
}

function recipient(mailbox: Mailbox | null): JsonObject | null {
  return mailbox && { emailAddress: { name: mailbox.name, address: mailbox.address } }
}

function expandedParts(call: Call, row: MessageRow, expand: ReadonlyMap<string, Expansion>): JsonObject {
  const { store } = call.service
  const attachments = expand.has('attachments')
    ? {
        attachments: attachmentsOf(store, row.mailbox, row.id).map((attachment) =>
          attachmentResource(store, attachment, true),
        ),
      }
    : {}
  if (!expand.has('event') || row.event_ical_uid === null) return attachments
  // The event is the own copy of whoever received the request (PLATFORM F2.17).
  const event = copiesOf(store, row.event_ical_uid).find(({ mailbox }) => mailbox === row.mailbox)
  const view = { ...readEventView({ ...call, query: { ...call.query, get: () => null } }), select: null }
  const owner = mailboxContext(call.caller.person)
  const context = contextOf(
    call,
    `${owner}/messages('${encodeURIComponent(row.id)}')/microsoft.graph.eventMessage/event/$entity`,
  )
  return { ...attachments, 'event@odata.context': context, event: event ? eventResource(call, event, view) : null }
}

/** The id of a folder that every mailbox has. */
export function folderId(mailbox: string, folder: string): string {
  return `AAMkA${Buffer.from(`${mailbox} ${folder}`).toString('hex').slice(0, 60)}AAAAAEMAAA=`
}
