import ICAL from 'ical.js'
import type { CalendarFileOptions } from './calendar-file.ts'
import { type Component, orNull } from './entry-values.ts'
import { type CalendarMoment, type MomentContext, readMoments, readTime } from './read-moment.ts'
import { isUsualRule } from './usual-rule.ts'

/** The dates of a series as its rule gives them, exceptions not yet looked at. */
export type SeriesDates = {
  readonly dates: readonly CalendarMoment[]
  /** The rule is none a calendar program writes; only the first date is given. */
  readonly isOdd: boolean
  readonly steps: number
}

/**
 * Expands RRULE, RDATE and EXDATE on the series' own clock, so that 9 o'clock stays 9 o'clock over summer time. Only dates
 * between `from` and `to`; at most so many steps.
 */
export function expandSeries(
  component: Component,
  first: CalendarMoment,
  window: Pick<CalendarFileOptions, 'from' | 'to'>,
  context: MomentContext,
  mostSteps: number,
): SeriesDates {
  const readAll = (name: string) =>
    component
      .getAllProperties(name)
      .flatMap((property) => readMoments(property, context))
      .map((moment) => onClockOf(first, moment))
  const readings = new Set<string>([...readAll('rdate')])
  const rules = component.getAllProperties('rrule').map((property) => orNull(() => property.getFirstValue()))
  let steps = 0
  let isOdd = false
  for (const rule of rules) {
    const isGood = rule instanceof ICAL.Recur && isUsualRule(rule) && steps < mostSteps
    const walked = isGood ? orNull(() => walkRule(rule, first, window.to, mostSteps - steps)) : null
    isOdd ||= walked === null
    for (const reading of walked?.readings ?? []) readings.add(reading)
    steps += walked?.steps ?? 0
  }
  // Without a rule that could be read the first date is all there is; with one, a first date outside the rule counts too.
  readings.add(first.reading)
  for (const excluded of readAll('exdate')) readings.delete(excluded)
  const dates = [...readings]
    .sort()
    .map((reading) => ({ ...first, reading, instant: instantOf(first, reading) }))
    .filter(({ instant }) => instant >= window.from && instant <= window.to)
  return { dates, isOdd, steps }
}

/** What the series' clock shows at that moment: EXDATE and RECURRENCE-ID may be written in UTC. */
export function onClockOf(first: CalendarMoment, moment: CalendarMoment): string {
  if (first.isDate) return `${moment.reading.slice(0, 10)}T00:00:00`
  // A bare date excludes the occurrence of that day.
  return moment.isDate
    ? `${moment.reading.slice(0, 10)}${first.reading.slice(10)}`
    : first.zone.toReading(moment.instant)
}

function instantOf(first: CalendarMoment, reading: string): CalendarMoment['instant'] {
  return first.isDate ? (`${reading}Z` as CalendarMoment['instant']) : first.zone.toInstant(reading)
}

function walkRule(
  rule: InstanceType<typeof ICAL.Recur>,
  first: CalendarMoment,
  to: string,
  mostSteps: number,
): { readonly readings: readonly string[]; readonly steps: number } {
  const local = rule.clone()
  // UNTIL stands in UTC, the rule is walked on the wall clock: compared as they are, the last date falls out.
  if (local.until) {
    const until = readTime(local.until, first.zone)
    local.until = until ? toFloating(first.isDate ? onClockOf(first, until) : untilOf(first, until)) : null
  }
  const readings: string[] = []
  const iterator = local.iterator(toFloating(first.reading))
  let steps = 0
  for (let next = iterator.next(); next && steps < mostSteps; next = iterator.next()) {
    steps += 1
    const reading = next.toString().slice(0, 19)
    if (instantOf(first, reading) > to) break
    readings.push(reading)
  }
  return { readings, steps }
}

/** A bare date as the end takes that whole day in. */
function untilOf(first: CalendarMoment, until: CalendarMoment): string {
  return until.isDate ? `${until.reading.slice(0, 10)}T23:59:59` : first.zone.toReading(until.instant)
}

function toFloating(reading: string): InstanceType<typeof ICAL.Time> {
  return ICAL.Time.fromDateTimeString(reading)
}
