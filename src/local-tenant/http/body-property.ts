import type { JsonObject } from './answer.ts'
import { textOfHtml } from './html-text.ts'

/** A text with its kind, as events and messages keep it. */
export type StoredBody = { readonly contentType: 'html' | 'text'; readonly content: string }

/** The body property: HTML, whatever it was written as, unless the client prefers text; a fragment gets a page around it. */
export function bodyProperty(body: StoredBody, asText: boolean): JsonObject {
  if (asText)
    return { contentType: 'text', content: body.contentType === 'html' ? textOfHtml(body.content) : body.content }
  const html = body.contentType === 'html' ? body.content : `<div>${htmlOfText(body.content)}</div>`
  const isPage = /<html[\s>]/i.test(html)
  return {
    contentType: 'html',
    content: isPage || html === '' ? html : `<html><head></head><body>${html}</body></html>`,
  }
}

/** A text in HTML: its letters as they are, its lines divided. */
export function htmlOfText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/\r\n|\r|\n/g, '<br>\r\n')
}
