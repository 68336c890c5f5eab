import { expect, test } from 'vitest'
import type { Instant, LocalDate } from '../../src/shared/ids.ts'
import { formatDay, formatDaysAway, formatMeetingTime, formatSize } from '../../src/ui/dates.ts'

const meeting = {
  start: '2026-10-06T07:00:00Z' as Instant,
  end: '2026-10-06T09:00:00Z' as Instant,
  timeZone: 'Europe/Copenhagen',
}

test('a meeting reads as a Danish secretary writes it', () => {
  expect(formatMeetingTime(meeting, 'da')).toBe('tirs 6. okt. kl. 9.00-11.00')
  expect(formatMeetingTime(meeting, 'en')).toBe('Tue 6 Oct, 9:00-11:00')
})

test('a date without zone is the same day everywhere', () => {
  expect(formatDay('2026-01-01' as LocalDate, 'da', true)).toBe('tors 1. jan. 2026')
  expect(formatDay('2026-01-01' as LocalDate, 'en', true)).toBe('Thu 1 Jan 2026')
})

test('days away and sizes are in words of the language', () => {
  expect(formatDaysAway(1, 'da')).toBe('i morgen')
  expect(formatDaysAway(8, 'da')).toBe('om 8 dage')
  expect(formatSize(40 * 1024 * 1024, 'da')).toBe('41,9 MB')
  expect(formatSize(1200, 'en')).toBe('2 kB')
})

test('a meeting without end is said by its beginning, one without any time by its day', () => {
  const at = (start: string) => ({ start: start as Instant, end: start as Instant, timeZone: 'Europe/Copenhagen' })
  expect(formatMeetingTime(at('2026-10-06T07:00:00Z'), 'da')).toBe('tirs 6. okt. kl. 9.00')
  expect(formatMeetingTime(at('2026-10-05T22:00:00Z'), 'en', true)).toBe('Tue 6 Oct 2026')
})
