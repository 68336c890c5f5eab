/// <reference types="office-js" />
import type { OpenItem, OutlookFile, OutlookMailbox, OutlookQuestion } from './browser/outlook-wire.ts'
import { answerLater, pickCallback } from './office-results.ts'

type Ask = (question: OutlookQuestion) => Promise<unknown>
type ToText = (html: string) => string

type ReadBody = Pick<Office.Body, 'getAsync' | 'getTypeAsync'>
type ComposeBody = ReadBody &
  Pick<Office.Body, 'setAsync' | 'prependAsync' | 'appendOnSendAsync' | 'setSelectedDataAsync'>

type AppointmentRead = Pick<
  Office.AppointmentRead,
  | 'itemId'
  | 'itemType'
  | 'itemClass'
  | 'subject'
  | 'normalizedSubject'
  | 'start'
  | 'end'
  | 'location'
  | 'organizer'
  | 'requiredAttendees'
  | 'seriesId'
  | 'attachments'
  | 'getAttachmentContentAsync'
> & { readonly body: ReadBody }

type MessageRead = Pick<
  Office.MessageRead,
  | 'itemId'
  | 'itemType'
  | 'itemClass'
  | 'subject'
  | 'normalizedSubject'
  | 'from'
  | 'sender'
  | 'dateTimeCreated'
  | 'attachments'
  | 'getAttachmentContentAsync'
> &
  Partial<Pick<Office.MessageRead, 'start' | 'end'>> & { readonly body: ReadBody }

type AppointmentCompose = Pick<Office.AppointmentCompose, 'itemType' | 'getItemIdAsync'> & {
  readonly subject: Pick<Office.Subject, 'getAsync'>
  readonly start: Pick<Office.Time, 'getAsync'>
  readonly end: Pick<Office.Time, 'getAsync'>
  readonly organizer: Pick<Office.Organizer, 'getAsync'>
  readonly body: ComposeBody
}

/** The `Office.context.mailbox.item` for what stands open. `toText` turns an HTML body into plain text. */
export function createItem(
  item: OpenItem,
  ask: Ask,
  toText: ToText,
): AppointmentRead | MessageRead | AppointmentCompose {
  switch (item.kind) {
    case 'appointment':
      return createAppointment(item, ask, toText)
    case 'message':
      return createMessage(item, ask, toText)
    case 'compose':
      return createCompose(item, ask, toText)
  }
}

function createAppointment(
  item: Extract<OpenItem, { kind: 'appointment' }>,
  ask: Ask,
  toText: ToText,
): AppointmentRead {
  return {
    itemId: item.ewsId,
    itemType: 'appointment',
    itemClass: 'IPM.Appointment',
    subject: item.subject,
    normalizedSubject: normalizeSubject(item.subject),
    start: new Date(item.startIso),
    end: new Date(item.endIso),
    location: item.location,
    organizer: toDetails(item.organizer),
    requiredAttendees: item.attendees.map(toDetails),
    // The type says string; the library gives null for singles and masters (PLATFORM F3.3).
    seriesId: item.seriesId as string,
    attachments: item.files.map(toAttachment),
    getAttachmentContentAsync: (id: string, ...rest: readonly unknown[]) =>
      answerLater(pickCallback(rest), askForFile(ask, id)),
    body: createReadBody(async () => item.bodyHtml, toText),
  }
}

function createMessage(item: Extract<OpenItem, { kind: 'message' }>, ask: Ask, toText: ToText): MessageRead {
  const times =
    item.startIso === null || item.endIso === null ? {} : { start: new Date(item.startIso), end: new Date(item.endIso) }
  return {
    ...times,
    itemId: item.ewsId,
    itemType: 'message',
    itemClass: item.itemClass,
    subject: item.subject,
    normalizedSubject: normalizeSubject(item.subject),
    from: toDetails(item.from),
    sender: toDetails(item.from),
    dateTimeCreated: new Date(item.receivedIso),
    attachments: item.files.map(toAttachment),
    getAttachmentContentAsync: (id: string, ...rest: readonly unknown[]) =>
      answerLater(pickCallback(rest), askForFile(ask, id)),
    body: createReadBody(async () => item.bodyHtml, toText),
  }
}

function createCompose(item: Extract<OpenItem, { kind: 'compose' }>, ask: Ask, toText: ToText): AppointmentCompose {
  const askTime = async (field: 'start' | 'end') => new Date(String(await ask({ what: 'field', field })))
  const insert =
    (place: 'start' | 'selection' | 'sending') =>
    (data: string, ...rest: readonly unknown[]) =>
      answerLater(pickCallback(rest), ask({ what: 'insert', place, html: toHtml(data, rest) }))
  return {
    itemType: 'appointment',
    getItemIdAsync: (...rest: readonly unknown[]) =>
      answerLater(
        pickCallback(rest),
        item.ewsId === null ? Promise.reject(new Error('ItemNotSaved')) : Promise.resolve(item.ewsId),
      ),
    subject: {
      getAsync: (...rest: readonly unknown[]) =>
        answerLater(pickCallback(rest), ask({ what: 'field', field: 'subject' })),
    },
    start: { getAsync: (...rest: readonly unknown[]) => answerLater(pickCallback(rest), askTime('start')) },
    end: { getAsync: (...rest: readonly unknown[]) => answerLater(pickCallback(rest), askTime('end')) },
    organizer: {
      getAsync: (...rest: readonly unknown[]) =>
        answerLater(pickCallback(rest), Promise.resolve(toDetails(item.organizer))),
    },
    body: {
      ...createReadBody(async () => String(await ask({ what: 'field', field: 'body' })), toText),
      setAsync: (data: string, ...rest: readonly unknown[]) =>
        answerLater(pickCallback(rest), ask({ what: 'set-body', html: toHtml(data, rest) })),
      prependAsync: insert('start'),
      setSelectedDataAsync: insert('selection'),
      appendOnSendAsync: insert('sending'),
    },
  }
}

function createReadBody(readHtml: () => Promise<string>, toText: ToText): ReadBody {
  return {
    getAsync: (coercionType: string, ...rest: readonly unknown[]) =>
      answerLater(
        pickCallback(rest),
        readHtml().then((html) => (coercionType === 'html' ? html : toText(html))),
      ),
    getTypeAsync: (...rest: readonly unknown[]) => answerLater(pickCallback(rest), Promise.resolve('html')),
  }
}

// Without a coercion type Office takes what it is given for plain text.
function toHtml(data: string, rest: readonly unknown[]): string {
  const options = rest.find((argument) => typeof argument === 'object' && argument !== null)
  if (options && 'coercionType' in options && options.coercionType === 'html') return data
  const escaped = data.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  return escaped.replaceAll('\n', '<br>')
}

async function askForFile(ask: Ask, id: string): Promise<{ readonly content: string; readonly format: string }> {
  return { content: String(await ask({ what: 'file', id })), format: 'base64' }
}

function toAttachment(file: OutlookFile): Office.AttachmentDetails {
  return {
    attachmentType: 'file',
    contentId: '',
    contentType: file.contentType,
    id: file.id,
    isInline: file.isInline,
    name: file.name,
    size: file.sizeBytes,
  }
}

function toDetails({ name, mail }: OutlookMailbox): Office.EmailAddressDetails {
  return { displayName: name, emailAddress: mail, appointmentResponse: 'none', recipientType: 'user' }
}

// The subject without its "SV:", "VS:", "RE:", "FW:".
function normalizeSubject(subject: string): string {
  return subject.replace(/^(?:\s*(?:sv|vs|re|fw|fwd)\s*:)+\s*/i, '')
}
