import { readSymbolLetters, symbolLetter } from '../symbol-letters.ts'
import { formatNumber } from './format-number.ts'
import type { ListDefinition, ListLevel } from './read-numbering.ts'

const bulletByLetter = new Map([
  ['·', '•'],
  ['§', '▪'],
  ['Ø', '➢'],
  ['ü', '✓'],
  ['¨', '☐'],
  ['q', '☐'],
])

/** Counts the paragraphs of all lists in document order and makes the labels Word shows. */
export class ListCounters {
  private readonly counts = new Map<string, (number | undefined)[]>()
  private readonly overridden = new Set<string>()

  /** Label of the next paragraph of that list and level; null when nothing is shown. */
  label(listId: string, definition: ListDefinition, levelIndex: number): string | null {
    const level = definition.levels.get(levelIndex)
    if (level === undefined) return null
    const counts = this.step(listId, definition, levelIndex, level)
    if (level.isHidden) return null
    const label = level.format === 'bullet' ? bulletLabel(level) : numberLabel(definition, level, counts)
    return label.trim() === '' ? null : label.trim()
  }

  private step(
    listId: string,
    definition: ListDefinition,
    levelIndex: number,
    level: ListLevel,
  ): (number | undefined)[] {
    const counts = this.counts.get(definition.counterId) ?? []
    this.counts.set(definition.counterId, counts)
    // A list with a start of its own begins there the first time it is used, though it shares its counters.
    const override = definition.startOverrides.get(levelIndex)
    const overrideKey = `${listId}/${levelIndex}`
    const current = counts[levelIndex]
    if (override !== undefined && !this.overridden.has(overrideKey)) {
      this.overridden.add(overrideKey)
      counts[levelIndex] = override
    } else counts[levelIndex] = current === undefined ? (override ?? level.start) : current + 1
    for (let deeper = levelIndex + 1; deeper < 9; deeper += 1) {
      const restartAfter = definition.levels.get(deeper)?.restartAfter ?? null
      if (restartAfter === null || levelIndex + 1 <= restartAfter) counts[deeper] = undefined
    }
    return counts
  }
}

function bulletLabel(level: ListLevel): string {
  const text = level.labelText
  if (!level.isSymbolFont || text.length !== 1) return readSymbolLetters(text)
  const code = text.charCodeAt(0)
  return bulletByLetter.get(text) ?? (code >= 0xf000 && code <= 0xf0ff ? symbolLetter(code) : '•')
}

function numberLabel(definition: ListDefinition, level: ListLevel, counts: readonly (number | undefined)[]): string {
  const label = level.labelText.replace(/%([1-9])/g, (_, digit: string) => {
    const index = Number(digit) - 1
    const shown = definition.levels.get(index)
    const value = counts[index] ?? definition.startOverrides.get(index) ?? shown?.start ?? 1
    return formatNumber(value, level.isLegal && shown?.format !== 'none' ? 'decimal' : (shown?.format ?? 'decimal'))
  })
  return readSymbolLetters(label)
}
