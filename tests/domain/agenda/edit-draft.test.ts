import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type AgendaDraft, draftRoles, isRoleLabel } from '../../../src/domain/agenda/agenda-draft.ts'
import {
  changeDraftItem,
  mergeDraftItemUp,
  moveDraftEnclosure,
  moveDraftItem,
} from '../../../src/domain/agenda/edit-draft.ts'
import { linesOf, moveDraftPart, moveDraftText, splitDraftItem } from '../../../src/domain/agenda/edit-draft-parts.ts'
import { beginHistory, redoStep, takeStep, undoStep } from '../../../src/domain/agenda/edit-history.ts'
import { textsOf } from '../../../src/domain/agenda/to-agenda-items.ts'
import { countedKeys, draftOf } from '../../support/drafts.ts'

const start = draftOf([
  'Referat af møde i Byggeudvalget den 3. maj 2022 kl. 9-11',
  'Deltagere: Lis Dam, Bo Fyn',
  '1. Ny skole',
  'Indstilling:',
  'At udvalget godkender planen',
  'Sagsfremstilling:',
  'Planen er ny.',
  '2. Den står åben til foråret.',
  'Økonomi:',
  'Den koster 4 mio. kr.',
  'Beslutning:',
  'Godkendt.',
  'Bilag:',
  'Bilag 1: Plan (eftersendes)',
  'Bilag 2: Tegning',
  '2. Trafik',
  'Sagsfremstilling:',
  'Cyklerne mangler plads.',
  'Beslutning:',
  'Udsat.',
  '3. Eventuelt',
  'Intet.',
])

type Step = {
  readonly act: 'split' | 'merge' | 'text' | 'part' | 'up' | 'down' | 'enclosure' | 'take'
  readonly item: number
  readonly part: number
  readonly line: number
  readonly role: number
}

const anyStep: fc.Arbitrary<Step> = fc.record({
  act: fc.constantFrom('split', 'merge', 'text', 'part', 'up', 'down', 'enclosure', 'take'),
  item: fc.nat(7),
  part: fc.nat(5),
  line: fc.nat(4),
  role: fc.nat(3),
})

/** One edit of the review; what a step points at may not be there, as when two people press at once. */
function perform(draft: AgendaDraft, step: Step, newKey: () => string): AgendaDraft {
  const item = draft.items[step.item]
  const part = item?.parts[step.part]
  const other = draft.items[step.role]
  if (!item) return draft
  const from = linesOf(part?.text ?? '')[step.line]?.from
  const place = part && from !== undefined ? { itemKey: item.key, partKey: part.key, from } : null
  switch (step.act) {
    case 'split':
      return place ? splitDraftItem(draft, place, { item: newKey(), part: newKey() }) : draft
    case 'merge':
      return mergeDraftItemUp(draft, item.key, newKey())
    case 'text':
      return place ? moveDraftText(draft, place, draftRoles[step.role] ?? 'minutes', newKey()) : draft
    case 'part':
      return part && other ? moveDraftPart(draft, part.key, other.key) : draft
    case 'enclosure': {
      const enclosure = item.enclosures[0]
      return enclosure && other ? moveDraftEnclosure(draft, enclosure.key, other.key) : draft
    }
    case 'take':
      return changeDraftItem(draft, item.key, { taken: !item.taken })
    default:
      return moveDraftItem(draft, item.key, step.act)
  }
}

/** Every letter and digit a person can see, sorted: what edits may move about but not lose or make. */
function lettersOf(draft: AgendaDraft): string {
  const texts = draft.items.flatMap((item) => [
    item.number ?? '',
    item.title,
    ...item.parts.flatMap(({ label, text }) => [
      label !== null && !isRoleLabel(label) ? label.toLowerCase() : '',
      text,
    ]),
    ...item.enclosures.map(({ number, title }) => `${number ?? ''}${title}`),
  ])
  return [...texts.join('').replace(/[^\p{L}\p{N}]/gu, '')].sort().join('')
}

