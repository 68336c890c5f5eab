import fc from 'fast-check'
import { expect, test } from 'vitest'
import { danishMonths } from '../../../src/domain/time/danish-calendar-words.ts'
import { findDanishDates, readDanishDate, resolveDate, weekdayOf } from '../../../src/domain/time/read-danish-date.ts'
import type { LocalDate } from '../../../src/shared/ids.ts'

const near = '2021-06-18' as LocalDate

test.each([
  ['d. 27-11-2023', '2023-11-27'],
  ['den 6/10 2021 kl. 9-11', '2021-10-06'],
  ['torsdag den 14. november 2024', '2024-11-14'],
  ['14/11-24', '2024-11-14'],
  ['18.08.2016', '2016-08-18'],
  ['2016-08-18', '2016-08-18'],
  ['5. maj', '2021-05-05'],
  ['28. september', '2021-09-28'],
  ['Møde den 3.-4. marts 2022', '2022-03-03'],
  ["1. dec. '19", '2019-12-01'],
])('reads %s as %s', (text, date) => {
  expect(readDanishDate(text, near).value).toBe(date)
})

test.each([
  'kl. 9.00-11.00',
  '31. februar 2020',
  'bilag 3.1 og 3.2',
  'lov nr. 12/345678',
  '1.250.000 kr.',
  'side 3/12-',
])('finds no date in %s', (text) => {
  expect(readDanishDate(text, null).value).toBeNull()
})

test('[T4] a weekday that contradicts its date is a finding, not a correction', () => {
  const reading = readDanishDate('mandag den 14. november 2024')
  expect(reading.value).toBe('2024-11-14')
  expect(reading.findings.map(({ rule }) => rule)).toEqual(['T4'])
})

test('a weekday chooses the year that was left out', () => {
  const mention = findDanishDates('onsdag den 6. marts')[0]
  expect(mention && resolveDate(mention, '2023-11-01' as LocalDate)).toBe('2024-03-06')
})

test('every date is read back from every way of printing it', () => {
  const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(day, (value) => {
      const iso = value.toISOString().slice(0, 10) as LocalDate
      const [year, month, date] = iso.split('-').map(Number) as [number, number, number]
      const forms = [
        `d. ${date}. ${danishMonths[month - 1]?.[0]} ${year}`,
        `${date}/${month} ${year}`,
        `${date}-${month}-${year}`,
        iso,
      ]
      for (const form of forms) expect(readDanishDate(form).value).toBe(iso)
      expect(weekdayOf(iso)).toBe(value.getUTCDay() || 7)
    }),
  )
})
