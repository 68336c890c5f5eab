import { expect, test } from 'vitest'
import { textsOf } from '../../../src/domain/agenda/to-agenda-items.ts'
import { draftOf } from '../../support/drafts.ts'

const lines = [
  'Referat af møde i Byggeudvalget den 3. maj 2022 kl. 9-11',
  'Deltagere: Lis Dam, Bo Fyn',
  '1. Ny skole (Lukket)',
  'Indstilling:',
  'At udvalget godkender planen',
  'Sagsfremstilling:',
  'Planen er ny.',
  'Beslutning:',
  'Godkendt.',
  'Bilag:',
  'Bilag 1: Plan (eftersendes)',
  '2. Gensidig orientering',
  'Medlemmerne orienterer hinanden.',
]

test('a read document becomes items to review, each text in its field', () => {
  const draft = draftOf(lines)
  const shown = draft.items.map(({ parts, enclosures, ...item }) => ({
    ...item,
    ...textsOf({ parts }),
    enclosures: enclosures.map(({ key: _, ...enclosure }) => enclosure),
  }))
  const asRead = { taken: true, sameAs: null, choices: {}, presenters: [], durationMinutes: null }
  expect(shown).toEqual([
    {
      ...asRead,
      key: shown[0]?.key,
      number: '1',
      title: 'Ny skole',
      purpose: 'approval',
      kind: 'item',
      recommendation: '- At udvalget godkender planen',
      casePresentation: 'Planen er ny.',
      decision: 'Godkendt.',
      minutes: '',
      openness: 'closed',
      enclosures: [{ number: 1, title: 'Plan', url: null, pending: true }],
      place: { page: null, paragraph: 2 },
    },
    {
      ...asRead,
      key: shown[1]?.key,
      number: '2',
      title: 'Gensidig orientering',
      purpose: 'information',
      kind: 'mutual-briefing',
      recommendation: '',
      casePresentation: 'Medlemmerne orienterer hinanden.',
      decision: '',
      minutes: '',
      openness: 'open',
      enclosures: [],
      place: { page: null, paragraph: 11 },
    },
  ])
  expect(draft.participants.map(({ name }) => name)).toEqual(['Lis Dam', 'Bo Fyn'])
  const keys = draft.items.flatMap((item) => [item.key, ...item.parts.map(({ key }) => key)])
  expect(new Set(keys).size).toBe(keys.length)
})
