import type { LocalDate } from '../../shared/ids.ts'
import { findDanishDates, resolveDate } from '../time/read-danish-date.ts'
import type { DocumentDeadline } from './agenda-document.ts'
import type { AgendaLine } from './agenda-line.ts'
import { splitSentences } from './split-sentences.ts'

const limits =
  /\b(?:senest|inden|\p{L}*frist(?:en)?|deadline|høringsfrist|tilmelding(?:sfrist)?)(?:\s+(?:er|den|d\.|for \p{L}+|med|på|til|mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag|kl\.\s?[\d.]+)|\s*[:,-])*\s*$/iu
const starts =
  /\b(?:ikrafttræd\p{L}*|træder? i kraft|opstart|starter|gælder|gældende|etableres|forventes at kunne|udløber|afgivelse)\b/iu

/**
 * Dates to do something by (E1): a date right after "senest", "frist", "inden" or "deadline". Dates already past and dates
 * from which something holds are none.
 */
export function readDeadlines(
  lines: readonly AgendaLine[],
  firstItem: number,
  meeting: LocalDate | null,
): readonly DocumentDeadline[] {
  const found: DocumentDeadline[] = []
  for (const [at, line] of lines.entries()) {
    if (line.role !== 'body' || at < firstItem || !/senest|inden|frist|deadline|tilmelding/iu.test(line.text)) continue
    for (const sentence of splitSentences(line.text.replace(/^(?!Frist:)[^.]{0,40}\t/u, ''))) {
      for (const mention of findDanishDates(sentence)) {
        const before = sentence.slice(0, mention.from)
        const date = resolveDate(mention, meeting)
        const past = meeting !== null && date !== null && date < meeting
        if (date === null || past || !limits.test(before) || starts.test(before.slice(-120))) continue
        const text = toText(sentence, lines, at)
        if (!found.some((other) => other.date === date && other.text === text)) found.push({ date, text })
      }
    }
  }
  return found
}

/** The sentence; of a cell in a column of deadlines, the title of its row is what is to be done. */
function toText(sentence: string, lines: readonly AgendaLine[], at: number): string {
  const title = /^Frist:\t/u.test(sentence)
    ? lines.slice(Math.max(0, at - 8), at).findLast((line) => line.itemRow)
    : undefined
  if (title !== undefined) return `${title.text}: ${sentence.replace(/^Frist:\t/u, '')}`
  return sentence.replace(/^(?:beslutning|konklusion|referat)\s*:\s*/iu, '')
}
