import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type AgendaItem, agendaItemLines } from '../../../src/domain/agenda/agenda.ts'
import { findConflicts, settleConflicts } from '../../../src/domain/conflict/field-conflict.ts'
import { proposalLines } from '../../../src/domain/proposal/agenda-proposal.ts'
import { statusNoteLines } from '../../../src/domain/status-note/status-note.ts'
import { agendaItemRows } from '../../../src/graph/agenda-rows.ts'
import { proposalRows, statusNoteRows } from '../../../src/graph/contribution-rows.ts'
import type { RowCodec } from '../../../src/graph/row-codec.ts'
import { anItem } from '../../support/builders.ts'

const before = anItem({ title: 'Sag', recommendation: 'At mødet drøfter.', presenters: ['Mads'] })

test('fields changed by one side each need no choice, and both changes stand', () => {
  const mine = { ...before, title: 'Sagen' }
  const theirs = { ...before, decision: 'Godkendt.' }
  expect(findConflicts({ before, mine, theirs }, agendaItemLines)).toEqual([])
  expect(settleConflicts({ before, mine, theirs }, agendaItemLines, {})).toEqual({
    ...before,
    title: 'Sagen',
    decision: 'Godkendt.',
  })
})

test('a field changed in two ways comes back with both texts', () => {
  const mine = { ...before, title: 'Min titel', presenters: ['Mads', 'Anja'], purpose: 'decision' as const }
  const theirs = { ...before, title: 'Deres titel', presenters: ['Hanne'], purpose: null }
  expect(findConflicts({ before, mine, theirs }, agendaItemLines)).toEqual([
    { field: 'title', mine: 'Min titel', theirs: 'Deres titel' },
    { field: 'purpose', mine: 'decision', theirs: '' },
    { field: 'presenters', mine: 'Mads\nAnja', theirs: 'Hanne' },
  ])
})

test('each choice stands: mine, theirs, a third text; without a choice what is stored stays', () => {
  const mine = { ...before, title: 'Min', recommendation: 'Min', decision: 'Min', presenters: ['Anja'] }
  const theirs = { ...before, title: 'Deres', recommendation: 'Deres', decision: 'Deres', presenters: ['Hanne'] }
  const choices = { title: 'mine', recommendation: { text: 'Vores' }, presenters: { text: 'Anja\n\nHanne' } } as const
  expect(settleConflicts({ before, mine, theirs }, agendaItemLines, choices)).toMatchObject({
    title: 'Min',
    recommendation: 'Vores',
    decision: 'Deres',
    presenters: ['Anja', 'Hanne'],
  })
})

test('key, version, author and times are never in conflict and are always those stored', () => {
  const mine = { ...before, title: 'Min', eTag: '"g,1"' as AgendaItem['eTag'] }
  const theirs = { ...before, eTag: '"g,7"' as AgendaItem['eTag'] }
  expect(findConflicts({ before, mine, theirs }, agendaItemLines)).toEqual([])
  expect(settleConflicts({ before, mine, theirs }, agendaItemLines, {}).eTag).toBe('"g,7"')
})

const anyText = fc.constantFrom('', 'a', 'b', 'a\n\nb', 'a\n\nc')
const anyRow = fc.record({ title: anyText, decision: anyText, minutes: anyText })

test('what is settled is never in conflict with what is stored, and takes nobody by surprise', () => {
  fc.assert(
    fc.property(anyRow, anyRow, anyRow, (one, other, third) => {
      const rows = { before: one, mine: other, theirs: third }
      const rules = { decision: 'lines', minutes: 'both' } as const
      const fields = findConflicts(rows, rules).map(({ field }) => field)
      const chosen = Object.fromEntries(fields.map((field) => [field, 'mine' as const]))
      const settled = settleConflicts(rows, rules, chosen)
      expect(findConflicts({ before: third, mine: settled, theirs: third }, rules)).toEqual([])
      for (const field of fields) expect(settled).toHaveProperty(field, other[field as keyof typeof other])
    }),
  )
})

test.each([
  [agendaItemRows as unknown as RowCodec<object, object>, agendaItemLines],
  [proposalRows as unknown as RowCodec<object, object>, proposalLines],
  [statusNoteRows as unknown as RowCodec<object, object>, statusNoteLines],
])('the columns of a list are merged as the fields of its rows are', (codec, rules) => {
  const columns = Object.entries(rules).map(([field, rule]) => [field[0]?.toUpperCase() + field.slice(1), rule])
  expect(codec.lineColumns).toEqual(Object.fromEntries(columns))
})
