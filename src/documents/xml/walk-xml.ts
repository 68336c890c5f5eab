import type { XmlElement } from './read-xml.ts'

/** The first child element of that name, or null. */
export function childNamed(element: XmlElement | null, name: string): XmlElement | null {
  for (const child of element?.children ?? []) if (typeof child !== 'string' && child.name === name) return child
  return null
}

/** All child elements, or those of one name. */
export function childrenNamed(element: XmlElement | null, name?: string): XmlElement[] {
  const found: XmlElement[] = []
  for (const child of element?.children ?? []) {
    if (typeof child !== 'string' && (name === undefined || child.name === name)) found.push(child)
  }
  return found
}

/** First element of that name anywhere below, in document order, or null. */
export function descendantNamed(element: XmlElement, name: string): XmlElement | null {
  for (const child of element.children) {
    if (typeof child === 'string') continue
    if (child.name === name) return child
    const deeper = descendantNamed(child, name)
    if (deeper !== null) return deeper
  }
  return null
}

/** All text below, in order. */
export function textOf(element: XmlElement): string {
  let text = ''
  for (const child of element.children) text += typeof child === 'string' ? child : textOf(child)
  return text
}
