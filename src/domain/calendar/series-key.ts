import type { LocalDate } from '../../shared/ids.ts'

/** How every iCalUId made by Outlook begins (PLATFORM F2.2). */
const outlookPrefix = '040000008200E00074C5B7101A82E008'

/**
 * The key all occurrences of a series share: an Outlook iCalUId with its four date bytes (hex 32-39) set to zero.
 * Foreign UIDs (Google, Apple) are kept whole.
 */
export function seriesKeyOf(iCalUId: string): string {
  const upper = iCalUId.toUpperCase()
  return upper.startsWith(outlookPrefix) && upper.length > 40
    ? `${upper.slice(0, 32)}00000000${upper.slice(40)}`
    : upper
}

/** The date an occurrence was first planned for, out of its iCalUId's date bytes; null for singles, masters and foreign UIDs. */
export function occurrenceDateOf(iCalUId: string): LocalDate | null {
  const upper = iCalUId.toUpperCase()
  // Year 0: a single invitation, as most are.
  if (!upper.startsWith(outlookPrefix) || upper.length <= 40 || upper.startsWith('0000', 32)) return null
  const [year, month, day] = [upper.slice(32, 36), upper.slice(36, 38), upper.slice(38, 40)].map((hex) =>
    Number.parseInt(hex, 16),
  )
  if (!year || !month || !day || month > 12 || day > 31 || year > 9999) return null
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as LocalDate
}
