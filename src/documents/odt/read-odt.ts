import type { Outline, OutlineBlock } from '../../domain/agenda/outline.ts'
import type { Reading } from '../../shared/reading.ts'
import { UnreadableError } from '../document-reading.ts'
import { markContents } from '../mark-contents.ts'
import type { DocumentPackage } from '../package/open-package.ts'
import type { ReadBudget } from '../read-budget.ts'
import { readXml, readXmlTree, type XmlElement } from '../xml/read-xml.ts'
import { childNamed, childrenNamed } from '../xml/walk-xml.ts'
import { OdtLists } from './odt-lists.ts'
import { OdtStyles } from './odt-styles.ts'
import { type OdtState, OdtWalker } from './odt-walker.ts'

const textType = 'application/vnd.oasis.opendocument.text'

/** Reads an OpenDocument text into an outline, headers first, notes and footers last. Throws UnreadableError. */
export async function readOdt(
  source: DocumentPackage,
  fileName: string,
  budget: ReadBudget,
): Promise<Reading<Outline>> {
  const type = source.readPart('mimetype')
  if (type !== null && !new TextDecoder().decode(type).startsWith(textType)) throw new UnreadableError('unknownFormat')
  if (await isEncrypted(source, budget)) throw new UnreadableError('encrypted')
  const content = source.readPart('content.xml')
  if (content === null) throw new UnreadableError('corrupt')
  const state = startState()
  const masters = await readStylesPart(source, state, budget)
  const body = new OdtWalker(state, 'body')
  const isWellFormed = await readContent(content, state, body, budget)
  if (!isWellFormed) {
    const message = 'Dokumentet er beskadiget; det, der kunne læses, er taget med.'
    state.findings.push({ rule: 'D1', message, place: { page: null, paragraph: body.blocks.length } })
  }
  const blocks = [...frameBlocks(masters, 'header', state), ...markContents(body.blocks), ...noteBlocks(state)]
  const all = [...blocks, ...frameBlocks(masters, 'footer', state)]
  for (const block of all) if (block.kind === 'paragraph') budget.countText(block.text.length)
  return { value: { source: 'odt', fileName, blocks: all, pageCount: null }, findings: state.findings }
}

function startState(): OdtState {
  const styles = new OdtStyles()
  return {
    styles,
    lists: new OdtLists(styles.listStyles),
    findings: [],
    notes: [],
    page: null,
    breakComes: false,
    followsGap: false,
  }
}

async function isEncrypted(source: DocumentPackage, budget: ReadBudget): Promise<boolean> {
  const bytes = source.readPart('META-INF/manifest.xml')
  return (
    bytes !== null && new TextDecoder().decode(bytes.subarray(0, budget.limits.partBytes)).includes('encryption-data')
  )
}

async function readStylesPart(source: DocumentPackage, state: OdtState, budget: ReadBudget): Promise<XmlElement[]> {
  const bytes = source.readPart('styles.xml')
  const root = bytes === null ? null : await readXmlTree(bytes, budget)
  for (const name of ['office:styles', 'office:automatic-styles']) {
    const container = childNamed(root, name)
    if (container !== null) state.styles.add(container)
  }
  return childrenNamed(childNamed(root, 'office:master-styles'), 'style:master-page')
}

/** Units: the styles one by one, and what stands in the text. */
async function readContent(bytes: Uint8Array, state: OdtState, body: OdtWalker, budget: ReadBudget): Promise<boolean> {
  const onUnit = (element: XmlElement, parent: XmlElement | null) => {
    if (parent?.name === 'office:automatic-styles')
      state.styles.add({ name: parent.name, attributes: {}, children: [element] })
    else if (parent?.name === 'office:text') body.read(element)
  }
  // Styles stand one level above the text: document-content / automatic-styles / style, .../ body / text / p.
  const stylesFirst = (element: XmlElement, parent: XmlElement | null) => {
    if (parent?.name === 'office:automatic-styles') onUnit(element, parent)
  }
  await readXml(bytes, { unitDepth: 3, onUnit: stylesFirst }, budget)
  return readXml(bytes, { unitDepth: 4, onUnit }, budget)
}

function frameBlocks(masters: readonly XmlElement[], role: 'header' | 'footer', state: OdtState): OutlineBlock[] {
  const seen = new Set<string>()
  return masters.flatMap((master) =>
    childrenNamed(master, `style:${role}`).flatMap((element) => {
      const walker = new OdtWalker({ ...state, page: null, breakComes: false, followsGap: false }, role)
      walker.readChildren(element)
      const fresh = walker.blocks.filter((block) => block.kind === 'table' || !seen.has(block.text))
      for (const block of fresh) if (block.kind === 'paragraph') seen.add(block.text)
      return fresh
    }),
  )
}

function noteBlocks(state: OdtState): OutlineBlock[] {
  if (state.notes.length === 0) return []
  const message = `Dokumentet har ${state.notes.length} fod- eller slutnoter. De er bevaret, men hører ikke til noget punkt.`
  state.findings.push({ rule: 'D2', message, place: null })
  return [...state.notes].flatMap((note, index) => {
    const walker = new OdtWalker(state, 'footer')
    walker.readChildren(note)
    return walker.blocks.map((block, at) =>
      at === 0 && block.kind === 'paragraph' ? { ...block, listLabel: String(index + 1) } : block,
    )
  })
}
