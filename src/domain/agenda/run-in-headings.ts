import type { AgendaLine } from './agenda-line.ts'
import type { ItemStart } from './item-start.ts'
import { readMarkText } from './read-number-mark.ts'

const longestHeading = 90
const shortestText = 25
// "**3. Budget** v/ Lis (10 min.)": what follows the bold part still belongs to the heading.
const goesOnAsHeading = /^(?:v\/|v\.|ved |kl\.|\(|\[|[-–—/:,]|\d)/iu

/**
 * Headings that stand at the beginning of their text, on one line with it (I10): the bold words are the heading, or, where
 * nothing is bold and most items are written so, the first of several sentences.
 */
export function splitRunInHeadings(starts: readonly ItemStart[], lines: readonly AgendaLine[]): readonly ItemStart[] {
  const bold = starts.map((start) => splitAtBold(start, lines[start.at]))
  if (bold.some((start, i) => start !== starts[i])) return bold
  const plain = starts.map((start) => splitAtSentence(start))
  const split = plain.filter((start, i) => start !== starts[i]).length
  return split >= Math.max(2, 0.6 * starts.length) ? plain : starts
}

function splitAtBold(start: ItemStart, line: AgendaLine | undefined): ItemStart {
  const lead = line?.look.boldLead ?? ''
  if (line === undefined || lead === '' || !line.text.startsWith(lead)) return start
  const heading = line.listLabel === null && start.number !== null ? (readMarkText(lead)?.rest ?? '') : lead
  const rest = line.text.slice(lead.length).trim()
  if (!/\p{L}{3}/u.test(heading) || rest.length < shortestText || goesOnAsHeading.test(rest)) return start
  return toRunIn(start, heading, rest)
}

function splitAtSentence(start: ItemStart): ItemStart {
  const parts = /^(?<heading>\p{Lu}[^.!?]{2,90})[.:]\s+(?<rest>\p{Lu}.*)$/u.exec(start.printed)?.groups
  const [heading, rest] = [parts?.['heading'] ?? '', parts?.['rest'] ?? '']
  if (heading === '' || heading.length > longestHeading || rest.length < shortestText || !/[.!?]$/u.test(rest))
    return start
  return toRunIn(start, heading, rest)
}

function toRunIn(start: ItemStart, heading: string, rest: string): ItemStart {
  return { ...start, printed: heading.replace(/[\s.:]+$/u, ''), bodyFrom: start.at, runIn: rest }
}
