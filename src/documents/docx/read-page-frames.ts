import type { OutlineBlock } from '../../domain/agenda/outline.ts'
import { outlineText } from '../outline-text.ts'
import type { DocumentPackage } from '../package/open-package.ts'
import { readXmlTree, type XmlElement } from '../xml/read-xml.ts'
import { childNamed, childrenNamed } from '../xml/walk-xml.ts'
import type { DocxContext } from './docx-context.ts'
import { DocxPage } from './docx-page.ts'
import { FieldStack } from './field-stack.ts'
import { BlockReader } from './read-blocks.ts'
import { partOfKind, readRelations } from './relations.ts'
import { isOn } from './run-look.ts'

/** Headers and footers of all sections, those of the same text once. */
export type PageFrames = { readonly headers: readonly OutlineBlock[]; readonly footers: readonly OutlineBlock[] }

/** Reads the header and footer parts that the sections of `body` show. */
export async function readPageFrames(
  source: DocumentPackage,
  body: BlockReader,
  context: DocxContext,
): Promise<PageFrames> {
  const evenDiffers = await readEvenDiffers(source, context)
  const frames = { headers: [] as OutlineBlock[], footers: [] as OutlineBlock[] }
  const seenParts = new Set<string>()
  const seenTexts = new Set<string>()
  for (const { properties } of body.sections) {
    const firstDiffers = isOn(childNamed(properties, 'w:titlePg'))
    for (const reference of childrenNamed(properties)) {
      const side = sideOf(reference)
      const type = reference.attributes['w:type']
      const target = context.relations.get(reference.attributes['r:id'] ?? '')?.target
      if (side === null || target === undefined || seenParts.has(target)) continue
      if ((type === 'first' && !firstDiffers) || (type === 'even' && !evenDiffers)) continue
      seenParts.add(target)
      const blocks = await readFrame(source, target, side, context)
      const text = `${side} ${outlineText({ blocks })}`
      if (!seenTexts.has(text)) frames[side === 'header' ? 'headers' : 'footers'].push(...blocks)
      seenTexts.add(text)
    }
  }
  return frames
}

async function readFrame(
  source: DocumentPackage,
  part: string,
  side: 'header' | 'footer',
  context: DocxContext,
): Promise<readonly OutlineBlock[]> {
  const bytes = source.readPart(part)
  const root = bytes === null ? null : await readXmlTree(bytes, context.budget)
  if (root === null) return []
  const relations = await readRelations(source, part, context.budget)
  const reader = new BlockReader({ ...context, relations, fields: new FieldStack() }, new DocxPage(false), side)
  reader.readChildren(root)
  return reader.blocks
}

async function readEvenDiffers(source: DocumentPackage, context: DocxContext): Promise<boolean> {
  const bytes = source.readPart(partOfKind(context.relations, 'settings') ?? 'word/settings.xml')
  const root = bytes === null ? null : await readXmlTree(bytes, context.budget)
  return isOn(childNamed(root, 'w:evenAndOddHeaders'))
}

function sideOf(reference: XmlElement): 'header' | 'footer' | null {
  if (reference.name === 'w:headerReference') return 'header'
  return reference.name === 'w:footerReference' ? 'footer' : null
}
