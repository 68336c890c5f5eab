import { findDanishDates } from '../time/read-danish-date.ts'
import type { AgendaLine } from './agenda-line.ts'
import { startsWithBullet } from './clean-text.ts'
import { type LabelRole, plainLabels, sectionLabels } from './danish-headings.ts'
import { softLabels } from './danish-soft-labels.ts'

/** A label found at the start of a line. `rest` is the text after it on the same line; "" when it stands alone. */
export type SectionLabel = {
  readonly key: string
  readonly role: LabelRole
  readonly rest: string
  /** "Byrådets beslutning", "Beslutning i Økonomiudvalget den 3. maj": who and when; null when not printed. */
  readonly decidedBy: string | null
  readonly decidedOn: string | null
  /** Known to be a section, whatever its word. */
  readonly firm?: boolean
}

type LabelEntry = { readonly key: string; readonly role: LabelRole }

const entries: ReadonlyMap<string, LabelEntry> = new Map([
  ...[...sectionLabels, ...plainLabels].flatMap(({ key, role, forms }) =>
    forms.map((form): [string, LabelEntry] => [form, { key, role }]),
  ),
  ...softLabels.map((form): [string, LabelEntry] => [form, { key: form, role: 'soft' }]),
])
const longestLabel = 110

/**
 * The label a line starts with, or null (S1, S2). A bullet is never a label: lists of subjects hold the same words.
 */
export function readLabel(line: AgendaLine): SectionLabel | null {
  if (line.listLabel !== null && startsWithBullet(line.listLabel)) return null
  if (startsWithBullet(line.text)) return null
  return readLabelText(line.text, line.look.boldLead, line.cell !== null)
}

/** As readLabel, for text alone. `boldLead` is the bold part it starts with; `inTable` says that tabs part cells. */
export function readLabelText(text: string, boldLead = '', inTable = false): SectionLabel | null {
  // "Vedtaget." is what was decided; a label ends in no full stop.
  const whole = /(?<!nr|mv)\.$/iu.test(text) ? null : labelOf(text, '')
  if (whole !== null) return whole
  const parted = /^([^:\t]{2,110}?)\s*[:\t]\s*(.+)$/u.exec(text)
  if (parted?.[1] !== undefined && parted[2] !== undefined) {
    const label = labelOf(parted[1], parted[2].replace(/^\t+/u, ''))
    const parts = boldLead !== '' || (inTable && text.includes('\t')) || /^[^:\t]+:\s/u.test(text)
    if (label !== null && (label.role !== 'soft' || parts)) return label
  }
  if (boldLead !== '' && text.startsWith(boldLead)) {
    return labelOf(boldLead, text.slice(boldLead.length).replace(/^[\s:.–-]+/u, ''))
  }
  return null
}

function labelOf(printed: string, rest: string): SectionLabel | null {
  if (printed.length > longestLabel) return null
  const key = toLabelKey(printed)
  const entry = entries.get(key) ?? entries.get(withoutCount(key))
  if (entry !== undefined) return { ...entry, rest, decidedBy: null, decidedOn: null }
  return recommendationOfBody(key, rest) ?? decisionOfBody(key, rest)
}

function toLabelKey(printed: string): string {
  return printed
    .toLowerCase()
    .replace(/^\d{1,2}\.\d{1,2}\.?\s+/u, '')
    .replace(/[\s:.;,–-]+$/u, '')
    .replace(/\s+/gu, ' ')
    .trim()
}

// Where decisions are counted through the minutes: "Beslutning 12:", "Indstilling nr. 2".
function withoutCount(key: string): string {
  return key.replace(/^(beslutning|konklusion|afgørelse|indstilling)\s+(?:nr\.?\s*)?\d{1,3}(?:[./-]\d{1,4})?$/u, '$1')
}

const recommender = /^(?:[\p{L}\- ]+s\s+indstilling|indstilling fra\s.+|indstilling til\s.+)$/u

// "Direktionens indstilling", "Indstilling fra forvaltningen": a body's name and nothing else.
function recommendationOfBody(key: string, rest: string): SectionLabel | null {
  if (key.split(' ').length > 7 || !recommender.test(key)) return null
  return { key: 'indstilling', role: 'recommendation', rest, decidedBy: null, decidedOn: null }
}

// "X deltog ikke i sagens behandling" is a sentence, not a label.
const sentenceWords = /\b(?:deltog|deltager|ikke|blev|bliver|er|var|under|efter|inhabil|forlod)\b/iu

const decisionForms: readonly RegExp[] = [
  /^(?<body>[\p{L}\-, ]+s)\s+(?:beslutning|afgørelse|konklusion|behandling)(?:\s+(?:af|fra))?(?:,?\s+(?:den\s+|d\.\s*)?(?<day>\d.*))?$/u,
  /^(?:beslutning|konklusion|behandling|vedtagelse)(?:\s+(?:i|fra|af|for))\s+(?<body>(?!sagen|punktet)\p{L}.*?)(?:,?\s+(?:den\s+|d\.\s*)?(?<day>\d.*))?$/u,
  /^(?:beslutning|konklusion)(?:er)?\s+(?<body>\p{L}.*?(?:udvalg|udvalget|råd|rådet|bestyrelse|bestyrelsen|forum|direktion|direktionen))(?:,?\s+(?:den\s+|d\.\s*)?(?<day>\d.*))?$/u,
  /^(?:beslutning|konklusion|referat)(?:er)?,?\s+(?:fra\s+mødet\s+)?(?:den\s+|d\.\s*)?(?<day>\d.*)$/u,
]

// A decision may name who made it and when; whether that is this body today is decided later (D2).
function decisionOfBody(key: string, rest: string): SectionLabel | null {
  if (key.split(' ').length > 14) return null
  for (const form of decisionForms) {
    const parts = form.exec(key)?.groups
    if (parts === undefined || sentenceWords.test(parts['body'] ?? '')) continue
    const day = parts['day'] ?? null
    if (day !== null && findDanishDates(day).length === 0) continue
    return { key: 'beslutning', role: 'decision', rest, decidedBy: parts['body'] ?? null, decidedOn: day }
  }
  return null
}