test('the document the edits start from has items, sections of its own and enclosures', () => {
  expect(start.items.map(({ number, title }) => `${number} ${title}`)).toEqual([
    '1 Ny skole',
    '2 Trafik',
    '3 Eventuelt',
  ])
  expect(start.items[0]?.enclosures).toHaveLength(2)
  expect(start.items[0]?.parts.length).toBeGreaterThan(3)
})

test('nothing is lost: any row of edits keeps every letter of the document, and keys stay unique', () => {
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 40 }), (steps) => {
      const newKey = countedKeys('new')
      const end = steps.reduce((draft, step) => perform(draft, step, newKey), start)
      expect(lettersOf(end)).toBe(lettersOf(start))
      const keys = end.items.flatMap((item) => [item.key, ...item.parts.map(({ key }) => key)])
      expect(new Set(keys).size).toBe(keys.length)
    }),
    { numRuns: 400 },
  )
})

test('what the parts hold is what the rows will hold: no text of a part is left out of the four texts', () => {
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 20 }), (steps) => {
      const newKey = countedKeys('new')
      const end = steps.reduce((draft, step) => perform(draft, step, newKey), start)
      for (const item of end.items) {
        const all = Object.values(textsOf(item)).join('\n')
        for (const part of item.parts) expect(all).toContain(part.text)
      }
    }),
  )
})

test('undo restores exactly, step by step, and redo comes back to the end', () => {
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 25 }), (steps) => {
      const newKey = countedKeys('new')
      const seen = [start]
      let history = beginHistory(start)
      for (const step of steps) {
        const next = perform(history.present, step, newKey)
        history = takeStep(history, next, null)
        if (history.present !== seen.at(-1)) seen.push(history.present)
      }
      const end = history.present
      for (const before of seen.slice(0, -1).reverse()) {
        history = undoStep(history)
        expect(history.present).toBe(before)
      }
      expect(undoStep(history)).toBe(history)
      for (const _ of seen.slice(1)) history = redoStep(history)
      expect(history.present).toBe(end)
      expect(redoStep(history)).toBe(history)
    }),
  )
})

test('typing in one field is one step; a step after undo forgets what was undone', () => {
  let history = takeStep(beginHistory('a'), 'ab', 'title')
  history = takeStep(history, 'abc', 'title')
  history = takeStep(history, 'abd', 'number')
  expect(history.past).toEqual(['a', 'abc'])
  history = undoStep(undoStep(history))
  expect(history.present).toBe('a')
  history = takeStep(history, 'x', 'title')
  expect([history.past, history.future]).toEqual([['a'], []])
})

test('a line that is an item becomes one, with its number and the text below it; merging it back undoes the harm', () => {
  const school = start.items[0]
  const part = school?.parts.find(({ text }) => text.includes('Den står åben'))
  const line = linesOf(part?.text ?? '').find(({ text }) => text.includes('Den står åben'))
  if (!school || !part || !line) throw new Error('the line to split at is missing')
  const split = splitDraftItem(
    start,
    { itemKey: school.key, partKey: part.key, from: line.from },
    { item: 'n', part: 'np' },
  )
  expect(split.items.map(({ number, title }) => [number, title]).slice(0, 3)).toEqual([
    ['1', 'Ny skole'],
    ['2', 'Den står åben til foråret.'],
    ['2', 'Trafik'],
  ])
  expect(split.items[1] && textsOf(split.items[1]).decision).toBe('Godkendt.')
  expect(split.items[0]?.enclosures).toHaveLength(2)
  const merged = mergeDraftItemUp(split, 'n' as never, 'x')
  expect(merged.items[0] && textsOf(merged.items[0])).toEqual(school && textsOf(school))
})

test('merging a closed item into an open one gives a closed one', () => {
  const closed = changeDraftItem(start, start.items[1]?.key ?? ('' as never), { openness: 'closed' })
  const merged = mergeDraftItemUp(closed, closed.items[1]?.key ?? ('' as never), 'x')
  expect(merged.items[0]?.openness).toBe('closed')
})
