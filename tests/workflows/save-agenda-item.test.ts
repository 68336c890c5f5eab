import { expect, test } from 'vitest'
import type { AgendaItem } from '../../src/domain/agenda/agenda.ts'
import type { ForumId } from '../../src/shared/ids.ts'
import { moveAgendaItem } from '../../src/workflows/edit-agenda.ts'
import { ServiceError } from '../../src/workflows/failure.ts'
import type { ForumPort, MeetingRecord } from '../../src/workflows/ports.ts'
import { saveAgendaItem, settleAgendaItem } from '../../src/workflows/save-agenda-item.ts'
import { anItem } from '../support/builders.ts'

const forumId = 'forum' as ForumId

/** A forum with one item that refuses a change made from anything but what it has stored. */
function aForum(stored: AgendaItem | null) {
  const state = { stored }
  const forum: Pick<ForumPort, 'changeAgendaItem' | 'readMeeting'> = {
    changeAgendaItem: async (_, before, after) => {
      const isSeen = state.stored && before.decision === state.stored.decision && before.rank === state.stored.rank
      if (!isSeen) throw new ServiceError({ kind: 'changedMeanwhile' })
      state.stored = after
      return after
    },
    readMeeting: async () => ({ items: state.stored ? [state.stored] : [] }) as unknown as MeetingRecord,
  }
  return { forum, state }
}

test('two decisions on one item: neither overwrites the other, both texts come back, and the choice is stored', async () => {
  const seen = anItem({ decision: '' })
  const { forum, state } = aForum({ ...seen, decision: 'Godkendt.' })
  const saved = await saveAgendaItem(forum, forumId, seen, { ...seen, decision: 'Udsat.' })
  expect(saved).toMatchObject({
    kind: 'conflict',
    fields: [{ field: 'decision', mine: 'Udsat.', theirs: 'Godkendt.' }],
  })
  expect(state.stored?.decision).toBe('Godkendt.')
  if (saved.kind !== 'conflict') return
  const settled = settleAgendaItem(saved.rows, { decision: { text: 'Godkendt.\n\nUdsat.' } })
  expect(await saveAgendaItem(forum, forumId, saved.rows.theirs, settled)).toMatchObject({ kind: 'saved' })
  expect(state.stored?.decision).toBe('Godkendt.\n\nUdsat.')
})

test('an item that is gone is told as gone', async () => {
  const { forum } = aForum(null)
  const seen = anItem()
  await expect(saveAgendaItem(forum, forumId, seen, { ...seen, title: 'Ny' })).rejects.toMatchObject({
    failure: { kind: 'notFound' },
  })
})

test('of two moves of one item the later holds, and what else was changed stays', async () => {
  const seen = anItem({ rank: 'a0' })
  const { forum, state } = aForum({ ...seen, rank: 'a5', title: 'Omdøbt' })
  await moveAgendaItem(forum, forumId, seen, 'a9')
  expect(state.stored).toMatchObject({ rank: 'a9', title: 'Omdøbt' })
})
