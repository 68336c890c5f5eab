import type { PDFPageProxy, TextItem } from 'pdfjs-dist/types/src/display/api.js'
import { readSymbolLetters } from '../symbol-letters.ts'
import { buildRows, type PdfRow } from './build-rows.ts'
import type { FontLook, FontLooks } from './font-looks.ts'
import { letterEnds } from './letter-widths.ts'
import { linkPieces, type PlacePoint, readLinkAreas } from './link-areas.ts'
import type { PageAnnotations } from './page-annotations.ts'
import type { PdfPage } from './pdf-page.ts'
import type { PdfPiece } from './pdf-piece.ts'
import { readRules } from './read-rules.ts'

/**
 * Reads one page: its text with places and looks, and its links. At most `mostPieces` pieces are kept; `before` is the
 * page before it, null for the first.
 */
export async function readPage(
  page: PDFPageProxy,
  fonts: FontLooks,
  links: PageAnnotations,
  mostPieces: number,
  before: PdfPage | null,
): Promise<PdfPage> {
  const viewport = page.getViewport({ scale: 1 })
  const content = await page.getTextContent()
  const annotations = await links.of(page)
  const items = content.items.slice(0, mostPieces).filter((item): item is TextItem => 'str' in item)
  const learnt = await fonts.learn(
    page,
    new Set(items.filter((item) => item.str.trim() !== '').map((item) => item.fontName)),
  )
  const placing = placingOf(viewport.transform as number[])
  const { upright, sideways } = placeItems(items, fonts, placing)
  const rows = buildRows(
    linkPieces(dropRepeats(upright), readLinkAreas(annotations ?? [], placing.point)),
    page.pageNumber,
  )
  // Lines drawn are looked for only where the text alone cannot tell a table's rows; it takes almost as long as the text.
  const drawing = learnt ?? (mayNeedRules(rows) || endsInTable(before) ? await fonts.draw(page) : null)
  const rules = drawing === null ? [] : readRules(drawing, placing.point)
  return {
    number: page.pageNumber,
    width: viewport.width,
    height: viewport.height,
    rows,
    rules,
    sideways,
    isCut: content.items.length > mostPieces,
    lacksLinks: annotations === null,
  }
}

/** Text stands beside text, and some of it begins in the middle of a sentence: cells with more than one line. */
function mayNeedRules(rows: readonly PdfRow[]): boolean {
  let parted = 0
  let goesOn = 0
  for (const row of rows) {
    if (row.segments.length > 1) parted += 1
    const isBeside = row.segments.length > 1 || (parted > 0 && row.x > (rows[0]?.x ?? 0) + 40)
    if (isBeside) goesOn += row.segments.filter((segment) => /^\p{Ll}\p{L}*\s/u.test(segment.text)).length
  }
  return parted >= 2 && goesOn >= 2
}

/** At least three lines run down to the bottom of the page: its table may go on over the next. */
function endsInTable(page: PdfPage | null): boolean {
  if (page === null) return false
  const sides = page.rules.filter((rule) => !rule.isAcross && rule.to > page.height * 0.85)
  return new Set(sides.map(({ at }) => Math.round(at / 4))).size >= 3
}

/** From PDF space to points from the page's upper left corner; `along` and `up` turn a direction only. */
type Placing = {
  readonly point: PlacePoint
  readonly alongX: (x: number, y: number) => number
  readonly alongY: (x: number, y: number) => number
}

function placingOf(matrix: readonly number[]): Placing {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = matrix
  return {
    point: (x, y) => [a * x + c * y + e, b * x + d * y + f],
    alongX: (x, y) => a * x + c * y,
    alongY: (x, y) => b * x + d * y,
  }
}

function placeItems(items: readonly TextItem[], fonts: FontLooks, { point, alongX, alongY }: Placing) {
  const upright: PdfPiece[] = []
  const sideways: string[] = []
  let spaceBefore = false
  for (const item of items) {
    const text = item.str
    if (text === '') continue
    const m = item.transform as number[]
    const [m0 = 1, m1 = 0, m2 = 0, m3 = 1] = m
    if (isBlank.test(text)) {
      // Between the letters of a word set wide the library sees a space that is narrower than any.
      spaceBefore ||= item.width === 0 || item.width >= Math.hypot(m2, m3) * narrowestSpace
      continue
    }
    const look = fonts.find(item.fontName)
    const forward = alongX(m0, m1)
    if (forward <= 0 || Math.abs(alongY(m0, m1)) > forward * 0.2) sideways.push(showLetters(text, look))
    else {
      const [x, y] = point(m[4] ?? 0, m[5] ?? 0)
      const size = Math.hypot(m2, m3) || item.height || 10
      const { bold, italic } = look
      pushPieces(upright, { text, x, right: x + item.width, y, size, bold, italic, href: null, spaceBefore }, look)
    }
    spaceBefore = false
  }
  return { upright, sideways }
}

/** In parts of the letters' size; a space is about a quarter, in tight lines less. */
const narrowestSpace = 0.15
const isBlank = /^\s*$/
const needsCare = /^\s|\s$|\s{3}|[\uf000-\uf0ff]/

/** Pushes the item as pieces without outer white space, parted where a run of spaces stands for a column. */
function pushPieces(pieces: PdfPiece[], item: PdfPiece, look: FontLook): void {
  if (!look.isSymbol && !needsCare.test(item.text)) {
    pieces.push(item)
    return
  }
  const { bold, italic, y, size, href } = item
  const ends = letterEnds(item.text)
  const width = item.right - item.x
  for (const part of item.text.matchAll(/\S+(?:\s{1,2}\S+)*/g)) {
    const x = item.x + width * (ends[part.index - 1] ?? 0)
    const right = item.x + width * (ends[part.index + part[0].length - 1] ?? 1)
    const spaceBefore = part.index > 0 || item.spaceBefore
    pieces.push({ text: showLetters(part[0], look), x, right, y, size, bold, italic, href, spaceBefore })
  }
}

const symbolFontLetters = new Map([
  ['§', '▪'],
  ['Ø', '➢'],
  ['ü', '✓'],
  ['¨', '☐'],
  ['q', '☐'],
  ['o', '☐'],
  ['þ', '☒'],
  ['à', '→'],
])

function showLetters(text: string, look: FontLook): string {
  const shown = readSymbolLetters(text)
  if (!look.isSymbol || shown.trim().length !== 1) return shown
  return symbolFontLetters.get(shown.trim()) ?? (/[\p{L}\p{N}·]/u.test(shown) ? '•' : shown)
}

/** Some programs draw a text twice, a hair apart, to make it bold. It is one text, and bold. */
function dropRepeats(pieces: readonly PdfPiece[]): PdfPiece[] {
  const kept: PdfPiece[] = []
  const lastByText = new Map<string, number>()
  for (const piece of pieces) {
    const index = lastByText.get(piece.text)
    const same = index === undefined ? undefined : kept[index]
    if (index !== undefined && same !== undefined && isRepeat(same, piece)) kept[index] = { ...same, bold: true }
    else {
      lastByText.set(piece.text, kept.length)
      kept.push(piece)
    }
  }
  return kept
}

function isRepeat(first: PdfPiece, second: PdfPiece): boolean {
  const near = first.size * 0.15
  return Math.abs(first.x - second.x) < near && Math.abs(first.y - second.y) < near
}
