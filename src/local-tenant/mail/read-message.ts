import type { Mailbox } from '../calendar/event-record.ts'
import { readBodyKind } from '../calendar/read-event.ts'
import type { Json, JsonObject } from '../http/answer.ts'
import { type BodyTypes, requireBodyTypes } from '../http/body-types.ts'
import { badRequest, errorInvalidRequest, notImplemented } from '../http/graph-error.ts'
import type { PersonRow } from '../identity/people.ts'
import { readAttachment } from './attachment-routes.ts'
import { messageShape } from './message-resource.ts'
import { type MessageData, plainMessage } from './message-store.ts'

/** A message as it was written, with its files. */
export type MessageWish = {
  readonly data: MessageData
  readonly attachments: readonly ReturnType<typeof readAttachment>[]
}

const writable = [
  'subject',
  'body',
  'from',
  'sender',
  'toRecipients',
  'ccRecipients',
  'bccRecipients',
  'replyTo',
  'importance',
  'categories',
  'isRead',
  'inferenceClassification',
  'attachments',
]
const messageTypes: BodyTypes = {
  subject: 'string',
  body: { contentType: 'string', content: 'string' },
  toRecipients: 'objects',
  ccRecipients: 'objects',
  bccRecipients: 'objects',
  replyTo: 'objects',
  importance: 'string',
  inferenceClassification: 'string',
  categories: 'strings',
  isRead: 'boolean',
  attachments: 'objects',
}
const readOnly = [
  'id',
  'createdDateTime',
  'lastModifiedDateTime',
  'changeKey',
  'hasAttachments',
  'bodyPreview',
  'webLink',
]

// 400 for what no message has, 501 for what one has in Graph and not here.
function checkProperties(posted: JsonObject): void {
  for (const name of Object.keys(posted)) {
    if (writable.includes(name) || readOnly.includes(name) || name.includes('@')) continue
    if (messageShape.known.includes(name) || name === 'internetMessageHeaders' || name.endsWith('ExtendedProperties'))
      throw notImplemented(`writing ${name} of a message`)
    throw badRequest(
      `The property '${name.slice(0, 60)}' does not exist on type 'microsoft.graph.message'. Make sure to only use property names that are defined by the type.`,
    )
  }
}

/** Reads a message as a client writes it. */
export function readMessage(posted: JsonObject, person: PersonRow): MessageWish {
  checkProperties(posted)
  requireBodyTypes(posted, messageTypes)
  const body = (posted['body'] ?? {}) as JsonObject
  const attachments = posted['attachments']
  return {
    data: {
      ...plainMessage,
      subject: String(posted['subject'] ?? ''),
      body: {
        contentType: readBodyKind(body['contentType']),
        content: String(body['content'] ?? ''),
      },
      from: { name: person.name, address: person.mail },
      toRecipients: readRecipients(posted['toRecipients']),
      ccRecipients: readRecipients(posted['ccRecipients']),
      bccRecipients: readRecipients(posted['bccRecipients']),
      replyTo: readRecipients(posted['replyTo']),
      ...readFocus(posted['inferenceClassification']),
      importance: readImportance(posted['importance']),
      categories: Array.isArray(posted['categories']) ? posted['categories'].map(String) : [],
    },
    attachments: Array.isArray(attachments) ? (attachments as readonly JsonObject[]).map(readAttachment) : [],
  }
}

function readFocus(value: Json): Partial<MessageData> {
  if (value === undefined || value === null) return {}
  const known = (['focused', 'other'] as const).find((name) => name === String(value).toLowerCase())
  if (known === undefined) throw badRequest(`Requested value '${String(value).slice(0, 60)}' was not found.`)
  return { inferenceClassification: known }
}

// Names of enumerations are taken in any case.
function readImportance(value: Json): string {
  if (value === undefined || value === null) return 'normal'
  const known = ['low', 'normal', 'high'].find((name) => name === String(value).toLowerCase())
  if (known === undefined) throw badRequest(`Requested value '${String(value).slice(0, 60)}' was not found.`)
  return known
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
