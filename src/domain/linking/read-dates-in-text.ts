import type { LocalDate } from '../../shared/ids.ts'
import { type DateMention, findDanishDates, weekdayOf } from '../time/read-danish-date.ts'
import { daysBetween } from '../time/zoned-time.ts'

/** A date as a text of an invitation means it: resolved near the event it stands in. */
export type DateInText = {
  readonly date: LocalDate
  /** The text names a weekday or year that does not fit: somebody made a slip. */
  readonly isDoubtful: boolean
  readonly from: number
  readonly to: number
}

const englishMonths: readonly string[] = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]
const englishDayFirst = new RegExp(
  `(?<![\\w.])(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?(${englishMonths.join('|')})(?:,?\\s+(\\d{4}))?\\b`,
  'gi',
)
const englishMonthFirst = new RegExp(
  `\\b(${englishMonths.join('|')})\\s+(\\d{1,2})(?:st|nd|rd|th)?\\b(?:,?\\s+(\\d{4}))?`,
  'gi',
)
const dottedForm = /(?<![\d.,])(?:den\s+|d\.\s*)(\d{1,2})\.\s?(\d{1,2})\.?(?![\d:.,]*\d)/gi
const dayAloneForm = /(?<![\p{L}\d])(?:den|d\.)\s*(\d{1,2})\.?(?=\s*(?:til|og|[-–,]|$|\.))(?!\s*[./-]\s*\d)/giu

/**
 * The dates a text mentions, in its order, resolved to the year nearest to `near`: "28. september", "28/9", "d. 28.9.",
 * "28 September", and "den 28." before a date with a month ("fra den 28. til den 30. september").
 */
export function readDatesInText(printed: string, near: LocalDate): readonly DateInText[] {
  // "28/9:" before what follows is no time; same length, so that places hold.
  const text = printed.replace(/(\d{1,2}\/\d{1,2}):(?=\s|$)/g, '$1;')
  const mentions = [...findDanishDates(text)]
  const add = (mention: DateMention | null) => {
    if (mention && !mentions.some((other) => mention.from < other.to && other.from < mention.to)) mentions.push(mention)
  }
  for (const match of text.matchAll(englishDayFirst)) add(toMention(match, match[1], monthNumber(match[2]), match[3]))
  for (const match of text.matchAll(englishMonthFirst)) add(toMention(match, match[2], monthNumber(match[1]), match[3]))
  for (const match of text.matchAll(dottedForm)) add(toMention(match, match[1], Number(match[2]), undefined))
  const withMonth = [...mentions].sort((a, b) => a.from - b.from)
  for (const match of text.matchAll(dayAloneForm)) {
    const next = withMonth.find((mention) => mention.from >= match.index + match[0].length)
    if (next && next.from - match.index < 60)
      add(toMention(match, match[1], next.month, next.year === null ? undefined : String(next.year)))
  }
  return mentions
    .sort((a, b) => a.from - b.from)
    .flatMap((mention) => resolve(mention, near) ?? [])
    .slice(0, 40)
}

function monthNumber(name: string | undefined): number {
  return englishMonths.indexOf(name?.toLowerCase() ?? '') + 1
}

function toMention(
  match: RegExpMatchArray,
  day: string | undefined,
  month: number,
  year: string | undefined,
): DateMention {
  const from = match.index ?? 0
  return { day: Number(day), month, year: year ? Number(year) : null, weekday: null, from, to: from + match[0].length }
}

function resolve(mention: DateMention, near: LocalDate): DateInText | null {
  const { day, month, weekday, from, to } = mention
  const nearYear = Number(near.slice(0, 4))
  const years = mention.year !== null ? [mention.year] : [nearYear - 1, nearYear, nearYear + 1]
  const dates = years.flatMap((year) => toDate(year, month, day) ?? [])
  const best = dates.sort((a, b) => Math.abs(daysBetween(near, a)) - Math.abs(daysBetween(near, b)))[0]
  if (!best) return null
  const isFarYear = mention.year !== null && Math.abs(daysBetween(near, best)) > 200
  return { date: best, isDoubtful: (weekday !== null && weekdayOf(best) !== weekday) || isFarYear, from, to }
}

function toDate(year: number, month: number, day: number): LocalDate | null {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  const moment = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(moment) && new Date(moment).toISOString().startsWith(text) ? (text as LocalDate) : null
}
