import { formatNumber } from '../docx/format-number.ts'
import { readSymbolLetters } from '../symbol-letters.ts'
import type { XmlElement } from '../xml/read-xml.ts'
import { childrenNamed } from '../xml/walk-xml.ts'

const formatByLetter: Record<string, string> = {
  '1': 'decimal',
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
  '': 'none',
}

/** Counts the items of lists and numbered headings and makes the labels that are shown. Levels from 0. */
export class OdtLists {
  private readonly counts = new Map<string, (number | undefined)[]>()
  private readonly listStyles: ReadonlyMap<string, XmlElement>

  constructor(listStyles: ReadonlyMap<string, XmlElement>) {
    this.listStyles = listStyles
  }

  /** A list that does not go on from the one before it begins anew. */
  restart(counterId: string, level: number): void {
    const counts = this.counts.get(counterId)
    if (counts !== undefined) for (let deeper = level; deeper < 10; deeper += 1) counts[deeper] = undefined
  }

  /** Label of the next item; null when the level shows none. */
  label(counterId: string, styleName: string | null, level: number, startValue: number | null): string | null {
    const style = styleName === null ? undefined : this.listStyles.get(styleName)
    return style === undefined ? null : this.labelOf(counterId, style, level, startValue)
  }

  labelOf(counterId: string, style: XmlElement, level: number, startValue: number | null): string | null {
    const definition = levelOf(style, level)
    if (definition === null) return null
    const counts = this.counts.get(counterId) ?? []
    this.counts.set(counterId, counts)
    const current = counts[level]
    counts[level] = startValue ?? (current === undefined ? startOf(definition) : current + 1)
    for (let deeper = level + 1; deeper < 10; deeper += 1) counts[deeper] = undefined
    const label = definition.attributes['text:bullet-char'] ?? numberLabel(style, definition, level, counts)
    const shown = readSymbolLetters(label).trim()
    return shown === '' ? null : shown
  }
}

function levelOf(style: XmlElement, level: number): XmlElement | null {
  return childrenNamed(style).find((child) => child.attributes['text:level'] === String(level + 1)) ?? null
}

function startOf(definition: XmlElement): number {
  const start = Number.parseInt(definition.attributes['text:start-value'] ?? '1', 10)
  return Number.isFinite(start) ? start : 1
}

function numberLabel(
  style: XmlElement,
  definition: XmlElement,
  level: number,
  counts: readonly (number | undefined)[],
): string {
  const {
    'style:num-prefix': prefix = '',
    'style:num-suffix': suffix = '',
    'style:num-format': ownFormat = '',
  } = definition.attributes
  if (ownFormat === '') return ''
  const shownLevels = Number.parseInt(definition.attributes['text:display-levels'] ?? '1', 10) || 1
  const numbers: string[] = []
  for (let index = Math.max(0, level - shownLevels + 1); index <= level; index += 1) {
    const shown = levelOf(style, index)
    const format = formatByLetter[shown?.attributes['style:num-format'] ?? '1'] ?? 'decimal'
    numbers.push(formatNumber(counts[index] ?? (shown === null ? 1 : startOf(shown)), format))
  }
  return prefix + numbers.filter((number) => number !== '').join('.') + suffix
}
