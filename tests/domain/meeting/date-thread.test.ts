import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findLiveMeeting, traceDates } from '../../../src/domain/meeting/date-thread.ts'
import type { MeetingKey } from '../../../src/shared/ids.ts'
import { aMeeting } from '../../support/builders.ts'

const june = aMeeting({ key: 'june', status: 'moved' })
const august = aMeeting({ key: 'august', status: 'moved', supersedesKey: 'june' })
const live = aMeeting({ key: 'live', supersedesKey: 'august' })

test('the thread lists dead dates in the order they were planned, the live one last', () => {
  expect(traceDates([live, june, august], live)).toEqual([
    { meeting: june, state: 'dead' },
    { meeting: august, state: 'dead' },
    { meeting: live, state: 'live' },
  ])
})

test('a cancelled meeting ends its thread cancelled', () => {
  const cancelled = aMeeting({ status: 'cancelled' })
  expect(traceDates([cancelled], cancelled)).toEqual([{ meeting: cancelled, state: 'cancelled' }])
})

test('the key of any dead date leads to the live meeting', () => {
  for (const key of ['june', 'august', 'live']) {
    expect(findLiveMeeting([june, august, live], key as MeetingKey)).toBe(live)
  }
})

test('a dead date that nothing supersedes stays where it is', () => {
  expect(findLiveMeeting([june], 'june' as MeetingKey)).toBe(june)
  expect(findLiveMeeting([june], 'unknown' as MeetingKey)).toBeUndefined()
})

test('chains of any shape, circles too, come to an end and name each date once', () => {
  const keys = ['a', 'b', 'c', 'd']
  const chain = fc.tuple(...keys.map(() => fc.option(fc.constantFrom(...keys), { nil: undefined })))
  fc.assert(
    fc.property(chain, (targets) => {
      const meetings = keys.map((key, index) => {
        const supersedesKey = targets[index]
        return aMeeting({ key, status: 'moved', ...(supersedesKey ? { supersedesKey } : {}) })
      })
      const [first] = meetings
      if (!first) return
      const traced = traceDates(meetings, first).map((point) => point.meeting.key)
      expect(new Set(traced).size).toBe(traced.length)
      expect(findLiveMeeting(meetings, first.key)).toBeDefined()
    }),
  )
})
