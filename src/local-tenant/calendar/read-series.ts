import type { Json, JsonObject } from '../http/answer.ts'
import { errorInvalidRequest, type GraphError } from '../http/graph-error.ts'
import { indexes, readRecurrence, recurrenceNames, weekdays } from './recurrence.ts'

/** Where a series begins: local date and zone of its first event. */
export type SeriesStart = { readonly date: string; readonly zone: string }

/** Reads a patternedRecurrence as a client writes it and makes it complete; null ends a series. 400 for one that cannot be. */
export function readSeries(value: Json, start: SeriesStart): JsonObject | null {
  if (value === null) return null
  const posted = value as JsonObject
  const pattern = inOneCase(posted['pattern'], ['type', 'firstDayOfWeek', 'index'])
  const range = inOneCase(posted['range'], ['type'])
  checkRange(pattern, range, start)
  const series = {
    pattern: {
      interval: 1,
      month: 0,
      dayOfMonth: 0,
      firstDayOfWeek: 'sunday',
      index: 'first',
      ...lowerCaseDays(pattern),
    },
    range: {
      startDate: start.date,
      endDate: '0001-01-01',
      numberOfOccurrences: 0,
      ...range,
      recurrenceTimeZone: String(range['recurrenceTimeZone'] ?? '') || start.zone,
    },
  }
  if (readRecurrence(series) === null) throw invalidSeries('The recurrence pattern is not valid.')
  return series
}

// What the documentation calls required for a kind of pattern or range.
function checkRange(pattern: JsonObject, range: JsonObject, start: SeriesStart): void {
  const isMissing = (part: JsonObject, name: string): boolean => part[name] === undefined || part[name] === null
  for (const [name, known] of Object.entries(enumerations)) {
    const value = pattern[name]
    if (value !== undefined && value !== null && !known.includes(String(value)))
      throw invalidSeries(`Requested value '${String(value).slice(0, 40)}' was not found.`)
  }
  const type = String(pattern['type'])
  if (type.startsWith('absolute') && isMissing(pattern, 'dayOfMonth')) throw invalidSeries('dayOfMonth is missing.')
  if (type.endsWith('Yearly') && isMissing(pattern, 'month')) throw invalidSeries('month is missing.')
  const { dayOfMonth, month } = pattern
  if (typeof dayOfMonth === 'number' && dayOfMonth > 31) throw invalidSeries('dayOfMonth is over 31.')
  if (typeof month === 'number' && month > 12) throw invalidSeries('month is over 12.')
  if (range['type'] === 'numbered' && !(Number(range['numberOfOccurrences']) >= 1))
    throw invalidSeries('numberOfOccurrences is missing.')
  if (range['type'] === 'endDate' && isMissing(range, 'endDate')) throw invalidSeries('endDate is missing.')
  const startDate = String(range['startDate'] ?? start.date)
  if (startDate.slice(0, 10) !== start.date) throw invalidSeries("The start of the range is not the event's start.")
  if (range['type'] === 'endDate' && String(range['endDate']).slice(0, 10) < start.date)
    throw invalidSeries('The range ends before it begins.')
}

function invalidSeries(message: string): GraphError {
  return errorInvalidRequest(message, 'ErrorPropertyValidationFailure')
}

// A field that a kind of pattern does not use is checked all the same.
const enumerations: Readonly<Record<string, readonly string[]>> = { firstDayOfWeek: weekdays, index: indexes }

const names = [...recurrenceNames, 'endDate', 'noEnd', 'numbered']

// Names of enumerations are taken in any case: "EndDate" is "endDate", "WEEKLY" is "weekly".
function inOneCase(part: Json, properties: readonly string[]): JsonObject {
  const given = (typeof part === 'object' && part !== null ? part : {}) as JsonObject
  const known = properties.flatMap((property) => {
    const value = given[property]
    const name = names.find((one) => one.toLowerCase() === String(value).toLowerCase())
    return name === undefined ? [] : [[property, name] as const]
  })
  return { ...given, ...Object.fromEntries(known) }
}

// "Monday" is taken and given back as "monday", as the service does.
function lowerCaseDays(pattern: JsonObject): JsonObject {
  const days = pattern['daysOfWeek']
  return { ...pattern, ...(Array.isArray(days) ? { daysOfWeek: days.map((day) => String(day).toLowerCase()) } : {}) }
}
