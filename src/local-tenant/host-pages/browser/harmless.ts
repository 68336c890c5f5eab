import { parseMarkup } from './parse-markup.ts'

/**
 * The markup of a mail or an invitation without what could run, frame, style this page or fetch anything. The page's
 * policy would refuse it all; it need not be there to complain of. Pictures from the net are held back, as Outlook does.
 */
export function makeHarmless(html: string): DocumentFragment {
  const body = parseMarkup(html)
  const active = 'script, style, iframe, frame, object, embed, form, link, meta, base, svg, math, template'
  for (const element of body.querySelectorAll(active)) element.remove()
  for (const element of body.querySelectorAll('*')) {
    for (const { name, value } of [...element.attributes]) {
      if (!isHarmless(name, value)) element.removeAttribute(name)
    }
    if (element instanceof HTMLAnchorElement) element.target = '_blank'
    // A picture held back leaves its words.
    if (element instanceof HTMLImageElement && !element.hasAttribute('src')) element.replaceWith(element.alt)
  }
  const fragment = document.createDocumentFragment()
  fragment.append(...body.childNodes)
  return fragment
}

const plainAttributes = new Set(['alt', 'border', 'colspan', 'height', 'lang', 'rowspan', 'title', 'width'])

function isHarmless(name: string, value: string): boolean {
  if (name === 'href') return /^(https?|mailto):/i.test(value.trim())
  if (name === 'src') return /^data:image\/(png|jpeg|gif);/i.test(value.trim())
  return plainAttributes.has(name)
}
