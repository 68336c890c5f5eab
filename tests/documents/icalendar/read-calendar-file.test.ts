import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CalendarFileReading } from '../../../src/documents/icalendar/calendar-file.ts'
import { readCalendarFile } from '../../../src/documents/icalendar/read-calendar-file.ts'
import type { CalendarEvent } from '../../../src/domain/calendar/calendar-event.ts'
import type { Instant } from '../../../src/shared/ids.ts'

const options = {
  me: 'anna@a.example',
  from: '2026-01-01T00:00:00Z' as Instant,
  to: '2027-12-31T23:59:59Z' as Instant,
}

function read(text: string | Uint8Array): CalendarFileReading {
  return readCalendarFile(typeof text === 'string' ? new TextEncoder().encode(text) : text, options)
}

/** A calendar around the lines of some entries, each entry as its own list of lines. */
function aFile(entries: readonly (readonly string[])[], head: readonly string[] = []): string {
  const lines = entries.flatMap((entry) => ['BEGIN:VEVENT', ...entry, 'END:VEVENT'])
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', ...head, ...lines, 'END:VCALENDAR', ''].join('\r\n')
}

function eventsOf(reading: CalendarFileReading): readonly CalendarEvent[] {
  if (reading.kind !== 'calendar') throw new Error(reading.reason)
  return reading.events
}

function warningsOf(reading: CalendarFileReading): string[] {
  return reading.kind === 'calendar' ? reading.warnings.map(({ kind, title }) => `${kind}: ${title}`) : []
}

const starts = (text: string) => eventsOf(read(text)).map(({ start }) => start)
const weekly = ['UID:u1', 'SUMMARY:Forum', 'DTSTART;TZID=Romance Standard Time:20261012T090000', 'DURATION:PT2H']

test('an invitation is read with its people, its place, its Teams link and the answer given', () => {
  const [event] = eventsOf(
    read(
      aFile(
        [
          [
            'UID:abc',
            'SUMMARY;LANGUAGE=da:Møde i Ældrefor',
            ' um\\, nord',
            'DTSTART;TZID=Europe/Copenhagen:20261006T090000',
            'DTEND;TZID=Europe/Copenhagen:20261006T110000',
            'DTSTAMP:20260901T100000Z',
            'ORGANIZER;CN=Lone Å:MAILTO:Lone@S.example',
            'ATTENDEE;CN=Anna;PARTSTAT=TENTATIVE:mailto:anna@a.example',
            'ATTENDEE;CN=Bo;PARTSTAT=NEEDS-ACTION:mailto:bo@b.example',
            'DESCRIPTION:Hej\\nErstatter mødet den 28/9\\; se bilag',
            'LOCATION:Sal 2',
            'CLASS:PRIVATE',
            'X-MICROSOFT-SKYPETEAMSMEETINGURL:https://teams.microsoft.com/meet/123',
          ],
        ],
        ['METHOD:REQUEST'],
      ),
    ),
  )
  expect(event).toEqual({
    id: 'ics abc',
    iCalUId: 'abc',
    seriesMasterId: null,
    type: 'singleInstance',
    subject: 'Møde i Ældreforum, nord',
    start: '2026-10-06T07:00:00Z',
    end: '2026-10-06T09:00:00Z',
    isAllDay: false,
    originalStart: null,
    organizer: { name: 'Lone Å', mail: 'lone@s.example' },
    isOrganizer: false,
    attendees: [
      { name: 'Anna', mail: 'anna@a.example', response: 'tentative' },
      { name: 'Bo', mail: 'bo@b.example', response: 'notResponded' },
    ],
    response: 'tentative',
    isCancelled: false,
    sensitivity: 'private',
    location: 'Sal 2',
    joinUrl: 'https://teams.microsoft.com/meet/123',
    bodyText: 'Hej\nErstatter mødet den 28/9; se bilag',
    webLink: null,
    createdAt: '2026-09-01T10:00:00Z',
    modifiedAt: '2026-09-01T10:00:00Z',
  })
})

test('a fold may fall inside a Danish letter, and an old file may be in Windows-1252', () => {
  const text = aFile([['UID:1', 'DTSTART:20261006T070000Z', 'SUMMARY:Møde på Sjælland']])
  const bytes = new TextEncoder().encode(text)
  const inside = bytes.indexOf(0xc3) + 1
  const folded = new Uint8Array([...bytes.slice(0, inside), 13, 10, 32, ...bytes.slice(inside)])
  expect(eventsOf(read(folded))[0]?.subject).toBe('Møde på Sjælland')
  const ansi = Uint8Array.from([...text].map((letter) => letter.charCodeAt(0)))
  expect(eventsOf(read(ansi))[0]?.subject).toBe('Møde på Sjælland')
})

