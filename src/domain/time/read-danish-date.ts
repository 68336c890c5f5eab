import type { LocalDate } from '../../shared/ids.ts'
import type { Finding, Reading } from '../../shared/reading.ts'
import { danishMonths, danishWeekdays, readMonthWord, readWeekdayWord } from './danish-calendar-words.ts'

/** A date as a text mentions it. `year` is null where the text leaves it out; `weekday` is 1 (Monday) .. 7. */
export type DateMention = {
  readonly day: number
  readonly month: number
  readonly year: number | null
  readonly weekday: number | null
  /** First character of the mention and the one after its last, in the text given. */
  readonly from: number
  readonly to: number
}

type DateForm = { readonly pattern: RegExp; readonly order: 'dmy' | 'ymd' }

const months = danishMonths
  .flat()
  .sort((a, b) => b.length - a.length)
  .join('|')
const weekdays = danishWeekdays
  .flat()
  .sort((a, b) => b.length - a.length)
  .join('|')
const lead = `(?:(?<weekday>${weekdays})\\.?,?\\s+)?(?:den\\s+|d\\.\\s*)?`

// Each form names its parts; an earlier form wins where two overlap.
const forms: readonly DateForm[] = [
  { pattern: /(?<![\d-])(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?![\d-])/giu, order: 'ymd' },
  {
    pattern: new RegExp(
      `(?<![\\p{L}\\d.,])${lead}(?<day>\\d{1,2})\\s?\\.?\\s?(?:[-–]\\s?\\d{1,2}\\s?\\.?\\s?)?(?<month>${months})\\b\\.?(?:,?\\s*(?<year>\\d{4})\\b|\\s?[-–]?\\s?['’](?<short>\\d{2})\\b)?`,
      'giu',
    ),
    order: 'dmy',
  },
  {
    pattern: new RegExp(
      `(?<![\\p{L}\\d.,/-])${lead}(?<day>\\d{1,2})\\s?[-./]\\s?(?<month>\\d{1,2})\\s?[-./ ]\\s?(?:(?<year>\\d{4})|(?<short>\\d{2}))(?![\\d:]|[.,/-]\\d)`,
      'giu',
    ),
    order: 'dmy',
  },
  {
    pattern: new RegExp(`(?<![\\p{L}\\d.,/-])${lead}(?<day>\\d{1,2})/(?<month>\\d{1,2})(?![\\d:/]|[.,-]\\d)`, 'giu'),
    order: 'dmy',
  },
]

/**
 * All dates a Danish text mentions, in the order of the text: "torsdag den 24. april 2017", "d. 27-11-2023",
 * "6/10 2021", "20/9-24", "2023-11-27", "3. marts" (year null). Two-digit years mean 2000-2099.
 */
export function findDanishDates(text: string): readonly DateMention[] {
  const found: DateMention[] = []
  for (const form of forms) {
    for (const match of text.matchAll(form.pattern)) {
      const mention = toMention(match)
      if (mention !== null && !found.some((other) => mention.from < other.to && other.from < mention.to)) {
        found.push(mention)
      }
    }
  }
  return found.sort((a, b) => a.from - b.from)
}

function toMention(match: RegExpMatchArray): DateMention | null {
  const parts = match.groups ?? {}
  const day = Number(parts['day'])
  const printedMonth = parts['month'] ?? ''
  const month = /^\d+$/.test(printedMonth) ? Number(printedMonth) : (readMonthWord(printedMonth) ?? 0)
  const year = parts['year'] ? Number(parts['year']) : parts['short'] ? 2000 + Number(parts['short']) : null
  if (!isCalendarDay(day, month, year ?? 2000) || (year !== null && (year < 1900 || year > 2200))) return null
  const from = match.index ?? 0
  return {
    day,
    month,
    year,
    weekday: parts['weekday'] ? readWeekdayWord(parts['weekday']) : null,
    from,
    to: from + match[0].length,
  }
}

function isCalendarDay(day: number, month: number, year: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/**
 * Turns a mention into a date. A year left out is the one that brings the date nearest to `near`, counting dates
 * before `near` as twice as far: agendas look forward. Null when there is neither year nor `near`.
 */
export function resolveDate(mention: DateMention, near: LocalDate | null): LocalDate | null {
  if (mention.year !== null) return toLocalDate(mention.year, mention.month, mention.day)
  if (near === null) return null
  const nearYear = Number(near.slice(0, 4))
  const years = [nearYear - 1, nearYear, nearYear + 1].filter((year) => isCalendarDay(mention.day, mention.month, year))
  const distance = (year: number): number => {
    const days = daysBetween(near, toLocalDate(year, mention.month, mention.day))
    const weekdayMisses =
      mention.weekday !== null && weekdayOf(toLocalDate(year, mention.month, mention.day)) !== mention.weekday
    return (days < 0 ? -2 * days : days) + (weekdayMisses ? 1000 : 0)
  }
  const best = years.sort((a, b) => distance(a) - distance(b))[0]
  return best === undefined ? null : toLocalDate(best, mention.month, mention.day)
}

/**
 * Reads the first date of a text, e.g. a heading (*mødedato*). A weekday that contradicts the date gives a finding,
 * not a correction (T4). The result is a calendar date in Denmark, without zone.
 */
export function readDanishDate(text: string, near: LocalDate | null = null): Reading<LocalDate | null> {
  const mention = findDanishDates(text)[0]
  if (mention === undefined) return { value: null, findings: [] }
  const date = resolveDate(mention, near)
  return { value: date, findings: date === null ? [] : checkWeekday(mention, date) }
}

/** The finding (T4) for a weekday that contradicts its date; empty when they agree or no weekday is printed. */
export function checkWeekday(mention: DateMention, date: LocalDate): readonly Finding[] {
  if (mention.weekday === null || weekdayOf(date) === mention.weekday) return []
  const printed = danishWeekdays[mention.weekday - 1]?.[0] ?? ''
  const real = danishWeekdays[weekdayOf(date) - 1]?.[0] ?? ''
  return [{ rule: 'T4', message: `Datoen ${date} er en ${real}, men der står ${printed}.`, place: null }]
}

/** ISO weekday of a calendar date: 1 is Monday, 7 Sunday. */
export function weekdayOf(date: LocalDate): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7
}

function toLocalDate(year: number, month: number, day: number): LocalDate {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as LocalDate
}

function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}
