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
  const letters = lettersOf(child)
  if (letters !== null) addText(inline, letters, look)
  else if (!hangOn(child, inline)) readInner(child, look, inline, styles)
}

/** What an element without content stands for, or null. */
function lettersOf(child: XmlElement): string | null {
  switch (child.name) {
    case 'text:s':
      return ' '.repeat(Math.min(100, Number.parseInt(child.attributes['text:c'] ?? '1', 10) || 1))
    case 'text:tab':
      return '\t'
    case 'text:line-break':
      return '\n'
    default:
      return null
  }
}

/** Takes what hangs on the paragraph without being its text; false for everything else. */
function hangOn(child: XmlElement, inline: OdtInline): boolean {
  switch (child.name) {
    case 'text:soft-page-break':
      inline.turns += 1
      return true
    case 'text:note':
      inline.notes.push(...childrenNamed(child, 'text:note-body'))
      return true
    case 'office:annotation':
      inline.comments.push(childrenNamed(child, 'text:p').map(textOf).join(' '))
      return true
    case 'draw:frame':
    case 'draw:custom-shape':
    case 'draw:g':
      addBoxes(child, inline)
      return true
    default:
      return notShown.has(child.name)
  }
}

const notShown = new Set(['office:annotation-end', 'text:hidden-text', 'text:hidden-paragraph', 'text:ruby-text'])

function readInner(child: XmlElement, look: Look, inline: OdtInline, styles: OdtStyles): void {
  if (child.name === 'text:a') {
    readChildren(child, { ...look, href: safeHref(child.attributes['xlink:href']) }, inline, styles)
    return
  }
  const style = child.name === 'text:span' ? styles.find('text', child.attributes['text:style-name']) : null
  if (style?.hidden === true) return
  readChildren(child, { ...look, bold: style?.bold ?? look.bold, italic: style?.italic ?? look.italic }, inline, styles)
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
