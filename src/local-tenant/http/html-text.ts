const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  aelig: 'æ',
  AElig: 'Æ',
  oslash: 'ø',
  Oslash: 'Ø',
  aring: 'å',
  Aring: 'Å',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  bull: '•',
  eacute: 'é',
  uuml: 'ü',
  ouml: 'ö',
  auml: 'ä',
  sect: '§',
  laquo: '«',
  raquo: '»',
}
const largestInput = 1_000_000

/** The text of HTML as Exchange gives it for outlook.body-content-type="text": blocks on lines of their own, links behind their words. */
export function textOfHtml(html: string): string {
  const text = html
    .slice(0, largestInput)
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<(style|script|head|title)\b[\s\S]*?<\/\1\s*>/gi, '')
    .replace(/\s+/g, ' ')
    .replace(/<a\b[^>]*\bhref="([^"]*)"[^>]*>([\s\S]*?)<\/a>/gi, (_, link: string, words: string) =>
      words.includes(link) ? words : `${words}\u0001${link}\u0002`,
    )
    .replace(/<li\b[^>]*>/gi, '\r\n  *   ')
    .replace(/<br\s*\/?>/gi, '\r\n')
    .replace(/<\/(p|div|h[1-6]|ul|ol|table|blockquote)\s*>/gi, '\r\n')
    .replace(/<\/tr\s*>/gi, '\r\n')
    .replace(/<\/t[dh]\s*>/gi, '\t')
    .replace(/<[^>]*>/g, '')
  return decodeEntities(text)
    .replaceAll('\u0001', '<')
    .replaceAll('\u0002', '>')
    .replace(/[ \t]+\r\n/g, '\r\n')
    .replace(/\r\n[ ]+(?! *\*)/g, '\r\n')
    .replace(/(\r\n){3,}/g, '\r\n\r\n')
    .trim()
}

/** The first 255 letters of a body on one line, as bodyPreview. */
export function previewOf(body: { readonly contentType: string; readonly content: string }): string {
  const text = body.contentType === 'html' ? textOfHtml(body.content) : body.content
  return text.slice(0, 255)
}

function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{2,8}));/gi, (whole, decimal, hex, name) => {
    if (name) return entities[name as string] ?? whole
    const code = decimal ? Number(decimal) : Number.parseInt(hex as string, 16)
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000) ? String.fromCodePoint(code) : ''
  })
}
