/** Which columns of a list of members tell who came: counted from 0; null where there is none. */
export type AttendanceColumns = { readonly present: number | null; readonly absent: number | null }

const nameHead = /^(?:navn|deltager(?:e)?|medlem(?:mer)?|mødedeltagere?)$/iu
const presentHead = /^(?:til ?stede|tilstede|fremmødt|fremmøde|mødt|deltog|deltager|deltagelse)$/iu
const absentHead = /^(?:afbud|fraværende|fravær|ikke til ?stede)$/iu
const no = /^(?:|-|–|nej|n|0|afbud|fraværende|ikke)$/iu

/** Reads the header row of a member list with columns to tick (P5); null for any other line. Cells are apart by tabs. */
export function readAttendanceHeader(text: string): AttendanceColumns | null {
  const cells = text.split('\t').map((cell) => cell.trim().replace(/[:.]$/u, ''))
  if (cells.length < 2 || !nameHead.test(cells[0] ?? '')) return null
  const present = cells.findIndex((cell, i) => i > 0 && presentHead.test(cell))
  const absent = cells.findIndex((cell) => absentHead.test(cell))
  if (present < 0 && absent < 0) return null
  return { present: present < 0 ? null : present, absent: absent < 0 ? null : absent }
}

/** Whether the row of a member list says that the person was absent. */
export function isTickedAbsent(text: string, columns: AttendanceColumns): boolean {
  const cells = text.split('\t').map((cell) => cell.trim())
  if (columns.absent !== null && !no.test(cells[columns.absent] ?? '')) return true
  const present = columns.present === null ? null : (cells[columns.present] ?? '')
  return columns.absent === null && present !== null && no.test(present)
}

/** The row without its ticks, so that only the person is left. */
export function withoutTicks(text: string, columns: AttendanceColumns): string {
  return text
    .split('\t')
    .filter((_, i) => i !== columns.present && i !== columns.absent)
    .join('\t')
}
