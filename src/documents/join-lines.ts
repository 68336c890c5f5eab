/** How two lines of one paragraph meet: letters to cut from the first, and what comes between. */
export type LineJoint = { readonly cut: 0 | 1; readonly glue: '' | ' ' }

// "social- og sundhedsområdet": the hyphen stands for a left-out word, not for a line end.
const conjunctions = /^(?:og|eller|samt|men|til|som|og\/eller|både|henholdsvis|hhv\.?)(?:[\s,/]|$)/

/**
 * Joins line ends in the Danish way: "arbejds-" + "gruppen" is one word, "social-" + "og" are two,
 * "Ikast-" + "Brande" and "COVID-" + "19" keep their hyphen, a URL goes on without a space.
 */
export function jointOf(before: string, after: string): LineJoint {
  const end = before.trimEnd()
  const start = after.trimStart()
  if (/\u00ad$/.test(end)) return { cut: 1, glue: '' }
  if (/[\p{L}\d][-\u2010\u2011]$/u.test(end)) {
    if (conjunctions.test(start)) return { cut: 0, glue: ' ' }
    const isOneWord = /\p{Ll}[-\u2010]$/u.test(end) && /^\p{Ll}/u.test(start)
    return isOneWord ? { cut: 1, glue: '' } : { cut: 0, glue: /^[\p{L}\d]/u.test(start) ? '' : ' ' }
  }
  if (
    /(?:https?:\/\/|www\.)\S*[/.?=&_%-]$/i.test(end) &&
    /^[^\s.,;:!?)]/.test(start) &&
    !/^\p{Lu}\p{Ll}*\s/u.test(start)
  ) {
    return { cut: 0, glue: '' }
  }
  return { cut: 0, glue: ' ' }
}
