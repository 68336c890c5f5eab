import { SaxesParser } from 'saxes'
import { UnreadableError } from '../document-reading.ts'
import type { ReadBudget } from '../read-budget.ts'
import { canonicalPrefix } from './namespaces.ts'

/** One element with its content in order. Names carry the prefix that `namespaces.ts` gives their namespace. */
export type XmlElement = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: (XmlElement | string)[]
}

/** How a part is cut: each element that closes at `unitDepth` (root = 1) is handed over and then let go of. */
export type XmlUnits = {
  readonly unitDepth: number
  readonly onUnit: (element: XmlElement, parent: XmlElement | null) => void
}

const chunkBytes = 65_536

/**
 * Reads one XML part piece by piece, so that no more than one unit is held in memory.
 * Never follows a reference to anything outside: DTDs and entities of their own are passed over as text.
 * Returns whether the part was well-formed; a broken one gives what came before the break.
 * Throws UnreadableError beyond the limits of `budget`.
 */
export async function readXml(bytes: Uint8Array, units: XmlUnits, budget: ReadBudget): Promise<boolean> {
  const { parser, isWellFormed } = startParser(units, budget)
  const decoder = new TextDecoder(xmlEncoding(bytes))
  for (let at = 0; at < bytes.length; at += chunkBytes) {
    const last = at + chunkBytes >= bytes.length
    parser.write(decoder.decode(bytes.subarray(at, at + chunkBytes), { stream: !last }))
    await budget.breathe()
  }
  parser.close()
  return isWellFormed()
}

/** The root element of a small part, or null when there is none. */
export async function readXmlTree(bytes: Uint8Array, budget: ReadBudget): Promise<XmlElement | null> {
  let root: XmlElement | null = null
  const onUnit = (element: XmlElement) => {
    root ??= element
  }
  await readXml(bytes, { unitDepth: 1, onUnit }, budget)
  return root
}

function startParser(units: XmlUnits, budget: ReadBudget) {
  const parser = new SaxesParser({ xmlns: false, position: false })
  const names = new NameTable()
  const open: XmlElement[] = []
  let wellFormed = true
  parser.on('error', () => {
    wellFormed = false
  })
  parser.on('opentag', (tag) => {
    budget.countElement(open.length + 1)
    names.noteDeclarations(tag.attributes)
    open.push({ name: names.canonical(tag.name), attributes: names.canonicalAttributes(tag.attributes), children: [] })
  })
  parser.on('closetag', () => {
    const element = open.pop()
    if (element === undefined) return
    const parent = open.at(-1) ?? null
    if (open.length + 1 === units.unitDepth) units.onUnit(element, parent)
    else if (open.length + 1 > units.unitDepth) parent?.children.push(element)
  })
  const addText = (text: string) => {
    if (open.length >= units.unitDepth) open.at(-1)?.children.push(text)
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  return { parser, isWellFormed: () => wellFormed && open.length === 0 }
}

function xmlEncoding(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const head = String.fromCharCode(...bytes.subarray(0, 100))
  const declared = /encoding=["']([A-Za-z0-9._-]+)["']/.exec(head)?.[1]?.toLowerCase() ?? 'utf-8'
  return declared === 'iso-8859-1' || declared === 'windows-1252' ? 'windows-1252' : 'utf-8'
}

/** Gives the usual prefix to every namespace, whatever prefix the writing program chose. */
class NameTable {
  private readonly prefixes = new Map<string, string>()
  private readonly known = new Map<string, string>()

  noteDeclarations(attributes: Record<string, string>): void {
    for (const name in attributes) {
      if (!name.startsWith('xmlns')) continue
      const prefix = name === 'xmlns' ? '' : name.slice(6)
      const wanted = canonicalPrefix(attributes[name] ?? '') ?? prefix
      if (this.prefixes.get(prefix) === wanted) continue
      this.prefixes.set(prefix, wanted)
      this.known.clear()
    }
  }

  canonical(name: string): string {
    const found = this.known.get(name)
    if (found !== undefined) return found
    const colon = name.indexOf(':')
    const prefix = this.prefixes.get(colon < 0 ? '' : name.slice(0, colon))
    const made = prefix === undefined || prefix === '' ? name : `${prefix}:${name.slice(colon + 1)}`
    if (this.known.size > 5_000) throw new UnreadableError('tooComplex')
    this.known.set(name, made)
    return made
  }

  canonicalAttributes(attributes: Record<string, string>): Record<string, string> {
    const renamed: Record<string, string> = {}
    for (const name in attributes) {
      const value = attributes[name] ?? ''
      renamed[name.includes(':') ? this.canonical(name) : name] = value
    }
    return renamed
  }
}
