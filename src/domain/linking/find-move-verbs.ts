import {
  cancels,
  disregards,
  insteadThen,
  isReplacedBy,
  meetingThings,
  moves,
  newDate,
  originally,
  otherThings,
  replaces,
} from './move-words.ts'
import type { ForumMention } from './read-sentences.ts'

/** A word of moving, where it stands in the sentence. */
export type MoveVerb = {
  readonly kind:
    | 'replaces'
    | 'isReplacedBy'
    | 'moves'
    | 'cancels'
    | 'disregards'
    | 'originally'
    | 'newDate'
    | 'insteadThen'
  readonly from: number
  readonly to: number
}

const forms: readonly (readonly [MoveVerb['kind'], RegExp])[] = [
  ['isReplacedBy', isReplacedBy],
  ['replaces', replaces],
  ['moves', moves],
  ['cancels', cancels],
  ['disregards', disregards],
  ['originally', originally],
  ['newDate', newDate],
  ['insteadThen', insteadThen],
].map(([kind, form]) => [kind as MoveVerb['kind'], new RegExp((form as RegExp).source, 'gu')])

/** The words of moving in a sentence whose thing is the meeting, in their order; those about other things are left out. */
export function findMoveVerbs(sentence: string, mentions: readonly ForumMention[]): readonly MoveVerb[] {
  const small = sentence.toLowerCase()
  const found: MoveVerb[] = []
  for (const [kind, form] of forms) {
    for (const match of small.matchAll(form)) {
      const verb = { kind, from: match.index, to: match.index + match[0].length }
      if (found.some((other) => verb.from < other.to && other.from < verb.to)) continue
      if (isAboutMeeting(verb, sentence, small, mentions)) found.push(verb)
    }
  }
  return found.sort((a, b) => a.from - b.from)
}

function isAboutMeeting(verb: MoveVerb, sentence: string, small: string, mentions: readonly ForumMention[]): boolean {
  if (verb.kind === 'newDate' || verb.kind === 'insteadThen')
    return !/^\s*for (?:indsendelse|frist|tilmelding|svar)/u.test(small.slice(verb.to))
  const after = small.slice(verb.to, verb.to + 60)
  const before = small.slice(0, verb.from)
  const object = firstThing(after)
  if (verb.kind === 'replaces' || verb.kind === 'disregards') {
    if (object.other >= 0 && (object.meeting < 0 || object.other <= object.meeting)) return false
    return !namesPerson(verb, sentence, mentions)
  }
  if (verb.kind === 'originally') return object.other !== 0 && object.other !== 1
  if (object.meeting >= 0 && object.meeting < 25 && (object.other < 0 || object.meeting < object.other)) return true
  if (
    object.other >= 0 &&
    object.other < 25 &&
    verb.kind === 'moves' &&
    (object.meeting < 0 || object.other < object.meeting)
  )
    return false
  const thing = firstThing(before)
  return thing.other < 0 || (thing.meeting >= 0 && thing.meeting < thing.other)
}

/** Where the meeting and another thing are first named in a piece of text; -1 where not. */
function firstThing(text: string): { readonly meeting: number; readonly other: number } {
  const match = meetingThings.exec(text)
  // The article in front belongs to the thing, but the other list has none: compare by the noun.
  const meeting = match ? match.index + match[0].length - (match[0].split(' ').at(-1)?.length ?? 0) : -1
  return { meeting, other: otherThings.exec(text)?.index ?? -1 }
}

/** "Bente deltager i stedet for Henning", "erstatter Mads på mødet": a person is replaced, not a meeting. */
function namesPerson(verb: MoveVerb, sentence: string, mentions: readonly ForumMention[]): boolean {
  const rest = sentence.slice(verb.to, verb.to + 60)
  const name = /^\s+(\p{Lu}\p{Ll}+)/u.exec(rest)
  if (!name) return false
  const at = verb.to + (name[0].length - (name[1]?.length ?? 0))
  if (mentions.some((mention) => at >= mention.from && at < mention.to)) return false
  return !/^(?:Mandag|Tirsdag|Onsdag|Torsdag|Fredag|Lørdag|Søndag|Møde|Mødet|Indkaldelse|Invitation|Det|Den|Denne|Vores)/u.test(
    name[1] ?? '',
  )
}
