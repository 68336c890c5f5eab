import { Parser } from 'htmlparser2'
import type { ReadBudget } from '../read-budget.ts'
import type { XmlElement } from '../xml/read-xml.ts'

const chunkLength = 65_536
// Never shown, or not text: their content is passed over.
const dropped = new Set([
  'script',
  'style',
  'head',
  'template',
  'noscript',
  'svg',
  'math',
  'iframe',
  'object',
  'audio',
  'video',
  'canvas',
])
const voids = new Set(['br', 'hr', 'img', 'input', 'meta', 'link', 'col', 'wbr'])

/**
 * Reads HTML as browsers do, tags forgotten or crossed included, into a tree with lower-case names.
 * Scripts, styles and what is hidden are left out. Throws UnreadableError beyond the limits.
 */
export async function parseHtml(text: string, budget: ReadBudget): Promise<XmlElement> {
  const root: XmlElement = { name: '#root', attributes: {}, children: [] }
  const open: XmlElement[] = [root]
  let droppedDepth = 0
  const parser = new Parser({
    onopentag: (name, attributes) => {
      budget.countElement(open.length + droppedDepth)
      if (droppedDepth > 0 || dropped.has(name) || isHidden(attributes)) {
        if (!voids.has(name)) droppedDepth += 1
        return
      }
      const element: XmlElement = { name, attributes, children: [] }
      open.at(-1)?.children.push(element)
      open.push(element)
    },
    onclosetag: (name) => {
      if (droppedDepth > 0) {
        if (!voids.has(name)) droppedDepth -= 1
      } else if (open.length > 1) open.pop()
    },
    ontext: (data) => {
      if (droppedDepth === 0) open.at(-1)?.children.push(data)
    },
  })
  for (let at = 0; at < text.length; at += chunkLength) {
    parser.write(text.slice(at, at + chunkLength))
    await budget.breathe()
  }
  parser.end()
  return root
}

function isHidden(attributes: Record<string, string>): boolean {
  if ('hidden' in attributes || attributes['aria-hidden'] === 'true') return true
  return /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all/i.test(attributes['style'] ?? '')
}
