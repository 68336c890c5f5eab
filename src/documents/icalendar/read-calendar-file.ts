import ICAL from 'ical.js'
import type { CalendarEvent } from '../../domain/calendar/calendar-event.ts'
import type { Instant } from '../../shared/ids.ts'
import {
  type CalendarFileOptions,
  type CalendarFileReading,
  type CalendarFileWarning,
  calendarFileLimits,
} from './calendar-file.ts'
import { danishZone, findZones, type ZoneFinder } from './calendar-zones.ts'
import { type Component, firstValueOf, parseComponent, sequenceOf, textOf } from './entry-values.ts'
import { expandSeries, onClockOf } from './expand-series.ts'
import { type EntryTime, makeCalendarEvent } from './make-calendar-event.ts'
import { type CalendarMoment, type MomentContext, readMomentOf } from './read-moment.ts'
import { splitComponents } from './split-components.ts'

/** One VEVENT, read far enough to know what it belongs to. */
type Entry = {
  readonly component: Component
  readonly method: string
  readonly uid: string
  readonly start: CalendarMoment
  readonly recurrence: CalendarMoment | null
  readonly context: MomentContext
}

/**
 * Reads an iCalendar file (RFC 5545, .ics) as Outlook, Exchange, Google and Apple write it: series become their occurrences,
 * with moved and deleted ones; a cancellation's entries are cancelled; answers are left out. Times without a zone are Danish.
 * Never throws for what is in the file.
 */
export function readCalendarFile(bytes: Uint8Array, options: CalendarFileOptions): CalendarFileReading {
  if (bytes.length > calendarFileLimits.fileBytes) return { kind: 'unreadable', reason: 'too-large' }
  const pieces = splitComponents(bytes, calendarFileLimits.entries)
  if (!pieces.isCalendar && pieces.entries.length === 0) return { kind: 'unreadable', reason: 'no-calendar' }
  const warnings: CalendarFileWarning[] = []
  const findZone = findZones(pieces.zones)
  const entries = pieces.entries
    .slice(0, calendarFileLimits.entries)
    .flatMap((piece) => readEntry(piece, findZone, warnings) ?? [])
  if (pieces.entries.length > calendarFileLimits.entries) warnings.push({ kind: 'too-many', title: null })
  return { kind: 'calendar', events: expandEntries(keepNewest(entries), options, warnings), warnings }
}

function readEntry(
  piece: { readonly text: string; readonly method: string; readonly zoneName: string },
  findZone: ZoneFinder,
  warnings: CalendarFileWarning[],
): Entry | null {
  const parsed = parseEntry(piece.text)
  const title = parsed ? textOf(parsed.component, 'summary').slice(0, 200) || null : titleOf(piece.text)
  const warn = (kind: CalendarFileWarning['kind']) => {
    warnings.push({ kind, title })
    return null
  }
  if (!parsed) return warn('malformed')
  if (['REPLY', 'COUNTER', 'DECLINECOUNTER', 'REFRESH'].includes(piece.method)) return warn('reply')
  const { component } = parsed
  if (parsed.hasOddRule) warn('odd-rule')
  let isTold = false
  const context: MomentContext = {
    findZone,
    floating: findZone(piece.zoneName) ?? danishZone,
    tellUnknownZone: () => {
      if (!isTold) warn('unknown-zone')
      isTold = true
    },
  }
  const start = readMomentOf(component, 'dtstart', context)
  if (!start) return warn('malformed')
  const recurrence = readMomentOf(component, 'recurrence-id', context)
  return { component, method: piece.method, uid: textOf(component, 'uid').trim(), start, recurrence, context }
}

/** An entry of a rule that cannot be read is still an entry, of its first date. */
function parseEntry(text: string): { readonly component: Component; readonly hasOddRule: boolean } | null {
  const component = parseComponent(text)
  if (component) return { component, hasOddRule: false }
  const ruleless = parseComponent(text.replace(/^RRULE.*\r\n/gim, ''))
  return ruleless ? { component: ruleless, hasOddRule: true } : null
}

