import type { TextLine } from './split-lines.ts'

const pageLine = /^(?:[-–—]\s*)?(?:(?:side|page|s\.)\s*)?(\d{1,4})(?:\s*(?:af|of|\/)\s*\d{1,4})?(?:\s*[-–—])?\.?$/i
const sureLine = /^(?:[-–—]\s*\d{1,4}\s*[-–—]|(?:side|page)\s*\d{1,4}.{0,12}|\d{1,4}\s*(?:af|of|\/)\s*\d{1,4})$/i

const fewestLinesOfPage = 18

/** What repeats on the pages of a text: lines that are headers and lines that are footers or page numbers. */
export type PageFrameLines = { readonly headers: ReadonlySet<TextLine>; readonly footers: ReadonlySet<TextLine> }

/** Finds page numbers that count up through the text, and lines that stand at the top or bottom of most pages. */
export function findPageFrames(lines: readonly TextLine[]): PageFrameLines {
  const headers = new Set<TextLine>()
  const footers = new Set<TextLine>(findPageNumbers(lines))
  const pages = groupByPage(lines)
  if (pages.length > 1) {
    for (const line of repeatedLines(pages.map((page) => page.slice(0, 3)))) if (!footers.has(line)) headers.add(line)
    for (const line of repeatedLines(pages.map((page) => page.slice(-3)))) if (!headers.has(line)) footers.add(line)
  } else {
    for (const line of findRepeatedBesideNumbers(lines, footers)) headers.add(line)
  }
  return { headers, footers }
}

function findPageNumbers(lines: readonly TextLine[]): TextLine[] {
  const candidates = lines.flatMap((line, index) => {
    const match = pageLine.exec(line.text)
    const isAlone = line.blanksBefore > 0 || line.startsPage || index === 0 || (lines[index + 1]?.blanksBefore ?? 1) > 0
    return match !== null && isAlone
      ? [{ line, index, number: Number(match[1]), isSure: sureLine.test(line.text) }]
      : []
  })
  const counting: typeof candidates = []
  for (const candidate of candidates) {
    const last = counting.at(-1)?.number ?? 0
    if (candidate.number > last && candidate.number <= last + 3) counting.push(candidate)
  }
  if (counting.length < 3 && areFarApart(candidates)) return candidates.map((candidate) => candidate.line)
  // Page numbers stand a page apart; numbers closer together are those of points.
  const first = counting[0]?.index ?? 0
  const apart = ((counting.at(-1)?.index ?? 0) - first) / Math.max(1, counting.length - 1)
  const isSure = (counting.length >= 3 && apart >= fewestLinesOfPage) || counting.some((candidate) => candidate.isSure)
  return isSure ? counting.map((candidate) => candidate.line) : []
}

/** Few numbers were left by the program that took the text out; they rise, and a page's worth of lines is between them. */
function areFarApart(candidates: readonly { readonly index: number; readonly number: number }[]): boolean {
  return (
    candidates.length > 1 &&
    candidates.every(({ index, number }, at) => {
      const before = candidates[at - 1]
      return before === undefined || (number > before.number && index - before.index >= fewestLinesOfPage)
    })
  )
}

function groupByPage(lines: readonly TextLine[]): TextLine[][] {
  const pages = new Map<number, TextLine[]>()
  for (const line of lines) {
    const page = pages.get(line.page)
    if (page === undefined) pages.set(line.page, [line])
    else page.push(line)
  }
  return [...pages.values()]
}

function repeatedLines(edges: readonly (readonly TextLine[])[]): TextLine[] {
  const byText = new Map<string, TextLine[]>()
  for (const edge of edges) {
    for (const line of edge) {
      const key = keyOf(line.text)
      const same = byText.get(key)
      if (same === undefined) byText.set(key, [line])
      else same.push(line)
    }
  }
  const fewest = Math.max(2, Math.ceil(edges.length * 0.5))
  return [...byText.values()].filter((same) => same.length >= fewest).flat()
}

/** Without form feeds a header is known by standing right before or after the page numbers, three times or more. */
function findRepeatedBesideNumbers(lines: readonly TextLine[], numbers: ReadonlySet<TextLine>): TextLine[] {
  const beside: TextLine[] = []
  lines.forEach((line, index) => {
    if (numbers.has(line)) return
    const before = lines[index - 1]
    const after = lines[index + 1]
    if ((before !== undefined && numbers.has(before)) || (after !== undefined && numbers.has(after))) beside.push(line)
  })
  const byText = new Map<string, TextLine[]>()
  for (const line of beside) byText.set(keyOf(line.text), [...(byText.get(keyOf(line.text)) ?? []), line])
  return [...byText.values()].filter((same) => same.length >= 3).flat()
}

function keyOf(text: string): string {
  return text.replace(/\d+/g, '#').replace(/\s+/g, ' ').toLowerCase()
}
