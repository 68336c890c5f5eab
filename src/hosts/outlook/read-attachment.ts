/// <reference types="office-js" />
import { ServiceError } from '../../workflows/failure.ts'
import { rejectedError } from '../to-service-error.ts'
import { callOffice } from './call-office.ts'

/** The largest file taken out of a mail; the forum's library takes no larger one. */
const attachmentLimitBytes = 30 * 1024 * 1024

const PATIENCE_MILLISECONDS = 60_000

/**
 * The file with this id of the mail that lies open. Throws ServiceError: 'notFound' when another mail lies open by
 * now, 'tooLarge', 'rejected' for one that is only a link.
 */
export async function readAttachment(mailbox: Office.Mailbox, id: string): Promise<File> {
  const { item } = mailbox
  const details = item?.attachments?.find((one) => one.id === id)
  if (!item || !details) throw new ServiceError({ kind: 'notFound' }, { cause: 'another mail lies open' })
  if (details.size > attachmentLimitBytes) throw tooLarge()
  const content = await callOffice<Office.AttachmentContent>(
    (done) => item.getAttachmentContentAsync(id, done),
    PATIENCE_MILLISECONDS,
  )
  return toFile(content, details)
}

function toFile({ content, format }: Office.AttachmentContent, details: Office.AttachmentDetails): File {
  switch (String(format)) {
    case 'base64':
      return new File([decode(content)], details.name, { type: details.contentType })
    case 'eml':
      return new File([content], withEnding(details.name, '.eml'), { type: 'message/rfc822' })
    case 'iCalendar':
      return new File([content], withEnding(details.name, '.ics'), { type: 'text/calendar' })
    default:
      throw rejectedError('filen er vedhæftet som et link. Åbn den, gem den, og vælg den fra din computer')
  }
}

function decode(base64: string): Uint8Array<ArrayBuffer> {
  // The size Outlook tells of beforehand may be wrong; four letters make three bytes.
  if ((base64.length / 4) * 3 > attachmentLimitBytes + 3) throw tooLarge()
  try {
    return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
  } catch (error) {
    throw rejectedError('filen kunne ikke læses fra mailen', error)
  }
}

function withEnding(name: string, ending: string): string {
  return name.toLowerCase().endsWith(ending) ? name : `${name}${ending}`
}

function tooLarge(): ServiceError {
  return new ServiceError({ kind: 'tooLarge', limitBytes: attachmentLimitBytes })
}
