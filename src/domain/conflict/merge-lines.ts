import { diff3Merge } from 'node-diff3'

/**
 * How a long text is merged that two people have changed: 'lines' keeps both changes where they are in different places;
 * 'both' also where both have put something in at the same place, which is what two minute takers do.
 */
export type LineRule = 'lines' | 'both'

/**
 * Both changes in one text, line by line; null where one and the same place was changed in two ways. What both put in at
 * one place comes in the order stored first, mine after it.
 */
export function mergeLines(before: string, mine: string, theirs: string, rule: LineRule): string | null {
  const regions = diff3Merge(toLines(theirs), toLines(before), toLines(mine), { excludeFalseConflicts: true })
  const merged: string[] = []
  for (const { conflict, ok } of regions) {
    if (ok) merged.push(...ok)
    if (!conflict) continue
    const both = conflict.o.length > 0 ? null : joinInsertions(conflict.a, conflict.b, rule)
    if (both === null) return null
    merged.push(...both)
  }
  return toText(merged)
}

// An empty text is no line at all, so that two people who begin a text both put something in at one place.
function toLines(text: string): string[] {
  return text === '' ? [] : text.replaceAll('\r\n', '\n').split('\n')
}

/**
 * What both put in at one place. The one that holds the other is enough: my own text may stand there already, with
 * something after it, when the answer to my save was lost.
 */
function joinInsertions(theirs: readonly string[], mine: readonly string[], rule: LineRule): readonly string[] | null {
  if (holds(theirs, mine)) return theirs
  if (holds(mine, theirs)) return mine
  return rule === 'both' ? [...theirs, ...gapBetween(theirs, mine), ...mine] : null
}

// Line after line, empty ones apart.
function holds(whole: readonly string[], part: readonly string[]): boolean {
  const [lines, wanted] = [whole, part].map((text) => text.filter((line) => line.trim() !== '')) as [string[], string[]]
  return lines.some((_, start) => wanted.every((line, index) => lines[start + index] === line))
}

// Paragraphs stay apart by an empty line, bullets do not.
function gapBetween(first: readonly string[], second: readonly string[]): readonly string[] {
  const [last = '', next = ''] = [first.at(-1), second[0]]
  return last === '' || next === '' || last.startsWith('- ') ? [] : ['']
}

function toText(lines: readonly string[]): string {
  return lines.join('\n')
}
