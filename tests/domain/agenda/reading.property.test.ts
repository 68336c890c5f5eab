import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeParagraph, plainRun } from '../../../src/documents/make-paragraph.ts'
import type { AgendaDocument } from '../../../src/domain/agenda/agenda-document.ts'
import { letterKey } from '../../../src/domain/agenda/clean-text.ts'
import type { Outline, OutlineBlock } from '../../../src/domain/agenda/outline.ts'
import { readAgenda } from '../../../src/domain/agenda/read-agenda.ts'
import type { Finding } from '../../../src/shared/reading.ts'

const heads = [
  'Referat',
  'Møde i Byggeudvalget den 3. maj 2022 kl. 9-11',
  'Sted: Lokale 2',
  'Deltagere: Lis Dam, Bo Fyn',
  'Afbud: Bo Fyn',
]
const bodies = [
  'Indstilling:',
  'At udvalget drøfter planen',
  'Sagsfremstilling:',
  'Planen er ny.',
  'Beslutning: Godkendt.',
  'Bilag:',
  'Bilag 1: Plan (eftersendes)',
  'Næste møde er den 7. juni 2022.',
  'Baggrund',
  '2. januar begyndte arbejdet.',
]

const titles = fc.array(fc.constantFrom('Velkomst', 'Budget', 'Ny skole', 'Ferieplan', 'Eventuelt'), {
  minLength: 2,
  maxLength: 6,
})
const passages = fc.array(fc.array(fc.constantFrom(...bodies), { maxLength: 6 }), { minLength: 6, maxLength: 6 })
const anyText = fc.array(
  fc.oneof(fc.string({ maxLength: 80 }), fc.constantFrom(...bodies, ...heads, '1. A', 'Punkt 2', 'a)\tb')),
  { maxLength: 40 },
)

function toOutline(texts: readonly string[]): Outline {
  const blocks: OutlineBlock[] = texts.map((text) => makeParagraph({ runs: [plainRun(text)] }))
  return { source: 'docx', fileName: 'prøve.docx', blocks, pageCount: null }
}

function allText(document: AgendaDocument, findings: readonly Finding[]): string {
  const { items, participants, ...head } = document
  const read = items.flatMap((item) => [
    item.title,
    item.number ?? '',
    ...item.body.flatMap(({ label, text }) => [label ?? '', text]),
  ])
  return letterKey(
    [JSON.stringify(head), JSON.stringify(participants), ...read, ...findings.map(({ message }) => message)].join(' '),
  )
}

test('reading is deterministic and never throws', () => {
  fc.assert(
    fc.property(anyText, (texts) => {
      const outline = toOutline(texts)
      expect(readAgenda(outline)).toEqual(readAgenda(outline))
    }),
  )
})

test('items keep the order of the document and count on from 1', () => {
  fc.assert(
    fc.property(titles, passages, (names, parts) => {
      const texts = [...heads, ...names.flatMap((name, i) => [`${i + 1}. ${name}`, ...(parts[i] ?? [])])]
      const { value } = readAgenda(toOutline(texts))
      expect(value.items.map(({ position }) => position)).toEqual(value.items.map((_, i) => i + 1))
      const places = value.items.map(({ place }) => place.paragraph)
      expect(places).toEqual([...places].sort((a, b) => a - b))
    }),
  )
})

test('[Q1] nothing is lost: each word of an item is in its title or its text, and the shares add up', () => {
  fc.assert(
    fc.property(titles, passages, (names, parts) => {
      const items = names.map((name, i) => [`${i + 1}. ${name}`, ...(parts[i] ?? [])])
      const { value, findings } = readAgenda(toOutline([...heads, ...items.flat()]))
      const text = allText(value, findings)
      if (value.kind === 'none') return
      for (const words of items.flat().flatMap((line) => line.split(/[^\p{L}\d]+/u)))
        expect(text).toContain(letterKey(words))
      expect(value.coverage.placed + value.coverage.leftOver).toBeCloseTo(1)
    }),
  )
})

test('a long agenda keeps all its items', () => {
  const make = (count: number) =>
    toOutline([...heads, ...Array.from({ length: count }, (_, i) => [`${i + 1}. Sag om ${i}`, ...bodies]).flat()])
  const { value } = readAgenda(make(400))
  expect(value.items).toHaveLength(400)
})
