import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareRanks, ranksAfter } from '../../src/domain/agenda/rank.ts'
import type { Enclosure } from '../../src/domain/enclosure/enclosure.ts'
import type { ForumId, MeetingKey } from '../../src/shared/ids.ts'
import { publishAgenda, rankAfterMove } from '../../src/workflows/edit-agenda.ts'
import { anEnclosure, anItem } from '../support/builders.ts'

const items = ranksAfter(null, 4).map((rank, index) => anItem({ key: `i${index}`, rank }))

test('any row of moves keeps every item, and each move changes one place', () => {
  const moves = fc.array(fc.tuple(fc.nat(3), fc.constantFrom('up' as const, 'down' as const)), { maxLength: 30 })
  fc.assert(
    fc.property(moves, (steps) => {
      let agenda = items
      for (const [index, direction] of steps) {
        const item = agenda[index]
        if (!item) continue
        const order = [...agenda].sort(compareRanks).map(({ key }) => key)
        const from = order.indexOf(item.key)
        const rank = rankAfterMove(agenda, item, direction)
        const to = rank === null ? from : from + (direction === 'up' ? -1 : 1)
        agenda = agenda.map((other) => (other.key === item.key && rank !== null ? { ...other, rank } : other))
        const after = [...agenda].sort(compareRanks).map(({ key }) => key)
        expect(after.indexOf(item.key)).toBe(to)
        expect(after.filter((key) => key !== item.key)).toEqual(order.filter((key) => key !== item.key))
      }
    }),
  )
})

test('publishing numbers the enclosures through in item order and leaves given numbers alone', async () => {
  const changed: Record<string, number | null> = {}
  const states: string[] = []
  const forum = {
    changeEnclosure: async (_: ForumId, __: Enclosure, after: Enclosure) => {
      changed[after.key] = after.number
      return after
    },
    changeAgendaState: async (_: ForumId, __: MeetingKey, state: string) => {
      states.push(state)
    },
  }
  const enclosures = [
    anEnclosure({ key: 'late', itemKey: 'i2' }),
    anEnclosure({ key: 'fixed', itemKey: 'i0', number: 3 }),
    anEnclosure({ key: 'early', itemKey: 'i1' }),
  ]
  await publishAgenda(forum, 'forum' as ForumId, 'live' as MeetingKey, items, enclosures)
  expect(changed).toEqual({ early: 4, late: 5 })
  expect(states).toEqual(['published'])
})
