import type { OutlineParagraph, OutlineRun } from '../../domain/agenda/outline.ts'
import { jointOf } from '../join-lines.ts'
import { makeParagraph } from '../make-paragraph.ts'
import { splitBullet } from '../split-bullet.ts'
import { type PdfRow, spaceBetween } from './build-rows.ts'
import type { PdfLayout } from './measure-layout.ts'
import type { PdfParagraph } from './pdf-paragraph.ts'
import type { PdfPiece } from './pdf-piece.ts'
import { isBulletText } from './row-labels.ts'
import { goesOn } from './wrap-rules.ts'

type ParagraphContext = Pick<PdfParagraph, 'startsPage' | 'isContents' | 'followsGap'>

const plainContext: ParagraphContext = { startsPage: false, isContents: false, followsGap: false }

/** Begins a paragraph with a row. */
export function startParagraph(row: PdfRow, right: number, context: Partial<ParagraphContext> = {}): PdfParagraph {
  const pieces = row.segments[0]?.pieces ?? []
  const [first, second] = pieces
  const isBullet =
    first !== undefined && second !== undefined && isBulletText(first.text.trim()) && second.x > first.right + 1
  const bullet = isBullet ? first.text.trim() : (splitBullet(row.text)?.label ?? null)
  return { rows: [row], bullet, textX: isBullet ? second.x : row.x, right, ...plainContext, ...context }
}

/** Joins the rows of one cell to paragraphs. */
export function joinRows(rows: readonly PdfRow[], right: number, layout: PdfLayout): PdfParagraph[] {
  const made: PdfParagraph[] = []
  let last: PdfParagraph | null = null
  for (const row of rows) {
    if (last !== null && goesOn(last, row, layout)) last.rows.push(row)
    else {
      last = startParagraph(row, right)
      made.push(last)
    }
  }
  return made
}

/** The outline's paragraph: lines joined, hyphens at line ends taken out, the bullet apart. */
export function makePdfParagraph(
  paragraph: PdfParagraph,
  layout: PdfLayout,
  role: OutlineParagraph['role'],
): OutlineParagraph {
  const runs: OutlineRun[] = []
  for (const row of paragraph.rows) appendRow(runs, rowRuns(row))
  const unmarked = paragraph.bullet === null ? runs : dropBullet(runs, paragraph.bullet)
  const first = paragraph.rows[0]
  const indent = first === undefined ? null : Math.max(0, Math.round((first.x - layout.left) * 10) / 10)
  return makeParagraph({
    runs: unmarked,
    role: paragraph.isContents ? 'contents' : role,
    listLabel: paragraph.bullet,
    listLevel: paragraph.bullet === null ? null : Math.min(8, Math.max(0, Math.round(((indent ?? 0) - 9) / 20))),
    page: first?.page ?? null,
    fontSizePoints: Math.round(mainSize(paragraph.rows) * 10) / 10,
    indentPoints: indent,
    startsPage: paragraph.startsPage,
    gapBefore: paragraph.followsGap,
  })
}

function rowRuns(row: PdfRow): OutlineRun[] {
  const runs: OutlineRun[] = []
  for (const segment of row.segments) {
    if (runs.length > 0) runs.push({ text: '\t', bold: false, italic: false, href: null })
    let before: PdfPiece | null = null
    for (const piece of segment.pieces) {
      const { bold, italic, href } = piece
      runs.push({ text: before === null ? piece.text : spaceBetween(before, piece) + piece.text, bold, italic, href })
      before = piece
    }
  }
  return runs
}

function appendRow(runs: OutlineRun[], next: readonly OutlineRun[]): void {
  const last = runs.at(-1)
  const [first, ...rest] = next
  if (last === undefined || first === undefined) {
    runs.push(...next)
    return
  }
  const { cut, glue } = jointOf(last.text, next.length === 1 ? first.text : next.map((run) => run.text).join(''))
  const end = last.text.trimEnd()
  runs[runs.length - 1] = { ...last, text: end.slice(0, end.length - cut) }
  const start = first.text.trimStart()
  // A link over two lines stays one run, so the space between belongs to it.
  if (last.href === first.href) runs.push({ ...first, text: glue + start }, ...rest)
  else runs.push({ text: glue, bold: first.bold, italic: first.italic, href: null }, { ...first, text: start }, ...rest)
}

function dropBullet(runs: readonly OutlineRun[], bullet: string): OutlineRun[] {
  const rest = [...runs]
  let left = bullet.length
  while (left > 0 && rest[0] !== undefined) {
    const first = rest[0]
    const text = first.text.trimStart()
    const taken = Math.min(left, text.length)
    left -= taken
    if (text.length === taken) rest.shift()
    else rest[0] = { ...first, text: text.slice(taken) }
    if (taken === 0) break
  }
  return rest
}

function mainSize(rows: readonly PdfRow[]): number {
  const lengths = new Map<number, number>()
  for (const row of rows) lengths.set(row.size, (lengths.get(row.size) ?? 0) + row.text.length)
  return [...lengths].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}
