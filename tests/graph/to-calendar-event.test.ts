import { expect, test } from 'vitest'
import { readWireEvent, toCalendarEvent } from '../../src/graph/to-calendar-event.ts'

const start = { dateTime: '2026-10-06T09:00:00.0000000', timeZone: 'Romance Standard Time' }
const end = { dateTime: '2026-10-06T11:00:00.0000000', timeZone: 'Europe/Copenhagen' }

test('times come from Windows zones, IANA zones, UTC and offsets', () => {
  const at = (moment: unknown) =>
    toCalendarEvent({ id: 'a', start: moment, end: { dateTime: '2030-01-01T00:00:00', timeZone: 'UTC' } })?.start
  expect(at(start)).toBe('2026-10-06T07:00:00Z')
  expect(at(end)).toBe('2026-10-06T09:00:00Z')
  expect(at({ dateTime: '2026-10-06T09:00:00.0000000' })).toBe('2026-10-06T09:00:00Z')
  expect(at({ dateTime: '2026-10-06T09:00:00+02:00', timeZone: 'UTC' })).toBe('2026-10-06T07:00:00Z')
})

test('an event with only id, start and end is read; the rest is empty', () => {
  expect(toCalendarEvent({ id: 'a', start, end })).toMatchObject({
    subject: '',
    attendees: [],
    organizer: null,
    bodyText: '',
    isOrganizer: true,
  })
})

test('body and attendees are read as text and lower-case addresses', () => {
  const event = toCalendarEvent({
    id: 'a',
    start,
    end,
    body: { contentType: 'html', content: '<p>Hej &amp; h&aring;</p>' },
    attendees: [{ emailAddress: { address: 'A@B.example', name: 'A' }, status: { response: 'tentativelyAccepted' } }],
  })
  expect([event?.bodyText, event?.attendees]).toEqual([
    'Hej & hå',
    [{ name: 'A', mail: 'a@b.example', response: 'tentative' }],
  ])
})

test.each([
  [null, null],
  ['text', null],
  [{ start, end }, null],
  [{ id: 'a', end }, 'a'],
  [{ id: 'a', start: { dateTime: '2026-02-30T09:00:00', timeZone: 'UTC' }, end }, 'a'],
  [{ id: 'a', start: { dateTime: 'i morgen', timeZone: 'UTC' }, end }, 'a'],
  [{ id: 'a', start: { dateTime: '2026-10-06T09:00:00', timeZone: 'tzone://Microsoft/Custom' }, end }, 'a'],
  [{ id: 'a', start: end, end: { dateTime: '2026-10-05T09:00:00', timeZone: 'UTC' } }, 'a'],
])('the malformed event %j is named, not read', (wire, eventId) => {
  expect(toCalendarEvent(wire)).toBeNull()
  expect(readWireEvent(wire)).toMatchObject({ kind: 'malformed', eventId })
})
