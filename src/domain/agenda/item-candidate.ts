import type { AgendaLine } from './agenda-line.ts'
import { letterKey } from './clean-text.ts'
import { chapterTitles, recurringTitles } from './danish-item-titles.ts'
import { readItemTitle } from './read-item-title.ts'
import { readLabel, type SectionLabel } from './read-label.ts'
import { type NumberMark, readNumberMark } from './read-number-mark.ts'

/** A line that may start an item, with what speaks for and against it. */
export type ItemCandidate = {
  readonly at: number
  readonly mark: NumberMark | null
  /** Text after the number, not yet trimmed. */
  readonly text: string
  /** Lines that look alike have the same: heading level, bold with its size, capitals, plain. */
  readonly signature: string
  /** Sum of evidence; above 0 speaks for an item. */
  readonly evidence: number
  /** A core label stands right under it, or a title known from other meetings is printed. */
  readonly anchored: boolean
  /** The text is also the label of a section, as "Økonomi" may be. */
  readonly labelled: boolean
  /** A short line with a gap before it and text right under it. */
  readonly alone: boolean
}

/** What is known of every line before candidates are weighed. */
export type LineFacts = {
  readonly labels: readonly (SectionLabel | null)[]
  readonly marks: readonly (NumberMark | null)[]
  readonly signatures: readonly string[]
  readonly bodySize: number | null
  /** Whether gaps part passages in this document; false where every paragraph has one. */
  readonly gapsTell: boolean
}

const coreRoles: ReadonlySet<string> = new Set(['recommendation', 'case', 'decision', 'minutes', 'divider'])

/** Reads labels, numbers and looks of all lines once. */
export function readLineFacts(lines: readonly AgendaLine[]): LineFacts {
  const bodySize = mostUsedSize(lines)
  return {
    labels: lines.map(readLabel),
    marks: lines.map(readNumberMark),
    signatures: lines.map((line) => signatureOf(line, bodySize)),
    bodySize,
    gapsTell: lines.filter((line) => line.gapBefore).length < 0.6 * lines.length,
  }
}

