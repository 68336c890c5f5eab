/** Which columns of a list of members tell who came: counted from 0; null where there is none. */
export type AttendanceColumns = { readonly present: number | null; readonly absent: number | null }

const nameHead = /^(?:navn|deltager(?:e)?|medlem(?:mer)?|mødedeltagere?)$/iu
const presentHead = /^(?:til ?stede|tilstede|fremmødt|fremmøde|mødt|deltog|deltager|deltagelse)$/iu
const absentHead = /^(?:afbud|fraværende|fravær|ikke til ?stede)$/iu
const no = /^(?:|[-–]|0|n|(?:nej|afbud|fraværende|ikke)(?![\p{L}]).*)$/iu

/** Reads the header row of a member list with columns to tick (P5); null for any other line. Cells are apart by tabs. */
export function readAttendanceHeader(text: string): AttendanceColumns | null {
  const cells = text.split('\t').map((cell) => cell.trim().replace(/[:.]$/u, ''))
  if (cells.length < 2 || !nameHead.test(cells[0] ?? '')) return null
  const present = cells.findIndex((cell, i) => i > 0 && presentHead.test(cell))
  const absent = cells.findIndex((cell) => absentHead.test(cell))
  if (present < 0 && absent < 0) return null
  return { present: present < 0 ? null : present, absent: absent < 0 ? null : absent }
}

const memberColumns =
  /^(?:organisation|repræsenterer|repræsentant for|kommune|region|titel|stilling|funktion|rolle|parti|liste|bemærkning(?:er)?|initialer|init\.?|e-?mail|mail|telefon|tlf|udpeget af|valgt af|fra)$/iu

/** Whether a line is the header of a member list that has no columns to tick: "Navn, Organisation, Bemærkning". */
export function isMemberHeader(text: string): boolean {
  const [first = '', ...rest] = text.split('\t').map((cell) => cell.trim().replace(/[:.]$/u, ''))
  return rest.length > 0 && nameHead.test(first) && rest.every((cell) => memberColumns.test(cell))
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
