import type { LocalDate, LocalTime } from '../../shared/ids.ts'
import { readWeekdayWord } from '../time/danish-calendar-words.ts'
import { weekdayOf } from '../time/read-danish-date.ts'
import { findDanishTimes } from '../time/read-danish-time.ts'
import { addDays } from '../time/zoned-time.ts'

/** A move told by week, weekday, hour or distance instead of dates. */
export type RelativeMove = {
  /** Dates the meeting may have left; one of them is meant. */
  readonly olds: readonly LocalDate[]
  /** Dates it may have gone to; empty when the words do not say. */
  readonly news: readonly LocalDate[]
  readonly oldTime: LocalTime | null
  readonly newTime: LocalTime | null
  /** Week, weekday or hour are named; a distance ("en uge frem") may be counted either way. */
  readonly isClear: boolean
}

/** Reads how far or from where a sentence says a meeting moved, seen from the entry of that date; null when it does not say. */
export function readRelativeMove(small: string, near: LocalDate, writtenOn: LocalDate | null): RelativeMove | null {
  return (
    (writtenOn ? readDaysAhead(small, near, writtenOn) : null) ??
    readWeeks(small, near) ??
    readWeekdays(small, near) ??
    readHours(small, near) ??
    readPartsOfDay(small, near) ??
    readDistance(small, near)
  )
}

const nowhere = { oldTime: null, newTime: null, isClear: true } as const

/** "fra uge 39 til uge 40", "mødet i uge 39 er flyttet til uge 40", "uge 40 i stedet for uge 39", "fra uge 39 til 40". */
function readWeeks(small: string, near: LocalDate): RelativeMove | null {
  const named = [
    ...small.matchAll(
      /(?:(til|for|fra|erstatter|ikke(?: i)?)\s+)?(?:(?:på )?(\p{L}+dag)(?:en)?\s+(?:i\s+)?)?uge\s*(\d{1,2})|(?<=uge\s*\d{1,2}\s)til\s+(\d{1,2})(?!\s*[./]\s*\d)/gu,
    ),
  ]
  const weeks = named.map(([, word, day, week, second]) => ({
    week: Number(week ?? second),
    weekday: readWeekdayWord(day ?? ''),
    isNew: second !== undefined || word === 'til',
    isOld: word !== undefined && word !== 'til',
  }))
  const [first, other] = weeks
  if (!first || !other || weeks.length > 2 || first.week === other.week) return null
  const old = first.isOld || other.isNew ? first : other.isOld || first.isNew ? other : null
  if (!old) return null
  const next = old === first ? other : first
  // "Fra onsdag i uge 39 til mandag i uge 40": the weekday leaves one day of the week.
  const days = (one: { readonly week: number; readonly weekday: number | null }) =>
    daysOfWeek(one.week, near).filter((date) => one.weekday === null || weekdayOf(date) === one.weekday)
  return { ...nowhere, olds: days(old), news: days(next) }
}

const weekday = '(mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag)(?:en)?(?!\\s+(?:den|d\\.)?\\s*\\d)'

/** "fra tirsdag til torsdag", "torsdag i stedet for tirsdag": in the week of the entry. */
function readWeekdays(small: string, near: LocalDate): RelativeMove | null {
  const [, first, second] = new RegExp(`fra (?:på )?${weekday}\\s+til (?:på )?${weekday}`, 'u').exec(small) ?? []
  const [, later, earlier] = new RegExp(`${weekday}\\s+i ?stedet for (?:på )?${weekday}`, 'u').exec(small) ?? []
  const [from, to] = [readWeekdayWord(first ?? earlier ?? ''), readWeekdayWord(second ?? later ?? '')]
  if (from === null || to === null) return null
  const monday = addDays(near, 1 - weekdayOf(near))
  return { ...nowhere, olds: [addDays(monday, from - 1)], news: [addDays(monday, to - 1)] }
}

const ahead =
  '(i dag|i morgen|i overmorgen|(?:på )?(?:mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag))(?!\\p{L}|\\s+(?:i uge|uge|den|d\\.)?\\s*\\d)'

/** "Mødet i morgen flyttes til på fredag": counted from the day it was written; one of the two must be the entry's own. */
function readDaysAhead(small: string, near: LocalDate, writtenOn: LocalDate): RelativeMove | null {
  const old = new RegExp(`(?:mødet|fra)\\s+${ahead}`, 'u').exec(small)?.[1]
  const next = new RegExp(`(?<!\\p{L})til\\s+${ahead}`, 'u').exec(small)?.[1]
  if (!old?.startsWith('i ') || !next) return null
  const [from, to] = [dayAhead(old, writtenOn), dayAhead(next, writtenOn)]
  return from !== to && (from === near || to === near) ? { ...nowhere, olds: [from], news: [to] } : null
}

