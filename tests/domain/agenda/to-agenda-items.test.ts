import { expect, test } from 'vitest'
import { makeParagraph, plainRun } from '../../../src/documents/make-paragraph.ts'
import { readAgenda } from '../../../src/domain/agenda/read-agenda.ts'
import { toAgendaDraft } from '../../../src/domain/agenda/to-agenda-items.ts'

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
  const blocks = lines.map((text) => makeParagraph({ runs: [plainRun(text)] }))
  const { value } = readAgenda({ source: 'docx', fileName: 'a.docx', blocks, pageCount: null })
  expect(toAgendaDraft(value)).toEqual([
    {
      position: 1,
      number: '1',
      title: 'Ny skole',
      purpose: 'approval',
      kind: 'item',
      recommendation: '- At udvalget godkender planen',
      casePresentation: 'Planen er ny.',
      decision: 'Godkendt.',
      minutes: '',
      presenters: [],
      durationMinutes: null,
      openness: 'closed',
      enclosures: [{ number: 1, title: 'Plan', url: null, pending: true }],
    },
    {
      position: 2,
      number: '2',
      title: 'Gensidig orientering',
      purpose: 'information',
      kind: 'mutual-briefing',
      recommendation: '',
      casePresentation: 'Medlemmerne orienterer hinanden.',
      decision: '',
      minutes: '',
      presenters: [],
      durationMinutes: null,
      openness: 'open',
      enclosures: [],
    },
  ])
})
