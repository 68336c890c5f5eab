import type { OutlineRun } from '../../domain/agenda/outline.ts'
import { safeHref } from '../safe-href.ts'
import { readSymbolLetters } from '../symbol-letters.ts'
import type { XmlElement } from '../xml/read-xml.ts'
import { childrenNamed, textOf } from '../xml/walk-xml.ts'
import type { OdtStyle, OdtStyles } from './odt-styles.ts'

/** What a paragraph holds, and what hangs on it. */
export type OdtInline = {
  readonly runs: OutlineRun[]
  readonly boxes: XmlElement[]
  readonly notes: XmlElement[]
  readonly comments: string[]
  turns: number
}

type Look = { readonly bold: boolean; readonly italic: boolean; readonly href: string | null }

/** Reads the content of `text:p` and `text:h`; tracked deletions are kept elsewhere in the file and so left out. */
export function readOdtInline(paragraph: XmlElement, style: OdtStyle | null, styles: OdtStyles): OdtInline {
  const inline: OdtInline = { runs: [], boxes: [], notes: [], comments: [], turns: 0 }
  readChildren(paragraph, { bold: style?.bold ?? false, italic: style?.italic ?? false, href: null }, inline, styles)
  return inline
}

function readChildren(element: XmlElement, look: Look, inline: OdtInline, styles: OdtStyles): void {
  for (const child of element.children) {
    // White space collapses in OpenDocument; what counts is written as text:s and text:tab.
    if (typeof child === 'string') addText(inline, child.replace(/[ \t\r\n]+/g, ' '), look)
    else readChild(child, look, inline, styles)
  }
}

function readChild(child: XmlElement, look: Look, inline: OdtInline, styles: OdtStyles): void {
  switch (child.name) {
    case 'text:s':
      addText(inline, ' '.repeat(Math.min(100, Number.parseInt(child.attributes['text:c'] ?? '1', 10) || 1)), look)
      break
    case 'text:tab':
      addText(inline, '\t', look)
      break
    case 'text:line-break':
      addText(inline, '\n', look)
      break
    case 'text:soft-page-break':
      inline.turns += 1
      break
    case 'text:span': {
      const style = styles.find('text', child.attributes['text:style-name'])
      if (style?.hidden === true) break
      readChildren(
        child,
        { ...look, bold: style?.bold ?? look.bold, italic: style?.italic ?? look.italic },
        inline,
        styles,
      )
      break
    }
    case 'text:a':
      readChildren(child, { ...look, href: safeHref(child.attributes['xlink:href']) }, inline, styles)
      break
    case 'text:note':
      inline.notes.push(...childrenNamed(child, 'text:note-body'))
      break
    case 'office:annotation':
      inline.comments.push(childrenNamed(child, 'text:p').map(textOf).join(' '))
      break
    case 'draw:frame':
    case 'draw:custom-shape':
    case 'draw:g':
      addBoxes(child, inline)
      break
    case 'text:ruby':
      for (const base of childrenNamed(child, 'text:ruby-base')) readChildren(base, look, inline, styles)
      break
    case 'office:annotation-end':
    case 'text:hidden-text':
    case 'text:hidden-paragraph':
      break
    default:
      readChildren(child, look, inline, styles)
  }
}

function addBoxes(element: XmlElement, inline: OdtInline): void {
  for (const child of childrenNamed(element)) {
    if (child.name === 'draw:text-box') inline.boxes.push(child)
    else if (child.name === 'text:p') inline.boxes.push({ name: 'draw:text-box', attributes: {}, children: [child] })
    else if (child.name === 'draw:frame' || child.name === 'draw:g' || child.name === 'draw:custom-shape')
      addBoxes(child, inline)
  }
}

function addText(inline: OdtInline, text: string, look: Look): void {
  if (text !== '') inline.runs.push({ text: readSymbolLetters(text), ...look })
}
