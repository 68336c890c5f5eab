import type { XmlElement } from '../xml/read-xml.ts'
import { childNamed } from '../xml/walk-xml.ts'

/** What `w:rPr` says of the letters; undefined = says nothing. */
export type RunLook = {
  readonly bold?: boolean
  readonly italic?: boolean
  readonly hidden?: boolean
  readonly sizePoints?: number
  readonly symbolFont?: boolean
}

const symbolFonts = /^(symbol|wingdings|wingdings 2|wingdings 3|webdings)$/i

/** Reads `w:rPr`; null gives an empty look. */
export function readRunLook(properties: XmlElement | null): RunLook {
  const look: { -readonly [Key in keyof RunLook]: RunLook[Key] } = {}
  for (const child of properties?.children ?? []) {
    if (typeof child === 'string') continue
    if (child.name === 'w:b') look.bold = isOn(child)
    else if (child.name === 'w:i') look.italic = isOn(child)
    else if (child.name === 'w:vanish') look.hidden = isOn(child)
    else if (child.name === 'w:sz') look.sizePoints = halfPoints(child)
    else if (child.name === 'w:rFonts') look.symbolFont = symbolFonts.test(child.attributes['w:ascii'] ?? '')
  }
  return look
}

/** The look of `above` with what `below` says of its own put over it. */
export function overlayLook(below: RunLook, above: RunLook): RunLook {
  return { ...below, ...above }
}

/**
 * Bold and italic of a character style turn those of the paragraph style round (ECMA-376 part 1, 17.7.3);
 * everything else replaces it.
 */
export function toggleLook(paragraphStyle: RunLook, characterStyle: RunLook): RunLook {
  return {
    ...paragraphStyle,
    ...characterStyle,
    bold: (paragraphStyle.bold ?? false) !== (characterStyle.bold ?? false),
    italic: (paragraphStyle.italic ?? false) !== (characterStyle.italic ?? false),
    hidden: (paragraphStyle.hidden ?? false) || (characterStyle.hidden ?? false),
  }
}

/** A property that is on when present, unless its value says no. */
export function isOn(element: XmlElement | null): boolean {
  if (element === null) return false
  const value = element.attributes['w:val']
  return value === undefined || !['0', 'false', 'off', 'none'].includes(value)
}

/** Value of a child such as `<w:ilvl w:val="1"/>` as a whole number, or null. */
export function readNumber(parent: XmlElement | null, name: string): number | null {
  const value = childNamed(parent, name)?.attributes['w:val']
  const number = Number.parseInt(value ?? '', 10)
  return Number.isFinite(number) ? number : null
}

function halfPoints(element: XmlElement): number {
  const value = Number.parseFloat(element.attributes['w:val'] ?? '')
  return Number.isFinite(value) ? value / 2 : 10
}
