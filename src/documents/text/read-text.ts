import type { Outline, OutlineBlock, OutlineParagraph } from '../../domain/agenda/outline.ts'
import type { Reading } from '../../shared/reading.ts'
import { makeParagraph } from '../make-paragraph.ts'
import { markContents } from '../mark-contents.ts'
import type { ReadBudget } from '../read-budget.ts'
import { decodeText } from './decode-text.ts'
import { findPageFrames } from './find-page-frames.ts'
import { isRule, joinParagraphs, type LineGroup } from './join-paragraphs.ts'
import { readInlineMarks } from './read-inline-marks.ts'
import { readTextTable } from './read-text-table.ts'
import { splitLines, type TextLine } from './split-lines.ts'
import { closeDoubleSpacing, findWrapWidth } from './wrap-width.ts'

const pointsPerLetter = 5.5

/**
 * Reads plain text: wrapped lines joined, bullets taken off, page numbers and repeated lines marked, the marks of
 * Markdown read. Pages only where form feeds end them. Throws UnreadableError.
 */
export async function readText(bytes: Uint8Array, fileName: string, budget: ReadBudget): Promise<Reading<Outline>> {
  const text = decodeText(bytes).normalize('NFC')
  budget.countText(text.length)
  await budget.breathe()
  const lines = splitLines(text)
  const frames = findPageFrames(lines)
  await budget.breathe()
  const hasPages = (lines.at(-1)?.page ?? 1) > 1
  const isFrame = (line: TextLine) => frames.headers.has(line) || frames.footers.has(line)
  const bodyLines = lines.filter((line, index) => {
    const before = lines[index - 1]
    line.followsFrame = before !== undefined && isFrame(before)
    return !isFrame(line)
  })
  closeDoubleSpacing(bodyLines)
  await budget.breathe()
  const groups = joinParagraphs(bodyLines, findWrapWidth(bodyLines))
  await budget.breathe()
  const blocks = markContents(makeBlocks(groups, hasPages))
  const frame = (role: 'header' | 'footer', from: ReadonlySet<TextLine>) => frameBlocks(from, role, hasPages)
  const all = [...frame('header', frames.headers), ...blocks, ...frame('footer', frames.footers)]
  const pageCount = hasPages ? (lines.at(-1)?.page ?? null) : null
  return { value: { source: 'txt', fileName, blocks: all, pageCount }, findings: [] }
}

function frameBlocks(lines: ReadonlySet<TextLine>, role: 'header' | 'footer', hasPages: boolean): OutlineBlock[] {
  return [...lines].map((line) =>
    makeParagraph({ runs: readInlineMarks(line.text), role, page: hasPages ? line.page : null }),
  )
}

function makeBlocks(groups: readonly LineGroup[], hasPages: boolean): OutlineBlock[] {
  const blocks: OutlineBlock[] = []
  for (let index = 0; index < groups.length; ) {
    const table = readTextTable(groups, index, hasPages)
    if (table !== null) {
      blocks.push(table.block)
      index = table.end
      continue
    }
    const group = groups[index]
    const after = groups[index + 1]
    if (group !== undefined && !isRule(group.text)) {
      blocks.push(makeTextParagraph(group, hasPages, underlineLevel(after?.text ?? '', after)))
    }
    index += 1
  }
  return blocks
}

/** A line of "====" or "----" right under a short line makes that line a heading (Markdown's Setext form). */
function underlineLevel(text: string, group: LineGroup | undefined): number | null {
  if (group === undefined || group.first.blanksBefore > 0) return null
  if (/^={4,}$/.test(text)) return 1
  return /^-{4,}$/.test(text) ? 2 : null
}

function makeTextParagraph(group: LineGroup, hasPages: boolean, level: number | null): OutlineParagraph {
  const marked = /^(#{1,6})\s+(\S.*)$/s.exec(group.text)
  return makeParagraph({
    runs: readInlineMarks(marked?.[2] ?? group.text),
    headingLevel: marked?.[1]?.length ?? level,
    listLabel: group.bullet,
    listLevel: group.bullet === null ? null : Math.floor(Math.min(group.first.indent, 32) / 2),
    page: hasPages ? group.first.page : null,
    indentPoints: group.first.indent * pointsPerLetter,
    startsPage: group.first.startsPage,
    gapBefore: group.first.blanksBefore > 0,
  })
}
