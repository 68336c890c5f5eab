import type { LocalDate } from '../../shared/ids.ts'
import { findDanishDates, resolveDate } from '../time/read-danish-date.ts'
import type { DocumentPlannedMeeting } from './agenda-document.ts'
import type { AgendaLine } from './agenda-line.ts'
import type { LineFacts } from './item-candidate.ts'

const heads =
  /\b(?:mødeplan(?:en)?|mødedatoer|mødekalender|møderække|kommende møder|næste møder|møder i \d{4}|mødeplanlægning|datoer for (?:kommende )?møder)\b/iu
const farthest = 14

/**
 * A meeting plan (X4): under a heading such as "Mødeplan 2024", rows of a forum and its dates, or lines with one date each.
 * The year comes from the heading when the dates leave it out.
 */
export function readMeetingPlan(
  lines: readonly AgendaLine[],
  facts: LineFacts,
  firstItem: number,
  meeting: { readonly forum: string | null; readonly date: LocalDate | null },
): readonly DocumentPlannedMeeting[] {
  const found: DocumentPlannedMeeting[] = []
  let head: PlanHead | null = null
  for (const [at, line] of lines.entries()) {
    if (line.role !== 'body' || at < firstItem) continue
    const title = facts.marks[at]?.rest ?? line.text
    if (heads.test(title) && line.text.length <= 140) head = { at, year: yearOf(line.text) ?? priorYear(head) }
    if (head === null || at - head.at > farthest) continue
    found.push(...readRow(line.text, head.year, meeting, at === head.at))
  }
  return found.length >= 2 ? found : []
}

type PlanHead = { readonly at: number; readonly year: number | null }

function priorYear(head: PlanHead | null): number | null {
  return head === null ? null : head.year
}

function yearOf(text: string): number | null {
  const year = /\b(20\d{2})\b/u.exec(text)?.[1]
  return year === undefined ? null : Number(year)
}

function readRow(
  text: string,
  year: number | null,
  meeting: { readonly forum: string | null; readonly date: LocalDate | null },
  isHead: boolean,
): readonly DocumentPlannedMeeting[] {
  const mentions = findDanishDates(text)
  const first = mentions[0]
  if (first === undefined) return []
  const lead = text
    .slice(0, first.from)
    .replace(/[\s:–,-]+$/u, '')
    .trim()
  const letters = text.replace(/[^\p{L}]/gu, '').length - 8 * mentions.length
  const isRow = letters <= 32 && !/[.!?]$/u.test(text)
  const named = lead !== '' && lead.length <= 40 && text.includes('\t') ? lead : null
  if (!isRow || (isHead && mentions.length < 2)) return []
  return mentions.flatMap((mention) => {
    const date = resolveDate({ ...mention, year: mention.year ?? year }, meeting.date)
    return date === null ? [] : [{ forum: named ?? meeting.forum ?? '', date }]
  })
}
