import type { OutlineBlock, OutlineCell, OutlineParagraph, OutlineTable } from '../../domain/agenda/outline.ts'
import type { Finding } from '../../shared/reading.ts'
import { makeParagraph } from '../make-paragraph.ts'
import type { XmlElement } from '../xml/read-xml.ts'
import { childNamed, childrenNamed } from '../xml/walk-xml.ts'
import { readOdtInline } from './odt-inline.ts'
import type { OdtLists } from './odt-lists.ts'
import type { OdtStyle, OdtStyles } from './odt-styles.ts'

type Role = OutlineParagraph['role']
type OpenList = { readonly id: string; readonly styleName: string | null; readonly level: number; label: string | null }

/** Where the reading stands; shared by the walkers of one document. */
export type OdtState = {
  readonly styles: OdtStyles
  readonly lists: OdtLists
  readonly findings: Finding[]
  readonly notes: XmlElement[]
  page: number | null
  breakComes: boolean
  /** An empty paragraph came last. */
  followsGap: boolean
}

const containers = new Set([
  'text:section',
  'text:index-body',
  'text:index-title',
  'text:list-header',
  'office:text',
  'draw:text-box',
  'text:numbered-paragraph',
  'text:note-body',
])
const indexes = /^text:(?:table-of-content|illustration-index|alphabetical-index|user-index|object-index)$/

/** Reads paragraphs, lists and tables of one flow of an OpenDocument text. */
export class OdtWalker {
  readonly blocks: OutlineBlock[] = []
  private readonly state: OdtState
  private readonly role: Role
  private open: OpenList | null = null

  constructor(state: OdtState, role: Role) {
    this.state = state
    this.role = role
  }

  readChildren(element: XmlElement): void {
    for (const child of childrenNamed(element)) this.read(child)
  }

  read(element: XmlElement): void {
    const { name } = element
    if (name === 'text:p' || name === 'text:h') this.readParagraph(element)
    else if (name === 'text:list') this.readList(element)
    else if (name === 'table:table') this.blocks.push(this.readTable(element))
    else if (name === 'text:soft-page-break') this.turn()
    else if (indexes.test(name)) this.readInside(element, this.role === 'body' ? 'contents' : this.role)
    else if (name === 'draw:frame') this.readInside(element, this.role)
    else if (containers.has(name)) this.readChildren(element)
  }

  private readInside(element: XmlElement, role: Role): void {
    const inner = new OdtWalker(this.state, role)
    for (const child of childrenNamed(element)) {
      // The template of an index is no text.
      if (!/-source$/.test(child.name)) inner.read(child)
    }
    this.blocks.push(...inner.blocks)
  }

  private turn(): void {
    if (this.state.page !== null) this.state.page += 1
    this.state.breakComes = true
  }

  private readParagraph(element: XmlElement): void {
    const style = this.state.styles.find('paragraph', element.attributes['text:style-name'])
    if (style?.hidden === true) return
    const inline = readOdtInline(element, style, this.state.styles)
    const level = headingLevelOf(element, style)
    const label = this.takeLabel(element, level)
    const startsPage = this.state.breakComes || (style?.breakBefore ?? false)
    const made = makeParagraph({
      runs: inline.runs,
      headingLevel: level,
      style: style?.shownName ?? null,
      listLabel: label,
      listLevel: label === null ? null : (this.open?.level ?? 0),
      role: this.role,
      page: this.state.page,
      fontSizePoints: style?.sizePoints ?? null,
      indentPoints: style?.leftPoints ?? null,
      startsPage,
      gapBefore: this.state.followsGap,
    })
    const isShown = made.text !== '' || label !== null
    this.state.breakComes = startsPage && !isShown
    this.state.followsGap = !isShown
    if (isShown) this.blocks.push(made)
    if (inline.turns > 0 && this.state.page !== null) this.state.page += inline.turns
    this.state.notes.push(...inline.notes)
    for (const comment of inline.comments) this.noteComment(comment)
    for (const box of inline.boxes) this.readInside(box, this.role)
  }

  private noteComment(text: string): void {
    const message = `Kommentar, som ikke er taget med: ${text.replace(/\s+/g, ' ').slice(0, 300)}`
    this.state.findings.push({ rule: 'D3', message, place: { page: this.state.page, paragraph: this.blocks.length } })
  }

  private takeLabel(element: XmlElement, level: number | null): string | null {
    if (this.open !== null) {
      const { label } = this.open
      this.open.label = null
      return label
    }
    const numbering = this.state.styles.outlineNumbering
    if (level === null || numbering === null || element.attributes['text:is-list-header'] === 'true') return null
    return this.state.lists.labelOf('#outline', numbering, level - 1, null)
  }

  private readList(element: XmlElement): void {
    const outer = this.open
    const level = outer === null ? 0 : outer.level + 1
    const styleName = element.attributes['text:style-name'] ?? outer?.styleName ?? null
    const id = outer?.id ?? styleName ?? '#list'
    const goesOn =
      element.attributes['text:continue-numbering'] === 'true' || 'text:continue-list' in element.attributes
    if (outer === null && !goesOn) this.state.lists.restart(id, 0)
    for (const item of childrenNamed(element)) {
      const start = Number.parseInt(item.attributes['text:start-value'] ?? '', 10)
      const isItem = item.name === 'text:list-item' && holdsParagraph(item)
      const label = isItem ? this.state.lists.label(id, styleName, level, Number.isFinite(start) ? start : null) : null
      this.open = { id, styleName, level, label }
      this.readChildren(item)
    }
    this.open = outer
  }

  private readTable(table: XmlElement): OutlineTable {
    const page = this.state.page
    const rows = tableRows(table).map((row) => this.readRow(row))
    return { kind: 'table', rows, page }
  }

  /** Covered cells beside a wide cell are left out; those under a tall one are given empty, so that columns stay in line. */
  private readRow(row: XmlElement): OutlineCell[] {
    const cells: OutlineCell[] = []
    let covered = 0
    for (const cell of childrenNamed(row)) {
      if (cell.name === 'table:table-cell') {
        const read = this.readCell(cell)
        cells.push(read)
        covered = read.columnSpan - 1
      } else if (cell.name === 'table:covered-table-cell') {
        if (covered === 0) cells.push({ blocks: [], columnSpan: 1 })
        covered = Math.max(0, covered - 1)
      }
    }
    return cells
  }

  private readCell(cell: XmlElement): OutlineCell {
    const span = Number.parseInt(cell.attributes['table:number-columns-spanned'] ?? '1', 10) || 1
    const inner = new OdtWalker(this.state, this.role)
    inner.readChildren(cell)
    return { blocks: inner.blocks, columnSpan: Math.min(200, Math.max(1, span)) }
  }
}

function headingLevelOf(element: XmlElement, style: OdtStyle | null): number | null {
  const own = Number.parseInt(element.attributes['text:outline-level'] ?? '', 10)
  const level = element.name === 'text:h' ? (Number.isFinite(own) ? own : 1) : (style?.outlineLevel ?? null)
  return level !== null && level >= 1 && level <= 9 ? level : null
}

/** An item that only holds a deeper list shows no label of its own. */
function holdsParagraph(item: XmlElement): boolean {
  return childNamed(item, 'text:p') !== null || childNamed(item, 'text:h') !== null
}

function tableRows(table: XmlElement): XmlElement[] {
  return childrenNamed(table).flatMap((child) => {
    if (child.name === 'table:table-row') return [child]
    return /^table:table-(?:header-rows|rows|row-group)$/.test(child.name) ? tableRows(child) : []
  })
}
