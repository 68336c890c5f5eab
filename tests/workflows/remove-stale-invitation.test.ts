import { expect, test } from 'vitest'
import type { CalendarEvent } from '../../src/domain/calendar/calendar-event.ts'
import { ServiceError } from '../../src/workflows/failure.ts'
import { removeStaleInvitation } from '../../src/workflows/remove-stale-invitation.ts'
import { anInvitation } from '../support/builders.ts'

const seen = anInvitation({ subject: 'Chefforum' })

function aCalendar(now: CalendarEvent | null) {
  const removed: string[] = []
  return {
    removed,
    readEvent: async () => now,
    removeOwnCopy: async (id: string) => {
      removed.push(id)
    },
  }
}

test('a stale copy somebody else called is removed', async () => {
  const calendar = aCalendar(seen)
  expect(await removeStaleInvitation(calendar, seen, async () => true)).toBe('removed')
  expect(calendar.removed).toEqual([seen.id])
})

test.each([
  ['alreadyGone', null, true],
  ['youAreOrganizer', { ...seen, isOrganizer: true }, true],
  ['nowLive', { ...seen, iCalUId: 'another' }, true],
  ['nowLive', seen, false],
] as const)('%s: the calendar is left as it is', async (outcome, fresh, stale) => {
  const calendar = aCalendar(fresh)
  expect(await removeStaleInvitation(calendar, seen, async () => stale)).toBe(outcome)
  expect(calendar.removed).toEqual([])
})

test('a copy cancelled and gone between the check and the removal counts as gone', async () => {
  const calendar = {
    readEvent: async () => seen,
    removeOwnCopy: async () => {
      throw new ServiceError({ kind: 'notFound' })
    },
  }
  expect(await removeStaleInvitation(calendar, seen, async () => true)).toBe('alreadyGone')
})

test('one its organiser has cancelled meanwhile is removed whatever the plan says, and said to be cancelled', async () => {
  const calendar = aCalendar({ ...seen, isCancelled: true })
  expect(await removeStaleInvitation(calendar, seen, async () => false)).toBe('removedCancelled')
  expect(calendar.removed).toEqual([seen.id])
  const other = aCalendar({ ...seen, isCancelled: true, iCalUId: 'another' })
  expect(await removeStaleInvitation(other, seen, async () => true)).toBe('nowLive')
})