function dayAhead(words: string, writtenOn: LocalDate): LocalDate {
  const fixed = ['i dag', 'i morgen', 'i overmorgen'].indexOf(words)
  if (fixed >= 0) return addDays(writtenOn, fixed)
  const wanted = readWeekdayWord(words.replace('på ', '')) ?? 1
  return addDays(writtenOn, ((wanted - weekdayOf(writtenOn) + 6) % 7) + 1)
}

/** "fra kl. 9 til kl. 13", "kl. 13 i stedet for kl. 9": on the same day. */
function readHours(small: string, near: LocalDate): RelativeMove | null {
  const times = findDanishTimes(small)
  const before = (from: number) => small.slice(Math.max(0, from - 20), from)
  const old = times.find((time) => /(?:fra|i ?stedet for|tidligere|oprindeligt?)\s+$/u.test(before(time.from)))
  const next = times.find((time) => time !== old)
  // "fra kl. 9 til kl. 13" reads as one span of time; behind a word of moving it is two starts.
  if (old?.end && !next && /\stil\s+(?:kl|klokken)/u.test(small.slice(old.from, old.to)))
    return { olds: [near], news: [near], oldTime: old.start, newTime: old.end, isClear: true }
  if (!old || !next) return null
  return { olds: [near], news: [near], oldTime: old.start, newTime: next.start, isClear: true }
}

/** "fra formiddag til eftermiddag": on the same day. */
function readPartsOfDay(small: string, near: LocalDate): RelativeMove | null {
  const part = '(?:\\p{L}*middag|morgen|aften)(?:en)?'
  const isSaid = new RegExp(
    `fra (?:om )?${part}\\s+til (?:om )?${part}|${part}\\s+i ?stedet for (?:om )?${part}`,
    'u',
  ).test(small)
  return isSaid ? { ...nowhere, olds: [near], news: [near] } : null
}

const numbers: Readonly<Record<string, number>> = { en: 1, én: 1, et: 1, to: 2, tre: 3, fire: 4, fjorten: 14 }

/** "en uge senere", "to dage frem", "dagen efter", "14 dage tidligere". */
function readDistance(small: string, near: LocalDate): RelativeMove | null {
  const [, count = '', unit = '', way = ''] =
    /(?<!\p{L})(en|én|et|to|tre|fire|fjorten|\d{1,2})\s+(uge|dag)(?:er|e)?(?:\s+(senere|efter|tidligere|før))?(?!\p{L})/u.exec(
      small,
    ) ?? []
  const [, beside = '', side = ''] = /(?<!\p{L})(dagen|ugen)\s+(efter|før)(?!\p{L})/u.exec(small) ?? []
  const days =
    beside !== '' ? (beside === 'ugen' ? 7 : 1) : (numbers[count] ?? Number(count)) * (unit === 'uge' ? 7 : 1)
  if (!(days > 0 && days <= 60)) return null
  const direction = side || way
  const isLater = /senere|efter/u.test(direction)
  const isEarlier = /tidligere|før/u.test(direction)
  // "Rykket en uge frem" is said of both ways.
  const olds = [...(isEarlier ? [] : [addDays(near, -days)]), ...(isLater ? [] : [addDays(near, days)])]
  return { ...nowhere, olds, news: [], isClear: false }
}

/** The seven dates of an ISO week, of the year that brings it nearest. */
function daysOfWeek(week: number, near: LocalDate): readonly LocalDate[] {
  if (week < 1 || week > 53) return []
  const year = Number(near.slice(0, 4))
  const mondays = [year - 1, year, year + 1].map((one) => mondayOf(one, week))
  const distance = (date: LocalDate) => Math.abs(Date.parse(date) - Date.parse(near))
  const [monday] = mondays.sort((a, b) => distance(a) - distance(b))
  return monday ? Array.from({ length: 7 }, (_, day) => addDays(monday, day)) : []
}

/** Week 1 is the one with the fourth of January (ISO 8601). */
function mondayOf(year: number, week: number): LocalDate {
  const fourth = `${String(year).padStart(4, '0')}-01-04` as LocalDate
  return addDays(fourth, 1 - weekdayOf(fourth) + (week - 1) * 7)
}
