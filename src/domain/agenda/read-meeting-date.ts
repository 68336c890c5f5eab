import type { LocalDate } from '../../shared/ids.ts'
import type { Finding } from '../../shared/reading.ts'
import { checkWeekday, type DateMention, findDanishDates, resolveDate, weekdayOf } from '../time/read-danish-date.ts'
import { findDanishTimes } from '../time/read-danish-time.ts'
import type { HeaderSource } from './header-source.ts'

type DateCandidate = { readonly mention: DateMention; readonly line: number | null; readonly weight: number }
type Weight = { readonly pattern: RegExp; readonly weight: number }

// What the words of a line say about the date in it (H1). The meeting's date is not the letter's nor another meeting's.
const weights: readonly Weight[] = [
  {
    pattern:
      /^(?:mødedato|mødetidspunkt|dato for mødet|mødet afholdes|mødet afholdt|afholdt|tid (?:og|&) sted|tid\/sted|tid og dato|hvornår)\b/iu,
    weight: 6,
  },
  { pattern: /^(?:tid|tidspunkt|mødetid)\b/iu, weight: 5 },
  { pattern: /^dato\b/iu, weight: 3 },
  {
    pattern:
      /\b(?:møde|mødet|bestyrelsesmøde|udvalgsmøde|generalforsamling|referat|dagsorden|beslutningsprotokol|afholdes|afholdt)\b/iu,
    weight: 3,
  },
  { pattern: /møde\b/iu, weight: 1 },
  { pattern: /\b(?:aflyst|aflyses|aflysning|flyttet fra|oprindelig|i stedet for|erstatter|udsat)\b/iu, weight: -6 },
  {
    pattern: /\b(?:næste|kommende|forrige|sidste|seneste|tidligere) (?:\p{L}+ )?(?:møde|referat|bestyrelsesmøde)/iu,
    weight: -7,
  },
  {
    pattern: /\breferat(?:et)? (?:fra|af) (?:mødet|møde|\p{L}*møde)\b.{0,30}\b(?:godkend|til godkendelse)/iu,
    weight: -5,
  },
  {
    pattern:
      /\b(?:udsendt|udskrevet|oprettet|redigeret|revideret|afsendt|printet|opdateret|godkendt|underskrevet|frist|senest|tilmelding|svar|journal|version|deadline|sendt|dateret|udarbejdet|indkaldt)\b/iu,
    weight: -5,
  },
  { pattern: /^(?:kære|til\b|fra:|sendt:|emne:|sendt)\b/iu, weight: -3 },
]

/**
 * The meeting's date (H1): every date of the head and of the file name is weighed by the words beside it; the best wins,
 * the earlier on a tie. A year left out comes from the other dates of the head. A weekday that contradicts is a finding (T4).
 */
export function readMeetingDate(source: HeaderSource): {
  readonly date: LocalDate | null
  readonly line: number | null
  readonly findings: readonly Finding[]
} {
  const candidates = [...frontDates(source), ...fileNameDates(source.fileName)]
  const best = candidates.reduce<DateCandidate | null>((a, b) => (a === null || b.weight > a.weight ? b : a), null)
  if (best === null || best.weight < -3) return { date: null, line: null, findings: [] }
  const date = resolveDate(
    best.mention,
    yearHint(best, candidates) ?? anyDatedLine(source, best) ?? anyPrintedYear(source, best),
  )
  if (date === null) return { date: null, line: best.line, findings: [] }
  const line = best.line === null ? undefined : source.lines[best.line]
  const place = line === undefined ? null : { page: line.page, paragraph: line.paragraph }
  return { date, line: best.line, findings: checkWeekday(best.mention, date).map((finding) => ({ ...finding, place })) }
}