test.each([
  ['DTSTART:20260706T070000Z', '2026-07-06T07:00:00Z', 'UTC'],
  ['DTSTART:20260706T090000', '2026-07-06T07:00:00Z', 'without a zone: Danish'],
  ['DTSTART;TZID=GMT Standard Time:20260706T080000', '2026-07-06T07:00:00Z', "Windows' name"],
  ['DTSTART;TZID="(UTC+01:00) Brussels, Copenhagen, Madrid, Paris":20260706T090000', '2026-07-06T07:00:00Z', 'cities'],
  ['DTSTART;TZID=/citadel.org/20210210_1/Europe/Helsinki:20260706T100000', '2026-07-06T07:00:00Z', 'behind a path'],
  ['DTSTART;TZID=Vor egen zone:20260706T110000', '2026-07-06T07:00:00Z', "the file's own"],
  ['DTSTART;VALUE=DATE:20260706', '2026-07-06T00:00:00Z', 'a date'],
])('%s is %s (%s)', (line, start) => {
  const zone = [
    'BEGIN:VTIMEZONE',
    'TZID:Vor egen zone',
    'BEGIN:STANDARD',
    'DTSTART:16010101T000000',
    'TZOFFSETFROM:+0400',
    'TZOFFSETTO:+0400',
    'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10',
    'END:STANDARD',
    'END:VTIMEZONE',
  ]
  const reading = read(aFile([['UID:1', line]], zone))
  expect([eventsOf(reading)[0]?.start, warningsOf(reading)]).toEqual([start, []])
})

test('a zone nobody knows is read as Danish, with a warning', () => {
  const reading = read(aFile([['UID:1', 'SUMMARY:Forum', 'DTSTART;TZID=Hvor som helst:20260706T090000']]))
  expect([eventsOf(reading)[0]?.start, warningsOf(reading)]).toEqual(['2026-07-06T07:00:00Z', ['unknown-zone: Forum']])
})

test('a series stays at its hour when summer time ends, the date of its UNTIL included', () => {
  expect(starts(aFile([[...weekly, 'RRULE:FREQ=WEEKLY;BYDAY=MO;UNTIL=20261102T080000Z']]))).toEqual([
    '2026-10-12T07:00:00Z',
    '2026-10-19T07:00:00Z',
    '2026-10-26T08:00:00Z',
    '2026-11-02T08:00:00Z',
  ])
})

test('deleted and moved occurrences, also when they are written in UTC', () => {
  const series = [...weekly, 'RRULE:FREQ=WEEKLY;COUNT=4', 'EXDATE:20261019T070000Z']
  const moved = [
    'UID:u1',
    'SUMMARY:Forum',
    'RECURRENCE-ID:20261026T080000Z',
    'DTSTART;TZID=Romance Standard Time:20261028T130000',
    'DTEND;TZID=Romance Standard Time:20261028T140000',
  ]
  const cancelled = ['UID:u1', 'RECURRENCE-ID:20261102T080000Z', 'DTSTART:20261102T080000Z', 'STATUS:CANCELLED']
  const events = eventsOf(read(aFile([series, moved, cancelled])))
  expect(
    events.map(({ type, start, end, originalStart, isCancelled }) => [type, start, end, originalStart, isCancelled]),
  ).toEqual([
    ['occurrence', '2026-10-12T07:00:00Z', '2026-10-12T09:00:00Z', '2026-10-12T07:00:00Z', false],
    ['exception', '2026-10-28T12:00:00Z', '2026-10-28T13:00:00Z', '2026-10-26T08:00:00Z', false],
    ['exception', '2026-11-02T08:00:00Z', '2026-11-02T08:00:00Z', '2026-11-02T08:00:00Z', true],
  ])
})

test("[L3] an occurrence has Graph's iCalUId: the date in Outlook's date bytes", () => {
  const uid = '040000008200E00074C5B7101A82E00800000000002045A4945BD701000000000000000010000000E2'
  const events = eventsOf(read(aFile([[`UID:${uid}`, ...weekly.slice(1), 'RRULE:FREQ=WEEKLY;COUNT=1']])))
  expect(events.map(({ iCalUId }) => iCalUId)).toEqual([
    '040000008200E00074C5B7101A82E00807EA0A0C002045A4945BD701000000000000000010000000E2',
  ])
})

test('a series without end is read up to the end of the window', () => {
  const events = eventsOf(read(aFile([[...weekly, 'RRULE:FREQ=MONTHLY;BYDAY=2MO']])))
  expect([events.length, events.at(-1)?.start]).toEqual([15, '2027-12-13T08:00:00Z'])
})

test('a cancellation cancels, whichever of the two comes first in the file', () => {
  const head = ['UID:1', 'DTSTART:20261006T070000Z']
  const asked = aFile([[...head, 'SEQUENCE:1']], ['METHOD:REQUEST'])
  const cancelled = aFile([[...head, 'SEQUENCE:2']], ['METHOD:CANCEL'])
  for (const text of [asked + cancelled, cancelled + asked]) {
    expect(eventsOf(read(text)).map(({ isCancelled }) => isCancelled)).toEqual([true])
  }
})

test('an answer to an invitation is no invitation', () => {
  const reading = read(aFile([['UID:1', 'SUMMARY:Forum', 'DTSTART:20261006T070000Z']], ['METHOD:REPLY']))
  expect([eventsOf(reading), warningsOf(reading)]).toEqual([[], ['reply: Forum']])
})

