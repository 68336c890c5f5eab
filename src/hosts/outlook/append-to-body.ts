/// <reference types="office-js" />
import { callOffice } from './call-office.ts'

// The most that body.setAsync takes.
const LONGEST_BODY = 1_000_000

/**
 * Puts HTML at the end of the invitation being written. Office.js can write only before everything, at the cursor or
 * all anew; all anew would lose pictures that lie inside the mail, and then the text goes before everything.
 */
export async function appendToBody(mailbox: Office.Mailbox, html: string): Promise<void> {
  const body = (mailbox.item as unknown as Office.AppointmentCompose).body
  const written = await callOffice<string>((done) => body.getAsync('html', done))
  const asHtml = { coercionType: 'html' }
  const rewritten = insertAtEnd(written, html)
  if (/\bcid:|src=["']?data:/i.test(written) || rewritten.length > LONGEST_BODY) {
    await callOffice<void>((done) => body.prependAsync(html, asHtml, done))
  } else {
    await callOffice<void>((done) => body.setAsync(rewritten, asHtml, done))
  }
}

function insertAtEnd(written: string, html: string): string {
  const end = written.toLowerCase().lastIndexOf('</body>')
  return end < 0 ? `${written}${html}` : `${written.slice(0, end)}${html}${written.slice(end)}`
}
