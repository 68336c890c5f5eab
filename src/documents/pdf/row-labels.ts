import { splitBullet } from '../split-bullet.ts'
import { makeSegment, type PdfRow, type PdfSegment, rowOf } from './build-rows.ts'

// "8.30" is a time of day more often than a number.
const numberLabel = /^(?:\(?\d{1,3}(?:\.\d)*[.)]?|\(?[a-zæøåA-ZÆØÅ][.)]|\(?[ivxIVX]{1,5}[.)])$/

/** A bullet or number alone, as it stands in front of a list's text; so may the "at" of what is asked for. */
function isLabelText(text: string): boolean {
  return numberLabel.test(text) || isBulletText(text) || text === 'at'
}

/** A bullet alone. */
export function isBulletText(text: string): boolean {
  return text.length <= 2 && (splitBullet(`${text} x`)?.rest === 'x' || text === 'o')
}

/** Puts a bullet in front of the text it belongs to, where a tab parts them. */
export function attachBullet(row: PdfRow): PdfRow {
  const first = row.segments[0]?.text ?? ''
  return row.segments.length > 1 && (isBulletText(first) || first === 'at') ? attachLabel(row) : row
}

/** Puts a bullet, number or letter in front of the text it belongs to, where a tab parts them. */
export function attachLabel(row: PdfRow): PdfRow {
  const [first, second, ...rest] = row.segments
  if (first === undefined || second === undefined || !isLabelText(first.text)) return row
  // "1." and one text are a list's paragraph; a number with several cells after it is a table's row.
  if (!isBulletText(first.text) && rest.length > 0) return row
  if (second.x - first.right > 90) return row
  return rowOf([joinSegments(first, second), ...rest], row.page, row.y, row.size)
}

function joinSegments(first: PdfSegment, second: PdfSegment): PdfSegment {
  const [head, ...others] = second.pieces
  if (head === undefined) return first
  const joined = makeSegment([...first.pieces, { ...head, spaceBefore: true }, ...others])
  return joined
}
