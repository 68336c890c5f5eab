import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mergeFields } from '../../src/graph/merge-fields.ts'

const value = fc.oneof(fc.constant(null), fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 0, max: 2 }))
const row = fc.record({ Title: value, Text: value, Number: value })
const three = [row, row, row] as const

test('what is written is mine, and only where they left the field alone', () => {
  fc.assert(
    fc.property(...three, (before, mine, theirs) => {
      for (const [column, written] of Object.entries(mergeFields(before, mine, theirs).toWrite)) {
        const name = column as keyof typeof mine
        expect(written).toBe(mine[name])
        expect(theirs[name]).toBe(before[name])
        expect(mine[name]).not.toBe(before[name])
      }
    }),
  )
})

test('a conflict is a field both changed, to different values; both sides see the same conflicts', () => {
  fc.assert(
    fc.property(...three, (before, mine, theirs) => {
      const both = (['Title', 'Text', 'Number'] as const).filter(
        (name) => mine[name] !== before[name] && theirs[name] !== before[name] && mine[name] !== theirs[name],
      )
      expect(mergeFields(before, mine, theirs).conflicts).toEqual(both)
      expect(mergeFields(before, theirs, mine).conflicts).toEqual(both)
    }),
  )
})

test('without conflict the order of two writers does not matter', () => {
  fc.assert(
    fc.property(...three, (before, mine, theirs) => {
      fc.pre(mergeFields(before, mine, theirs).conflicts.length === 0)
      const mineLast = { ...theirs, ...mergeFields(before, mine, theirs).toWrite }
      const theirsLast = { ...mine, ...mergeFields(before, theirs, mine).toWrite }
      expect(mineLast).toEqual(theirsLast)
    }),
  )
})

test('somebody who changed nothing writes nothing and has no conflict', () => {
  fc.assert(
    fc.property(row, row, (before, theirs) => {
      expect(mergeFields(before, before, theirs)).toEqual({ toWrite: {}, conflicts: [] })
    }),
  )
})
