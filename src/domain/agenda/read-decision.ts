import type { LocalDate } from '../../shared/ids.ts'
import { findDanishDates, resolveDate } from '../time/read-danish-date.ts'
import { letterKey } from './clean-text.ts'
import type { SectionLabel } from './read-label.ts'
import type { ItemSection, SectionLine } from './split-sections.ts'

/** The meeting a decision is measured against: this body, this day. */
export type MeetingIdentity = {
  readonly forum: string | null
  readonly date: LocalDate | null
  readonly kind: 'dagsorden' | 'referat'
}

/**
 * What this body decided at this meeting (D1): the text under its labels of decision, paragraphs and bullets joined by
 * line breaks. A label that names another day or another body tells of an earlier decision, part of the case (D2).
 */
export function readDecision(sections: readonly ItemSection[], meeting: MeetingIdentity): string | null {
  const text = ownDecisions(sections, meeting)
    .flatMap((section) => decisionLines(section.lines))
    .join('\n')
  return text === '' ? null : text
}

function ownDecisions(sections: readonly ItemSection[], meeting: MeetingIdentity): readonly ItemSection[] {
  const decisions = sections.filter((section) => section.role === 'decision' && section.label !== null)
  const dated = decisions.filter((section) => isToday(section.label, meeting.date))
  const possible = decisions.filter((section) => !isOtherDay(section.label, meeting.date))
  const named = possible.filter((section) => isOwnBody(section.label, meeting.forum))
  if (dated.length > 0)
    return possible.filter((section) => section.label?.decidedOn === null || isToday(section.label, meeting.date))
  if (named.length > 0 && named.length < possible.length) {
    return possible.filter((section) => section.label?.decidedBy === null || named.includes(section))
  }
  const own = possible.filter((section) => section.label?.decidedBy === null)
  return own.length > 0 && own.length < possible.length ? own : meeting.kind === 'dagsorden' ? own : possible
}

function isToday(label: SectionLabel | null, date: LocalDate | null): boolean {
  return date !== null && decisionDate(label, date) === date
}

function isOtherDay(label: SectionLabel | null, date: LocalDate | null): boolean {
  const decided = decisionDate(label, date)
  return date !== null && decided !== null && decided !== date
}

function decisionDate(label: SectionLabel | null, near: LocalDate | null): LocalDate | null {
  const mention = findDanishDates(label?.decidedOn ?? '')[0]
  return mention === undefined ? null : resolveDate(mention, near)
}

function isOwnBody(label: SectionLabel | null, forum: string | null): boolean {
  if (label?.decidedBy == null || forum === null) return false
  const body = stem(label.decidedBy)
  const own = stem(forum)
  return body !== '' && (own.includes(body) || body.includes(own))
}

// "byrådets", "byrådet" and "Byråd" are one body.
function stem(name: string): string {
  return letterKey(name).replace(/(?:ets|ens|nes|et|en|s)$/u, '')
}

const attendance = /^(?:fraværende|afbud|fravær|ikke til stede|inhabil|mødt|stedfortræder)\b[^.]{0,12}:/iu

function decisionLines(lines: readonly SectionLine[]): readonly string[] {
  const texts: string[] = []
  for (const { text } of lines) {
    if (!/[\p{L}\p{N}]/u.test(text) || attendance.test(text)) continue
    texts.push(text.replace(/\t/gu, ' '))
  }
  return texts
}
