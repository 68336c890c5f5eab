/// <reference types="office-js" />
import type { MailAttachment, OutlookItem, Surface } from '../host.ts'
import { callOffice } from './call-office.ts'

type OpenItem = NonNullable<Office.Mailbox['item']>
type OpenKind = 'invitation' | 'request' | 'mail' | 'compose' | 'other'

// A mail can hold anything; what is longer than this is no meeting's text and is not needed whole.
const LONGEST_BODY = 200_000
const MOST_ATTACHMENTS = 200

/** What lies open beside the pane, or null: nothing, or something Mødetråd has no pane for. Throws ServiceError. */
export async function readOpenItem(mailbox: Office.Mailbox): Promise<OutlookItem | null> {
  const { item } = mailbox
  if (!item) return null
  switch (kindOf(item)) {
    case 'invitation':
      return readInvitation(item, mailbox)
    case 'request':
      return readRequest(item)
    case 'mail':
      return readMail(item, mailbox)
    case 'compose':
      return readCompose(item)
    case 'other':
      return null
  }
}

/** Where in Outlook the pane stands. A pinned pane with nothing selected waits for a mail. */
export function surfaceOf(mailbox: Office.Mailbox): Surface {
  const kind = mailbox.item ? kindOf(mailbox.item) : 'mail'
  if (kind === 'compose') return 'compose'
  return kind === 'invitation' || kind === 'request' ? 'invitation' : 'mail'
}

function kindOf(item: OpenItem): OpenKind {
  const isBeingWritten = typeof item.subject !== 'string'
  if (String(item.itemType) === 'appointment') return isBeingWritten ? 'compose' : 'invitation'
  if (isBeingWritten) return 'other'
  // Custom suffixes are possible (PLATFORM F3.4). Answers to an invitation are mails.
  const isRequest = /^IPM\.Schedule\.Meeting\.(?:Request|Canceled)/i.test(item.itemClass)
  return isRequest && item.start instanceof Date && item.end instanceof Date ? 'request' : 'mail'
}

async function readInvitation(item: OpenItem, mailbox: Office.Mailbox): Promise<OutlookItem> {
  const organizerMail = item.organizer?.emailAddress ?? ''
  return {
    kind: 'invitation',
    restId: toRestId(mailbox, item.itemId),
    subject: item.subject,
    startIso: item.start.toISOString(),
    endIso: item.end.toISOString(),
    organizerMail,
    bodyText: await readBody(item),
    isOrganizer: isSameMail(organizerMail, mailbox.userProfile.emailAddress),
  }
}

/** The mail that brought an invitation: it has an id of its own, which is not the calendar entry's, so none is given. */
async function readRequest(item: OpenItem): Promise<OutlookItem> {
  return {
    kind: 'invitation',
    restId: null,
    subject: item.subject,
    startIso: item.start.toISOString(),
    endIso: item.end.toISOString(),
    organizerMail: item.from?.emailAddress ?? '',
    bodyText: await readBody(item),
    isOrganizer: false,
  }
}

async function readMail(item: OpenItem, mailbox: Office.Mailbox): Promise<OutlookItem> {
  return {
    kind: 'mail',
    restId: toRestId(mailbox, item.itemId),
    subject: item.subject,
    senderName: item.from?.displayName ?? '',
    senderMail: item.from?.emailAddress ?? '',
    bodyText: await readBody(item),
    attachments: readAttachments(item),
  }
}

async function readCompose(item: OpenItem): Promise<OutlookItem> {
  const written = item as unknown as Office.AppointmentCompose
  const [subject, start] = await Promise.all([
    callOffice<string>((done) => written.subject.getAsync(done)),
    callOffice<Date>((done) => written.start.getAsync(done)),
  ])
  return { kind: 'compose', subject, startIso: start instanceof Date ? start.toISOString() : null }
}

async function readBody(item: OpenItem): Promise<string> {
  const text = await callOffice<string>((done) => item.body.getAsync('text', done))
  return text.slice(0, LONGEST_BODY)
}

/** None in an Outlook that can name files but not hand them over (before Mailbox 1.8). */
function readAttachments(item: OpenItem): MailAttachment[] {
  if (typeof item.getAttachmentContentAsync !== 'function') return []
  return (item.attachments ?? []).slice(0, MOST_ATTACHMENTS).map(toMailAttachment)
}

function toMailAttachment(file: Office.AttachmentDetails): MailAttachment {
  return { id: file.id, name: file.name, contentType: file.contentType, sizeBytes: file.size, isInline: file.isInline }
}

/** Outlook on phones has no conversion and gives Graph's form already (PLATFORM F3.2). */
function toRestId(mailbox: Office.Mailbox, itemId: string | undefined): string | null {
  if (!itemId) return null
  return typeof mailbox.convertToRestId === 'function' ? mailbox.convertToRestId(itemId, 'v2.0') : itemId
}

function isSameMail(one: string, other: string): boolean {
  return one !== '' && one.toLowerCase() === other.toLowerCase()
}
