import type { AttendanceGroup } from './danish-people.ts'
import { splitSentences } from './split-sentences.ts'

type SpokenForm = { readonly group: AttendanceGroup; readonly pattern: RegExp }

// Minutes in prose say it in a sentence; what it names stands after the verb, or before "havde meldt afbud".
const forms: readonly SpokenForm[] = [
  {
    group: 'absent',
    pattern:
      /^(?:(?:[Jj]eg|[Vv]i|[Dd]er) (?:har|er|var) (?:(?:fået|modtaget|kommet|indløbet) )?)?[Aa]fbud (?:er modtaget )?fra:?\s+(?<people>\p{Lu}.*)$/u,
  },
  {
    group: 'absent',
    pattern: /^(?<people>\p{Lu}[^.]*?),?\s+(?:havde|har|er)\s+(?:meldt|sendt|givet)\s+(?:afbud|fra)\b/u,
  },
  {
    group: 'absent',
    pattern: /^(?:[Ff]raværende|[Ff]orhindret|[Ii]kke til ?stede)\s+(?:var|er):?\s+(?<people>\p{Lu}.*)$/u,
  },
  {
    group: 'present',
    pattern:
      /^(?:[Ii] mødet deltog|[Pp]å mødet deltog|[Ff]ølgende deltog|[Dd]er deltog|[Dd]eltog|[Dd]eltagere var|[Ff]remmødt(?:e)?(?: var)?|[Mm]ødt(?: op)?(?: var| er)|[Tt]il ?stede(?: på mødet)?(?: var| er)|[Dd]esuden deltog|[Ee]ndvidere deltog|[Hh]erudover deltog|[Ii] (?:hans |hendes |deres )?ste?d(?:et)? (?:deltog|mødte)|[Ss]om (?:stedfortræder|suppleant)(?: for [^,.]+?)? (?:deltog|mødte)):?\s+(?<people>(?:\p{Ll}+ )?\p{Lu}.*)$/u,
  },
]

/** People told of in running text (P6): "Til stede var ...", "I mødet deltog ...", "Bo Fyn havde meldt afbud." */
export function readSpokenAttendance(
  text: string,
): readonly { readonly group: AttendanceGroup; readonly people: string }[] {
  if (text.length > 700) return []
  return splitSentences(text).flatMap((sentence) => {
    for (const { group, pattern } of forms) {
      const people = pattern.exec(sentence)?.groups?.['people']
      if (people !== undefined) return [{ group, people }]
    }
    return []
  })
}
