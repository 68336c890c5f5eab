import { readMonthWord } from '../time/danish-calendar-words.ts'
import type { AgendaLine } from './agenda-line.ts'
import { startsWithBullet } from './clean-text.ts'

/**
 * How a number is printed. Marks of one kind belong together; a document's items all bear the same kind (I2).
 * 'word': "Punkt 3", "Sag nr. 3"; 'ad': "Ad 3"; 'decimal': "3.", "3)"; 'bare': "3 Title"; 'dotted': "3.1"; 'serial': "24/17", "17/2024", counted through the year; 'roman': "IV.";
 * 'paragraph': "§ 3"; 'letter': "A."
 */
export type NumberKind = 'word' | 'ad' | 'decimal' | 'bare' | 'dotted' | 'serial' | 'roman' | 'paragraph' | 'letter'

export type NumberMark = {
  readonly kind: NumberKind
  /** As printed, without punctuation: "7a", "1.2", "IV". */
  readonly printed: string
  /** For the sequence: 7a is 7.01, 1.2 is its last part. */
  readonly value: number
  /** "1" of "1.2", else "". */
  readonly parent: string
  /** The text after the mark. */
  readonly rest: string
  /** Whether the number came from automatic numbering. */
  readonly automatic: boolean
  /** What stands between number and text: ".", ")", ":" or "". One hand uses one. */
  readonly separator: string
  /** "Lukket punkt 7": the word before the number says that the item is closed. */
  readonly closed: boolean
}

type MarkForm = { readonly kind: NumberKind; readonly pattern: RegExp }

const openness = '(?:(?<closed>lukket|lukkede|åben|åbent)\\s+)?'
const separator = '\\s*(?:[.:)\\]]|[-–—](?=\\s)|\\t)?\\s*(?:[-–—:](?=\\s))?\\s*'
const number = '(?<number>\\d{1,3}(?:\\.\\d{1,2}){0,2}(?:\\s?[a-h]|\\.[a-h])?(?![\\p{L}\\d]))'

const forms: readonly MarkForm[] = [
  {
    kind: 'word',
    pattern: new RegExp(
      `^[([]?${openness}(?:dagsordenspunkt|dagsordenpunkt|punkt|pkt\\.?|sag|sagspunkt|emne|nr\\.?|sagsnummer på dagsordenen)\\s*(?:nr\\.?|nummer)?\\s*${number}${separator}(?<rest>.*)$`,
      'iu',
    ),
  },
  {
    kind: 'ad',
    pattern: new RegExp(
      `^ad\\.?\\s*(?:dagsordenens\\s+)?(?:dagsordens)?(?:punkt|pkt\\.?|nr\\.?)?\\s*${number}${separator}(?<rest>.*)$`,
      'iu',
    ),
  },
  {
    kind: 'serial',
    pattern: /^(?<number>(?:20)?\d{2}[/-]\d{1,3}|\d{1,3}[/-]20\d{2})\s*[.:)–-]?\s+(?<rest>\p{Lu}.*)$/u,
  },
  { kind: 'paragraph', pattern: /^§\s*(?<number>\d{1,3})\s*[.:)]?\s*(?<rest>.*)$/u },
  { kind: 'dotted', pattern: /^(?<number>\d{1,2}(?:\.\d{1,2}){1,2})\s*[.:)]?(?:\s+|\t)(?<rest>\D.*)$/u },
  { kind: 'dotted', pattern: /^(?<number>\d{1,2}(?:\.\d{1,2}){1,2})[.:)]?$/u },
  { kind: 'dotted', pattern: /^(?<number>\d{1,2}\.[a-h])\s*[.:)]?(?:\s+|\t)(?<rest>\D.*)$/u },
  { kind: 'decimal', pattern: /^[([]?(?<number>\d{1,3}\s?[a-h]?)\s?(?:[.:)\]]+|\.\s?[:)–-])\s*(?<rest>(?![\d%]).*)$/u },
  { kind: 'decimal', pattern: /^(?<number>\d{1,3}[a-h]?)\s*[.]\s*(?<rest>\d[\p{L}\d]*(?:\s|-)(?!\p{L}*kr)\p{L}.*)$/u },
  { kind: 'bare', pattern: /^(?<number>\d{1,3}[a-h]?)\s*(?:\t+|\s[-–—|]\s|\s)\s*(?<rest>[\p{Lu}(["“”«»'’\d].*)$/u },
  { kind: 'bare', pattern: /^(?<number>\d{1,3})$/u },
  { kind: 'dotted', pattern: /^(?<number>[A-ZÆØÅ]\d{1,2})\s?[.):]\s+(?<rest>\p{L}.*)$/u },
  { kind: 'roman', pattern: /^(?<number>[IVX]{1,6})\s?[.):]\s*(?<rest>.*)$/u },
  { kind: 'letter', pattern: /^(?<number>[A-ZÆØÅ]|[a-z](?=[.)]))\s?[.):]\s*(?<rest>.*)$/u },
]

