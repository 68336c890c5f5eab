import type { XmlElement } from '../xml/read-xml.ts'
import { childNamed, childrenNamed } from '../xml/walk-xml.ts'

/** What a style of OpenDocument says, with everything it inherits. Lengths in points. */
export type OdtStyle = {
  readonly name: string
  /** The style a writer chose, where this one was made for a single paragraph. */
  readonly shownName: string | null
  readonly bold: boolean | null
  readonly italic: boolean | null
  readonly sizePoints: number | null
  readonly hidden: boolean
  readonly breakBefore: boolean
  readonly leftPoints: number | null
  readonly outlineLevel: number | null
  readonly listStyle: string | null
}

const longestChain = 30
const pointsPerUnit: Record<string, number> = { pt: 1, cm: 28.3465, mm: 2.83465, in: 72, pc: 12, px: 0.75 }

/** Styles by family and name, from the parts given; later parts (content.xml) go before earlier ones. */
export class OdtStyles {
  private readonly elements = new Map<string, XmlElement>()
  private readonly made = new Map<string, OdtStyle>()
  readonly listStyles = new Map<string, XmlElement>()
  outlineNumbering: XmlElement | null = null

  add(container: XmlElement): void {
    for (const element of childrenNamed(container)) {
      const name = element.attributes['style:name'] ?? ''
      if (element.name === 'style:style') this.elements.set(`${element.attributes['style:family']}/${name}`, element)
      else if (element.name === 'text:list-style') this.listStyles.set(name, element)
      else if (element.name === 'text:outline-style') this.outlineNumbering = element
    }
    this.made.clear()
  }

  find(family: 'paragraph' | 'text', name: string | undefined, depth = 0): OdtStyle | null {
    const key = `${family}/${name}`
    const ready = this.made.get(key)
    if (ready !== undefined) return ready
    const element = this.elements.get(key)
    if (element === undefined || depth > longestChain) return null
    const parentName = element.attributes['style:parent-style-name']
    const style = makeStyle(element, parentName === name ? null : this.find(family, parentName, depth + 1))
    this.made.set(key, style)
    return style
  }
}

function makeStyle(element: XmlElement, parent: OdtStyle | null): OdtStyle {
  const text = childNamed(element, 'style:text-properties')?.attributes ?? {}
  const paragraph = childNamed(element, 'style:paragraph-properties')?.attributes ?? {}
  const name = element.attributes['style:name'] ?? ''
  const level = Number.parseInt(element.attributes['style:default-outline-level'] ?? '', 10)
  const ownName = element.attributes['style:display-name'] ?? name.replaceAll('_20_', ' ')
  const weight = text['fo:font-weight']
  const slant = text['fo:font-style']
  return {
    name,
    // Automatic styles are called P1, T4 and the like.
    shownName: /^[PT]\d+$/.test(name) ? (parent?.shownName ?? null) : ownName,
    bold: weight === undefined ? (parent?.bold ?? null) : /bold|[6-9]00/.test(weight),
    italic: slant === undefined ? (parent?.italic ?? null) : slant !== 'normal',
    sizePoints: toPoints(text['fo:font-size']) ?? parent?.sizePoints ?? null,
    hidden: text['text:display'] === 'none' || (parent?.hidden ?? false),
    breakBefore: paragraph['fo:break-before'] === 'page' || (parent?.breakBefore ?? false),
    leftPoints: toPoints(paragraph['fo:margin-left']) ?? parent?.leftPoints ?? null,
    outlineLevel: Number.isFinite(level) ? level : (parent?.outlineLevel ?? null),
    listStyle: element.attributes['style:list-style-name'] ?? parent?.listStyle ?? null,
  }
}

/** A length such as "0.5cm" in points; null for percentages and nothing. */
function toPoints(length: string | undefined): number | null {
  const match = /^(-?[\d.]+)(pt|cm|mm|in|pc|px)$/.exec(length ?? '')
  const factor = pointsPerUnit[match?.[2] ?? '']
  return match === null || factor === undefined ? null : Number(match[1]) * factor
}
