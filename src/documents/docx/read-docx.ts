import type { Outline, OutlineBlock } from '../../domain/agenda/outline.ts'
import type { Finding, Reading } from '../../shared/reading.ts'
import { UnreadableError } from '../document-reading.ts'
import { markContents } from '../mark-contents.ts'
import type { DocumentPackage } from '../package/open-package.ts'
import type { ReadBudget } from '../read-budget.ts'
import { readXml, readXmlTree, type XmlElement } from '../xml/read-xml.ts'
import { childNamed } from '../xml/walk-xml.ts'
import { ListCounters } from './count-lists.ts'
import type { DocxContext } from './docx-context.ts'
import { DocxPage } from './docx-page.ts'
import { FieldStack } from './field-stack.ts'
import { BlockReader } from './read-blocks.ts'
import { noteComments, readNotes } from './read-notes.ts'
import { readNumbering } from './read-numbering.ts'
import { readPageFrames } from './read-page-frames.ts'
import { readStyles } from './read-styles.ts'
import { partOfKind, type Relation, readRelations } from './relations.ts'

/**
 * Reads a Word document (ECMA-376, transitional or strict) into an outline, as Word shows it with all changes accepted:
 * headers first, then the text, then notes and footers. Text boxes stand after the paragraph they hang on.
 * Throws UnreadableError.
 */
export async function readDocx(
  source: DocumentPackage,
  fileName: string,
  budget: ReadBudget,
): Promise<Reading<Outline>> {
  const main = await findMainPart(source, budget)
  const bytes = main === null ? null : source.readPart(main)
  if (main === null || bytes === null) throw new UnreadableError('corrupt')
  const relations = await readRelations(source, main, budget)
  const context = await makeContext(source, relations, budget)
  const page = new DocxPage(includesText(bytes, 'lastRenderedPageBreak'))
  const body = new BlockReader(context, page, 'body')
  const onUnit = (element: XmlElement, parent: XmlElement | null) => {
    if (parent?.name === 'w:body') body.read(element)
  }
  const isWellFormed = await readXml(bytes, { unitDepth: 3, onUnit }, budget)
  if (!isWellFormed) noteDamage(context.findings, body.blocks.length)
  const frames = await readPageFrames(source, body, context)
  const notes = await readNotes(source, context)
  const blocks = [...frames.headers, ...markContents(startSectionsOnPages(body)), ...notes, ...frames.footers]
  if (blocks.length === 0 && !isWellFormed) throw new UnreadableError('corrupt')
  await noteComments(source, context)
  return { value: { source: 'docx', fileName, blocks, pageCount: page.page }, findings: context.findings }
}

/** Name of the part with the text, or null when the package is no Word document. */
export async function findMainPart(source: DocumentPackage, budget: ReadBudget): Promise<string | null> {
  const named = partOfKind(await readRelations(source, '', budget), 'officeDocument')
  if (named !== null && source.names.has(named)) return named
  return source.names.has('word/document.xml') ? 'word/document.xml' : null
}

async function makeContext(
  source: DocumentPackage,
  relations: ReadonlyMap<string, Relation>,
  budget: ReadBudget,
): Promise<DocxContext> {
  const tree = async (kind: string) => {
    const bytes = source.readPart(partOfKind(relations, kind) ?? `word/${kind}.xml`)
    return bytes === null ? null : readXmlTree(bytes, budget)
  }
  const styleRoot = await tree('styles')
  const styles = readStyles(styleRoot)
  const lists = readNumbering(await tree('numbering'), (styleId) => styles.find(styleId)?.paragraph.listId)
  const findings: Finding[] = []
  return {
    budget,
    styles,
    lists,
    counters: new ListCounters(),
    relations,
    fields: new FieldStack(),
    findings,
    noteIds: [],
  }
}

function noteDamage(findings: Finding[], paragraph: number): void {
  const message = 'Dokumentet er beskadiget; det, der kunne læses, er taget med.'
  findings.push({ rule: 'D1', message, place: { page: null, paragraph } })
}

/** Each section says of itself whether it begins on a new page, but says it at its end. */
function startSectionsOnPages(body: BlockReader): readonly OutlineBlock[] {
  const blocks = [...body.blocks]
  let startsAt = 0
  for (const { properties, endsAt } of body.sections) {
    const type = childNamed(properties, 'w:type')?.attributes['w:val'] ?? 'nextPage'
    const first = blocks[startsAt]
    if (startsAt > 0 && endsAt > startsAt && type !== 'continuous' && first?.kind === 'paragraph') {
      blocks[startsAt] = { ...first, startsPage: true }
    }
    startsAt = endsAt
  }
  return blocks
}

function includesText(bytes: Uint8Array, text: string): boolean {
  const first = text.charCodeAt(0)
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    let matched = 1
    while (matched < text.length && bytes[at + matched] === text.charCodeAt(matched)) matched += 1
    if (matched === text.length) return true
  }
  return false
}
