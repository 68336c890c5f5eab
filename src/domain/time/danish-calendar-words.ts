/** Months in Danish as documents print them, in full and shortened; position is the month less one. */
export const danishMonths: readonly (readonly string[])[] = [
  ['januar', 'jan'],
  ['februar', 'feb', 'febr'],
  ['marts', 'mar'],
  ['april', 'apr'],
  ['maj'],
  ['juni', 'jun'],
  ['juli', 'jul'],
  ['august', 'aug'],
  ['september', 'sept', 'sep'],
  ['oktober', 'okt'],
  ['november', 'nov'],
  ['december', 'dec'],
]

/** Weekdays in Danish from Monday, in full and shortened. */
export const danishWeekdays: readonly (readonly string[])[] = [
  ['mandag', 'man'],
  ['tirsdag', 'tirs', 'tir'],
  ['onsdag', 'ons'],
  ['torsdag', 'tors', 'tor'],
  ['fredag', 'fre'],
  ['lørdag', 'lør'],
  ['søndag', 'søn'],
]

/** Month 1..12 of a Danish month word, or null. A closing full stop and capitals do not matter. */
export function readMonthWord(word: string): number | null {
  const key = word.toLowerCase().replace(/\.$/, '')
  const at = danishMonths.findIndex((forms) => forms.includes(key))
  return at < 0 ? null : at + 1
}

/** Weekday 1 (Monday) .. 7 (Sunday) of a Danish weekday word, or null. */
export function readWeekdayWord(word: string): number | null {
  const key = word.toLowerCase().replace(/\.$/, '')
  const at = danishWeekdays.findIndex((forms) => forms.includes(key))
  return at < 0 ? null : at + 1
}
