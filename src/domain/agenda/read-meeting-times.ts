import type { LocalTime } from '../../shared/ids.ts'
import { findDanishDates } from '../time/read-danish-date.ts'
import { findDanishTimes, type TimeMention } from '../time/read-danish-time.ts'
import type { AgendaLine } from './agenda-line.ts'
import type { HeaderSource } from './header-source.ts'
import { readGroupLabel } from './read-participants.ts'

const timeLabels =
  /^(?:møde(?=\s*[:\t])|tid|tidspunkt|mødetid|mødetidspunkt|tid (?:og|&) sted|tid\/sted|kl|klokken|klokkeslæt|starttidspunkt|mødet startede|mødestart|start|hvornår|dato og tid|mødedato)\b/iu
const endLabels =
  /^(?:sluttidspunkt|sluttid|slut|mødet (?:sluttede|slut|hævet|hævedes|blev hævet|afsluttet|sluttet))\b/iu
const otherTimes =
  /\b(?:morgenbrød|morgenmad|frokost|kaffe|forplejning|middag|spisning|formøde|gruppemøder?|afgang|tilmelding|senest|frist|parkering|telefon|pause|ankomst|dørene|bus|næste møde)\b/iu
const closing =
  /\bmødet?\b.{0,30}\b(?:sluttede|slut|sluttet|hævet|hævedes|afsluttet|afsluttedes|ophævet)\b|\b(?:hævet|sluttede|slut|afsluttet)\b\s*(?:ca\.?\s*)?kl|\bhævede[s]?\b.{0,60}\bkl/iu

/**
 * Start and end of the meeting (H2): the times beside its date or under a label of time, never those of lunch or a deadline.
 * The actual end, where the minutes state it, outranks the planned one (H3).
 */
export function readMeetingTimes(
  source: HeaderSource,
  dateLine: number | null,
): { readonly start: LocalTime | null; readonly end: LocalTime | null; readonly lines: readonly number[] } {
  const planned = bestFrontTime(source, dateLine)
  const ended = statedEnd(source)
  return {
    start: planned?.time.start ?? null,
    end: ended?.time ?? planned?.time.end ?? separateEnd(source),
    lines: [planned?.line, ended?.line].filter((at) => at !== undefined),
  }
}

function bestFrontTime(
  source: HeaderSource,
  dateLine: number | null,
): { readonly time: TimeMention; readonly line: number } | null {
  let best: { readonly time: TimeMention; readonly line: number; readonly weight: number } | null = null
  for (const at of source.front) {
    const line = source.lines[at]
    if (line === undefined || line.text.length > 400) continue
    if (endLabels.test(line.text) || closing.test(line.text) || isPeopleLine(line)) continue
    const text = withKl(line.text)
    const time = findDanishTimes(text).find((one) => !isDateAsTime(line, one) && !isOtherTime(text, one))
    if (time === undefined) continue
    const weight = weigh(source, at, dateLine, time)
    if (best === null || weight > best.weight) best = { time, line: at, weight }
  }
  return best !== null && best.weight > 0 ? best : null
}

/** The words beside it, in its sentence, make it the time of lunch or a deadline. */
function isOtherTime(text: string, time: TimeMention): boolean {
  if (timeLabels.test(text)) return false
  const before = text.slice(0, time.from)
  const sentence = before.slice(Math.max(0, before.search(/[.!?;]\s(?=[^.!?;]*$)/u)))
  return otherTimes.test(`${sentence} ${/^[^.,;!?(]*/u.exec(text.slice(time.to))?.[0] ?? ''}`)
}

// "Til stede: Bo (kl. 10-11)": when somebody was there, not when the meeting was.
function isPeopleLine(line: AgendaLine): boolean {
  const label = readGroupLabel(line)
  return label !== null && label.group !== 'none'
}

// "Tidspunkt: 16.30" prints no "kl.", but the label says it is a time.
function withKl(text: string): string {
  return text.replace(
    /^((?:møde)?tid(?:spunkt)?|start(?:tidspunkt)?|mødetidspunkt|kl\.?|slut(?:tidspunkt)?)\s*[:\t]\s*(?=\d{1,2}[.:]\d{2}(?!\.?\d))/iu,
    '$1: kl. ',
  )
}

function weigh(source: HeaderSource, at: number, dateLine: number | null, time: TimeMention): number {
  const line = source.lines[at]
  const previous = source.lines[at - 1]
  const labelled =
    timeLabels.test(line?.text ?? '') ||
    (previous !== undefined && previous.text.length < 30 && timeLabels.test(previous.text))
  const distance = dateLine === null ? 9 : Math.abs(at - dateLine)
  const near = distance === 0 ? 5 : distance <= 2 ? 3 : distance <= 5 ? 1 : 0.3
  const sending = /^(?:sendt|fra|modtaget)\b/iu.test(line?.text ?? '') ? -9 : 0
  return near + (labelled ? 4 : 0) + (time.end === null ? 0 : 1) + (line?.role === 'body' ? 0.5 : 0) + sending
}

function isDateAsTime(line: AgendaLine, time: TimeMention): boolean {
  return findDanishDates(line.text).some((date) => date.from < time.from && time.to < date.to)
}

function statedEnd({ lines }: HeaderSource): { readonly time: LocalTime; readonly line: number } | null {
  for (let at = lines.length - 1; at >= 0; at--) {
    const line = lines[at]
    if (line === undefined || line.text.length > 160 || !(closing.test(line.text) || endLabels.test(line.text)))
      continue
    const times = findDanishTimes(withKl(line.text))
    const last = times.at(-1)
    if (last !== undefined) return { time: last.end ?? last.start, line: at }
  }
  return null
}

function separateEnd({ lines, front }: HeaderSource): LocalTime | null {
  for (const at of front) {
    const line = lines[at]
    if (line !== undefined && endLabels.test(line.text)) return findDanishTimes(withKl(line.text))[0]?.start ?? null
  }
  return null
}
