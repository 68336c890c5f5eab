import type { OutlineBlock, OutlineCell, OutlineParagraph, OutlineTable } from '../../domain/agenda/outline.ts'
import type { XmlElement } from '../xml/read-xml.ts'
import { childNamed, descendantNamed } from '../xml/walk-xml.ts'
import type { DocxContext } from './docx-context.ts'
import type { DocxPage } from './docx-page.ts'
import type { InlinePiece } from './read-inline.ts'
import { makeParagraphs, readParagraphSource } from './read-paragraph.ts'
import { readNumber } from './run-look.ts'

const transparent = new Set(['w:ins', 'w:moveTo', 'w:customXml', 'w:smartTag', 'w:sdtContent', 'w:txbxContent'])

/** Reads paragraphs and tables of one flow of text (body, cell, header, note, text box) in order. */
export class BlockReader {
  readonly blocks: OutlineBlock[] = []
  /** Section properties met, with the number of blocks before each. */
  readonly sections: { readonly properties: XmlElement; readonly endsAt: number }[] = []
  private readonly context: DocxContext
  private readonly page: DocxPage
  private readonly role: OutlineParagraph['role']
  private held: readonly InlinePiece[] = []

  constructor(context: DocxContext, page: DocxPage, role: OutlineParagraph['role']) {
    this.context = context
    this.page = page
    this.role = role
  }

  readChildren(element: XmlElement): void {
    for (const child of element.children) if (typeof child !== 'string') this.read(child)
  }

  read(element: XmlElement): void {
    if (element.name === 'w:p') this.readParagraph(element)
    else if (element.name === 'w:tbl') this.blocks.push(this.readTable(element))
    else if (element.name === 'w:sdt') this.readControl(element)
    else if (element.name === 'w:sectPr') this.sections.push({ properties: element, endsAt: this.blocks.length })
    else if (element.name === 'mc:AlternateContent') this.readAlternate(element)
    else if (element.name === 'w:altChunk') this.noteEmbedded()
    else if (transparent.has(element.name)) this.readChildren(element)
  }

  private readParagraph(element: XmlElement): void {
    const wasInContents = this.context.fields.isInContents
    const source = readParagraphSource(element, this.context)
    const pieces = [...this.held, ...source.pieces]
    this.held = source.endIsDeleted ? pieces : []
    if (!source.endIsDeleted) {
      const isContents = this.isContents(
        source.style?.isContents === true,
        wasInContents,
        source.style?.headingLevel ?? null,
      )
      const role = isContents && this.role === 'body' ? 'contents' : this.role
      for (const made of makeParagraphs({ ...source, pieces }, role, this.context, this.page)) {
        this.context.budget.countText(made.text.length)
        this.blocks.push(made)
      }
    }
    for (const box of source.boxes) this.readInside(box)
    if (source.section !== null) this.sections.push({ properties: source.section, endsAt: this.blocks.length })
  }

  /** Lines of a contents field; a heading inside it means that the field was never ended. */
  private isContents(byStyle: boolean, wasInContents: boolean, headingLevel: number | null): boolean {
    if (byStyle) return true
    const isInField = wasInContents || this.context.fields.isInContents
    if (!isInField) return false
    if (headingLevel === null) return true
    this.context.fields.leaveContents()
    return false
  }

  private readInside(element: XmlElement): void {
    const inner = new BlockReader(this.context, this.page, this.role)
    inner.readChildren(element)
    this.blocks.push(...inner.blocks)
  }

  private readControl(control: XmlElement): void {
    const content = childNamed(control, 'w:sdtContent')
    if (content === null) return
    const properties = childNamed(control, 'w:sdtPr')
    const gallery = properties === null ? null : descendantNamed(properties, 'w:docPartGallery')
    if (gallery?.attributes['w:val'] !== 'Table of Contents' || this.role !== 'body') {
      this.readChildren(content)
      return
    }
    const inner = new BlockReader(this.context, this.page, 'contents')
    inner.readChildren(content)
    this.blocks.push(...inner.blocks)
  }

  private readAlternate(element: XmlElement): void {
    const form = childNamed(element, 'mc:Choice') ?? childNamed(element, 'mc:Fallback')
    if (form !== null) this.readChildren(form)
  }

  private noteEmbedded(): void {
    const place = { page: this.page.page, paragraph: this.blocks.length }
    this.context.findings.push({ rule: 'D4', message: 'Et indlejret dokument er ikke læst.', place })
  }

  private readTable(table: XmlElement): OutlineTable {
    const page = this.page.page
    const rows: OutlineCell[][] = []
    forEachInside(table, 'w:tr', (row) => {
      if (descendantOfProperties(row, 'w:trPr', 'w:del') !== null) return
      const cells: OutlineCell[] = []
      forEachInside(row, 'w:tc', (cell) => cells.push(this.readCell(cell)))
      rows.push(cells)
    })
    return { kind: 'table', rows, page }
  }

  private readCell(cell: XmlElement): OutlineCell {
    const properties = childNamed(cell, 'w:tcPr')
    const columnSpan = Math.min(200, Math.max(1, readNumber(properties, 'w:gridSpan') ?? 1))
    const merge = childNamed(properties, 'w:vMerge')
    if (merge !== null && merge.attributes['w:val'] !== 'restart') return { blocks: [], columnSpan }
    const inner = new BlockReader(this.context, this.page, this.role)
    inner.readChildren(cell)
    return { blocks: inner.blocks, columnSpan }
  }
}

function descendantOfProperties(element: XmlElement, properties: string, name: string): XmlElement | null {
  return childNamed(childNamed(element, properties), name)
}

/** Rows and cells may be wrapped in content controls or tracked changes. */
function forEachInside(element: XmlElement, name: string, visit: (found: XmlElement) => void): void {
  for (const child of element.children) {
    if (typeof child === 'string') continue
    if (child.name === name) visit(child)
    else if (child.name === 'w:sdt' || transparent.has(child.name)) forEachInside(child, name, visit)
  }
}
