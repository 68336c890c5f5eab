/** What a column of an agenda table holds. */
export type ColumnKind =
  | 'number'
  | 'title'
  | 'time'
  | 'presenter'
  | 'purpose'
  | 'content'
  | 'recommendation'
  | 'decision'
  | 'minutes'
  | 'enclosures'
  | 'follow-up'
  | 'deadline'

type ColumnForms = { readonly kind: ColumnKind; readonly forms: readonly string[] }

/** Headers met over the columns of agendas in tables, in lower case. */
export const columnHeaders: readonly ColumnForms[] = [
  {
    kind: 'number',
    forms: [
      'nr',
      'nr.',
      'nummer',
      '#',
      'pkt',
      'pkt.',
      'punkt nr.',
      'punkt nr',
      'punktnr',
      'punktnr.',
      'no.',
      'dagsordenspunkt nr.',
    ],
  },
  {
    kind: 'title',
    forms: [
      'punkt',
      'punkter',
      'emne',
      'emner',
      'titel',
      'overskrift',
      'sag',
      'sager',
      'dagsordenspunkt',
      'dagsordenspunkter',
      'dagsorden',
      'tema',
      'hvad',
      'emne/punkt',
      'punkt/emne',
      'punkt og emne',
    ],
  },
  {
    kind: 'time',
    forms: [
      'tid',
      'tidspunkt',
      'varighed',
      'tidsforbrug',
      'kl.',
      'kl',
      'klokken',
      'min.',
      'minutter',
      'tidsramme',
      'hvornår',
      'tid/min.',
    ],
  },
  {
    kind: 'presenter',
    forms: [
      'ansvarlig',
      'ansvarlige',
      'oplægsholder',
      'oplægsholdere',
      'indleder',
      'hvem',
      'v/',
      'ved',
      'præsenteres af',
      'fremlægger',
      'fremlægges af',
      'tovholder',
      'punktansvarlig',
      'mødeleder',
      'navn',
      'ansvar',
    ],
  },
  {
    kind: 'purpose',
    forms: ['formål', 'type', 'o/d/b', 'o/b/d', 'b/d/o', 'd/o/b', 'kategori', 'karakter', 'form', 'behandling', 'til'],
  },
  {
    kind: 'content',
    forms: [
      'indhold',
      'beskrivelse',
      'sagsfremstilling',
      'bemærkninger',
      'bemærkning',
      'noter',
      'kommentarer',
      'uddybning',
      'baggrund',
      'tekst',
      'forberedelse',
      'oplæg',
    ],
  },
  { kind: 'recommendation', forms: ['indstilling', 'forslag', 'forslag til beslutning', 'anbefaling'] },
  {
    kind: 'decision',
    forms: [
      'beslutning',
      'beslutninger',
      'konklusion',
      'beslutning/konklusion',
      'konklusion/beslutning',
      'besluttet',
      'beslutning/opfølgning',
    ],
  },
  { kind: 'minutes', forms: ['referat', 'drøftelse', 'referat/beslutning', 'beslutning/referat', 'kort referat'] },
  { kind: 'enclosures', forms: ['bilag', 'materiale', 'bilag/materiale', 'vedlagt', 'dokumenter', 'links'] },
  { kind: 'follow-up', forms: ['opfølgning', 'handling', 'aktion', 'næste skridt', 'to do'] },
  { kind: 'deadline', forms: ['deadline', 'frist', 'tidsfrist', 'senest'] },
]

/** The label a column's text gets under its item; null for text without a label. */
export const columnLabels: Readonly<Record<ColumnKind, string | null>> = {
  number: null,
  title: null,
  time: 'Tid',
  presenter: 'Ansvarlig',
  purpose: 'Type',
  content: null,
  recommendation: 'Indstilling',
  decision: 'Beslutning',
  minutes: 'Referat',
  enclosures: 'Bilag',
  'follow-up': 'Opfølgning',
  deadline: 'Frist',
}
