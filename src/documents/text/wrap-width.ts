import type { TextLine } from './split-lines.ts'

/** The width a text was wrapped at, in letters, or null when each paragraph is one line. */
export function findWrapWidth(lines: readonly TextLine[]): number | null {
  const lengths = lines
    .filter(isProse)
    .map((line) => line.indent + line.text.length)
    .sort((a, b) => a - b)
  const long = lengths.filter((length) => length >= 40)
  const width = long[Math.floor(long.length * 0.95)] ?? 0
  const overlong = long.filter((length) => length > width * 1.5).length
  if (long.length < 3 || width > 200 || overlong > long.length * 0.01) return null
  let goesOn = 0
  let full = 0
  lines.forEach((line, index) => {
    const after = lines[index + 1]
    if (after === undefined || line.indent + line.text.length < width * 0.7) return
    full += 1
    if (/[\p{Ll},-]$/u.test(line.text) && /^[\p{Ll}(]/u.test(after.text)) goesOn += 1
  })
  return full >= 2 && goesOn >= full * 0.25 ? width : null
}

/**
 * Some programs put an empty line between all lines, paragraphs being further apart. Takes that one away
 * when no two lines stand together and many go on in the middle of a sentence.
 */
export function closeDoubleSpacing(lines: readonly TextLine[]): void {
  const gaps = lines.slice(1)
  const together = gaps.filter((line) => line.blanksBefore === 0 && !line.startsPage).length
  if (gaps.length < 4 || together > gaps.length * 0.1) return
  let goesOn = 0
  gaps.forEach((line, index) => {
    if (/^\p{Ll}/u.test(line.text) && /[\p{L},-]$/u.test(lines[index]?.text ?? '')) goesOn += 1
  })
  if (goesOn < gaps.length * 0.1) return
  for (const line of gaps) line.blanksBefore = Math.max(0, line.blanksBefore - 1)
}

/** Addresses are not wrapped, so they say nothing of the width. */
function isProse(line: TextLine): boolean {
  return !/https?:|www\./.test(line.text)
}
