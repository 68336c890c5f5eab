import { expect, test } from 'vitest'
import { withAttendance } from '../../../src/domain/agenda/attendance-item.ts'
import { mergeDraftItem } from '../../../src/domain/agenda/merge-draft-item.ts'
import { textsOf } from '../../../src/domain/agenda/to-agenda-items.ts'
import { anItem } from '../../support/builders.ts'
import { aDraft, aDraftItem } from '../../support/drafts.ts'

const sent = anItem({ casePresentation: 'Aftalen udløber.', recommendation: '- At Chefforum drøfter sagen' })

test('[M6] a decision goes to the item that has none; the rest of the item stays', () => {
  const item = aDraftItem({ title: 'Andet', number: '9', texts: { decision: 'Godkendt.', minutes: 'Mange spurgte.' } })
  const { after, conflicts } = mergeDraftItem(sent, item, 'referat')
  expect(after).toEqual({ ...sent, decision: 'Godkendt.', minutes: 'Mange spurgte.' })
  expect(conflicts).toEqual([])
})

test('[M6] what says the same, or less, changes nothing: the same item comes back', () => {
  const decided = { ...sent, decision: 'Godkendt.\n\nSekretariatet følger op.' }
  for (const decision of ['', 'Godkendt.', 'Godkendt.\nSekretariatet  følger op.'])
    expect(mergeDraftItem(decided, aDraftItem({ texts: { decision } }), 'referat').after).toBe(decided)
})

test('[M6] a text that goes on where the stored one ends takes its place', () => {
  const decided = { ...sent, decision: 'Godkendt.' }
  const item = aDraftItem({ texts: { decision: 'Godkendt. Sekretariatet følger op.' } })
  const { after, conflicts } = mergeDraftItem(decided, item, 'referat')
  expect([after.decision, conflicts]).toEqual(['Godkendt. Sekretariatet følger op.', []])
})

test('[M7] two different decisions are both shown and the stored one stays till a person chooses', () => {
  const decided = { ...sent, decision: 'Godkendt.' }
  const texts = { decision: 'Udsat.' }
  const merge = (choice?: 'agenda' | 'document' | 'both') =>
    mergeDraftItem(decided, aDraftItem({ texts, choices: choice ? { decision: choice } : {} }), 'referat')
  expect(merge().after).toBe(decided)
  expect(merge().conflicts).toEqual([{ role: 'decision', agenda: 'Godkendt.', document: 'Udsat.', choice: 'agenda' }])
  expect(merge('document').after.decision).toBe('Udsat.')
  const both = merge('both').after
  expect(both.decision).toBe('Godkendt.\n\nUdsat.')
  expect(mergeDraftItem(both, aDraftItem({ texts }), 'referat')).toEqual({ before: both, after: both, conflicts: [] })
})

test('[M7] the opposite of a decision is no part of it, though it holds its letters', () => {
  const refused = { ...sent, decision: 'Ikke Godkendt' }
  const { conflicts } = mergeDraftItem(refused, aDraftItem({ texts: { decision: 'Godkendt' } }), 'referat')
  expect(conflicts.map(({ choice }) => choice)).toEqual(['agenda'])
})

test('[M7] minutes that reprint the case otherwise do not ask; a new agenda that does, asks', () => {
  const item = aDraftItem({ texts: { casePresentation: 'Aftalen blev forklaret.' } })
  expect(mergeDraftItem(sent, item, 'referat')).toEqual({ before: sent, after: sent, conflicts: [] })
  expect(mergeDraftItem(sent, item, 'dagsorden').conflicts.map(({ role }) => role)).toEqual(['casePresentation'])
})

test('[M6] a closed item in the document closes the stored one, an open one opens none', () => {
  expect(mergeDraftItem(sent, aDraftItem({ openness: 'closed' }), 'referat').after.openness).toBe('closed')
  const closed = { ...sent, openness: 'closed' as const }
  expect(mergeDraftItem(closed, aDraftItem(), 'referat').after.openness).toBe('closed')
})

const people = [
  { name: 'Lis Dam', title: null, organisation: 'Viborg', role: 'formand', afbud: false, key: 'p1' },
  { name: 'Bo Fyn', title: 'chef', organisation: null, role: null, afbud: true, key: 'p2' },
] as const

test('[M8] who came and who had sent apologies is an item of the minutes, and of no agenda', () => {
  const draft = aDraft([aDraftItem()], { participants: people })
  const [first] = withAttendance(draft).items
  expect([first?.key, first?.kind, first?.number]).toEqual(['attendance', 'participants', null])
  expect(first && textsOf(first).minutes).toBe(
    '## Til stede\n\n- Lis Dam, Viborg (formand)\n\n## Afbud\n\n- Bo Fyn, chef',
  )
  expect(withAttendance({ ...draft, kind: 'dagsorden' }).items).toBe(draft.items)
})

test('[M8] a document with an item for its people keeps them there', () => {
  const draft = aDraft([aDraftItem({ kind: 'participants', title: 'Fremmøde' })], { participants: people })
  const { items } = withAttendance(draft)
  expect(items.map(({ title }) => title)).toEqual(['Fremmøde'])
  expect(items[0] && textsOf(items[0]).minutes).toContain('Lis Dam')
})
