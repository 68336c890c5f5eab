import { meetingThings, otherThings } from './meeting-things.ts'
import {
  byMistake,
  cancels,
  disregards,
  insteadThen,
  isReplacedBy,
  joinsUp,
  moves,
  newDate,
  originally,
  replaces,
  splitsUp,
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
    | 'splits'
    | 'joins'
    | 'mistakes'
  readonly from: number
  readonly to: number
}

const forms: readonly (readonly [MoveVerb['kind'], RegExp])[] = (
  [
    ['isReplacedBy', isReplacedBy],
    ['replaces', replaces],
    ['moves', moves],
    ['cancels', cancels],
    ['disregards', disregards],
    ['originally', originally],
    ['newDate', newDate],
    ['insteadThen', insteadThen],
    ['splits', splitsUp],
    ['joins', joinsUp],
    ['mistakes', byMistake],
  ] as const
).map(([kind, form]) => [kind, new RegExp(form.source, 'gu')])

/** Words that stand around a verb without being what it speaks of. */
const smallWords = new Set(
  `hi meet will udmeldte varslede meldte annoncerede vi jeg er har haft måttet måtte må blevet bliver blev desværre derfor nødt til at da og i det den der som også nu hermed altså
  dog igen bemærk obs nb husk kære alle hej vigtigt venligst se have skal skulle kan kunne været de vores dette denne så men for
  tidligere gamle oprindelige planlagte ordinære udsendte udsendt første aflyste allerede indkaldte kommende næste fastsatte
  aftalte forrige foregående sidste nye ny hele både samme fælles vedlagte ovenstående bedes helt gerne selv blot bare
  mandag tirsdag onsdag torsdag fredag lørdag søndag d kl nedenstående eksisterende bookede årets jer jeres hos fra has been the is
  holdt afholdt ligget indkaldt planlagt sat fastsat berammet annonceret udmeldt flyttet udgår udgået aflyst rykket udskudt udsat
  viste sig heller one that those dated dessverre til from to earlier former first new fremsendte tilsendte modtagne nævnte nævnt endelig endeligt endelige først tredje anden andet sidste fastlagte planlagt
  hans hendes deres din sin min my your their venligst uge ugen derved dermed indtil lige netop hele heldags vist snart straks formelt officielt this of on meeting please have we to our was will be previous old original`.split(
    /\s+/,
  ),
)

/** The words of moving in a sentence that speak of the meeting, in their order; those about other things are left out. */
export function findMoveVerbs(sentence: string, mentions: readonly ForumMention[]): readonly MoveVerb[] {
  const small = sentence.toLowerCase()
  const found: MoveVerb[] = []
  for (const [kind, form] of forms) {
    for (const match of small.matchAll(form)) {
      const verb = { kind, from: match.index, to: match.index + match[0].length }
      if (found.some((other) => verb.from < other.to && other.from < verb.to)) continue
      if (isAboutMeeting(verb, sentence, mentions)) found.push(verb)
    }
  }
  return found.sort((a, b) => a.from - b.from)
}

/**
 * Whether the verb's subject or object is the meeting. It has to be seen: a sentence about anything else ("kurset den 28. er
 * flyttet") must never bury a meeting, so what cannot be placed counts as something else.
 */
function isAboutMeeting(verb: MoveVerb, sentence: string, mentions: readonly ForumMention[]): boolean {
  const behind = sentence.slice(verb.to)
  // "... er ændret i forhold til den første indkaldelse": what it is compared with.
  const compared = /^\s+(?:i forhold til|ift\.?|compared to)(?=\s)/iu.exec(behind)?.[0].length ?? 0
  const after = readObject(behind.slice(compared, 90), verb.to + compared, mentions)
  const before = readSubject(sentence.slice(0, verb.from), mentions)
  switch (verb.kind) {
    case 'mistakes':
      return meetingThings.test(sentence.toLowerCase()) || /(?<!\p{L})(?:ind)?kald\p{L}*/iu.test(sentence)
    case 'newDate':
      return !/^\s*(?:for|til)\s/iu.test(behind) || after !== 'other'
    case 'insteadThen':
      return before !== 'other'
    case 'replaces':
      return isReplacedMeeting(before, after, behind)
    case 'disregards':
      return isDisregardedMeeting(before, after, sentence, verb)
    case 'originally':
      return after === 'meeting' || (before !== 'other' && after !== 'other')
    case 'moves':
      if (/(?:ikke|hverken|kunne)\s+(?:\p{L}+\s+)?$/u.test(sentence.slice(0, verb.from).toLowerCase())) return false
      if (goesToPlace(behind.toLowerCase())) return false
      return after === 'meeting' || before === 'meeting' || (before === 'nothing' && after !== 'other')
    case 'splits':
    case 'joins':
      return before === 'meeting' || meetingThings.test(sentence.slice(verb.from, verb.to).toLowerCase())
    case 'cancels':
    case 'isReplacedBy':
      return after === 'meeting' || before === 'meeting' || (before === 'nothing' && after !== 'other')
  }
}

