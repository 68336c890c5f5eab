import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, daysBetween, toInstant, toLocal } from '../../../src/domain/time/zoned-time.ts'
import type { Instant, LocalDate, LocalTime } from '../../../src/shared/ids.ts'

const copenhagen = 'Europe/Copenhagen'

describe('wall clock in Denmark', () => {
  test.each([
    ['2026-10-06T07:00:00Z', '2026-10-06', '09:00', 'summer time'],
    ['2026-11-14T08:00:00Z', '2026-11-14', '09:00', 'winter time'],
    ['2026-03-28T23:30:00Z', '2026-03-29', '00:30', 'past midnight'],
  ])('%s reads %s %s (%s)', (instant, date, time) => {
    expect(toLocal(instant as Instant, copenhagen)).toEqual({ date, time })
    expect(toInstant(date as LocalDate, time as LocalTime, copenhagen)).toBe(instant)
  })

  test('the hour skipped in spring counts as if the clocks had not been set', () => {
    expect(toInstant('2026-03-29' as LocalDate, '02:30' as LocalTime, copenhagen)).toBe('2026-03-29T01:30:00Z')
  })

  test('of the hour that comes twice in autumn the first is meant', () => {
    expect(toInstant('2026-10-25' as LocalDate, '02:30' as LocalTime, copenhagen)).toBe('2026-10-25T00:30:00Z')
  })
})

test('every instant comes back from its wall clock reading, but for the second of a double hour', () => {
  const minutes = fc.integer({ min: Date.UTC(2020, 0, 1) / 60_000, max: Date.UTC(2035, 0, 1) / 60_000 })
  fc.assert(
    fc.property(minutes, (minute) => {
      const instant = new Date(minute * 60_000).toISOString().replace('.000Z', 'Z') as Instant
      const { date, time } = toLocal(instant, copenhagen)
      const back = toInstant(date, time, copenhagen)
      expect(toLocal(back, copenhagen)).toEqual({ date, time })
      expect([0, 3_600_000]).toContain(Date.parse(instant) - Date.parse(back))
    }),
  )
})

test('days are counted over months, years and the change of clocks', () => {
  expect(daysBetween('2026-10-24' as LocalDate, '2026-10-26' as LocalDate)).toBe(2)
  expect(daysBetween('2027-01-01' as LocalDate, '2026-12-31' as LocalDate)).toBe(-1)
  expect(addDays('2028-02-28' as LocalDate, 1)).toBe('2028-02-29')
})
