import type { OutlineBlock, OutlineParagraph } from '../../domain/agenda/outline.ts'

const longestHeading = 220
const leastGrowth = 1.13
const mostLevels = 6
const mostHeadingsInARow = 4

/**
 * Gives heading levels where size alone is proof: letters plainly larger than the body's. The largest size is the
 * document's title when it stands on the first page only, and gets no level.
 */
export function inferHeadings(blocks: readonly OutlineBlock[], bodySize: number): OutlineBlock[] {
  const bySize = new Map<number, OutlineParagraph[]>()
  const running = findRunningText(blocks, bodySize)
  for (const block of blocks) {
    if (block.kind !== 'paragraph' || !isCandidate(block, bodySize) || running.has(block)) continue
    const size = Math.round(block.fontSizePoints ?? 0)
    bySize.set(size, [...(bySize.get(size) ?? []), block])
  }
  const sizes = [...bySize].sort((a, b) => b[0] - a[0])
  if (sizes.length > 1 && sizes[0] !== undefined && isTitle(sizes[0][1])) sizes.shift()
  const levels = new Map(sizes.slice(0, mostLevels).map(([size], index) => [size, index + 1]))
  return blocks.map((block) => {
    if (block.kind !== 'paragraph' || !isCandidate(block, bodySize) || running.has(block)) return block
    const level = levels.get(Math.round(block.fontSizePoints ?? 0))
    return level === undefined ? block : { ...block, headingLevel: level }
  })
}

/** Paragraphs of one size in a row head nothing: a part of the document is set larger. */
function findRunningText(blocks: readonly OutlineBlock[], bodySize: number): ReadonlySet<OutlineBlock> {
  const running = new Set<OutlineBlock>()
  let run: OutlineParagraph[] = []
  for (const block of [...blocks, null]) {
    const isOne = block?.kind === 'paragraph' && isCandidate(block, bodySize)
    const goesOn = isOne && (run.length === 0 || run[0]?.fontSizePoints === block.fontSizePoints)
    if (goesOn) run.push(block)
    else {
      if (run.length > mostHeadingsInARow) for (const each of run) running.add(each)
      run = isOne ? [block] : []
    }
  }
  return running
}

function isCandidate(block: OutlineParagraph, bodySize: number): boolean {
  if (block.role !== 'body' || block.listLabel !== null || block.text.length > longestHeading) return false
  return (block.fontSizePoints ?? 0) >= bodySize * leastGrowth && /\p{L}/u.test(block.text)
}

function isTitle(paragraphs: readonly OutlineParagraph[]): boolean {
  return paragraphs.length <= 3 && paragraphs.every((paragraph) => paragraph.page === 1)
}
