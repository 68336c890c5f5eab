import type { XmlElement } from '../xml/read-xml.ts'
import { childNamed } from '../xml/walk-xml.ts'
import { isOn, readNumber } from './run-look.ts'

/** What `w:pPr` says of a paragraph; undefined = says nothing. Lengths in points. */
export type ParagraphLook = {
  /** 0-8 for levels 1-9, 9 for body text. */
  readonly outlineLevel?: number
  readonly listId?: string
  readonly listLevel?: number
  readonly leftPoints?: number
  /** Negative when the first line hangs out. */
  readonly firstLinePoints?: number
  readonly breakBefore?: boolean
}

/** Reads `w:pPr` or the `w:pPr` of a style or list level; null gives an empty look. */
export function readParagraphLook(properties: XmlElement | null): ParagraphLook {
  const look: { -readonly [Key in keyof ParagraphLook]: ParagraphLook[Key] } = {}
  const outlineLevel = readNumber(properties, 'w:outlineLvl')
  if (outlineLevel !== null) look.outlineLevel = outlineLevel
  const list = childNamed(properties, 'w:numPr')
  const listId = childNamed(list, 'w:numId')?.attributes['w:val']
  if (listId !== undefined) look.listId = listId
  const listLevel = readNumber(list, 'w:ilvl')
  if (listLevel !== null) look.listLevel = Math.min(8, Math.max(0, listLevel))
  const breakBefore = childNamed(properties, 'w:pageBreakBefore')
  if (breakBefore !== null) look.breakBefore = isOn(breakBefore)
  const indent = childNamed(properties, 'w:ind')?.attributes ?? {}
  const left = twips(indent['w:left'] ?? indent['w:start'])
  if (left !== null) look.leftPoints = left
  const hanging = twips(indent['w:hanging'])
  const firstLine = twips(indent['w:firstLine'])
  if (hanging !== null) look.firstLinePoints = -hanging
  else if (firstLine !== null) look.firstLinePoints = firstLine
  return look
}

function twips(value: string | undefined): number | null {
  const number = Number.parseFloat(value ?? '')
  return Number.isFinite(number) ? number / 20 : null
}
