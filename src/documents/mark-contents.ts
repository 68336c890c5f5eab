import type { OutlineBlock, OutlineParagraph } from '../domain/agenda/outline.ts'

// "Eventuelt ........ 12", "Eventuelt … 12", "Eventuelt\t12" and the like.
const dotLeader = /(?:\.\s?){4,}\s*\d{1,4}$|[…_]{2,}\s*\d{1,4}$|\.{3,}\s*\d{1,4}$/
const tabbedNumber = /\S\s*\t\s*(\d{1,4})$/
const heading = /^(?:indhold|indholdsfortegnelse|indholdsoversigt|punktoversigt|contents|table of contents):?$/i
const fewestTabbedLines = 3

/** Gives role "contents" to the lines of a typed table of contents and to its heading; other blocks stay as they are. */
export function markContents(blocks: readonly OutlineBlock[]): OutlineBlock[] {
  const marked = [...blocks]
  let runStart = -1
  for (let index = 0; index <= blocks.length; index += 1) {
    const block = blocks[index]
    const isLine = block !== undefined && isContentsLine(block)
    if (isLine && runStart < 0) runStart = index
    if (isLine || runStart < 0) continue
    markRun(marked, runStart, index)
    runStart = -1
  }
  return marked
}

function isContentsLine(block: OutlineBlock): boolean {
  if (block.kind !== 'paragraph' || block.role === 'header' || block.role === 'footer') return false
  return block.role === 'contents' || dotLeader.test(block.text) || tabbedNumber.test(block.text)
}

/** Lines without leaders need company and rising page numbers: "Antal deltagere<tab>12" is no contents line. */
function markRun(blocks: OutlineBlock[], start: number, end: number): void {
  const lines = blocks.slice(start, end) as OutlineParagraph[]
  const isSure = lines.some((line) => line.role === 'contents' || dotLeader.test(line.text))
  const pages = lines.map((line) => Number(/(\d{1,4})$/.exec(line.text)?.[1] ?? '0'))
  const rises = pages.every((page, index) => index === 0 || page >= (pages[index - 1] ?? 0))
  if (!isSure && !(lines.length >= fewestTabbedLines && rises && pages[0] !== pages.at(-1))) return
  for (let index = start; index < end; index += 1) setContents(blocks, index)
  const before = blocks[start - 1]
  if (before?.kind === 'paragraph' && heading.test(before.text)) setContents(blocks, start - 1)
}

function setContents(blocks: OutlineBlock[], index: number): void {
  const block = blocks[index]
  if (block?.kind === 'paragraph') blocks[index] = { ...block, role: 'contents' }
}
