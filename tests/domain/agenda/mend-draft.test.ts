import { expect, test } from 'vitest'
import type { AgendaDraft } from '../../../src/domain/agenda/agenda-draft.ts'
import { type DraftDoubt, findDraftDoubts } from '../../../src/domain/agenda/draft-doubts.ts'
import { changeDraftItem } from '../../../src/domain/agenda/edit-draft.ts'
import { applyMend, type DraftMend, mendsOf } from '../../../src/domain/agenda/mend-draft.ts'
import { numberOutline, paragraphTexts } from '../../../src/domain/agenda/numbered-outline.ts'
import { textsOf } from '../../../src/domain/agenda/to-agenda-items.ts'
import type { LocalDate } from '../../../src/shared/ids.ts'
import type { Finding } from '../../../src/shared/reading.ts'
import { aDraft, aDraftItem, anAnnounced, readLines } from '../../support/drafts.ts'

const meetingDate = '2026-10-06' as LocalDate
const nothing = { findings: [], texts: new Map<number, string>(), meetingDate }
const newKeys = { item: 'new-item', part: 'new-part' }

function mend(draft: AgendaDraft, doubt: DraftDoubt | undefined, kind: DraftMend['kind']): AgendaDraft {
  if (!doubt) throw new Error('there is no doubt to mend')
  const found = mendsOf(draft, doubt, meetingDate).find((one) => one.kind === kind)
  if (!found) throw new Error(`${kind} is not offered`)
  return applyMend(draft, doubt, found, newKeys)
}

const numbered = aDraft(
  ['1', '2', '3', '3', '4', null, '5'].map((number, at) => aDraftItem({ key: `i${at}`, number, title: `Sag ${at}` })),
)

test('[F2] two items numbered 3: keep both, call the second 4 and move on, or call it 3a', () => {
  const [doubt, ...others] = findDraftDoubts(numbered, nothing)
  expect([doubt?.topic, doubt?.itemKey, others]).toEqual([{ kind: 'sameNumber', number: '3' }, 'i3', []])
  const numbers = (draft: AgendaDraft) => draft.items.map(({ number }) => number)
  expect(numbers(mend(numbered, doubt, 'keep'))).toEqual(numbers(numbered))
  expect(numbers(mend(numbered, doubt, 'renumberFrom'))).toEqual(['1', '2', '3', '4', '5', null, '6'])
  expect(numbers(mend(numbered, doubt, 'setNumber'))).toEqual(['1', '2', '3', '3a', '4', null, '5'])
  for (const kind of ['keep', 'renumberFrom', 'setNumber'] as const)
    expect(findDraftDoubts(mend(numbered, doubt, kind), nothing)).toEqual([])
})

test('[F2] a number typed twice in the review is a doubt of its own, and one left out counts for nothing', () => {
  const twice = changeDraftItem(numbered, 'i0' as never, { number: '2' })
  expect(findDraftDoubts(twice, nothing).map(({ itemKey }) => itemKey)).toEqual(['i1', 'i3'])
  const left = changeDraftItem(numbered, 'i3' as never, { taken: false })
  expect(findDraftDoubts(left, nothing)).toEqual([])
})

test('[F3] an enclosure number with two titles: keep both, or give the last the next free number, or none', () => {
  const draft = aDraft([
    aDraftItem({ key: 'a', enclosures: [anAnnounced(1, 'Plan'), anAnnounced(2, 'Kort')] }),
    aDraftItem({ key: 'b', number: '2', enclosures: [anAnnounced(2, 'Budget')] }),
  ])
  const [doubt] = findDraftDoubts(draft, nothing)
  const second = (changed: AgendaDraft) => changed.items[1]?.enclosures[0]?.number
  expect(second(mend(draft, doubt, 'keep'))).toBe(2)
  expect(second(mend(draft, doubt, 'numberEnclosure'))).toBe(3)
  expect(second(mend(draft, doubt, 'unnumberEnclosure'))).toBe(null)
})

