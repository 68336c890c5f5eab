import type { PdfRow } from './build-rows.ts'

/** Measures of a document that tell wrapped lines from lines the writer ended. Points. */
export type PdfLayout = {
  /** Size of most of the letters. */
  readonly bodySize: number
  /** From base line to base line inside a paragraph, in parts of the letters' size. */
  readonly leading: number
  /** Left edge of the text. */
  readonly left: number
}

const usualLeading = 1.22

/** Measures the body rows of all pages. */
export function measureLayout(pages: readonly (readonly PdfRow[])[]): PdfLayout {
  const sizes = new Map<number, number>()
  const lefts = new Map<number, number>()
  for (const row of pages.flat()) {
    const length = row.segments.reduce((sum, segment) => sum + segment.text.length, 0)
    add(sizes, Math.round(row.size * 2) / 2, length)
    add(lefts, Math.round(row.x), length)
  }
  const bodySize = mostOf(sizes) ?? 10
  const total = [...lefts.values()].reduce((sum, length) => sum + length, 0)
  const usual = [...lefts].filter(([, length]) => length >= total * 0.03).map(([left]) => left)
  return { bodySize, leading: measureLeading(pages), left: usual.length === 0 ? 0 : Math.min(...usual) }
}

/** The distance between lines of which the second plainly goes on: it begins with a small letter. */
function measureLeading(pages: readonly (readonly PdfRow[])[]): number {
  const distances = new Map<number, number>()
  for (const rows of pages) {
    rows.forEach((row, index) => {
      const before = rows[index - 1]
      if (before === undefined || Math.abs(before.size - row.size) > 0.3) return
      const distance = (row.y - before.y) / row.size
      if (distance > 0.8 && distance < 2.6 && goesOn(before, row)) add(distances, Math.round(distance * 20) / 20, 1)
    })
  }
  return mostOf(distances) ?? usualLeading
}

function goesOn(before: PdfRow, row: PdfRow): boolean {
  const end = before.segments.at(-1)?.text ?? ''
  const start = row.segments[0]?.text ?? ''
  return before.segments.length === 1 && /[\p{L},-]$/u.test(end) && /^\p{Ll}\p{L}/u.test(start)
}

/** The right edge that lines of a flow reach when they are full; `roomiest` is where the paper would end it. */
export function findRightEdge(rows: readonly PdfRow[], left: number, roomiest: number): number {
  const rights = rows.map((row) => row.right).sort((a, b) => a - b)
  const reached = rights[Math.floor((rights.length - 1) * 0.985)] ?? roomiest
  // Where no line comes near the paper's edge, no line is full: a list of names has no wrapped lines.
  return reached - left < (roomiest - left) * 0.82 ? roomiest : reached
}

function add(counts: Map<number, number>, key: number, amount: number): void {
  counts.set(key, (counts.get(key) ?? 0) + amount)
}

function mostOf(counts: Map<number, number>): number | null {
  let best: number | null = null
  let most = 0
  for (const [key, count] of counts) {
    if (count <= most) continue
    best = key
    most = count
  }
  return best
}