test.each([
  ['DTSTART:26', 'SUMMARY:Forum'],
  ['DTSTART:20261399T250000', 'SUMMARY:Forum'],
  ['SUMMARY:Forum'],
  ['SUMMARY:Forum', 'en linje uden kolon', 'DTSTART:20261006T070000Z'],
])('an entry that cannot be read costs only itself: %s', (...broken) => {
  const reading = read(aFile([broken, ['UID:2', 'SUMMARY:Godt', 'DTSTART:20261006T070000Z']]))
  expect([eventsOf(reading).map(({ subject }) => subject), warningsOf(reading)]).toEqual([
    ['Godt'],
    ['malformed: Forum'],
  ])
})

test('an entry that is never closed costs only itself', () => {
  const text = aFile([['UID:2', 'SUMMARY:Godt', 'DTSTART:20261006T070000Z']]).replace(
    'BEGIN:VEVENT',
    'BEGIN:VEVENT\r\nSUMMARY:Åbent\r\nDTSTART:20261006T070000Z\r\nBEGIN:VEVENT',
  )
  expect(eventsOf(read(text)).map(({ subject }) => subject)).toEqual(['Godt'])
})

test('what is no calendar is told', () => {
  expect(read('Dagsorden')).toEqual({ kind: 'unreadable', reason: 'no-calendar' })
  expect(read(new Uint8Array(20_000_001))).toEqual({ kind: 'unreadable', reason: 'too-large' })
})

test.each([
  'FREQ=SECONDLY;BYMONTH=2',
  'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30',
  'FREQ=DAILY;INTERVAL=7;BYDAY=TU',
  'FREQ=X',
])('a rule that could be walked for ever gives the first date and a warning: %s', (rule) => {
  const reading = read(aFile([[...weekly, `RRULE:${rule}`]]))
  expect(eventsOf(reading).map(({ start }) => start)).toEqual(['2026-10-12T07:00:00Z'])
  expect(warningsOf(reading)).toEqual(['odd-rule: Forum'])
})

const someNumber = (least: number, most: number) => fc.integer({ min: least, max: most })
const someRule = fc
  .record(
    {
      FREQ: fc.constantFrom('SECONDLY', 'HOURLY', 'DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY', 'NEVER'),
      INTERVAL: someNumber(-1, 700),
      COUNT: someNumber(-1, 9_999_999),
      UNTIL: fc.constantFrom('20270101', '20270101T000000Z', 'x', '99991231'),
      BYDAY: fc.constantFrom('MO', '5FR', '-1SU', 'MO,TU', '0MO', '54TU'),
      BYMONTHDAY: fc.constantFrom('31', '30,31', '-31', '0', '32'),
      BYMONTH: fc.constantFrom('2', '2,4', '13'),
      BYSETPOS: fc.constantFrom('1', '-1', '9', '366'),
      BYWEEKNO: fc.constantFrom('1', '53'),
      BYYEARDAY: fc.constantFrom('1', '366'),
      BYHOUR: fc.constantFrom('9', '24'),
    },
    { requiredKeys: ['FREQ'] },
  )
  .map((parts) => Object.entries(parts).map(([part, value]) => `${part}=${value}`))

test('no rule keeps the reader searching for ever', () => {
  fc.assert(
    fc.property(someRule, someNumber(1, 28), someNumber(1, 12), (parts, day, month) => {
      const two = (number: number) => String(number).padStart(2, '0')
      const line = `DTSTART:2026${two(month)}${two(day)}T070000Z`
      const events = eventsOf(read(aFile([['UID:1', line, `RRULE:${parts.join(';')}`]])))
      expect(events.length).toBeGreaterThan(0)
      expect(events.every(({ start }) => start <= options.to)).toBe(true)
    }),
    { numRuns: 300 },
  )
})

test('a time zone whose changes could be searched for ever counts as unknown', () => {
  const zone = ['BEGIN:VTIMEZONE', 'TZID:Sær', 'BEGIN:STANDARD', 'DTSTART:16010101T000000', 'TZOFFSETFROM:+0400']
  zone.push('TZOFFSETTO:+0400', 'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30', 'END:STANDARD', 'END:VTIMEZONE')
  const reading = read(aFile([['UID:1', 'SUMMARY:Forum', 'DTSTART;TZID=Sær:20260706T090000']], zone))
  expect(warningsOf(reading)).toEqual(['unknown-zone: Forum'])
})

const whole = aFile([
  [...weekly, 'RRULE:FREQ=WEEKLY;COUNT=4', 'EXDATE:20261019T070000Z', 'ATTENDEE;CN=Bo:mailto:bo@b.example'],
])

test('no broken file makes it throw', () => {
  const cut = fc.tuple(fc.nat(whole.length), fc.nat(40), fc.string({ maxLength: 20 })).map(([at, length, text]) => {
    return whole.slice(0, at) + text + whole.slice(at + length)
  })
  fc.assert(
    fc.property(cut, (text) => {
      expect(['calendar', 'unreadable']).toContain(read(text).kind)
    }),
    { numRuns: 500 },
  )
})