function frontDates({ lines, front }: HeaderSource): readonly DateCandidate[] {
  let order = 0
  return front.flatMap((at) => {
    const line = lines[at]
    if (line === undefined || line.text.length > 400) return []
    const mentions = findDanishDates(line.text)
    const labelled = previousLabel(lines, at)
    const timed = findDanishTimes(line.text).length > 0 ? 1 : 0
    return mentions.map((mention) => {
      const around = `${line.text.slice(Math.max(0, mention.from - 90), mention.from)} ${line.text.slice(mention.to, mention.to + 30)}`
      const own = `${labelled}${around}`.replace(/^[\s•-]+/u, '')
      const words = weights.reduce((sum, { pattern, weight }) => sum + (pattern.test(own) ? weight : 0), 0)
      const looks = (line.headingLevel !== null ? 1 : 0) + (line.look.bold ? 0.5 : 0) + (line.role === 'body' ? 0.5 : 0)
      const printed = (mention.year === null ? -1 : 0.5) + (mention.weekday === null ? 0 : 1)
      const long = line.text.length > 160 ? -2 : 0
      return { mention, line: at, weight: words + looks + printed + timed + long - 0.01 * order++ }
    })
  })
}

// "Mødedato" on one line, the date on the next.
function previousLabel(lines: HeaderSource['lines'], at: number): string {
  const before = lines[at - 1]
  return before !== undefined && before.text.length <= 30 && findDanishDates(before.text).length === 0
    ? `${before.text} `
    : ''
}

function fileNameDates(fileName: string): readonly DateCandidate[] {
  const spaced = fileName.replace(/\.[a-z]+$/iu, '').replace(/_/gu, ' ')
  const compact = /(?<!\d)(20\d{2})(\d{2})(\d{2})(?!\d)/u.exec(spaced)
  const text = compact === null ? spaced : `${compact[1]}-${compact[2]}-${compact[3]}`
  const parted = text.replace(/(?<=[a-zæøå])-(?=\d)/giu, ' ').replace(/(?<=\d)-(?=[a-zæøå])/giu, ' ')
  return findDanishDates(parted)
    .filter((mention) => mention.year !== null)
    .map((mention) => ({ mention, line: null, weight: 0.5 }))
}

// Minutes that leave the year out may print it with the next meeting.
function anyDatedLine({ lines }: HeaderSource, best: DateCandidate): LocalDate | null {
  if (best.mention.year !== null) return null
  const dates = lines
    .filter((line) => line.text.length <= 300)
    .flatMap((line) => findDanishDates(line.text))
    .filter((mention) => mention.year !== null)
  const named = dates.length > 0 ? resolveDate(dates.at(-1) ?? best.mention, null) : null
  return named
}

/** "Budget 2025": a year printed without a date. Among several, or beside them, the weekday tells which. */
function anyPrintedYear({ lines, front }: HeaderSource, best: DateCandidate): LocalDate | null {
  const { day, month, weekday } = best.mention
  const inOrder = [...front.map((at) => lines[at]?.text ?? ''), ...lines.map((line) => line.text)]
  const years = inOrder.flatMap((text) => [...text.matchAll(/(?<![\d.,/-])20\d\d(?![\d.,/-]\d|\d)/gu)].map(Number))
  const near = years.flatMap((year) => [year, year - 1, year + 1])
  const dates = [...years, ...near].map((year) => resolveDate({ ...best.mention, year }, null))
  const real = dates.filter(
    (date) => date !== null && Number(date.slice(5, 7)) === month && Number(date.slice(8)) === day,
  )
  return real.find((date) => date !== null && (weekday === null || weekdayOf(date) === weekday)) ?? real[0] ?? null
}

function yearHint(best: DateCandidate, candidates: readonly DateCandidate[]): LocalDate | null {
  if (best.mention.year !== null) return null
  const sameDay = candidates.find(
    ({ mention }) => mention.year !== null && mention.day === best.mention.day && mention.month === best.mention.month,
  )
  const any = sameDay ?? candidates.find(({ mention }) => mention.year !== null)
  return any === undefined ? null : resolveDate(any.mention, null)
}