function isReplacedMeeting(before: Thing, after: Thing, behind: string): boolean {
  if (after === 'meeting') return true
  if (before === 'other') return false
  // "i stedet for på tirsdag", "i stedet for uge 45"
  const isTime = /^\s+(?:på\s+)?(?:uge\s*\d|(?:man|tirs|ons|tors|fre|lør|søn)dag|kl)/iu.test(behind)
  // "Denne aftale afløser den, I har liggende ..."
  if (before === 'meeting' && /^\s+(?:den|det|de),\s/iu.test(behind)) return true
  // "Denne indkaldelse erstatter den fysiske."
  const isSuchOne = before === 'meeting' && /^\s+(?:den|det|de)\s+\p{L}+e\s*(?:[.,;!)]|$)/iu.test(behind)
  return after === 'date' || isTime || isSuchOne || oldOne.test(behind)
}

function isDisregardedMeeting(before: Thing, after: Thing, sentence: string, verb: MoveVerb): boolean {
  const behind = sentence.slice(verb.to)
  if (oldOne.test(behind)) return !otherThings.test(sentence.toLowerCase())
  // "..., så slet den selv": the pronoun stands for the invitation named before.
  if (after === 'nothing' && /^\s+(?:den|det|denne)(?!\p{L})/iu.test(behind)) {
    return meetingThings.test(sentence.slice(0, verb.from).toLowerCase())
  }
  if (after === 'date') return before !== 'other'
  return after === 'meeting' || (before === 'meeting' && after !== 'other')
}

/** "flyttes til mødelokale 2", "til Teams": another place, the same time. The first word behind "til" is then none of time. */
function goesToPlace(behind: string): boolean {
  const form =
    /^(?:[^.,]{0,40}?\s)??(?<!(?:forhold|hensyn|henblik)\s)(?:til|over på|to)\s+(?:(?:at|den|det|en|et|d\.|the|a|på(?=\s+\p{L}+dag))\s+)*([\p{L}\d]+)/u
  const target = form.exec(behind)?.[1]
  return (
    target !== undefined &&
    !timeWord.test(target) &&
    !/(?:^|\s)(?:fra|from)\s+(?:mødet\s+)?(?:\p{L}+dag\s+)?(?:den\s|d\.\s?|kl\.?\s|uge\s)?\d/u.test(behind)
  )
}

const timeWord =
  /^(?:\d+|(?:man|tirs|ons|tors|fre|lør|søn)dag\p{L}*|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\p{L}*(?:middag|formiddag|aften|morgen|nat)(?:en|ten)?|(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec|may|oct)\p{L}{0,6}|kl|klokken|uge\p{L}*|dag\p{L}*|\p{L}*dato\p{L}*|\p{L}*møde(?:t|r|rne)?|\p{L}*tid(?:en|spunkt(?:et)?)?|oprindelig\p{L}*|ny\p{L}*|anden|andet|andre|senere|tidligere|efter|før|midt|start\p{L}*|slut\p{L}*|medio|ultimo|primo|først\p{L}*|sidst\p{L}*|næste|samme|måned\p{L}*|år\p{L}*|forår\p{L}*|efterår\p{L}*|sommer\p{L}*|vinter\p{L}*|i|om|week|next|later|another|new|date|at|være|dette|denne|være)$/u

/** "den gamle", "den tidligere fremsendte", with nothing behind: among invitations it is the earlier one. */
const oldOne =
  /^\s+(?:venligst\s+)?(?:(?:den|det|de|alle|the)\s+)?(?:\p{L}+\s+)?(?:gamle|tidligere|forrige|oprindelige|første|fremsendte|udsendte|tilsendte)(?=\s*(?:[.,;:!)]|$)|\s+(?:og|i|fra|som|selv)\s)/iu

type Thing = 'meeting' | 'date' | 'nothing' | 'other'

