/**
 * What a label announces. 'soft' labels are sections or sub-headings depending on where they stand (S3);
 * 'meta' lines (case number, case worker) belong to the item but are no sections.
 */
export type LabelRole =
  | 'recommendation'
  | 'case'
  | 'decision'
  | 'minutes'
  | 'enclosures'
  | 'soft'
  | 'divider'
  | 'presenters'
  | 'attendance'
  | 'meta'

type LabelForms = { readonly key: string; readonly role: LabelRole; readonly forms: readonly string[] }

/**
 * Labels printed above or before the parts of an item, with the spellings met in Danish agendas. `key` is what the
 * document's `sections` call it. Compared in lower case without a closing colon or full stop.
 */
export const sectionLabels: readonly LabelForms[] = [
  {
    key: 'indstilling',
    role: 'recommendation',
    forms: [
      'indstilling',
      'indstillinger',
      'indstilling til beslutning',
      'forslag til beslutning',
      'forslag til indstilling',
      'beslutningsforslag',
      'beslutningstema',
      'indstilling og beslutning',
    ],
  },
  // "Forslag:" heads many a list; it is a label of the item where the document has no Indstilling (S4).
  { key: 'forslag', role: 'recommendation', forms: ['forslag', 'forslaget'] },
  { key: 'anbefaling', role: 'recommendation', forms: ['anbefaling', 'anbefalinger'] },
  {
    key: 'sagsfremstilling',
    role: 'case',
    forms: [
      'sagsfremstilling',
      'sagsfremstillinger',
      'fremstilling',
      'sagsbeskrivelse',
      'beskrivelse af sagen',
      'supplerende sagsfremstilling',
    ],
  },
  {
    key: 'resumé',
    role: 'case',
    forms: [
      'resumé',
      'resume',
      'sagsresumé',
      'sagsresume',
      'sagens kerne',
      'kort fortalt',
      'kort resumé',
      'kort resume',
    ],
  },
  {
    key: 'beslutning',
    role: 'decision',
    forms: [
      'beslutning',
      'beslutninger',
      'konklusion',
      'konklusioner',
      'konklusion og beslutning',
      'vedtagelse',
      'vedtaget',
      'besluttet',
      'beslutning/konklusion',
      'beslutning og opfølgning',
      'endelig beslutning',
    ],
  },
  { key: 'afgørelse', role: 'decision', forms: ['afgørelse', 'udfald'] },
  { key: 'behandling', role: 'decision', forms: ['behandling', 'punktets behandling', 'sagens behandling'] },
  {
    key: 'referat',
    role: 'minutes',
    forms: ['referat', 'referat af punktet', 'referat fra mødet', 'mødereferat', 'kort referat', 'referattekst'],
  },
  {
    key: 'drøftelse',
    role: 'minutes',
    forms: ['drøftelse', 'drøftelsen', 'drøftelse på mødet', 'debat', 'diskussion'],
  },
  {
    key: 'bilag',
    role: 'enclosures',
    forms: [
      'bilag',
      'bilagsliste',
      'bilagsfortegnelse',
      'bilag til punktet',
      'bilag til sagen',
      'vedlagt',
      'vedlagt er',
      'som bilag vedlægges',
      'vedlagte bilag',
      'vedlagt bilag',
      'vedlagt materiale',
      'vedhæftet',
      'vedhæftede bilag',
      'vedhæftede filer',
      'vedhæftninger',
      'materiale',
      'materialer',
      'links',
      'dokumenter',
      'bilag/links',
    ],
  },
]

/** Labels of lines that belong to an item or to the head and are no sections. */
export const plainLabels: readonly LabelForms[] = [
  {
    key: 'dagsordenspunkt',
    role: 'divider',
    forms: ['dagsordenspunktet', 'dagsordenspunkt', 'dagsordenstekst', 'dagsordenspunktets tekst'],
  },
  {
    key: 'ansvarlig',
    role: 'presenters',
    forms: [
      'ansvarlig',
      'ansvarlige',
      'oplægsholder',
      'oplægsholdere',
      'indleder',
      'indledes af',
      'punktansvarlig',
      'ved',
      'fremlægges af',
      'præsenteres af',
    ],
  },
  {
    key: 'afbud',
    role: 'attendance',
    forms: [
      'afbud',
      'fraværende',
      'fravær',
      'ikke til stede',
      'inhabil',
      'inhabile',
      'inhabilitet',
      'deltagere under punktet',
      'deltog under punktet',
      'gæster',
    ],
  },
  {
    key: 'meta',
    role: 'meta',
    forms: [
      'journalnummer',
      'journalnr',
      'journal nr',
      'dokid',
      'j.nr',
      'j. nr',
      'sagsnr',
      'sagsnummer',
      'sags id',
      'sagsid',
      'sag nr',
      'sagsbehandler',
      'sagsansvarlig',
      'beslutningskompetence',
      'beslutningskompetencen',
      'kompetence',
      'sagsgang og sagstype',
      'sagstype',
      'punkttype',
      'type',
      'tid',
      'tidsforbrug',
      'varighed',
      'frist',
      'forventet tid',
      'dok.nr',
      'dokumentnr',
      'dokumentnummer',
      'åben/lukket',
      'status på punktet',
      'afdeling',
      'forvaltning',
      'fagcenter',
      'arkivsag',
      'brevid',
      'brev-id',
      'acadre',
      'sagsnr/id',
      'punktet er',
      'projektnr',
    ],
  },
]
