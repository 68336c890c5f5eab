import type { Instant, LocalDate } from '../shared/ids.ts'

/** The languages the product speaks. */
export type Language = 'da' | 'en'

const locales: Record<Language, string> = { da: 'da-DK', en: 'en-GB' }
const cache = new Map<string, Intl.DateTimeFormat>()

function formatterFor(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language}${JSON.stringify(options)}`
  const known = cache.get(key) ?? new Intl.DateTimeFormat(locales[language], options)
  cache.set(key, known)
  return known
}

function partsOf(moment: Date, language: Language, options: Intl.DateTimeFormatOptions): Record<string, string> {
  const parts: Record<string, string> = {}
  for (const { type, value } of formatterFor(language, options).formatToParts(moment)) parts[type] = value
  return parts
}

/** "ons 6. okt." or "Wed 6 Oct"; with the year when `withYear`. The date has no zone, so none is applied. */
export function formatDay(date: LocalDate, language: Language, withYear = false): string {
  return dayIn(new Date(`${date}T00:00:00Z`), 'UTC', language, withYear)
}

/** The day an instant falls on in the zone, as `formatDay`. */
export function formatInstantDay(instant: Instant, timeZone: string, language: Language, withYear = false): string {
  return dayIn(new Date(instant), timeZone, language, withYear)
}

/** "tirsdag den 15. september 2026", "Tuesday 15 September 2026": for letters, where nothing may be short. */
export function formatLongDay(instant: Instant, timeZone: string, language: Language): string {
  const parts = partsOf(new Date(instant), language, {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  })
  const { day, month, weekday, year } = parts
  return language === 'da' ? `${weekday} den ${day}. ${month} ${year}` : `${weekday} ${day} ${month} ${year}`
}

function dayIn(moment: Date, timeZone: string, language: Language, withYear: boolean): string {
  const parts = partsOf(moment, language, {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  })
  const weekday = parts['weekday']?.replace(/\.$/, '')
  const year = withYear ? ` ${parts['year']}` : ''
  return language === 'da'
    ? `${weekday} ${parts['day']}. ${parts['month']}${year}`
    : `${weekday} ${parts['day']} ${parts['month']}${year}`
}

/** "9.00" in Danish, "9:00" in English, on the zone's 24-hour clock. */
export function formatClock(instant: Instant, timeZone: string, language: Language): string {
  const parts = partsOf(new Date(instant), language, { timeZone, hour: 'numeric', minute: '2-digit', hourCycle: 'h23' })
  return `${Number(parts['hour'])}${language === 'da' ? '.' : ':'}${parts['minute']}`
}

/**
 * "ons 6. okt. kl. 9.00-11.00", "Wed 6 Oct, 9:00-11:00". Both ends in the meeting's zone. Of a meeting without known end only
 * the beginning is said; one that begins and ends at midnight has no known time at all.
 */
export function formatMeetingTime(
  span: { readonly start: Instant; readonly end: Instant; readonly timeZone: string },
  language: Language,
  withYear = false,
): string {
  const day = formatInstantDay(span.start, span.timeZone, language, withYear)
  const from = formatClock(span.start, span.timeZone, language)
  const to = formatClock(span.end, span.timeZone, language)
  const times = span.start === span.end ? from : `${from}-${to}`
  if (/^0[.:]00$/.test(times)) return day
  return language === 'da' ? `${day} kl. ${times}` : `${day}, ${times}`
}

/** "i dag", "i morgen", "om 8 dage", "for 3 dage siden". */
export function formatDaysAway(days: number, language: Language): string {
  return new Intl.RelativeTimeFormat(locales[language], { numeric: 'auto' }).format(days, 'day')
}

/** "1,2 MB" or "340 kB", with the language's decimal mark. */
export function formatSize(sizeBytes: number, language: Language): string {
  const [amount, unit] = sizeBytes >= 1_000_000 ? [sizeBytes / 1_000_000, 'MB'] : [Math.ceil(sizeBytes / 1000), 'kB']
  return `${amount.toLocaleString(locales[language], { maximumFractionDigits: 1 })} ${unit}`
}