/** What the words right behind a verb are about: the first that is not a small word decides. */
function readObject(text: string, offset: number, mentions: readonly ForumMention[]): Thing {
  for (const match of text.matchAll(/[\p{L}\d]+|[.,;:()]/gu)) {
    const word = match[0].toLowerCase()
    const at = offset + match.index
    if (/^[,;:()]$/.test(word)) return 'nothing'
    if (isMonth(word)) return 'date'
    if (/^\d/.test(word)) return /kl\.?\s*$/iu.test(text.slice(0, match.index)) ? 'other' : 'date'
    if (mentions.some((mention) => at >= mention.from && at < mention.to)) return 'meeting'
    if (isOther(word)) return 'other'
    if (isMeeting(word) && !isContract(word, text.slice(match.index + word.length)))
      return isBehindPreposition(text.slice(0, match.index)) ? 'nothing' : 'meeting'
    // "Lises serie": whose it is.
    if (/^\p{Lu}\p{Ll}+s$/u.test(match[0])) continue
    if (word !== '.' && !smallWords.has(word))
      return /^(?:på|pga|grundet|med|ved|under|efter|inden|hvor|en|et|uge|ugen)$/u.test(word) ? 'nothing' : 'other'
  }
  return 'nothing'
}

/** What stands before a verb: the first thing named that no preposition hangs on something else. */
export function readSubject(whole: string, mentions: readonly ForumMention[]): Thing {
  // What stands in brackets stands alone: "Teams (flyttet fra 14/4)".
  const bracket = whole.lastIndexOf('(')
  const isInside = bracket >= 0 && !whole.slice(bracket).includes(')')
  const text = isInside ? `${' '.repeat(bracket + 1)}${whole.slice(bracket + 1)}` : whole
  let unknown = false
  // In "..., hvor punkt 4 blev udskudt" only the last clause has the subject.
  const clause =
    [...text.matchAll(/,\s*(?:hvor|hvorpå|fordi|idet|mens|men|og|så)\s(?!\d|den\s\d|d\.\s?\d)/giu)].at(-1)?.index ?? 0
  for (const match of text.matchAll(/[\p{L}]+/gu)) {
    if (match.index < clause) continue
    const word = match[0].toLowerCase()
    if (mentions.some((mention) => match.index >= mention.from && match.index < mention.to)) {
      if (!isBehindPreposition(text.slice(0, match.index))) return 'meeting'
      continue
    }
    if (isOther(word)) return 'other'
    if (isContract(word, text.slice(match.index + word.length))) return 'other'
    if (isMeetingWithOthers(word, text, match.index + word.length, mentions)) return 'other'
    if (isMeeting(word) && !isBehindPreposition(text.slice(0, match.index))) return 'meeting'
    unknown ||=
      !smallWords.has(word) &&
      !isMonth(word) &&
      !/^(?:på|pga|grundet|grund|af|ved|under|ny|nyt|flytning|ændring)$/u.test(word)
  }
  // "På grund af sygdom må vi rykke ...": whoever we are, we speak of the meeting.
  if (unknown && /(?:^|\s)(?:vi|we)\s/iu.test(text)) return 'nothing'
  return unknown ? 'other' : 'nothing'
}

function isBehindPreposition(before: string): boolean {
  return /(?:^|[^\p{L}])(?:efter|på|inden|før|ved|under|til|siden|fra|om|i|af|mellem|hos)\s+(?:\p{L}+\s+)?$/iu.test(
    before,
  )
}

/** "Mødet med ministeren": somebody else is met; a forum's name behind it, or we ourselves, are not. */
function isMeetingWithOthers(word: string, text: string, to: number, mentions: readonly ForumMention[]): boolean {
  const partner = /^\s+(?:med|mellem|for)\s+(?!jer|os|alle|hele|den|det|de\s)/iu.exec(text.slice(to))
  if (!partner || !/^møde(?:t|r|rne)?$/u.test(word)) return false
  const at = to + partner[0].length
  return !mentions.some((mention) => mention.from <= at && at < mention.to)
}

/** "Aftalen om hjemmesygepleje": an agreement, no appointment. */
function isContract(word: string, behind: string): boolean {
  return word.startsWith('aftale') && /^\s+(?:om|af|mellem|vedr|med)(?!\p{L})/iu.test(behind)
}

const meetingWord = new RegExp(`^(?:${meetingThings.source})$`, 'u')
const otherWord = new RegExp(`^(?:${otherThings.source})$`, 'u')

function isMeeting(word: string): boolean {
  return meetingWord.test(word)
}

function isOther(word: string): boolean {
  return otherWord.test(word)
}

function isMonth(word: string): boolean {
  return /^(?:jan|feb|mar|apr|maj|mai|may|jun|jul|aug|sep|okt|oct|nov|dec|des)\p{L}*$/u.test(word) && word.length <= 9
}
