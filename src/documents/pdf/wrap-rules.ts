import { splitBullet } from '../split-bullet.ts'
import type { PdfRow } from './build-rows.ts'
import { estimateWidth } from './letter-widths.ts'
import type { PdfLayout } from './measure-layout.ts'
import type { PdfParagraph } from './pdf-paragraph.ts'
import { isBulletText } from './row-labels.ts'

const numberedStart =
  /^(?:(?:[Pp]unkt|PUNKT|[Pp]kt\.?|[Aa]d\.?|[Bb]ilag|BILAG|§)\s*\d|\d{1,2}(?:\.\d{1,2})*[.):]?\s+[^\p{Ll}\s]|[a-zæøå]\)\s|\(?[ivxIVX]{1,4}[.)]\s+\p{Lu})/u
const labelStart = /^\p{Lu}[^.:!?]{1,40}:(?:\s|$)/u
const sentenceEnd = /[.:;!?]["”»')]*$/
// A line that ends in one of these goes on, wherever its right edge is.
const unfinishedEnd = /\s(?:i|og|af|til|for|med|på|om|en|et|den|det|de|der|som|ved|fra|samt|eller|vedr\.|ift\.)$/
const sameX = 3

/** Whether a row goes on with the paragraph above it, or begins one of its own. */
export function goesOn(paragraph: PdfParagraph, row: PdfRow, layout: PdfLayout): boolean {
  const before = paragraph.rows.at(-1)
  if (before === undefined || paragraph.isContents || row.segments.length > 1) return false
  const text = row.text
  if (startsList(row, text) || Math.abs(before.size - row.size) > before.size * 0.08) return false
  const end = before.text
  const startsLow = /^[\p{Ll}(]/u.test(text)
  const isOpen = !sentenceEnd.test(end)
  const isFull = fills(before, row, text, paragraph.right) || (unfinishedEnd.test(end) && isAtText(paragraph, row))
  const isLong = before.right - paragraph.textX > (paragraph.right - paragraph.textX) * 0.6
  // From one page or column to the next only what plainly goes on is joined.
  if (row.page !== before.page || row.y < before.y)
    return isOpen && (startsLow ? isLong : isFull) && looksAlike(before, row) && !followsNumber(paragraph, text)
  if (isGap(before, row, layout) || isSetRight(before, row, layout)) return false
  if (!looksAlike(before, row) && !(isFull && isOpen && startsLow)) return false
  if (numberedStart.test(text) && !(isFull && isOpen && isAtText(paragraph, row) && !followsNumber(paragraph, text)))
    return false
  if (before.segments.length > 1) {
    // "Deltagere:<tab>..." goes on under the text after the tab.
    const hangs = Math.abs(row.x - (before.segments.at(-1)?.x ?? 0)) <= sameX
    return isFull && isOpen && (startsLow || hangs)
  }
  if (labelStart.test(text) && !(isFull && isOpen)) return false
  if (isCentred(before, row) && isFull === false) return isOpen && startsLow
  if (!isAtText(paragraph, row)) return isFull && startsLow
  // A quotation may have a right edge of its own; lists without bullets, whose entries begin low as well, have not.
  const isEntry = /^\p{Ll}/u.test(paragraph.rows[0]?.text ?? '')
  return isFull || (isLong && isOpen && startsLow && !isEntry && !/^at\s/.test(text))
}

function startsList(row: PdfRow, text: string): boolean {
  const [first, second] = row.segments[0]?.pieces ?? []
  if (first !== undefined && second !== undefined && isBulletText(first.text.trim()) && second.x > first.right + 2)
    return true
  return splitBullet(text) !== null
}

/** The next line's first word had no room on this one. */
function fills(before: PdfRow, row: PdfRow, text: string, right: number): boolean {
  const firstWord = /^\S+/.exec(text)?.[0] ?? ''
  const share = estimateWidth(firstWord, 1) / Math.max(0.1, estimateWidth(text, 1))
  const width = share > 0.5 ? estimateWidth(firstWord, row.size) : (row.right - row.x) * share
  const isLow = /^\p{Ll}/u.test(text)
  const slack = row.size * (isLow ? 1.2 : 0.6)
  return before.right + row.size * 0.22 + width + slack > right || (isLow && /[\p{L}]-$/u.test(before.text))
}

function isGap(before: PdfRow, row: PdfRow, layout: PdfLayout): boolean {
  return row.y - before.y > Math.max(before.size, row.size) * layout.leading * 1.22 + 0.5
}

/** Neither is all bold, or all in italics, while the other is not at all. */
function looksAlike(before: PdfRow, row: PdfRow): boolean {
  return (
    !isOpposite(lookOf(before, 'bold'), lookOf(row, 'bold')) &&
    !isOpposite(lookOf(before, 'italic'), lookOf(row, 'italic'))
  )
}

type Share = 'all' | 'some' | 'none'

function isOpposite(above: Share, below: Share): boolean {
  return (above === 'all' && below === 'none') || (above === 'none' && below === 'all')
}

function lookOf(row: PdfRow, look: 'bold' | 'italic'): Share {
  let having = 0
  let lacking = 0
  for (const segment of row.segments) {
    for (const piece of segment.pieces) {
      if (piece[look]) having += 1
      else if (/[\p{L}\p{N}]/u.test(piece.text)) lacking += 1
    }
  }
  return having === 0 ? 'none' : lacking === 0 ? 'all' : 'some'
}

/** The row begins where the paragraph's text does: under its second line, after its bullet or number, or outdented. */
function isAtText(paragraph: PdfParagraph, row: PdfRow): boolean {
  const [first, second] = paragraph.rows
  if (first === undefined) return false
  if (second !== undefined) return Math.abs(row.x - second.x) <= sameX
  if (Math.abs(row.x - paragraph.textX) <= sameX || Math.abs(row.x - first.x) <= sameX) return true
  if (row.x < first.x && first.x - row.x < 60 && paragraph.bullet === null) return true
  const hangs = first.segments[0]?.pieces.some((piece) => Math.abs(piece.x - row.x) <= sameX) ?? false
  return hangs || (row.x > first.x && row.x - first.x < 60 && numberedStart.test(first.text))
}

function followsNumber(paragraph: PdfParagraph, text: string): boolean {
  const first = paragraph.rows[0]
  const own = /^(\d{1,2})[.)]/.exec(first === undefined ? '' : first.text)?.[1]
  const next = /^(\d{1,2})[.)]/.exec(text)?.[1]
  return own !== undefined && next !== undefined && Number(next) === Number(own) + 1
}

/** Set against the right edge, as addresses and case numbers are: each line is one by itself. */
function isSetRight(before: PdfRow, row: PdfRow, layout: PdfLayout): boolean {
  return (
    Math.abs(before.right - row.right) < 1.5 &&
    Math.abs(before.x - row.x) > 6 &&
    Math.min(before.x, row.x) > layout.left + 120
  )
}

function isCentred(before: PdfRow, row: PdfRow): boolean {
  const above = (before.x + before.right) / 2
  const below = (row.x + row.right) / 2
  return Math.abs(above - below) < sameX && Math.abs(before.x - row.x) > sameX * 2
}
