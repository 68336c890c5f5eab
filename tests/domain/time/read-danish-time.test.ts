import { expect, test } from 'vitest'
import { findDanishTimes } from '../../../src/domain/time/read-danish-time.ts'

test.each([
  ['kl. 9-11', '09:00', '11:00'],
  ['kl. 12.30 – 14.00', '12:30', '14:00'],
  ['fra kl. 9 til kl. 11', '09:00', '11:00'],
  ['18:30-21:00', '18:30', '21:00'],
  ['Mødet begynder kl. 15', '15:00', null],
  ['klokken 8.15', '08:15', null],
  ['14:00', '14:00', null],
])('reads %s', (text, start, end) => {
  const { start: readStart, end: readEnd } = findDanishTimes(text)[0] ?? {}
  expect([readStart, readEnd]).toEqual([start, end])
})

test.each(['3-4 personer', 'den 27.11.2023', '1.200 kr.', 'punkt 9.10'])('finds no time in %s', (text) => {
  expect(findDanishTimes(text)).toEqual([])
})
