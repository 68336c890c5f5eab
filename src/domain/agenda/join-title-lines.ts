import type { AgendaLine } from './agenda-line.ts'
import type { LineFacts } from './item-candidate.ts'
import type { ItemStart } from './item-start.ts'

const longestTitle = 260
// "Punkt nr.: 3" above "Titel: Budget": a form says which of its fields is the title.
const titleLabel = /^(?:titel|overskrift|sagstitel|emne)\s*[:\t]\s*/iu

/**
 * Joins headings that run over several lines (I9): a number alone takes the next line as its title; a title that ends
 * in mid-sentence takes the following line of the same look, or one that goes on in lower case.
 */
export function joinTitleLines(
  starts: readonly ItemStart[],
  lines: readonly AgendaLine[],
  facts: LineFacts,
): readonly ItemStart[] {
  const own = starts.filter((start, i) => !isTitleField(start, starts[i - 1]))
  const heads = new Set(own.map((start) => start.at))
  return own.map((start) => {
    if (start.runIn !== undefined) return start
    let { printed, bodyFrom } = start
    for (let next = bodyFrom; next < lines.length && next < start.at + 6; next++) {
      const line = lines[next]
      if (line === undefined || heads.has(next)) break
      if (line.role !== 'body') continue
      if (!continues(printed, start, line, next, lines, facts)) break
      printed = `${printed} ${line.text.replace(titleLabel, '')}`.trim()
      bodyFrom = next + 1
    }
    return { ...start, printed, bodyFrom }
  })
}

// "Punkt 1" and below it "Emne: Velkomst", which looks like an item of its own.
function isTitleField(start: ItemStart, before: ItemStart | undefined): boolean {
  return (
    before?.printed === '' && start.at === before.bodyFrom && start.number === null && titleLabel.test(start.printed)
  )
}

function continues(
  printed: string,
  start: ItemStart,
  line: AgendaLine,
  at: number,
  lines: readonly AgendaLine[],
  facts: LineFacts,
): boolean {
  const label = facts.labels[at]
  if (printed === '') return label === null || label === undefined || label.rest === ''
  if (label || facts.marks[at] || line.listLabel !== null || printed.length + line.text.length > longestTitle)
    return false
  if (/^[a-zæøå][.)]\s/u.test(line.text)) return false
  const head = lines[start.at]
  if (head === undefined || head.cell !== null || line.cell !== null) return false
  const sameLook = facts.signatures[at] === facts.signatures[start.at]
  if (/^\p{Ll}/u.test(line.text) && !/[.:!?]$/u.test(printed)) return sameLook && !line.gapBefore
  const open = /(?:[,–-]|\s(?:og|eller|af|for|til|på|i|med|om|fra|ved|samt|vedr\.?|den|det|de|en|et))$/iu.test(printed)
  return open && sameLook
}
