import type { OutlineBlock } from '../../domain/agenda/outline.ts'
import type { DocumentPackage } from '../package/open-package.ts'
import { readXmlTree, type XmlElement } from '../xml/read-xml.ts'
import { childrenNamed, textOf } from '../xml/walk-xml.ts'
import type { DocxContext } from './docx-context.ts'
import { DocxPage } from './docx-page.ts'
import { FieldStack } from './field-stack.ts'
import { BlockReader } from './read-blocks.ts'
import { partOfKind, readRelations } from './relations.ts'

const longestComment = 300
const mostComments = 100

/**
 * Footnotes and endnotes the text refers to, in the order of the text, labelled 1, 2, 3 and with role "footer", so that
 * they are kept without being taken for the end of the last item. Adds a finding when there are any.
 */
export async function readNotes(source: DocumentPackage, context: DocxContext): Promise<readonly OutlineBlock[]> {
  if (context.noteIds.length === 0) return []
  const notes = new Map<string, readonly OutlineBlock[]>()
  for (const kind of ['footnote', 'endnote']) {
    const part = partOfKind(context.relations, `${kind}s`) ?? `word/${kind}s.xml`
    const wanted = new Set(context.noteIds)
    const relations = await readRelations(source, part, context.budget)
    for (const element of await readPartChildren(source, part, context)) {
      const id = `${kind}/${element.attributes['w:id']}`
      if (wanted.has(id))
        notes.set(id, readNote(element, { ...context, relations, fields: new FieldStack(), noteIds: [] }))
    }
  }
  const blocks = context.noteIds.flatMap((id, index) => labelNote(notes.get(id) ?? [], index + 1))
  const message = `Dokumentet har ${context.noteIds.length} fod- eller slutnoter. De er bevaret, men hører ikke til noget punkt.`
  context.findings.push({ rule: 'D2', message, place: null })
  return blocks
}

function readNote(element: XmlElement, context: DocxContext): readonly OutlineBlock[] {
  const reader = new BlockReader(context, new DocxPage(false), 'footer')
  reader.readChildren(element)
  return reader.blocks
}

function labelNote(blocks: readonly OutlineBlock[], number: number): OutlineBlock[] {
  return blocks.map((block, index) =>
    index === 0 && block.kind === 'paragraph' ? { ...block, listLabel: String(number) } : block,
  )
}

/** Comments are no part of what is printed: each becomes a finding with its words. */
export async function noteComments(source: DocumentPackage, context: DocxContext): Promise<void> {
  const part = partOfKind(context.relations, 'comments') ?? 'word/comments.xml'
  for (const element of (await readPartChildren(source, part, context)).slice(0, mostComments)) {
    const text = shownText(element).replace(/\s+/g, ' ').trim().slice(0, longestComment)
    const author = element.attributes['w:author']?.slice(0, 100) ?? ''
    const message = `Kommentar${author === '' ? '' : ` fra ${author}`}, som ikke er taget med: ${text}`
    if (text !== '') context.findings.push({ rule: 'D3', message, place: null })
  }
}

function shownText(element: XmlElement): string {
  if (element.name === 'w:t') return textOf(element)
  if (element.name === 'w:del') return ''
  const inner = element.children.map((child) => (typeof child === 'string' ? '' : shownText(child))).join('')
  return element.name === 'w:p' ? `${inner} ` : inner
}

async function readPartChildren(source: DocumentPackage, part: string, context: DocxContext): Promise<XmlElement[]> {
  const bytes = source.readPart(part)
  return bytes === null ? [] : childrenNamed(await readXmlTree(bytes, context.budget))
}
