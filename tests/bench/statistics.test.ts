import { expect, test } from 'vitest'
import { growthExponent, spreadOf, tellSpread } from './statistics.ts'

test('the median is the middle, or the mean of the two in the middle', () => {
  expect(spreadOf([30, 10, 20])).toEqual({ median: 20, min: 10, max: 30 })
  expect(spreadOf([4, 1, 3, 2])).toEqual({ median: 2.5, min: 1, max: 4 })
  expect(spreadOf([]).median).toBeNaN()
  expect(tellSpread(spreadOf([1, 2, 3]), 'ms')).toBe('2 ms [1-3]')
})

test('the growth exponent is 1 where twice as much takes twice as long', () => {
  expect(
    growthExponent([
      [10, 5],
      [1000, 500],
    ]),
  ).toBeCloseTo(1)
  expect(
    growthExponent([
      [10, 1],
      [100, 100],
    ]),
  ).toBeCloseTo(2)
})
