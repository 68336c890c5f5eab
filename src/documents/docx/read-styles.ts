import type { XmlElement } from '../xml/read-xml.ts'
import { childNamed, childrenNamed } from '../xml/walk-xml.ts'
import { type ParagraphLook, readParagraphLook } from './paragraph-look.ts'
import { overlayLook, type RunLook, readRunLook } from './run-look.ts'

/** A style with everything it inherits. */
export type Style = {
  readonly id: string
  /** As the document names it: "heading 1", "Listeafsnit". */
  readonly name: string
  readonly paragraph: ParagraphLook
  readonly run: RunLook
  /** 1-9 when the style or one it is based on is a heading by name, else null. */
  readonly headingLevel: number | null
  readonly isContents: boolean
}

/** The document's styles with inheritance worked out. */
export type Styles = {
  readonly find: (id: string | undefined) => Style | null
  /** The paragraph style of a paragraph that names none. */
  readonly defaultParagraph: Style | null
  readonly defaultRun: RunLook
}

// Word writes built-in styles by their English names in lower case; other programs and old files by the local ones.
const headingNames = /^(?:heading|overskrift|h)[\s_]*([1-9])(?:\D|$)/i
const contentsNames =
  /^(?:toc|indholdsfortegnelse|contents|verzeichnis)[\s_]*(?:[1-9]|heading|overskrift)|^toa heading$/i
const longestChain = 30

/** Reads word/styles.xml; a null root gives a document without styles. Circles of inheritance are cut. */
export function readStyles(root: XmlElement | null): Styles {
  const elements = new Map<string, XmlElement>()
  let defaultId: string | undefined
  for (const element of childrenNamed(root, 'w:style')) {
    const id = element.attributes['w:styleId'] ?? ''
    if (!elements.has(id)) elements.set(id, element)
    const isDefault = ['1', 'true', 'on'].includes(element.attributes['w:default'] ?? '')
    if (isDefault && element.attributes['w:type'] === 'paragraph') defaultId ??= id
  }
  const made = new Map<string, Style>()
  const find = (id: string | undefined): Style | null => (id === undefined ? null : findStyle(id, elements, made, 0))
  const defaults = childNamed(childNamed(childNamed(root, 'w:docDefaults'), 'w:rPrDefault'), 'w:rPr')
  return { find, defaultParagraph: find(defaultId), defaultRun: overlayLook({ sizePoints: 10 }, readRunLook(defaults)) }
}

function findStyle(
  id: string,
  elements: Map<string, XmlElement>,
  made: Map<string, Style>,
  depth: number,
): Style | null {
  const ready = made.get(id)
  if (ready !== undefined) return ready
  const element = elements.get(id)
  if (element === undefined || depth > longestChain) return null
  const baseId = childNamed(element, 'w:basedOn')?.attributes['w:val']
  const base = baseId === undefined || baseId === id ? null : findStyle(baseId, elements, made, depth + 1)
  const style = makeStyle(id, element, base)
  made.set(id, style)
  return style
}

function makeStyle(id: string, element: XmlElement, base: Style | null): Style {
  const name = childNamed(element, 'w:name')?.attributes['w:val'] ?? id
  const ownLevel = headingNames.exec(name)?.[1] ?? headingNames.exec(id)?.[1]
  return {
    id,
    name,
    paragraph: { ...base?.paragraph, ...readParagraphLook(childNamed(element, 'w:pPr')) },
    run: overlayLook(base?.run ?? {}, readRunLook(childNamed(element, 'w:rPr'))),
    headingLevel: ownLevel === undefined ? (base?.headingLevel ?? null) : Number(ownLevel),
    isContents: contentsNames.test(name) || contentsNames.test(id) || (base?.isContents ?? false),
  }
}