function titleOf(text: string): string | null {
  return /^SUMMARY[^:\n]*:(.{1,200})/im.exec(text)?.[1]?.trim() || null
}

/** Of several versions of one entry the one sent last: by SEQUENCE, then by DTSTAMP. Entries without a UID all stay. */
function keepNewest(entries: readonly Entry[]): readonly Entry[] {
  const newest = new Map<string, Entry>()
  for (const [place, entry] of entries.entries()) {
    const key = entry.uid === '' ? `${place}` : `${entry.uid} ${entry.recurrence?.instant ?? ''}`
    const known = newest.get(key)
    if (!known || isNewer(entry, known)) newest.set(key, entry)
  }
  return [...newest.values()]
}

function isNewer(a: Entry, b: Entry): boolean {
  const sequence = (entry: Entry) => sequenceOf(entry.component)
  const stamp = (entry: Entry) => readMomentOf(entry.component, 'dtstamp', entry.context)?.instant ?? ''
  return sequence(a) - sequence(b) > 0 || (sequence(a) === sequence(b) && stamp(a) >= stamp(b))
}

function expandEntries(
  entries: readonly Entry[],
  options: CalendarFileOptions,
  warnings: CalendarFileWarning[],
): readonly CalendarEvent[] {
  const exceptions = new Map<string, Entry[]>()
  for (const entry of entries) {
    if (entry.recurrence) exceptions.set(entry.uid, [...(exceptions.get(entry.uid) ?? []), entry])
  }
  const events: CalendarEvent[] = []
  let steps: number = calendarFileLimits.stepsInAll
  const add = (entry: Entry, time: EntryTime) => {
    events.push(makeCalendarEvent(entry.component, time, { method: entry.method, me: options.me }, entry.context))
  }
  for (const entry of entries) {
    if (entry.recurrence) add(entry, timeOf(entry, 'exception', entry.start, entry.recurrence))
    else if (!isSeries(entry)) add(entry, timeOf(entry, 'singleInstance', entry.start, null))
    else {
      const most = Math.min(steps, calendarFileLimits.stepsInSeries)
      const series = expandSeries(entry.component, entry.start, options, entry.context, most)
      steps -= series.steps
      if (series.isOdd) warnings.push({ kind: 'odd-rule', title: textOf(entry.component, 'summary') || null })
      const moved = new Set((exceptions.get(entry.uid) ?? []).map((other) => movedFrom(entry, other)))
      for (const date of series.dates) {
        if (!moved.has(date.reading)) add(entry, timeOf(entry, 'occurrence', date, date))
      }
    }
    if (events.length > calendarFileLimits.occurrences) {
      warnings.push({ kind: 'too-many', title: null })
      break
    }
  }
  return events.slice(0, calendarFileLimits.occurrences)
}

function isSeries({ component }: Entry): boolean {
  return component.hasProperty('rrule') || component.hasProperty('rdate')
}

function movedFrom(series: Entry, exception: Entry): string {
  return exception.recurrence ? onClockOf(series.start, exception.recurrence) : ''
}

function timeOf(
  entry: Entry,
  type: EntryTime['type'],
  start: CalendarMoment,
  original: CalendarMoment | null,
): EntryTime {
  const lasts = Math.max(0, Date.parse(endOf(entry)) - Date.parse(entry.start.instant))
  return { type, start, end: toIso(Date.parse(start.instant) + lasts), original }
}

/** DTEND, or DTSTART and DURATION; without either a date lasts that day and a time no time (RFC 5545, 3.6.1). */
function endOf({ component, start, context }: Entry): Instant {
  const end = readMomentOf(component, 'dtend', context)
  if (end) return end.instant
  const duration = firstValueOf(component, 'duration')
  const seconds = duration instanceof ICAL.Duration ? duration.toSeconds() : start.isDate ? 86_400 : 0
  return toIso(Date.parse(start.instant) + Math.min(Math.max(0, seconds), 366 * 86_400) * 1000)
}

function toIso(moment: number): Instant {
  return new Date(moment).toISOString().replace('.000Z', 'Z') as Instant
}
