import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCalendarFile } from '../../../src/documents/icalendar/read-calendar-file.ts'
import { type CalendarEntryToWrite, writeCalendarEntry } from '../../../src/documents/icalendar/write-calendar-entry.ts'
import { findTokens } from '../../../src/domain/calendar/find-tokens.ts'
import type { Instant } from '../../../src/shared/ids.ts'

function anEntry(changes: Partial<CalendarEntryToWrite> = {}): CalendarEntryToWrite {
  return {
    uid: 'noegle-1@moedetraad.example',
    sequence: 1,
    title: 'Sundhedsforum',
    start: '2026-10-06T07:00:00Z' as Instant,
    end: '2026-10-06T09:00:00Z' as Instant,
    location: 'Sal 2, Viborg',
    agendaUrl: 'https://moedetraad.example/tab.html?m=noegle-1',
    description: 'Mødet erstatter mødet 28. september.\nSe dagsordenen; bilag følger.',
    isCancelled: false,
    madeAt: '2026-08-20T08:00:00Z' as Instant,
    ...changes,
  }
}

function readBack(text: string) {
  const window = {
    me: 'anna@a.example',
    from: '2026-01-01T00:00:00Z' as Instant,
    to: '2027-01-01T00:00:00Z' as Instant,
  }
  const reading = readCalendarFile(new TextEncoder().encode(text), window)
  return reading.kind === 'calendar' && reading.warnings.length === 0 ? reading.events : []
}

test('one entry with UTC times, the agenda link and escaped signs', () => {
  expect(writeCalendarEntry(anEntry()).split('\r\n')).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Mødetråd//Kalenderpost//DA',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    'UID:noegle-1@moedetraad.example',
    'DTSTAMP:20260820T080000Z',
    'DTSTART:20261006T070000Z',
    'DTEND:20261006T090000Z',
    'SEQUENCE:1',
    'STATUS:CONFIRMED',
    'SUMMARY:Sundhedsforum',
    'LOCATION:Sal 2\\, Viborg',
    'DESCRIPTION:Mødet erstatter mødet 28. september.\\nSe dagsordenen\\; bilag',
    '  følger.\\n\\nhttps://moedetraad.example/tab.html?m=noegle-1',
    'URL:https://moedetraad.example/tab.html?m=noegle-1',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ])
})

test('[L2] the token is found again in what was written', () => {
  const [event] = readBack(writeCalendarEntry(anEntry()))
  expect(findTokens(event?.bodyText ?? '')).toEqual(['noegle-1'])
})

test('any text comes back as it was, in lines of at most 75 bytes', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', 'ø', 'Å', '€', '😀', ',', ';', '\\', '\n', ':', '"', ' ', 'BEGIN:VEVENT'),
  })
  fc.assert(
    fc.property(text, text, (title, description) => {
      const written = writeCalendarEntry(anEntry({ title: `x${title}`, description: `x${description}` }))
      const [event, other] = readBack(written)
      expect([event?.subject, other]).toEqual([`x${title}`, undefined])
      expect(event?.bodyText.startsWith(`x${description}\n\nhttps:`)).toBe(true)
      const longest = Math.max(...written.split('\r\n').map((line) => new TextEncoder().encode(line).length))
      expect(longest).toBeLessThanOrEqual(75)
    }),
  )
})

test('control characters never end a line', () => {
  const written = writeCalendarEntry(anEntry({ title: 'Forum\rATTENDEE:mailto:x@x.example\u0000' }))
  expect(written).toContain('SUMMARY:Forum\\nATTENDEE:mailto:x@x.example ')
})