function mostUsedSize(lines: readonly AgendaLine[]): number | null {
  const letters = new Map<number, number>()
  for (const line of lines) {
    const size = line.look.sizePoints
    if (size !== null && line.role === 'body') letters.set(size, (letters.get(size) ?? 0) + line.text.length)
  }
  return [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null
}

function signatureOf(line: AgendaLine, bodySize: number | null): string {
  if (line.headingLevel !== null) return `heading ${line.headingLevel}`
  const size = line.look.sizePoints !== null && bodySize !== null ? Math.round(line.look.sizePoints - bodySize) : 0
  const weight = line.look.bold ? 'bold' : line.look.boldLead !== '' && readsAsTitleLead(line) ? 'lead' : 'plain'
  return `${weight}${line.look.italic ? ' italic' : ''}${size > 0 ? ` +${size}` : ''}${line.look.capitals ? ' capitals' : ''}`
}

// "**3. Budget** v/ Lis": the bold part is the title, the rest says who or how long.
function readsAsTitleLead(line: AgendaLine): boolean {
  return line.look.boldLead.length >= 0.4 * line.text.length || letterKey(line.look.boldLead).length > 12
}

/** Weighs every body line as a possible start of an item (I1-I5). Titles of the document itself are left out. */
export function findItemCandidates(lines: readonly AgendaLine[], facts: LineFacts): readonly ItemCandidate[] {
  const candidates: ItemCandidate[] = []
  const context: ListContext = { role: null, expected: 1 }
  lines.forEach((line, at) => {
    if (line.role !== 'body') return
    const label = facts.labels[at] ?? null
    const mark = facts.marks[at] ?? null
    if (label !== null && (mark === null || mark.automatic)) enter(context, label.role)
    else if (mark === null && endsWithRequest(line.text)) enter(context, 'recommendation')
    const within = mark === null || mark.value === context.expected ? context.role : null
    if (mark !== null && mark.value === context.expected) context.expected++
    const candidate = weigh(lines, facts, at, label, mark, within)
    if (candidate === null) return
    if (candidate.evidence >= 4) context.role = null
    candidates.push(candidate)
  })
  return candidates
}

/** The section a line stands in, and the number its list would go on with: "5." right after "Bilag:" starts no list. */
type ListContext = { role: string | null; expected: number }

function enter(context: ListContext, role: string): void {
  context.role = role
  context.expected = 1
}

function endsWithRequest(text: string): boolean {
  return /\b(?:indstill|anbefal|foreslå)\p{L}*[^.]{0,80}[:,]?$/u.test(text) && text.length < 200
}

function weigh(
  lines: readonly AgendaLine[],
  facts: LineFacts,
  at: number,
  label: SectionLabel | null,
  mark: NumberMark | null,
  within: string | null,
): ItemCandidate | null {
  const line = lines[at]
  if (line === undefined) return null
  const signature = facts.signatures[at] ?? 'plain'
  const mayBeTitle =
    label?.role === 'soft' && label.rest === '' && (signature !== 'plain' || standsAlone(lines, facts, at))
  if (label !== null && mark === null && !mayBeTitle) return null
  const text = mark?.rest ?? line.text
  const titled = text === '' ? (lines[at + 1]?.text ?? '') : text
  const beneath = labelBeneath(lines, facts, at)
  const known = isRecurringTitle(titled)
  const closesList = within === 'enclosures' && signature === 'plain' && !known && endsAtDecision(lines, facts, at)
  const evidence =
    styleEvidence(line, signature) +
    textEvidence(line, titled, mark) +
    (opennessMark.test(text) ? 2 : 0) +
    beneath +
    (known ? 2 : 0) +
    (label !== null ? labelPenalty(label, line, mark) : 0) +
    (closesList ? -6 : within !== null && signature === 'plain' ? contextPenalty(within, beneath, known) : 0)
  const alone = standsAlone(lines, facts, at)
  return { at, mark, text, signature, evidence, anchored: beneath >= 3 || known, labelled: label !== null, alone }
}

const opennessMark = /^[([]?(?:åben|lukket)[)\]]|[([](?:åben|lukket)[)\]]$|^(?:åben|lukket)(?: punkt| sag)?\s*[:–-]\s/iu

/** A heading typed without any style: short, no full stop, a gap above and none below. Null evidence where gaps say nothing. */
function standsAlone(lines: readonly AgendaLine[], facts: LineFacts, at: number): boolean {
  const line = lines[at]
  const next = lines[at + 1]
  if (line === undefined || !facts.gapsTell || !line.gapBefore || line.listLabel !== null) return false
  if (line.text.length > 80 || /[.,;:!]$/u.test(line.text) || !/^[\p{Lu}\d"“”»]/u.test(line.text)) return false
  return next !== undefined && !next.gapBefore && next.role === 'body' && next.listLabel === null
}

/** Whether a title is one that returns from meeting to meeting. */
export function isRecurringTitle(printed: string): boolean {
  if (printed.length > 220) return false
  const title = readItemTitle(printed).title.toLowerCase()
  if (title.length > 140 || (title.endsWith('.') && title.length > 28)) return false
  return recurringTitles.some((form) => form.test(title))
}

/** Whether a title is one of a report's or a statute's chapters. */
export function isChapterTitle(printed: string): boolean {
  const title = readItemTitle(printed).title.toLowerCase()
  return chapterTitles.some((form) => form.test(title))
}

/** "2. Brev" under Bilag, right above Beslutning: the item's own decision follows its enclosures. */
function endsAtDecision(lines: readonly AgendaLine[], facts: LineFacts, at: number): boolean {
  let next = at + 1
  while (next < lines.length && lines[next]?.role !== 'body') next++
  return facts.labels[next]?.role === 'decision' || facts.labels[next]?.role === 'minutes'
}

// "2. Beslutning: Nye lokaler" in a heading style: the word tells what is asked for, as a part of the title.
function labelPenalty(label: SectionLabel, line: AgendaLine, mark: NumberMark | null): number {
  if (line.headingLevel !== null && mark !== null && label.rest !== '') return 0
  return coreRoles.has(label.role) || label.role === 'enclosures' ? -6 : -0.5
}

function contextPenalty(within: string, beneath: number, known: boolean): number {
  if (beneath >= 3 || known) return 0
  return within === 'recommendation' ? -4 : within === 'enclosures' ? -3 : -0.7
}

function styleEvidence(line: AgendaLine, signature: string): number {
  const base =
    line.headingLevel !== null
      ? 4 - 0.5 * (line.headingLevel - 1)
      : signature.startsWith('bold')
        ? 2.5
        : signature.startsWith('lead')
          ? 1.5
          : 0
  const size = Number(/\+(\d+)/u.exec(signature)?.[1] ?? 0)
  const nested = (line.listLevel ?? 0) >= 1 ? -2 : 0
  const cell = line.cell !== null && line.cell.column > 0 ? -2 : 0
  return base + (size > 0 ? 1 : 0) + (line.look.capitals && line.text.length > 5 ? 1 : 0) + nested + cell
}

function textEvidence(line: AgendaLine, title: string, mark: NumberMark | null): number {
  let sum = 0
  if (mark !== null) sum += mark.kind === 'word' || mark.kind === 'ad' ? 3 : mark.kind === 'bare' ? -0.7 : 0
  if (title.length <= 130) sum += 1
  if (title.length > 220) sum -= 3
  if (/[.,;]$/u.test(title) && !/(?:\bm\.?v|\bmv|\betc|\bmm|\bkr|\bmio|\bevt)\.$/u.test(title) && title.length > 40)
    sum -= 2
  if (/^\p{Ll}/u.test(title) && !/^(?:e|i)\p{Lu}/u.test(title)) sum -= 2
  if (/^at\s/iu.test(title)) sum -= 4
  if (/^bilag\s*(?:nr\.?\s*)?\d/iu.test(title)) sum -= 3
  if (/\.{4,}|…{2,}/u.test(title)) sum -= 5
  if (line.gapBefore) sum += 0.5
  return sum
}

/** 3 when a core label is the next line, less when something stands between, 0 when the next number comes first. */
function labelBeneath(lines: readonly AgendaLine[], facts: LineFacts, at: number): number {
  let seen = 0
  let bonus = 0
  for (let next = at + 1; next < lines.length && seen < 5; next++) {
    if (lines[next]?.role !== 'body') continue
    const label = facts.labels[next]
    if (label && coreRoles.has(label.role)) return seen === 0 ? 3 : seen === 1 ? 2.5 : 1.5
    if (label && (label.role === 'meta' || label.role === 'presenters')) {
      if (seen === 0 && label.role === 'meta') bonus = 1.5
      continue
    }
    const mark = facts.marks[next]
    if (mark && mark.kind === facts.marks[at]?.kind) return bonus
    seen++
  }
  return bonus
}
