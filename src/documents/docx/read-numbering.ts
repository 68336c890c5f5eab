import type { XmlElement } from '../xml/read-xml.ts'
import { childNamed, childrenNamed } from '../xml/walk-xml.ts'
import { type ParagraphLook, readParagraphLook } from './paragraph-look.ts'
import { isOn, readNumber, readRunLook } from './run-look.ts'

/** One level of a list as defined, level from 0. */
export type ListLevel = {
  readonly start: number
  readonly format: string
  /** With %1-%9 for the numbers of the levels. */
  readonly labelText: string
  /** Restarts after a paragraph of a level up to this (from 1); 0 = never; null = after any higher level. */
  readonly restartAfter: number | null
  /** Shows the numbers of higher levels as 1, 2, 3 whatever their format. */
  readonly isLegal: boolean
  readonly isHidden: boolean
  readonly isSymbolFont: boolean
  readonly paragraph: ParagraphLook
  readonly styleId: string | null
}

/** A list in use (`w:num`): its levels, the numbers it starts anew from, and whose counters it shares. */
export type ListDefinition = {
  readonly counterId: string
  readonly levels: ReadonlyMap<number, ListLevel>
  readonly startOverrides: ReadonlyMap<number, number>
}

const longestChain = 10

/** Reads word/numbering.xml: definitions by `w:numId`. `listOfStyle` gives the list of a numbering style. */
export function readNumbering(
  root: XmlElement | null,
  listOfStyle: (styleId: string) => string | undefined,
): ReadonlyMap<string, ListDefinition> {
  const abstracts = new Map<string, XmlElement>()
  for (const element of childrenNamed(root, 'w:abstractNum'))
    abstracts.set(element.attributes['w:abstractNumId'] ?? '', element)
  const lists = new Map<string, XmlElement>()
  for (const element of childrenNamed(root, 'w:num')) lists.set(element.attributes['w:numId'] ?? '', element)
  const abstractOf = (listId: string, depth: number): XmlElement | null => {
    const abstract = abstracts.get(childNamed(lists.get(listId) ?? null, 'w:abstractNumId')?.attributes['w:val'] ?? '')
    if (abstract === undefined || depth > longestChain) return null
    const linked = childNamed(abstract, 'w:numStyleLink')?.attributes['w:val']
    const linkedList = linked === undefined ? undefined : listOfStyle(linked)
    return (linkedList === undefined ? null : abstractOf(linkedList, depth + 1)) ?? abstract
  }
  const definitions = new Map<string, ListDefinition>()
  for (const [listId, element] of lists) {
    const abstract = abstractOf(listId, 0)
    if (abstract !== null) definitions.set(listId, makeDefinition(element, abstract))
  }
  return definitions
}

function makeDefinition(list: XmlElement, abstract: XmlElement): ListDefinition {
  const levels = new Map<number, ListLevel>()
  const startOverrides = new Map<number, number>()
  for (const element of childrenNamed(abstract, 'w:lvl')) levels.set(levelOf(element), makeLevel(element))
  for (const override of childrenNamed(list, 'w:lvlOverride')) {
    const level = levelOf(override)
    const replacement = childNamed(override, 'w:lvl')
    if (replacement !== null) levels.set(level, makeLevel(replacement))
    const start = readNumber(override, 'w:startOverride')
    if (start !== null) startOverrides.set(level, start)
  }
  return { counterId: abstract.attributes['w:abstractNumId'] ?? '', levels, startOverrides }
}

function levelOf(element: XmlElement): number {
  const level = Number.parseInt(element.attributes['w:ilvl'] ?? '0', 10)
  return Number.isFinite(level) ? Math.min(8, Math.max(0, level)) : 0
}

function makeLevel(element: XmlElement): ListLevel {
  const runLook = readRunLook(childNamed(element, 'w:rPr'))
  return {
    start: readNumber(element, 'w:start') ?? 0,
    format: childNamed(element, 'w:numFmt')?.attributes['w:val'] ?? 'decimal',
    labelText: (childNamed(element, 'w:lvlText')?.attributes['w:val'] ?? '').slice(0, 200),
    restartAfter: readNumber(element, 'w:lvlRestart'),
    isLegal: isOn(childNamed(element, 'w:isLgl')),
    isHidden: runLook.hidden ?? false,
    isSymbolFont: runLook.symbolFont ?? false,
    paragraph: readParagraphLook(childNamed(element, 'w:pPr')),
    styleId: childNamed(element, 'w:pStyle')?.attributes['w:val'] ?? null,
  }
}
