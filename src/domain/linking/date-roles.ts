import type { MoveVerb } from './find-move-verbs.ts'
import { meetingThings } from './meeting-things.ts'
import { fromWord, toWord } from './move-words.ts'

type Place = { readonly from: number; readonly to: number }
type Role = 'old' | 'new' | null

/** Words that begin a clause of its own: what stands before them has its own verb. */
const boundary =
  /,\s*(?:da|fordi|idet|eftersom|efter|hvor|som|og|men|mens|så)\s(?!\d|den\s\d|d\.\s?\d)|\s(?:da|fordi|idet|eftersom|efter at)\s/u
const heldWords = /(?:afholdes|holdes|bliver|ligger|finder sted|mødes|er nu|nu er)[^.]{0,30}$/u
/** Behind this stands the date of a meeting: "mødet onsdag den". */
export const besideMeeting = new RegExp(`(?:${meetingThings.source})\\s*(?:\\p{L}+dag\\s+)?(?:den|d\\.|the)?\\s*$`, 'u')

/** Whether a date is the one left or the one gone to, by the words next to it and the verb of its clause. `small`: the sentence. */
export function roleOfDate(
  date: Place,
  verbs: readonly MoveVerb[],
  small: string,
  named: readonly { readonly to: number }[] = [],
): Role {
  const before = small.slice(Math.max(0, date.from - 45), date.from)
  const last = [...verbs].reverse().find((verb) => verb.to <= date.from)
  const next = verbs.find((verb) => verb.from >= date.to)
  // "KOSU den 10. holdes i stedet den 24.": a forum's name stands for its meeting.
  const isNamed = named.some(
    ({ to }) => to <= date.from && /^\s*(?:\p{L}+dag\s+)?(?:den|d\.)?\s*$/u.test(small.slice(to, date.from)),
  )
  if (isNamed && !last && next?.kind === 'insteadThen') return 'old'
  // "... der senest var rykket til den 11., flyttes igen": an earlier move's goal is what is left now.
  if (
    last?.kind === 'moves' &&
    next?.kind === 'moves' &&
    /(?<!\p{L})(?:senest|tidligere|først|allerede|var)\s+(?:\p{L}+\s)?$/u.test(small.slice(0, last.from))
  )
    return 'old'
  if (verbs.some((verb) => verb.from <= date.from && date.to <= verb.to)) return 'old'
  // "Tilbage til den oprindelige dato 5. maj": there it is held, whatever it was called.
  if (/tilbage til (?:\p{L}+ ){0,4}(?:(?:den|d\.) ?)?$/u.test(before)) return 'new'
  if (fromWord.test(before)) return last || next ? 'old' : null
  const isCutOff = last !== undefined && boundary.test(small.slice(last.to, date.from))
  if (next && isCutOff && !boundary.test(small.slice(date.to, next.from))) {
    const role = roleBefore(next, before)
    if (role) return role
  }
  // "... ved en fejl til den 6. Det skulle have været den 13.": the second is what was meant.
  if (last?.kind === 'originally' && verbs.some((verb) => verb.kind === 'mistakes' && verb.to <= last.from))
    return 'new'
  if (last) return roleAfter(last, before, small.slice(last.to, date.from), small.slice(date.to, date.to + 25))
  // "Den 28. passer ikke, så vi mødes den 6. i stedet": only the date of the same clause goes with "i stedet".
  if (next?.kind === 'insteadThen' && boundary.test(small.slice(date.to, next.from))) return null
  return next ? roleBefore(next, before) : null
}

function roleAfter(verb: MoveVerb, before: string, between: string, behind: string): 'old' | 'new' {
  switch (verb.kind) {
    case 'replaces':
      // "... ikke den 12., men den 13."
      return heldWords.test(between) || /(?<!\p{L})men(?!\p{L})/u.test(between) ? 'new' : 'old'
    case 'originally':
    case 'disregards':
    case 'cancels':
    case 'mistakes':
      return heldWords.test(between) ? 'new' : 'old'
    case 'isReplacedBy':
    case 'insteadThen':
    case 'splits':
      return 'new'
    case 'joins':
      // "Sammenlagt af møderne den 3. og den 10."
      return /(?:^|[^\p{L}])(?:af|møderne)\s[^.]*$/u.test(between) ? 'old' : 'new'
    case 'newDate':
      return /for [^.,:]*$/u.test(between) && !/\b(?:er|bliver|:)\s*$/u.test(before.trimEnd()) ? 'old' : 'new'
    case 'moves':
      if (toWord.test(before) || /til (?:mødet|et møde)\s+(?:den|d\.)?\s*$/u.test(before)) return 'new'
      return meetingThings.test(between) ||
        /^[\s,]*(?:(?:bliver|ændres|flyttes|rykkes)\s+(?:nu\s+)?)?(?:til\s|->|→|=>)/u.test(behind)
        ? 'old'
        : 'new'
  }
}

function roleBefore(verb: MoveVerb, before: string): Role {
  switch (verb.kind) {
    case 'isReplacedBy':
    case 'moves':
    case 'cancels':
    case 'splits':
    case 'joins':
    case 'mistakes':
      return 'old'
    case 'replaces':
    case 'originally':
      return 'new'
    case 'insteadThen':
      // "Mødet den 28. holdes i stedet ..." leaves its date, "vi mødes den 6. i stedet" names the new one.
      return besideMeeting.test(before) ? 'old' : 'new'
    case 'disregards':
    case 'newDate':
      return meetingThings.test(before) ? 'old' : null
  }
}
