import type { OutlineBlock, OutlineTable } from '../../domain/agenda/outline.ts'
import { makeParagraph, plainRun } from '../make-paragraph.ts'
import { markContents } from '../mark-contents.ts'
import type { ReadBudget } from '../read-budget.ts'
import type { PdfRow } from './build-rows.ts'
import { dropLineNumbers } from './drop-line-numbers.ts'
import { fillGrids } from './fill-grid.ts'
import { findFlows } from './find-columns.ts'
import { type FramedPage, findFrames } from './find-frames.ts'
import { findGrids, type PdfGrid } from './find-grids.ts'
import { findTables, type PdfPart, type PdfTable } from './find-tables.ts'
import { inferHeadings } from './infer-headings.ts'
import { joinRows, makePdfParagraph, startParagraph } from './join-rows.ts'
import { goesOnWith, joinTableRows } from './join-tables.ts'
import { findRightEdge, measureLayout, type PdfLayout } from './measure-layout.ts'
import type { PdfPage } from './pdf-page.ts'
import type { PdfParagraph } from './pdf-paragraph.ts'
import { goesOn } from './wrap-rules.ts'

/** In heights of a line. */
const emptyLineHeight = 1.75

/** Puts the text of all pages into reading order and makes the blocks of an outline of it. */
export async function arrangePages(read: readonly PdfPage[], budget: ReadBudget): Promise<OutlineBlock[]> {
  const pages = dropLineNumbers(read)
  const framed = findFrames(pages)
  await budget.breathe()
  const layout = measureLayout(framed.map((page) => page.body))
  const rightEdges = findRightEdges(pages, framed, layout)
  const arranger = new Arranger(layout)
  for (const [index, page] of pages.entries()) {
    const { headers = [], body = [], footers = [] } = framed[index] ?? {}
    arranger.addFrame(headers, 'header')
    arranger.addBody(body, findGrids(page.rules), rightEdges.get(Math.round(page.width)) ?? page.width)
    arranger.addFrame(footers, 'footer')
    arranger.addSideways(page)
    await budget.breathe()
  }
  return inferHeadings(markContents(arranger.finish()), layout.bodySize)
}

/** Right edge of the text by width of the paper: a document may have pages across. */
function findRightEdges(
  pages: readonly PdfPage[],
  framed: readonly FramedPage[],
  layout: PdfLayout,
): Map<number, number> {
  const rowsByWidth = new Map<number, PdfRow[]>()
  for (const [index, page] of pages.entries()) {
    const width = Math.round(page.width)
    const rows = rowsByWidth.get(width) ?? []
    rows.push(...(framed[index]?.body ?? []))
    rowsByWidth.set(width, rows)
  }
  return new Map(
    [...rowsByWidth].map(([width, rows]) => [
      width,
      findRightEdge(rows, layout.left, Math.max(layout.left + 50, width - layout.left)),
    ]),
  )
}

/** A table, its place among the blocks, and where its lines are on the page that ends with it. */
type OpenTable = { readonly block: OutlineTable; readonly table: PdfTable; readonly at: number }

/** Collects paragraphs and tables page by page; the last paragraph stays open, for the next page may go on with it. */
class Arranger {
  private readonly layout: PdfLayout
  private readonly made: (PdfParagraph | OutlineBlock)[] = []
  private open: PdfParagraph | null = null
  private lastRow: PdfRow | null = null
  /** The table the body ends with so far. */
  private lastTable: OpenTable | null = null

  constructor(layout: PdfLayout) {
    this.layout = layout
  }

  addFrame(rows: readonly PdfRow[], role: 'header' | 'footer'): void {
    for (const row of rows) {
      this.made.push(makePdfParagraph(startParagraph(row, row.right), this.layout, role))
    }
  }

  addBody(rows: readonly PdfRow[], grids: readonly PdfGrid[], right: number): void {
    let startsPage = true
    for (const part of fillGrids(rows, grids, this.lastTable?.table ?? null)) {
      if (part.kind === 'table') this.addTable(part, startsPage)
      else this.addFlows(part.rows, right, startsPage)
      startsPage = false
    }
  }

  private addFlows(rows: readonly PdfRow[], right: number, isFirst: boolean): void {
    let startsPage = isFirst
    for (const flow of findFlows(rows, this.layout.left, right)) {
      const edge = flow.right === right ? right : findRightEdge(flow.rows, flow.left, flow.right)
      for (const part of findTables(flow.rows, edge, this.layout)) {
        if (part.kind === 'table') this.addTable(part)
        else this.addRow(part, edge, startsPage)
        startsPage = false
      }
    }
  }

  private addRow(part: Extract<PdfPart, { kind: 'row' }>, right: number, startsPage: boolean): void {
    const above = this.lastRow
    this.lastRow = part.row
    this.lastTable = null
    if (!part.isContents && this.open !== null && goesOn(this.open, part.row, this.layout)) {
      this.open.rows.push(part.row)
      return
    }
    const followsGap = above !== null && this.isEmptyLine(above, part.row)
    const context = { startsPage: startsPage && part.row.page > 1, isContents: part.isContents, followsGap }
    this.open = startParagraph(part.row, right, context)
    this.made.push(this.open)
  }

  /** Room for a line between two rows of a flow, not only the distance many writers keep between paragraphs. */
  private isEmptyLine(above: PdfRow, row: PdfRow): boolean {
    const distance = row.y - above.y
    return row.page === above.page && distance > Math.max(above.size, row.size) * this.layout.leading * emptyLineHeight
  }

  private addTable(table: PdfTable, startsPage = false): void {
    const rows: OutlineTable['rows'] = table.rows.map((cells) =>
      cells.map((cell) => ({
        blocks: joinRows(cell.rows, cell.right, this.layout).map((made) => makePdfParagraph(made, this.layout, 'body')),
        columnSpan: cell.columnSpan,
      })),
    )
    const before = startsPage ? this.lastTable : null
    if (before !== null && goesOnWith(before.table, table)) {
      const joined: OutlineTable = { ...before.block, rows: joinTableRows(before.block.rows, rows) }
      this.made[before.at] = joined
      this.lastTable = { block: joined, table, at: before.at }
    } else {
      const block: OutlineTable = { kind: 'table', rows, page: table.page }
      this.lastTable = { block, table, at: this.made.length }
      this.made.push(block)
    }
    this.open = null
    this.lastRow = null
  }

  /** Text that runs up the margin or across the page belongs to no line. */
  addSideways(page: PdfPage): void {
    const text = page.sideways.join(' ').trim()
    if (text !== '') this.made.push(makeParagraph({ runs: [plainRun(text)], role: 'footer', page: page.number }))
  }

  finish(): OutlineBlock[] {
    return this.made.map((block) => ('kind' in block ? block : makePdfParagraph(block, this.layout, 'body')))
  }
}
