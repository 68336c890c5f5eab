import type { LocalDate } from '../../shared/ids.ts'
import { danishMonths } from '../time/danish-calendar-words.ts'

/** A date as evidence names it to people: "28. september". */
export function sayDay(date: LocalDate): string {
  return `${Number(date.slice(8, 10))}. ${danishMonths[Number(date.slice(5, 7)) - 1]?.[0] ?? ''}`
}

/** A sentence out of an invitation, short enough to show, on one line. */
export function quote(sentence: string): string {
  const line = sentence.replace(/\s+/g, ' ').trim()
  return line.length > 140 ? `"${line.slice(0, 139)}…"` : `"${line}"`
}
