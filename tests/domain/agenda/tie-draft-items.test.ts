import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tieDraftItems } from '../../../src/domain/agenda/tie-draft-items.ts'
import { anItem } from '../../support/builders.ts'
import { aDraftItem } from '../../support/drafts.ts'

const agenda = [
  anItem({ key: 'a1', number: '1', title: 'Godkendelse af dagsorden', kind: 'agenda-approval' }),
  anItem({ key: 'a2', number: '2', title: 'Status på samarbejdsaftalen om udskrivning' }),
  anItem({ key: 'a3', number: '3', title: 'Budget 2027' }),
  anItem({ key: 'a4', number: '4', title: 'Rekruttering i hjemmeplejen' }),
  anItem({ key: 'a5', number: '5', title: 'Gensidig orientering', kind: 'mutual-briefing' }),
  anItem({ key: 'a6', number: '6', title: 'Eventuelt', kind: 'any-other-business' }),
]

/** Key of the agenda's item for each title; null where it is new. */
function tied(
  titles: readonly (readonly [number: string | null, title: string, part?: Parameters<typeof aDraftItem>[0]])[],
): readonly (string | null | undefined)[] {
  const items = titles.map(([number, title, part], at) => aDraftItem({ key: `d${at}`, number, title, ...part }))
  const ties = tieDraftItems(items, agenda)
  return items.map(({ key }) => ties.get(key)?.itemKey)
}

test('[M2] titles said in other words, other case and another form are the same item', () => {
  expect(
    tied([
      ['2', 'STATUS PÅ SAMARBEJDSAFTALE OM UDSKRIVNINGER'],
      ['3', 'Budgettet 2027'],
    ]),
  ).toEqual(['a2', 'a3'])
})

test('[M3] the same number helps titles that are half alike, and is never enough alone', () => {
  expect(tied([['4', 'Hjemmeplejens rekruttering af sygeplejersker']])).toEqual(['a4'])
  expect(tied([['9', 'Hjemmeplejens rekruttering af sygeplejersker']])).toEqual([null])
  expect(tied([['4', 'Nyt sundhedshus']])).toEqual([null])
})

test('[M3] a standing item is known by its kind though it is called otherwise', () => {
  expect(tied([['7', 'Gensidig orientering fra kommunerne', { kind: 'mutual-briefing' }]])).toEqual(['a5'])
})

test('[M4] an item put in between moves all numbers and unsettles none', () => {
  expect(
    tied([
      ['1', 'Godkendelse af dagsorden'],
      ['2', 'Ny formand'],
      ['3', 'Status på samarbejdsaftalen om udskrivning'],
      ['4', 'Budget 2027'],
      ['5', 'Rekruttering i hjemmeplejen'],
    ]),
  ).toEqual(['a1', null, 'a2', 'a3', 'a4'])
})

test('[M4] an item that was taken earlier than planned is still the same when it is called the same', () => {
  expect(
    tied([
      ['1', 'Rekruttering i hjemmeplejen'],
      ['2', 'Status på samarbejdsaftalen om udskrivning'],
      ['3', 'Budget 2027'],
    ]),
  ).toEqual(['a4', 'a2', 'a3'])
})

test('[M1] what a person says outranks titles and numbers, and takes the item from the rules', () => {
  expect(tied([['3', 'Budget 2027', { sameAs: 'new' }]])).toEqual([null])
  expect(
    tied([
      ['3', 'Noget helt andet', { sameAs: 'a3' }],
      ['3', 'Budget 2027'],
    ]),
  ).toEqual(['a3', null])
})

test('[M5] each item of the agenda is tied once, whatever the document says', () => {
  const anyItem = fc.record({
    number: fc.constantFrom(null, '1', '2', '3', '4', '5', '6'),
    title: fc.constantFrom(...agenda.map(({ title }) => title), 'Budget', 'Status', '', 'Ny sag'),
    sameAs: fc.constantFrom(undefined, 'new', 'a1', 'a3', 'unknown'),
  })
  fc.assert(
    fc.property(fc.array(anyItem, { maxLength: 12 }), (parts) => {
      const items = parts.map(({ sameAs, ...part }, at) =>
        aDraftItem({ ...part, key: `d${at}`, ...(sameAs === undefined ? {} : { sameAs }) }),
      )
      const ties = tieDraftItems(items, agenda)
      expect([...ties.keys()].sort()).toEqual(items.map(({ key }) => key).sort())
      const used = [...ties.values()].flatMap(({ itemKey }) => (itemKey === null ? [] : [itemKey]))
      expect(new Set(used).size).toBe(used.length)
    }),
  )
})

test('an agenda ties to itself, every item by title and number', () => {
  const ties = tieDraftItems(
    agenda.map((item) => aDraftItem({ key: `d-${item.key}`, number: item.number, title: item.title, kind: item.kind })),
    agenda,
  )
  expect([...ties.values()]).toEqual(agenda.map(({ key }) => ({ itemKey: key, because: 'titleAndNumber' })))
})
