const longest = 300_000
/** Elements whose text is not shown, or quoted from an older mail. */
const unread = new Set(['head', 'style', 'script', 'title', 'template', 'noscript', 'blockquote'])
const crossedOut = new Set(['s', 'strike', 'del'])
const blocks = new Set(['p', 'div', 'br', 'li', 'tr', 'ul', 'ol', 'table', 'h1', 'h2', 'h3', 'h4', 'hr', 'section'])
const entities: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  aelig: 'æ',
  oslash: 'ø',
  aring: 'å',
  AElig: 'Æ',
  Oslash: 'Ø',
  Aring: 'Å',
  eacute: 'é',
  ouml: 'ö',
  auml: 'ä',
  uuml: 'ü',
  ndash: '–',
  mdash: '-',
  bull: '•',
  hellip: '…',
  rsquo: '’',
}

/**
 * The text a person reads in a mail's HTML, one line a paragraph; the address of a link stands behind it in "<...>".
 * Hidden, crossed out and quoted parts are left out. One pass, whatever the input; never for showing as HTML.
 */
export function htmlToText(html: string): string {
  const source = html.slice(0, longest)
  const out: string[] = []
  let at = 0
  while (at < source.length) {
    const open = source.indexOf('<', at)
    if (open < 0) break
    out.push(source.slice(at, open))
    at = readTag(source, open, out)
  }
  out.push(source.slice(at))
  return decodeEntities(out.join(''))
    .replace(/[ \t\u00a0]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** Reads one tag at `open`, writes what it stands for and gives the place after it. */
function readTag(source: string, open: number, out: string[]): number {
  if (source.startsWith('<!--', open)) return after(source, '-->', open)
  const close = source.indexOf('>', open)
  if (close < 0) {
    out.push(source.slice(open))
    return source.length
  }
  const tag = source.slice(open + 1, close)
  const name = /^\/?([a-z][a-z0-9]*)/i.exec(tag)?.[1]?.toLowerCase() ?? ''
  if (name === '') {
    if (!/^[!?/]/.test(tag)) out.push('<')
    return /^[!?/]/.test(tag) ? close + 1 : open + 1
  }
  if (/divRplyFwdMsg|appendonsend/i.test(tag)) return source.length
  if (crossedOut.has(name) && !tag.startsWith('/')) return readCrossedOut(source, name, close + 1, out)
  const isHidden = unread.has(name) || /display\s*:\s*none|line-through/i.test(tag)
  if (isHidden && !tag.startsWith('/') && !tag.endsWith('/')) return skipElement(source, name, close + 1)
  if (blocks.has(name)) out.push('\n')
  else if (name === 'td' || name === 'th') out.push(' ')
  const href = name === 'a' ? /href\s*=\s*["']([^"']{8,4000})["']/i.exec(tag)?.[1] : undefined
  if (href && /^https?:/i.test(href)) out.push(` ${href} `)
  return close + 1
}

/** A date that is crossed out is one that was left; anything else crossed out is as good as gone. */
function readCrossedOut(source: string, name: string, from: number, out: string[]): number {
  const end = skipElement(source, name, from)
  const text = htmlToText(
    source.slice(from, Math.min(end, from + 400)).replace(/<\/?(?:s|strike|del)(?=[\s>])[^>]*>/gi, ''),
  )
  if (onlyDate.test(text)) out.push(`(tidligere: ${text})`)
  return end
}

const onlyDate =
  /^\s*(?:(?:man|tirs|ons|tors|fre|lør|søn)dag\s+)?(?:den\s+|d\.\s*)?\d{1,2}\s?[./]\s?(?:\d{1,2}|jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)[\p{L}\d./ -]{0,12}$/iu

/** The place after the element's end tag, elements of the same name inside it counted; the end when it is never closed. */
function skipElement(source: string, name: string, from: number): number {
  const form = new RegExp(`<(/?)${name}(?=[\\s>/])`, 'gi')
  form.lastIndex = from
  let depth = 1
  for (let match = form.exec(source); match; match = form.exec(source)) {
    depth += match[1] === '/' ? -1 : 1
    if (depth === 0) return after(source, '>', match.index)
  }
  return source.length
}

function after(source: string, mark: string, from: number): number {
  const found = source.indexOf(mark, from)
  return found < 0 ? source.length : found + mark.length
}

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(#x?[0-9a-f]{1,6}|[a-z]{2,8});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return entities[name] ?? whole
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}