/** The number a line starts with, typed or automatic, or null (I1). Dates, times, amounts and bullets are none. */
export function readNumberMark(line: AgendaLine): NumberMark | null {
  if (line.listLabel !== null) {
    if (startsWithBullet(line.listLabel) || (line.listLevel ?? 0) > 2) return null
    const mark = readMarkText(line.listLabel.replace(/\s+$/u, ''))
    if (mark !== null) return { ...mark, rest: line.text, automatic: true }
  }
  return readMarkText(line.text)
}

/** As readNumberMark, for typed text alone. */
export function readMarkText(text: string): NumberMark | null {
  if (startsWithBullet(text)) return null
  for (const { kind, pattern } of forms) {
    const parts = pattern.exec(text)?.groups
    const printed = parts?.['number']?.replace(/\s/gu, '')
    if (parts === undefined || printed === undefined) continue
    const rest = (parts['rest'] ?? '').trim()
    if (isDateOrTime(kind, rest)) return null
    const value = toValue(kind, printed)
    if (value === null) continue
    const closed = /^lukke/iu.test(parts['closed'] ?? '')
    const parent = parentOf(printed)
    const realKind = parent !== '' && (kind === 'decimal' || kind === 'bare') ? 'dotted' : kind
    const separator =
      /[.):\]–-]/u.exec(
        text.slice(text.indexOf(parts['number'] ?? '') + (parts['number']?.length ?? 0)).slice(0, 3),
      )?.[0] ?? ''
    return { kind: realKind, printed, value, parent, rest, automatic: false, separator, closed }
  }
  return null
}

/** "1" of "1.2", "B" of "B2", else "". */
function parentOf(printed: string): string {
  if (/[/-]/u.test(printed)) return ''
  if (/^\p{L}\d/u.test(printed)) return printed.slice(0, 1)
  return printed.includes('.') ? printed.slice(0, printed.lastIndexOf('.')) : ''
}

// "1. januar", "14.00-15.00", "2 % af": a number that measures or dates is not a mark.
function isDateOrTime(kind: NumberKind, rest: string): boolean {
  const first = /^[\p{L}]+\.?/u.exec(rest)?.[0] ?? ''
  if (
    readMonthWord(first) !== null &&
    (kind === 'decimal' || kind === 'bare') &&
    !/^(?:mar|maj|jan|aug)$/iu.test(first.replace(/\.$/, ''))
  )
    return true
  const counts = kind === 'decimal' || kind === 'bare'
  if (counts && /^(?:[-–]\s?\d{1,2}\.\s?\p{L}|kvartal\b|halvår\b|sal\b|behandling\b|klasse\b|årgang\b)/iu.test(rest))
    return true
  return kind === 'bare' && /^(?:\d{2,}|\d+[ .,:/-]\d)/u.test(rest)
}

function toValue(kind: NumberKind, printed: string): number | null {
  if (kind === 'roman') return readRoman(printed)
  if (kind === 'serial') return Number(/^(\d{1,3})[/-]20\d{2}$/u.exec(printed)?.[1] ?? printed.split(/[/-]/u)[1])
  if (kind === 'letter') return printed.toUpperCase().charCodeAt(0) - 64
  const last = printed.slice(printed.lastIndexOf('.') + 1).replace(/^\p{L}(?=\d)/u, '')
  if (/^[a-h]$/u.test(last)) return last.charCodeAt(0) - 96
  const digits = Number.parseInt(last, 10)
  const letter = /[a-h]$/u.exec(last)?.[0]
  return digits + (letter === undefined ? 0 : (letter.charCodeAt(0) - 96) / 100)
}

const romanDigits: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 }

function readRoman(printed: string): number | null {
  let sum = 0
  for (let i = 0; i < printed.length; i++) {
    const here = romanDigits[printed[i] ?? ''] ?? 0
    const next = romanDigits[printed[i + 1] ?? ''] ?? 0
    sum += here < next ? -here : here
  }
  return sum > 0 && sum < 40 ? sum : null
}
