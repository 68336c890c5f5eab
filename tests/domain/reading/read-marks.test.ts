import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  isNew,
  isRead,
  joinMarks,
  noMarks,
  type ReadMarks,
  sameMarks,
  stampOfEnclosure,
  stampOfItem,
} from '../../../src/domain/reading/read-marks.ts'
import type { ETag, Instant } from '../../../src/shared/ids.ts'
import { anEnclosure, anItem } from '../../support/builders.ts'

const key = fc.constantFrom('a', 'b', 'c')
const stamp = fc.record({ version: fc.nat(4), print: fc.constantFrom('x', 'y', 'z') })
const stamps = fc.dictionary(key, stamp, { maxKeys: 3 })
const moment = fc.constantFrom('2026-09-01T08:00:00Z', '2026-09-02T08:00:00Z') as fc.Arbitrary<Instant>
const marks: fc.Arbitrary<ReadMarks> = fc.record({
  firstLook: fc.option(fc.record({ at: moment, stamps })),
  read: stamps,
})

const version = (count: number) => `"guid,${count}"` as ETag
const seen = (item: ReturnType<typeof anItem>): ReadMarks => ({
  firstLook: null,
  read: { [item.key]: stampOfItem(item) },
})
const look = (...items: readonly ReturnType<typeof anItem>[]): ReadMarks => ({
  firstLook: {
    at: '2026-09-01T08:00:00Z' as Instant,
    stamps: Object.fromEntries(items.map((item) => [item.key, stampOfItem(item)])),
  },
  read: {},
})

test('joining does not mind order, grouping or repetition', () => {
  fc.assert(
    fc.property(marks, marks, marks, (a, b, c) => {
      expect(joinMarks(a, b)).toEqual(joinMarks(b, a))
      expect(joinMarks(joinMarks(a, b), c)).toEqual(joinMarks(a, joinMarks(b, c)))
      expect(sameMarks(joinMarks(joinMarks(a, b), b), joinMarks(a, b))).toBe(true)
      expect(sameMarks(joinMarks(a, noMarks), a)).toBe(true)
    }),
  )
})

test('joining is monotone: what either device has read stays read', () => {
  fc.assert(
    fc.property(marks, marks, (a, b) => {
      const joined = joinMarks(a, b)
      for (const one of [a, b]) {
        for (const [row, read] of Object.entries(one.read)) expect(isRead(joined, row, read)).toBe(true)
      }
    }),
  )
})

test('on the first look nothing is new, and nothing is read', () => {
  const item = anItem({ eTag: version(1) })
  expect(isNew(noMarks, item.key, stampOfItem(item))).toBe(false)
  expect(isNew(look(item), item.key, stampOfItem(item))).toBe(false)
  expect(isRead(look(item), item.key, stampOfItem(item))).toBe(false)
})

test('what came after the first look is new until it is read', () => {
  const old = anItem({ key: 'old', eTag: version(1) })
  const added = anItem({ key: 'added', eTag: version(1) })
  expect(isNew(look(old), added.key, stampOfItem(added))).toBe(true)
  expect(isNew(joinMarks(look(old), seen(added)), added.key, stampOfItem(added))).toBe(false)
})

test('what changed since I read it is new again and no longer read; another place or number is no change', () => {
  const read = anItem({ eTag: version(3) })
  const known = joinMarks(look(read), seen(read))
  const moved = anItem({ eTag: version(4), rank: 'b7', number: '4' })
  expect(isNew(known, moved.key, stampOfItem(moved))).toBe(false)
  expect(isRead(known, moved.key, stampOfItem(moved))).toBe(true)
  const decided = anItem({ eTag: version(5), decision: 'Godkendt.' })
  expect(isNew(known, decided.key, stampOfItem(decided))).toBe(true)
  expect(isRead(known, decided.key, stampOfItem(decided))).toBe(false)
})

test('an older copy of a row that was read later is not new', () => {
  const later = anItem({ eTag: version(5), decision: 'Godkendt.' })
  const copy = anItem({ eTag: version(3) })
  expect(isNew(joinMarks(look(copy), seen(later)), copy.key, stampOfItem(copy))).toBe(false)
})

test('an enclosure that has come at last is new', () => {
  const promised = anEnclosure({ content: { kind: 'pending', promisedDate: null, owner: null }, eTag: version(1) })
  const arrived = anEnclosure({ eTag: version(2) })
  const known: ReadMarks = {
    firstLook: { at: '2026-09-01T08:00:00Z' as Instant, stamps: { [promised.key]: stampOfEnclosure(promised) } },
    read: {},
  }
  expect(isNew(known, promised.key, stampOfEnclosure(promised))).toBe(false)
  expect(isNew(known, arrived.key, stampOfEnclosure(arrived))).toBe(true)
})
