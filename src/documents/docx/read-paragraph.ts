import type { OutlineParagraph, OutlineRun } from '../../domain/agenda/outline.ts'
import { makeParagraph } from '../make-paragraph.ts'
import type { XmlElement } from '../xml/read-xml.ts'
import { childNamed } from '../xml/walk-xml.ts'
import type { DocxContext } from './docx-context.ts'
import type { DocxPage } from './docx-page.ts'
import { type ParagraphLook, readParagraphLook } from './paragraph-look.ts'
import { type InlineContent, type InlinePiece, readInline } from './read-inline.ts'
import type { ListDefinition, ListLevel } from './read-numbering.ts'
import type { Style } from './read-styles.ts'
import { overlayLook } from './run-look.ts'

const defaultTabPoints = 35.4

/** A `w:p` taken apart before it becomes blocks of the outline. */
export type ParagraphSource = InlineContent & {
  /** Named by the paragraph, or the document's default. */
  readonly style: Style | null
  /** Null when the paragraph names none. */
  readonly styleName: string | null
  readonly direct: ParagraphLook
  /** Its end was deleted in tracked changes: it goes on in the next paragraph. */
  readonly endIsDeleted: boolean
  readonly section: XmlElement | null
}

/** Reads a `w:p`; moves the fields of the context on. */
export function readParagraphSource(element: XmlElement, context: DocxContext): ParagraphSource {
  const properties = childNamed(element, 'w:pPr')
  const styleId = childNamed(properties, 'w:pStyle')?.attributes['w:val']
  const named = context.styles.find(styleId)
  const style = named ?? context.styles.defaultParagraph
  const content = readInline(element, overlayLook(context.styles.defaultRun, style?.run ?? {}), context)
  return {
    ...content,
    style,
    styleName: named?.name ?? null,
    direct: readParagraphLook(properties),
    endIsDeleted: childNamed(childNamed(properties, 'w:rPr'), 'w:del') !== null,
    section: childNamed(properties, 'w:sectPr'),
  }
}

/**
 * Makes the paragraphs a `w:p` shows: one, or more where the writer broke the page inside it; none when it is empty and
 * carries no label. Counts its list on and moves `page` on.
 */
export function makeParagraphs(
  source: ParagraphSource,
  role: OutlineParagraph['role'],
  context: DocxContext,
  page: DocxPage,
): OutlineParagraph[] {
  const look = { ...source.style?.paragraph, ...source.direct }
  if (look.breakBefore === true) page.startsPage = true
  let list = findList(source, look, context)
  const made: OutlineParagraph[] = []
  for (const piece of cutAtBreaks(source.pieces, page)) {
    const indentPoints = indentOf(source, list?.level ?? null, piece.leadingTabs)
    const paragraph = makeParagraph({
      headingLevel: headingLevelOf(source.style, look),
      style: source.styleName,
      runs: piece.runs,
      role,
      page: piece.page,
      startsPage: piece.startsPage,
      gapBefore: page.followsGap,
      listLabel: list?.label ?? null,
      listLevel: list?.label == null ? null : list.levelIndex,
      fontSizePoints: piece.sizePoints,
      indentPoints,
    })
    const isEmpty = paragraph.text === '' && paragraph.listLabel === null
    page.followsGap = isEmpty
    if (!isEmpty) made.push(paragraph)
    else if (piece.startsPage) page.startsPage = true
    list = null
  }
  return made
}

function headingLevelOf(style: Style | null, look: ParagraphLook): number | null {
  const level = look.outlineLevel === undefined ? (style?.headingLevel ?? null) : look.outlineLevel + 1
  return level !== null && level >= 1 && level <= 9 && style?.isContents !== true ? level : null
}

type ListPlace = { readonly label: string | null; readonly level: ListLevel | null; readonly levelIndex: number }

function findList(source: ParagraphSource, look: ParagraphLook, context: DocxContext): ListPlace | null {
  const listId = look.listId
  const definition = listId === undefined || listId === '0' ? undefined : context.lists.get(listId)
  if (listId === undefined || definition === undefined) return null
  const levelIndex = listLevelOf(source, look, definition)
  const level = definition.levels.get(levelIndex) ?? null
  return { label: context.counters.label(listId, definition, levelIndex), level, levelIndex }
}

/** A list that comes with the style stands at the level that names the style. */
function listLevelOf(source: ParagraphSource, look: ParagraphLook, definition: ListDefinition): number {
  if (source.direct.listId === undefined && source.direct.listLevel === undefined && source.style !== null) {
    for (const [index, level] of definition.levels) if (level.styleId === source.style.id) return index
  }
  return look.listLevel ?? 0
}

/** Where the text, or its label, begins: indents of paragraph, list level and style, and tabs in front of the text. */
function indentOf(source: ParagraphSource, level: ListLevel | null, leadingTabs: number): number {
  const style = source.style?.paragraph ?? {}
  const ownList = source.direct.listId === undefined ? undefined : level?.paragraph
  const left = source.direct.leftPoints ?? ownList?.leftPoints ?? style.leftPoints ?? level?.paragraph.leftPoints ?? 0
  const first =
    source.direct.firstLinePoints ??
    ownList?.firstLinePoints ??
    style.firstLinePoints ??
    level?.paragraph.firstLinePoints ??
    0
  if (leadingTabs === 0) return left + first
  const tabs = first < 0 ? leadingTabs - 1 : leadingTabs
  return left + tabs * defaultTabPoints
}

type CutPiece = {
  readonly runs: readonly OutlineRun[]
  readonly sizePoints: number | null
  readonly leadingTabs: number
  readonly page: number | null
  readonly startsPage: boolean
}

function cutAtBreaks(pieces: readonly InlinePiece[], page: DocxPage): CutPiece[] {
  const cuts: CutPiece[] = []
  let texts: Extract<InlinePiece, { kind: 'text' }>[] = []
  let startedOn = page.page
  let starts = page.takeStart()
  const cut = () => {
    cuts.push({ ...measureRuns(texts), page: startedOn, startsPage: starts })
    texts = []
  }
  for (const piece of pieces) {
    if (piece.kind === 'text') texts.push(piece)
    else if (piece.kind === 'turn') {
      const atStart = !texts.some((text) => text.run.text.trim() !== '')
      page.turn(false)
      if (atStart) {
        startedOn = page.page
        starts = true
      }
    } else {
      cut()
      startedOn = page.page
      starts = true
    }
  }
  cut()
  return cuts
}

function measureRuns(texts: readonly Extract<InlinePiece, { kind: 'text' }>[]) {
  const lengthBySize = new Map<number, number>()
  let leading = ''
  let sawText = false
  for (const { run, sizePoints } of texts) {
    const length = run.text.trim().length
    if (!sawText) leading += length === 0 ? run.text : run.text.slice(0, run.text.length - run.text.trimStart().length)
    if (length > 0) sawText = true
    lengthBySize.set(sizePoints, (lengthBySize.get(sizePoints) ?? 0) + length)
  }
  const sizePoints = [...lengthBySize].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null
  return { runs: texts.map((text) => text.run), sizePoints, leadingTabs: leading.split('\t').length - 1 }
}
