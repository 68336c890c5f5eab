import { SaxesParser } from 'saxes'

/** An XML element without its namespace prefix. */
export type XmlElement = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  readonly text: string
  readonly line: number
}

type Growing = XmlElement & { readonly children: XmlElement[]; text: string }

/** The root element, or in Danish why the text is no XML. */
export function readXml(text: string): XmlElement | string {
  const parser = new SaxesParser<{ xmlns: false; position: true }>({ xmlns: false, position: true })
  const open: Growing[] = []
  let root: XmlElement | null = null
  let fault: string | null = null
  parser.on('error', (error) => {
    fault ??= `Ikke gyldig XML: ${error.message}`
  })
  parser.on('opentag', ({ attributes, name }) => {
    const element: Growing = {
      name: withoutPrefix(name),
      attributes: { ...attributes },
      children: [],
      text: '',
      line: parser.line,
    }
    open.at(-1)?.children.push(element)
    root ??= element
    open.push(element)
  })
  parser.on('text', (piece) => {
    const element = open.at(-1)
    if (element) element.text += piece
  })
  parser.on('closetag', () => void open.pop())
  parser.write(text).close()
  return fault ?? root ?? 'Ikke gyldig XML: filen er tom'
}

/** The element and everything below it, in the order of the text. */
export function allBelow(element: XmlElement): XmlElement[] {
  return [element, ...element.children.flatMap(allBelow)]
}

/** The first child of this name. */
export function childNamed(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name)
}

function withoutPrefix(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
