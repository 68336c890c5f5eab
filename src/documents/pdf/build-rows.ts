import { findSegmentStarts } from './find-segment-starts.ts'
import type { PdfPiece } from './pdf-piece.ts'

/** Pieces that stand together, and apart from others on the same row. */
export type PdfSegment = {
  readonly pieces: readonly PdfPiece[]
  readonly x: number
  readonly right: number
  readonly text: string
}

/** What stands on one base line, from left to right. Never without segments. */
export type PdfRow = {
  readonly page: number
  readonly y: number
  readonly size: number
  readonly x: number
  readonly right: number
  readonly segments: readonly PdfSegment[]
  /** Everything on it, segments parted by tabs. */
  readonly text: string
}

/** White space that is a space, in parts of the letters' size. */
const wordGap = 0.16

/** Gathers the pieces of a page, or of a part of it, into rows from top to bottom. */
export function buildRows(pieces: readonly PdfPiece[], page: number): PdfRow[] {
  const sorted = [...pieces].sort((a, b) => a.y - b.y || a.x - b.x)
  const groups: PieceGroup[] = []
  for (const piece of sorted) {
    const group = findGroup(groups, piece)
    if (group === null) groups.push({ base: piece, pieces: [piece] })
    else {
      group.pieces.push(piece)
      if (piece.size > group.base.size * 1.05) group.base = piece
    }
  }
  const ordered = groups.map((group) => ({
    ...group,
    size: group.base.size,
    pieces: group.pieces.sort((a, b) => a.x - b.x),
  }))
  const starts = findSegmentStarts(ordered)
  return ordered
    .map((group, index) => makeRow(group.pieces, group.base, starts[index] ?? new Set(), page))
    .sort((a, b) => a.y - b.y)
}

type PieceGroup = { base: PdfPiece; readonly pieces: PdfPiece[] }

/** Pieces come from top to bottom, so only the last groups can take another. */
function findGroup(groups: readonly PieceGroup[], piece: PdfPiece): PieceGroup | null {
  for (let index = groups.length - 1; index >= Math.max(0, groups.length - 3); index -= 1) {
    const group = groups[index]
    if (group !== undefined && standTogether(group.base, piece)) return group
  }
  return null
}

/** Overlap in height by more than half of the smaller one: the same line, or something raised or lowered on it. */
function standTogether(base: PdfPiece, piece: PdfPiece): boolean {
  const top = Math.max(base.y - base.size * 0.75, piece.y - piece.size * 0.75)
  const bottom = Math.min(base.y + base.size * 0.2, piece.y + piece.size * 0.2)
  return bottom - top > Math.min(base.size, piece.size) * 0.5
}

function makeRow(pieces: readonly PdfPiece[], base: PdfPiece, starts: ReadonlySet<number>, page: number): PdfRow {
  const segments: PdfSegment[] = []
  let from = 0
  for (let index = 1; index <= pieces.length; index += 1) {
    if (index < pieces.length && !starts.has(index)) continue
    segments.push(makeSegment(from === 0 && index === pieces.length ? pieces : pieces.slice(from, index)))
    from = index
  }
  return rowOf(segments, page, base.y, base.size)
}

/** A row of these segments. */
export function rowOf(segments: readonly PdfSegment[], page: number, y: number, size: number): PdfRow {
  const first = segments[0]
  let right = first?.right ?? 0
  let text = first?.text ?? ''
  for (let index = 1; index < segments.length; index += 1) {
    const segment = segments[index]
    if (segment === undefined) continue
    right = Math.max(right, segment.right)
    text += `\t${segment.text}`
  }
  return { page, y, size, x: first?.x ?? 0, right, segments, text }
}

/** A segment of these pieces, which stand in order from left to right. */
export function makeSegment(pieces: readonly PdfPiece[]): PdfSegment {
  const first = pieces[0]
  let text = first?.text.trimStart() ?? ''
  let right = first?.right ?? 0
  for (let index = 1; index < pieces.length; index += 1) {
    const before = pieces[index - 1]
    const piece = pieces[index]
    if (before === undefined || piece === undefined) continue
    text += spaceBetween(before, piece) + piece.text
    right = Math.max(right, piece.right)
  }
  return { pieces, x: first?.x ?? 0, right, text: text.trimEnd() }
}

/** The space between two neighbours on a row, unless one of them brings it. */
export function spaceBetween(before: PdfPiece, piece: PdfPiece): '' | ' ' {
  if (/\s$/.test(before.text) || /^\s/.test(piece.text)) return ''
  const gap = piece.x - before.right
  const isApart = gap > Math.min(before.size, piece.size) * wordGap
  return isApart || (piece.spaceBefore && gap > -0.5) ? ' ' : ''
}
