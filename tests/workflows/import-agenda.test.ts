import { expect, test } from 'vitest'
import type { AgendaDraft } from '../../src/domain/agenda/agenda-draft.ts'
import { ranksAfter } from '../../src/domain/agenda/rank.ts'
import { ServiceError } from '../../src/workflows/failure.ts'
import { importAgenda } from '../../src/workflows/import-agenda.ts'
import { originalsOf } from '../../src/workflows/keep-original.ts'
import { aMeeting, anItem } from '../support/builders.ts'
import { aDraft, aDraftItem, anAnnounced } from '../support/drafts.ts'
import { type MemorySite, memorySite } from '../support/memory-site.ts'

const [rank1 = '', rank2 = '', rank3 = ''] = ranksAfter(null, 3)
const agenda = [
  anItem({ key: 'a1', rank: rank1, number: '1', title: 'Status på samarbejdsaftalen' }),
  anItem({ key: 'a2', rank: rank2, number: '2', title: 'Budget 2027' }),
  anItem({ key: 'a3', rank: rank3, number: '3', title: 'Eventuelt', kind: 'any-other-business' }),
]
const minutes = aDraft([
  aDraftItem({ key: 'd1', number: '1', title: 'Status på samarbejdsaftalen', texts: { decision: 'Godkendt.' } }),
  aDraftItem({ key: 'dx', number: '2', title: 'Ny formand', texts: { decision: 'Lis Dam blev valgt.' } }),
  aDraftItem({
    key: 'd2',
    number: '3',
    title: 'Budget 2027',
    texts: { minutes: 'Mange spurgte.' },
    enclosures: [anAnnounced(1, 'Budgetudkast')],
  }),
])
const file = new File(['referatet'], 'referat.docx')

function run(site: MemorySite, draft: AgendaDraft, original = file) {
  const { enclosures, items } = site.record('live')
  const live = site.meetings.get('live') ?? aMeeting()
  return importAgenda(site.port, live, { items, enclosures }, draft, original, () => undefined)
}

test('[M6] minutes put decisions on the items that are there, and what is new right after the one before it', async () => {
  const site = memorySite([aMeeting()], agenda)
  expect(await run(site, minutes)).toEqual({ added: 1, changed: 2, same: 0 })
  expect(site.record('live').items.map(({ decision, minutes: said, title }) => [title, decision, said])).toEqual([
    ['Status på samarbejdsaftalen', 'Godkendt.', ''],
    ['Ny formand', 'Lis Dam blev valgt.', ''],
    ['Budget 2027', '', 'Mange spurgte.'],
    ['Eventuelt', '', ''],
  ])
  const own = site.record('live').enclosures.filter(({ itemKey }) => itemKey === 'a2')
  expect(own.map(({ content, title }) => [title, content.kind])).toEqual([['Budgetudkast', 'pending']])
  expect(site.meetings.get('live')?.agendaState).toBe('minutes')
})

test('[M6] importing the same minutes again changes nothing, with the keys of another reading', async () => {
  const site = memorySite([aMeeting()], agenda)
  await run(site, minutes)
  const before = JSON.stringify([...site.items, ...site.enclosures, ...site.files])
  const again = aDraft(
    minutes.items.map((item) => ({
      ...item,
      key: `again-${item.key}` as never,
      enclosures: item.enclosures.map((enclosure) => ({ ...enclosure, key: `again-${enclosure.key}` as never })),
    })),
  )
  expect(await run(site, again)).toEqual({ added: 0, changed: 0, same: 3 })
  expect(JSON.stringify([...site.items, ...site.enclosures, ...site.files])).toBe(before)
})

test('an agenda on an empty meeting becomes a draft that nobody else reads, in the order of the document', async () => {
  const site = memorySite([aMeeting({ agendaState: 'none' })])
  await run(site, { ...minutes, kind: 'dagsorden' })
  expect(site.record('live').items.map(({ number }) => number)).toEqual(['1', '2', '3'])
  expect(site.meetings.get('live')?.agendaState).toBe('draft')
})

test('minutes imported onto a draft leave it a draft', async () => {
  const site = memorySite([aMeeting({ agendaState: 'draft' })], agenda)
  await run(site, minutes)
  expect(site.meetings.get('live')?.agendaState).toBe('draft')
})

test('the original is kept with the meeting, once, and is found again as what it was read from', async () => {
  const site = memorySite([aMeeting()], agenda)
  await run(site, minutes)
  await run(site, minutes)
  const originals = originalsOf(site.record('live').enclosures, aMeeting().key)
  expect(originals.map(({ content, title }) => [title, content.kind])).toEqual([['referat.docx', 'file']])
  expect([...site.files.values()]).toEqual([file.size])
})

test('an original that holds a closed item is itself closed', async () => {
  const site = memorySite([aMeeting()])
  await run(site, aDraft([aDraftItem({ openness: 'closed' })]))
  expect(originalsOf(site.record('live').enclosures, aMeeting().key).map(({ openness }) => openness)).toEqual([
    'closed',
  ])
})

test('an original whose closed items are left out is left out too', async () => {
  const site = memorySite([aMeeting()])
  await run(site, aDraft([aDraftItem(), aDraftItem({ key: 'closed', openness: 'closed', taken: false })]))
  expect([site.files.size, site.items.size]).toEqual([0, 1])
})

test('a save that breaks off at any write can be tried again and makes no doubles', async () => {
  const whole = memorySite([aMeeting()], agenda)
  await run(whole, minutes)
  for (let writes = 0; writes < whole.writes.length; writes++) {
    const site = memorySite([aMeeting()], agenda)
    site.writesLeft = writes
    await expect(run(site, minutes)).rejects.toBeInstanceOf(ServiceError)
    site.writesLeft = null
    await run(site, minutes)
    expect([...site.items.values()]).toEqual(expect.arrayContaining([...whole.items.values()]))
    expect([site.items.size, site.enclosures.size]).toEqual([whole.items.size, whole.enclosures.size])
  }
})

test('items left out are not saved, and with none taken nothing is written at all', async () => {
  const site = memorySite([aMeeting()], agenda)
  await run(site, aDraft(minutes.items.map((item) => ({ ...item, taken: false }))))
  expect(site.writes).toEqual([])
})
