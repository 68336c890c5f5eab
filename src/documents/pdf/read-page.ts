import type { PDFPageProxy, TextItem } from 'pdfjs-dist/types/src/display/api.js'
import { readSymbolLetters } from '../symbol-letters.ts'
import { buildRows, type PdfRow } from './build-rows.ts'
import type { FontLook, FontLooks } from './font-looks.ts'
import { letterEnds } from './letter-widths.ts'
import { linkPieces, type PlacePoint, readLinkAreas } from './link-areas.ts'
import type { PdfPage, PdfPiece } from './pdf-piece.ts'
import { readRules } from './read-rules.ts'

/** Reads one page: its text with places and looks, and its links. At most `mostPieces` pieces are kept. */
export async function readPage(page: PDFPageProxy, fonts: FontLooks, mostPieces: number): Promise<PdfPage> {
  const viewport = page.getViewport({ scale: 1 })
  const content = await page.getTextContent()
  const annotations = await page.getAnnotations()
  const items = content.items.slice(0, mostPieces).filter((item): item is TextItem => 'str' in item)
  const learnt = await fonts.learn(
    page,
    new Set(items.filter((item) => item.str.trim() !== '').map((item) => item.fontName)),
  )
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = viewport.transform as number[]
  const place: PlacePoint = (x, y) => [a * x + c * y + e, b * x + d * y + f]
  const turn = (x: number, y: number) => [a * x + c * y, b * x + d * y] as const
  const { upright, sideways } = placeItems(items, fonts, place, turn)
  const rows = buildRows(linkPieces(dropRepeats(upright), readLinkAreas(annotations, place)), page.pageNumber)
  // Lines drawn are looked for only where the text alone cannot tell a table's rows; it takes almost as long as the text.
  const drawing = learnt ?? (mayNeedRules(rows) ? await fonts.draw(page) : null)
  const rules = drawing === null ? [] : readRules(drawing, place)
  return {
    number: page.pageNumber,
    width: viewport.width,
    height: viewport.height,
    rows,
    rules,
    sideways,
    isCut: content.items.length > mostPieces,
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

type Turn = (x: number, y: number) => readonly [number, number]

function placeItems(items: readonly TextItem[], fonts: FontLooks, place: PlacePoint, turn: Turn) {
  const upright: PdfPiece[] = []
  const sideways: string[] = []
  let spaceBefore = false
  for (const item of items) {
    if (item.str.trim() === '') {
      spaceBefore ||= item.str !== ''
      continue
    }
    const [m0 = 1, m1 = 0, m2 = 0, m3 = 1, m4 = 0, m5 = 0] = item.transform as number[]
    const [alongX, alongY] = turn(m0, m1)
    const [upX, upY] = turn(m2, m3)
    const look = fonts.find(item.fontName)
    if (alongX <= 0 || Math.abs(alongY) > Math.abs(alongX) * 0.2) sideways.push(showLetters(item.str, look))
    else {
      const [x, y] = place(m4, m5)
      const size = Math.hypot(upX, upY) || item.height || 10
      pushPieces(upright, { ...look, text: item.str, x, right: x + item.width, y, size, href: null, spaceBefore }, look)
    }
    spaceBefore = false
  }
  return { upright, sideways }
}

/** Pushes the item as pieces without outer white space, parted where a run of spaces stands for a column. */
function pushPieces(pieces: PdfPiece[], item: PdfPiece, look: FontLook): void {
  const isSimple = !/^\s|\s$|\s{3}/.test(item.text)
  const { bold, italic, y, size, href } = item
  if (isSimple) {
    pieces.push({ ...item, text: showLetters(item.text, look) })
    return
  }
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
  const indexByPlace = new Map<string, number>()
  for (const piece of pieces) {
    const column = Math.round(piece.x / 2)
    const row = Math.round(piece.y / 2)
    const places = [0, -1, 1].flatMap((dx) => [0, -1, 1].map((dy) => `${column + dx} ${row + dy} ${piece.text}`))
    const same = places.map((place) => indexByPlace.get(place)).find((index) => index !== undefined)
    const first = same === undefined ? undefined : kept[same]
    if (same !== undefined && first !== undefined && Math.abs(first.x - piece.x) < piece.size * 0.15) {
      kept[same] = { ...first, bold: true }
    } else {
      indexByPlace.set(`${column} ${row} ${piece.text}`, kept.length)
      kept.push(piece)
    }
  }
  return kept
}
