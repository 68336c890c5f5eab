import type { LocalDate } from '../../shared/ids.ts'
import { readMonthWord } from '../time/danish-calendar-words.ts'
import { type DateMention, findDanishDates, weekdayOf } from '../time/read-danish-date.ts'
import { addDays, daysBetween } from '../time/zoned-time.ts'

/** A date as a text of an invitation means it: resolved near the event it stands in. */
export type DateInText = {
  readonly date: LocalDate
  /** The text names a year that does not fit: somebody made a slip. */
  readonly isFarYear: boolean
  /** Where the weekday does not fit: the dates around that fall on it, one of which may be meant. */
  readonly alternatives: readonly LocalDate[]
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
const dottedAloneForm = /(?<![\d.,])(\d{1,2})\.(\d{1,2})\.(?=\s|$|[,;)])/g
const dottedPairForm =
  /(?<![\d.,-])(\d{1,2})[.-](\d{1,2})(?:\.|\b)\s*(?:til|->|→|=>)\s*(\d{1,2})[.-](\d{1,2})(?!\d|[.:-]\d)/g
/** "septembermødet den 28.", "mødet i september (den 28.)": the month stands before the day. */
const monthBeforeForm =
  /(?<!\p{L})(?:(\p{L}{3,9}?)s?mødet?|i\s(\p{L}{3,9}),?)\s*\(?(?:den|d\.)\s*(\d{1,2})\.?(?!\s*[./]\s*\d|\d)/giu
const nordicMonths: Readonly<Record<string, number>> = {
  januari: 1,
  februari: 2,
  mars: 3,
  mai: 5,
  augusti: 8,
  desember: 12,
}
const nordicForm = /(?<![\w.])(\d{1,2})\.?\s+(januari|februari|mars|mai|augusti|desember)(?!\p{L})/giu
/** "d. 28." with no month anywhere: one near the entry. */
const monthlessForm =
  /(?<![\p{L}\d])(?:den|d\.)\s*(\d{1,2})\.(?!\s*(?:\d|jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec|klasse|punkt|møde(?!s(?!\p{L}))))/giu
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
  for (const match of text.matchAll(dottedAloneForm)) add(toMention(match, match[1], Number(match[2]), undefined))
  for (const match of text.matchAll(dottedPairForm)) for (const mention of toPair(match)) add(mention)
  for (const match of text.matchAll(monthBeforeForm)) {
    const month = readMonthWord(match[1] ?? match[2] ?? '') ?? readMonthWord(`${match[1]}s`)
    if (month !== null) add(toMention(match, match[3], month, undefined))
  }
  for (const match of text.matchAll(nordicForm))
    add(toMention(match, match[1], nordicMonths[match[2]?.toLowerCase() ?? ''] ?? 0, undefined))
  const withMonth = [...mentions].sort((a, b) => a.from - b.from)
  for (const match of text.matchAll(dayAloneForm)) {
    const next = withMonth.find((mention) => mention.from >= match.index + match[0].length)
    const isAcross =
      next &&
      Number(match[1]) > next.day &&
      /^[^\d]*til\s/u.test(text.slice(match.index + match[0].length, next.from + 12))
    // "Fra den 28. til den 6. oktober" begins in September.
    if (next && isAcross) add(toMention(match, match[1], next.month === 1 ? 12 : next.month - 1, undefined))
    else if (next && next.from - match.index < 60)
      add(toMention(match, match[1], next.month, next.year === null ? undefined : String(next.year)))
  }
  if (mentions.length === 0)
    for (const match of text.matchAll(monthlessForm))
      add(toMention(match, match[1], nearestMonth(Number(match[1]), near), undefined))
  return mentions
    .sort((a, b) => a.from - b.from)
    .flatMap((mention) => resolve(mention, near) ?? [])
    .slice(0, 40)
}

/** The month that brings that day nearest. */
function nearestMonth(day: number, near: LocalDate): number {
  const [month, nearDay] = [Number(near.slice(5, 7)), Number(near.slice(8, 10))]
  const shift = day - nearDay > 15 ? -1 : nearDay - day > 15 ? 1 : 0
  return ((month + shift + 11) % 12) + 1
}

function monthNumber(name: string | undefined): number {
  return englishMonths.indexOf(name?.toLowerCase() ?? '') + 1
}

/** "28.9 til 6.10": dates when one of the two can be no time of day. */
function toPair(match: RegExpMatchArray): readonly DateMention[] {
  const [whole, day = '', month = '', toDay = '', toMonth = ''] = match
  const isTime = (hours: string, minutes: string) => Number(hours) < 24 && minutes.length === 2
  if (isTime(day, month) && isTime(toDay, toMonth)) return []
  const from = match.index ?? 0
  const second = whole.search(/\d{1,2}[.-]\d{1,2}$/)
  const plain = { year: null, weekday: null }
  return [
    { ...plain, day: Number(day), month: Number(month), from, to: from + day.length + month.length + 1 },
    { ...plain, day: Number(toDay), month: Number(toMonth), from: from + second, to: from + whole.length },
  ]
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
  return { date: best, isFarYear, alternatives: weekday === null ? [] : findAlternatives(best, weekday), from, to }
}

function findAlternatives(date: LocalDate, weekday: number): readonly LocalDate[] {
  const ahead = (weekday - weekdayOf(date) + 7) % 7
  return ahead === 0 ? [] : [addDays(date, ahead), addDays(date, ahead - 7)]
}

function toDate(year: number, month: number, day: number): LocalDate | null {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  const moment = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(moment) && new Date(moment).toISOString().startsWith(text) ? (text as LocalDate) : null
}
