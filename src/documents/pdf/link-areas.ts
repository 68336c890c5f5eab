import { safeHref } from '../safe-href.ts'
import { letterEnds } from './letter-widths.ts'
import type { PdfPiece } from './pdf-piece.ts'

/** A rectangle of a page that leads somewhere. Points from the upper left corner. */
export type LinkArea = {
  readonly href: string
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Maps a point of PDF space to points from the page's upper left corner. */
export type PlacePoint = (x: number, y: number) => readonly [number, number]

const mostAreas = 3_000
const bandPoints = 24

/** Link areas among a page's annotations as pdf.js gives them; a link over several lines has several. */
export function readLinkAreas(annotations: readonly unknown[], place: PlacePoint): LinkArea[] {
  const areas: LinkArea[] = []
  for (const annotation of annotations) {
    if (areas.length >= mostAreas || typeof annotation !== 'object' || annotation === null) break
    const { subtype, url, unsafeUrl, dest, rect, quadPoints } = annotation as Record<string, unknown>
    if (subtype !== 'Link') continue
    const href = hrefOf(url ?? unsafeUrl, dest)
    if (href === null) continue
    for (const box of boxesOf(quadPoints, rect)) areas.push({ href, ...placeBox(box, place) })
  }
  return areas
}

function hrefOf(url: unknown, dest: unknown): string | null {
  if (typeof url === 'string') return safeHref(url)
  if (typeof dest === 'string') return safeHref(`#${dest}`)
  return Array.isArray(dest) ? '#side' : null
}

/** Corners as x, y pairs: those of each line if the link tells them, else those of the whole. */
function boxesOf(quadPoints: unknown, rect: unknown): number[][] {
  const numbers = toNumbers(quadPoints)
  const boxes: number[][] = []
  for (let at = 0; at + 8 <= numbers.length; at += 8) boxes.push(numbers.slice(at, at + 8))
  const whole = toNumbers(rect)
  return boxes.length > 0 ? boxes : whole.length === 4 ? [whole] : []
}

function toNumbers(value: unknown): number[] {
  if (!Array.isArray(value) && !ArrayBuffer.isView(value)) return []
  const numbers = Array.from(value as ArrayLike<unknown>)
  return numbers.every((number) => typeof number === 'number') ? (numbers as number[]) : []
}

function placeBox(corners: readonly number[], place: PlacePoint) {
  const xs: number[] = []
  const ys: number[] = []
  for (let at = 0; at + 1 < corners.length; at += 2) {
    const [x, y] = place(corners[at] ?? 0, corners[at + 1] ?? 0)
    xs.push(x)
    ys.push(y)
  }
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) }
}

/** Gives pieces their links, cutting a piece where only some of its words are covered. */
export function linkPieces(pieces: readonly PdfPiece[], areas: readonly LinkArea[]): PdfPiece[] {
  if (areas.length === 0) return [...pieces]
  const bands = new Map<number, LinkArea[]>()
  for (const area of areas) {
    const last = Math.min(Math.floor(area.bottom / bandPoints), Math.floor(area.top / bandPoints) + 100)
    for (let band = Math.floor(area.top / bandPoints); band <= last; band += 1) {
      const inBand = bands.get(band)
      if (inBand === undefined) bands.set(band, [area])
      else inBand.push(area)
    }
  }
  return pieces.flatMap((piece) => {
    const middle = piece.y - piece.size * 0.3
    const near = bands.get(Math.floor(middle / bandPoints)) ?? []
    const over = near.filter((area) => area.top <= middle && middle <= area.bottom && overlaps(area, piece))
    return over.length === 0 ? [piece] : cutByAreas(piece, over)
  })
}

function overlaps(area: LinkArea, piece: PdfPiece): boolean {
  return Math.min(area.right, piece.right) - Math.max(area.left, piece.x) > 0.5
}

function cutByAreas(piece: PdfPiece, areas: readonly LinkArea[]): PdfPiece[] {
  const ends = letterEnds(piece.text)
  const width = piece.right - piece.x
  const cut: PdfPiece[] = []
  for (const part of piece.text.matchAll(/\S+|\s+/g)) {
    const from = piece.x + width * (ends[part.index - 1] ?? 0)
    const to = piece.x + width * (ends[part.index + part[0].length - 1] ?? 1)
    const middle = (from + to) / 2
    const isSpace = part[0].trim() === ''
    const found = areas.find((area) => area.left <= middle && middle <= area.right)?.href ?? null
    const before = cut.at(-1)
    if (before !== undefined && before.href === found) {
      cut[cut.length - 1] = { ...before, text: before.text + part[0], right: to }
    } else {
      // A space at the edge of a link is none of its words.
      const href = isSpace ? null : found
      cut.push({
        ...piece,
        text: part[0],
        x: from,
        right: to,
        href,
        spaceBefore: cut.length === 0 && piece.spaceBefore,
      })
    }
  }
  return moveSpaces(cut)
}

/** Space at the end of a link goes to what follows it. */
function moveSpaces(pieces: readonly PdfPiece[]): PdfPiece[] {
  let carried = ''
  return pieces.flatMap((piece) => {
    const text = carried + piece.text
    const kept = piece.href === null ? text : text.trimEnd()
    carried = text.slice(kept.length)
    return kept.trim() === '' ? [] : [{ ...piece, text: kept }]
  })
}
