import { readLabelText } from '../../domain/agenda/read-label.ts'
import type { PdfRow } from './build-rows.ts'

/** Rows of a page that repeat on other pages, apart from its body. */
export type FramedPage = {
  readonly headers: readonly PdfRow[]
  readonly body: readonly PdfRow[]
  readonly footers: readonly PdfRow[]
}

const mostFrameRows = 6
// Between the rows of one header; the body stands further off.
const widestFrameGap = 24
const startsWithOrdinal = /^(?:\p{L}+\.?\s)?\d{1,3}[.:)]?(?:\s|$)/u
const samePlacePoints = 3
const headingGrowth = 1.12
const pageNumber = /^(?:(?:side|page|s\.)\s*)?[-–—]?\s*\d{1,4}\s*[-–—]?(?:\s*(?:af|of|\/)\s*\d{1,4})?$/i
const sayingPageNumber = /(?:^|\t|\s)(?:side|page)\s*\d{1,4}(?:\s*(?:af|of|\/)\s*\d{1,4})?$/i

type Edge = 'top' | 'bottom'

/** Parts headers and footers from the body of all pages: rows at an edge that stand at one place on several pages. */
export function findFrames(
  pages: readonly { readonly rows: readonly PdfRow[]; readonly height: number }[],
): FramedPage[] {
  const tops = countEdgeRows(pages, 'top')
  const bottoms = countEdgeRows(pages, 'bottom')
  return pages.map(({ rows, height }) => {
    const headerCount = frameLength(rows, height, 'top', tops, pages.length)
    const footerCount = Math.min(rows.length - headerCount, frameLength(rows, height, 'bottom', bottoms, pages.length))
    return {
      headers: rows.slice(0, headerCount),
      body: rows.slice(headerCount, rows.length - footerCount),
      footers: rows.slice(rows.length - footerCount),
    }
  })
}

/** How often a text stands at a height, and how often a page's body or frame begins or ends there. */
type EdgeCounts = { readonly places: PlaceCounts; readonly outermost: PlaceCounts; readonly bodySize: number }

/** Counts by key and height, heights within a few points taken together. */
class PlaceCounts {
  private readonly counts = new Map<string, number>()

  add(key: string, y: number): void {
    const place = `${Math.round(y / samePlacePoints)} ${key}`
    this.counts.set(place, (this.counts.get(place) ?? 0) + 1)
  }

  near(key: string, y: number): number {
    const middle = Math.round(y / samePlacePoints)
    return [middle - 1, middle, middle + 1].reduce((sum, at) => sum + (this.counts.get(`${at} ${key}`) ?? 0), 0)
  }
}

function countEdgeRows(pages: readonly { readonly rows: readonly PdfRow[] }[], edge: Edge): EdgeCounts {
  const places = new PlaceCounts()
  const outermost = new PlaceCounts()
  const sizes = new Map<number, number>()
  for (const { rows } of pages) {
    const outer = edge === 'top' ? rows[0] : rows.at(-1)
    if (outer !== undefined) outermost.add('', edgeOf(outer, edge))
    for (const row of edgeRows(rows, edge)) places.add(keyOf(row), row.y)
    for (const row of rows) sizes.set(row.size, (sizes.get(row.size) ?? 0) + row.text.length)
  }
  const bodySize = [...sizes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 10
  return { places, outermost, bodySize }
}

function edgeRows(rows: readonly PdfRow[], edge: Edge): readonly PdfRow[] {
  return edge === 'top' ? rows.slice(0, mostFrameRows) : rows.slice(-mostFrameRows).reverse()
}

function frameLength(
  rows: readonly PdfRow[],
  height: number,
  edge: Edge,
  counts: EdgeCounts,
  pageCount: number,
): number {
  let length = 0
  let last: PdfRow | null = null
  for (const [index, row] of edgeRows(rows, edge).entries()) {
    const depth = edge === 'top' ? row.y : height - row.y
    if (depth > height * 0.2 || (last !== null && Math.abs(row.y - last.y) > Math.max(widestFrameGap, row.size * 2.5)))
      break
    if (repeats(row, edge, counts, pageCount) || isLoneNumber(row, depth, height, edge)) {
      length = index + 1
      last = row
    } else if (index - length >= 1 || row.size > counts.bodySize * headingGrowth) break
  }
  return length
}

function repeats(row: PdfRow, edge: Edge, counts: EdgeCounts, pageCount: number): boolean {
  const isLarge = row.size > counts.bodySize * headingGrowth
  if (isSectionLabel(row, edge) || (isLarge && startsWithOrdinal.test(row.text))) return false
  const same = counts.places.near(keyOf(row), row.y)
  const share = same / pageCount
  if (same < 2 || share < 0.2) return false
  if (share >= 0.75 && pageCount > 2) return true
  if (isLarge) return false
  // Where other pages begin with their body at this very height, the row is body as well.
  const others = counts.outermost.near('', edgeOf(row, edge)) - same
  return others < Math.max(1, pageCount * 0.15)
}

/** Where each item begins a page, its first label stands at one place on most of them; "Referat 3. maj" below is a footer. */
function isSectionLabel(row: PdfRow, edge: Edge): boolean {
  const label = readLabelText(row.text)
  if (label?.decidedOn != null && edge === 'bottom') return false
  return (
    label !== null && label.rest === '' && label.role !== 'minutes' && label.role !== 'meta' && label.role !== 'soft'
  )
}

/** A page number, where there is only one page or the numbers stand at different heights. */
function isLoneNumber(row: PdfRow, depth: number, height: number, edge: Edge): boolean {
  const text = row.text
  if (depth > height * 0.1) return false
  return edge === 'bottom' ? pageNumber.test(text) || sayingPageNumber.test(text) : /^(?:side|page)\s*\d/i.test(text)
}

function edgeOf(row: PdfRow, edge: Edge): number {
  return edge === 'top' ? row.y - row.size * 0.75 : row.y
}

/** Page numbers differ from page to page, the rest of the row does not. */
function keyOf(row: PdfRow): string {
  return row.text.replace(/\d+/g, '#').replace(/\s+/g, ' ').trim().toLowerCase().slice(0, 200)
}
