import type { Json, JsonObject } from '../http/answer.ts'

type PatternType = 'daily' | 'weekly' | 'absoluteMonthly' | 'relativeMonthly' | 'absoluteYearly' | 'relativeYearly'

/** A patternedRecurrence, checked. Weekdays count from 0 = Sunday; dates are local to the series. */
export type Recurrence = {
  readonly type: PatternType
  readonly interval: number
  readonly weekdays: readonly number[]
  readonly firstDayOfWeek: number
  readonly dayOfMonth: number
  readonly month: number
  /** 0 = first ... 3 = fourth, 4 = last. */
  readonly index: number
  readonly startDate: string
  readonly endDate: string | null
  readonly count: number | null
}

const types: readonly PatternType[] = [
  'daily',
  'weekly',
  'absoluteMonthly',
  'relativeMonthly',
  'absoluteYearly',
  'relativeYearly',
]
/** The days of a week as patterns name them, from Sunday. */
export const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
/** The places in a month as patterns name them. */
export const indexes = ['first', 'second', 'third', 'fourth', 'last']
/** The names that patterns use for kinds, days and places in a month. */
export const recurrenceNames: readonly string[] = [...types, ...weekdays, ...indexes]
const dayMs = 86_400_000
const mostOccurrences = 2_000

/** Reads Graph's patternedRecurrence; null when it is missing or not one that can be. */
export function readRecurrence(value: JsonObject | null): Recurrence | null {
  const pattern = objectOf(value?.['pattern'])
  const range = objectOf(value?.['range'])
  const type = types.find((known) => known === pattern['type'])
  const interval = numberOf(pattern['interval']) ?? 1
  const startDate = dateOf(range['startDate'])
  if (!type || startDate === null || interval < 1 || interval > 999) return null
  const days = Array.isArray(pattern['daysOfWeek'])
    ? pattern['daysOfWeek'].map((day) => weekdays.indexOf(String(day).toLowerCase()))
    : []
  if (days.includes(-1)) return null
  const rangeType = range['type']
  if (!['endDate', 'noEnd', 'numbered'].includes(String(rangeType))) return null
  if ((type === 'weekly' || type.startsWith('relative')) && days.length === 0) return null
  const start = new Date(`${startDate}T00:00:00Z`)
  return {
    type,
    interval,
    weekdays: days,
    firstDayOfWeek: Math.max(0, weekdays.indexOf(String(pattern['firstDayOfWeek'] ?? 'sunday').toLowerCase())),
    dayOfMonth: numberOf(pattern['dayOfMonth']) || start.getUTCDate(),
    month: numberOf(pattern['month']) || start.getUTCMonth() + 1,
    index: Math.max(0, indexes.indexOf(String(pattern['index'] ?? 'first').toLowerCase())),
    startDate,
    endDate: rangeType === 'endDate' ? dateOf(range['endDate']) : null,
    count: rangeType === 'numbered' ? (numberOf(range['numberOfOccurrences']) ?? 1) : null,
  }
}

/** Local dates of a series between two dates, both included. Bounded to 2,000. */
export function datesOfSeries(rule: Recurrence, from: string, to: string): string[] {
  const dates: string[] = []
  let counted = 0
  const last = rule.endDate !== null && rule.endDate < to ? rule.endDate : to
  // A numbered series has to be counted from its start; others can begin near the window.
  const firstStep = rule.count === null ? stepNear(rule, from) : 0
  for (let step = firstStep; dates.length < mostOccurrences; step += 1) {
    const batch = datesOfStep(rule, step)
    if (batch.stepStart > last) break
    for (const date of batch.dates) {
      if (date < rule.startDate) continue
      counted += 1
      if (rule.count !== null && counted > rule.count) return dates
      if (date > last) return dates
      if (date >= from) dates.push(date)
    }
  }
  return dates
}

/** Whether a series has an occurrence on a local date. */
export function seriesHas(rule: Recurrence, date: string): boolean {
  return datesOfSeries(rule, date, date).includes(date)
}

type Step = { readonly stepStart: string; readonly dates: readonly string[] }

// One step is `interval` days, weeks, months or years after the one before.
function datesOfStep(rule: Recurrence, step: number): Step {
  const start = Date.parse(`${rule.startDate}T00:00:00Z`)
  if (rule.type === 'daily') {
    const date = isoDate(start + step * rule.interval * dayMs)
    return { stepStart: date, dates: [date] }
  }
  if (rule.type === 'weekly') {
    const back = (new Date(start).getUTCDay() - rule.firstDayOfWeek + 7) % 7
    const week = start - back * dayMs + step * rule.interval * 7 * dayMs
    const days = rule.weekdays.map((day) => (day - rule.firstDayOfWeek + 7) % 7).sort((a, b) => a - b)
    return { stepStart: isoDate(week), dates: days.map((day) => isoDate(week + day * dayMs)) }
  }
  const first = new Date(start)
  // A series whose first month (or year) has its day before the start begins with the month after.
  const late = dateInStep(rule, first, 0) < rule.startDate ? 1 : 0
  const date = dateInStep(rule, first, late + step * rule.interval)
  return { stepStart: `${date.slice(0, 8)}01`, dates: [date] }
}

function dateInStep(rule: Recurrence, first: Date, later: number): string {
  const yearly = rule.type.endsWith('Yearly')
  const month = yearly ? rule.month - 1 : first.getUTCMonth() + later
  const year = first.getUTCFullYear() + (yearly ? later : 0)
  return rule.type.startsWith('absolute') ? dayInMonth(year, month, rule.dayOfMonth) : relativeDay(rule, year, month)
}

// A day the month does not have is its last one, as Outlook does.
function dayInMonth(year: number, month: number, day: number): string {
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return isoDate(Date.UTC(year, month, Math.min(day, last)))
}

function relativeDay(rule: Recurrence, year: number, month: number): string {
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  const fitting: number[] = []
  for (let day = 1; day <= last; day += 1) {
    const time = Date.UTC(year, month, day)
    if (rule.weekdays.includes(new Date(time).getUTCDay())) fitting.push(time)
  }
  return isoDate((rule.index === 4 ? fitting.at(-1) : fitting[rule.index]) ?? Date.UTC(year, month, last))
}

function stepNear(rule: Recurrence, from: string): number {
  const days = (Date.parse(`${from}T00:00:00Z`) - Date.parse(`${rule.startDate}T00:00:00Z`)) / dayMs
  const daysPerStep = {
    daily: 1,
    weekly: 7,
    absoluteMonthly: 31,
    relativeMonthly: 31,
    absoluteYearly: 366,
    relativeYearly: 366,
  }[rule.type]
  return Math.max(0, Math.floor(days / (daysPerStep * rule.interval)) - 1)
}

function isoDate(time: number): string {
  return new Date(time).toISOString().slice(0, 10)
}

function objectOf(value: Json): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {}
}

function numberOf(value: Json): number | null {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : null
}

function dateOf(value: Json): string | null {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value) ? value.slice(0, 10) : null
}