test('[F1] [F4] a date that is missing, or another than the meeting is on, is asked about', () => {
  const undated = aDraft([], { date: null })
  const [missing] = findDraftDoubts(undated, nothing)
  expect(mend(undated, missing, 'setDate').date).toBe(meetingDate)
  const other = aDraft([], { date: '2021-06-18' as LocalDate })
  const [doubt] = findDraftDoubts(other, nothing)
  expect(doubt?.topic).toEqual({ kind: 'otherDate', document: '2021-06-18', meeting: meetingDate })
  expect(findDraftDoubts(mend(other, doubt, 'keep'), nothing)).toEqual([])
})

test('[F5] an item without a title is offered to the one above, and cannot be waved through', () => {
  const draft = aDraft([aDraftItem({ key: 'a' }), aDraftItem({ key: 'b', number: null, title: ' ' })])
  const [doubt] = findDraftDoubts(draft, nothing)
  expect(doubt && mendsOf(draft, doubt, meetingDate).map(({ kind }) => kind)).toEqual(['mergeUp'])
  expect(mend(draft, doubt, 'mergeUp').items).toHaveLength(1)
})

test('[F6] a closed item is asked about, for all members can read what is stored; the likeliest mend leaves it out', () => {
  const draft = aDraft([aDraftItem({ key: 'a' }), aDraftItem({ key: 'b', number: '2', openness: 'closed' })])
  const [doubt] = findDraftDoubts(draft, nothing)
  expect(doubt && mendsOf(draft, doubt, meetingDate).map(({ kind }) => kind)).toEqual(['leaveOut', 'keep'])
  expect(mend(draft, doubt, 'leaveOut').items.map(({ taken }) => taken)).toEqual([true, false])
})

/** The doubts of a document of plain lines, as the review finds them. */
function doubtsOf(lines: readonly string[]) {
  const { draft, findings, outline } = readLines(lines)
  const source = { findings, texts: paragraphTexts(numberOutline(outline)), meetingDate: draft.date ?? meetingDate }
  return { draft, doubts: findDraftDoubts(draft, source) }
}

test('[T4] a weekday that contradicts its date offers the printed date and the nearest days of that name', () => {
  const { doubts, draft } = doubtsOf([
    'Dagsorden for møde i Byggeudvalget torsdag den 4. maj 2022 kl. 9-11',
    '1. Ny skole',
    'Sagsfremstilling:',
    'Planen er ny.',
    '2. Eventuelt',
  ])
  const doubt = doubts.find(({ rule }) => rule === 'T4')
  expect(doubt && mendsOf(draft, doubt, meetingDate)).toEqual([
    { kind: 'setDate', date: '2022-05-04' },
    { kind: 'setDate', date: '2022-04-28' },
    { kind: 'setDate', date: '2022-05-05' },
  ])
})

test('[Q1] text nothing was made of is shown whole, and can be put into an item or become one', () => {
  const stray = 'Der parkeres bag bygningen, og nøglen hentes hos betjenten ved hovedindgangen.'
  const { doubts, draft } = doubtsOf([
    'Dagsorden for møde i Byggeudvalget den 4. maj 2022 kl. 9-11',
    stray,
    'Husk madpakke til den lange dag i felten.',
    '1. Ny skole',
    'Sagsfremstilling:',
    'Planen er ny.',
    '2. Eventuelt',
  ])
  const doubt = doubts.find(({ rule }) => rule === 'Q1')
  expect(doubt?.topic.kind === 'unplaced' && doubt.topic.text).toContain(stray)
  const placed = mend(draft, doubt, 'placeText').items[0]
  expect(placed && textsOf(placed).casePresentation).toContain(stray)
  expect(mend(draft, doubt, 'makeItem').items[0]?.title).toBe(stray)
})

test('a finding of no known rule keeps its own words, stands with its item, and can be marked as seen', () => {
  const draft = aDraft([aDraftItem({ key: 'a', place: { page: 1, paragraph: 4 } })])
  const finding: Finding = { rule: 'Z9', message: 'Side 3 kunne ikke læses.', place: { page: 3, paragraph: 9 } }
  const [doubt] = findDraftDoubts(draft, { ...nothing, findings: [finding] })
  expect([doubt?.topic, doubt?.itemKey]).toEqual([{ kind: 'told', message: finding.message }, 'a'])
  expect(findDraftDoubts(mend(draft, doubt, 'keep'), { ...nothing, findings: [finding] })).toEqual([])
})
