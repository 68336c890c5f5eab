import { parseMarkup } from './parse-markup.ts'

const blocks = new Set(
  'ADDRESS ARTICLE BLOCKQUOTE DIV DL FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER LI OL P PRE SECTION TABLE TR UL'.split(' '),
)
const silent = new Set(['HEAD', 'SCRIPT', 'STYLE', 'TITLE', 'TEMPLATE'])

/** The plain text of an HTML body, as Outlook makes it: a line for each block, a link's address behind its text. */
export function htmlToText(html: string): string {
  return textOf(parseMarkup(html))
    .replace(/[ \t]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

function textOf(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return (node.textContent ?? '').replace(/\s+/g, ' ')
  if (!(node instanceof Element) || silent.has(node.tagName)) return ''
  if (node.tagName === 'BR') return '\n'
  const inside = [...node.childNodes].map(textOf).join('')
  if (node.tagName === 'A') return withAddress(inside, node.getAttribute('href'))
  if (node.tagName === 'LI') return `\n• ${inside.trim()}`
  if (node.tagName === 'TD' || node.tagName === 'TH') return `${inside.trim()}\t`
  return blocks.has(node.tagName) ? `\n${inside}\n` : inside
}

function withAddress(text: string, address: string | null): string {
  return address === null || address === '' || text.trim() === address ? text : `${text} <${address}>`
}
