import type { ForumId, LocalDate } from '../../shared/ids.ts'
import { readMonthWord } from '../time/danish-calendar-words.ts'
import { besideMeeting, roleOfDate } from './date-roles.ts'
import { findMoveVerbs, type MoveVerb, readSubject } from './find-move-verbs.ts'
import type { ForumIndex } from './forum-index.ts'
import { howFirm } from './how-firm.ts'
import { meetingThings, otherThings, thisInvitation } from './meeting-things.ts'
import { deniesMove, keeps } from './move-context-words.ts'
import type { MoveStatement, StatedDate } from './move-statement.ts'
import { backWords, hereWords, splitsUp } from './move-words.ts'
import { readDatesInText } from './read-dates-in-text.ts'
import { readRelativeMove } from './read-relative-move.ts'
import { type ForumMention, findCircleMentions, findForumMentions, namesOtherCircle } from './read-sentences.ts'

/** One sentence, and all that is read out of it before anything is judged. */
type Sentence = {
  readonly small: string
  readonly near: LocalDate
  /** The day the words were written, when it is known. */
  readonly writtenOn: LocalDate | null
  readonly dates: readonly StatedDate[]
  readonly verbs: readonly MoveVerb[]
  readonly kinds: ReadonlySet<MoveVerb['kind']>
  readonly mentions: readonly ForumMention[]
}

/** What one sentence says of moved, dead and kept dates; null when it says nothing of them. */
export function readMoveSentence(
  sentence: string,
  near: LocalDate,
  index: ForumIndex,
  writtenOn: LocalDate | null,
): MoveStatement | null {
  const small = sentence.toLowerCase()
  if (!mayTellOfMove(small)) return null
  const mentions = findForumMentions(sentence, index)
  const isJoint =
    /fælles|sammen med|joint/u.test(small) && new Set(mentions.flatMap((mention) => mention.forumIds)).size < 2
  const forumIds = isJoint ? [] : [...new Set(mentions.flatMap((mention) => mention.forumIds))]
  const dates = readDatesInText(sentence, near).map((date) => ({
    ...date,
    forumIds: isJoint ? null : nearestForum(date, mentions),
  }))
  const allVerbs = findMoveVerbs(sentence, [...mentions, ...findCircleMentions(sentence, index)])
  const verbs = allVerbs.filter((verb) => howFirm(verb, small) !== 'thought')
  const kinds = new Set(verbs.map((verb) => verb.kind))
  const read = { small, near, writtenOn, dates, verbs, kinds, mentions }
  if (isHistory(small, near)) return null
  const common = { ...describe(read), forumIds, sentence }
  const isKept = keeps.test(small) && !allVerbs.some((verb) => verb.kind === 'cancels' || verb.kind === 'moves')
  const others = dates.filter(({ date }) => date !== near)
  if (takesMoveBack.test(small) || (goesNotAfterAll.test(small) && others.length > 0)) {
    return {
      ...common,
      kind: 'moved',
      isBack: true,
      isVague: false,
      olds: others,
      news: dates.filter((date) => !others.includes(date)),
    }
  }
  if (deniesMove.test(small) || isKept)
    return dates.length > 0 ||
      (keepsDate.test(small) && !/(?<!\p{L})(?:øvrige|andre|resten|alt andet|others?)(?!\p{L})/u.test(small))
      ? { ...common, kind: 'kept', olds: dates, news: [] }
      : null
  if (forumIds.length === 0 && namesOtherCircle(sentence, index)) return null
  const isTold = allVerbs.length === verbs.length
  const judged =
    (verbs.length > 0 ? judge(read) : null) ?? (isTold ? (heldElsewhere(read) ?? hint(read, sentence)) : null)
  return judged ? { ...common, ...judged } : null
}

/** Quick no for the many sentences that can say nothing of moves: no part of any of the words, and not two numbers either. */
function mayTellOfMove(small: string): boolean {
  return moveParts.test(small) || /\d\D+\d/u.test(small) || (/\d/u.test(small) && calledWords.test(small))
}

const calledWords = /indkaldelse|invitation|aftale|kalenderpost|booking|reservation/u
const moveParts =
  /flyt|ryk|udsk|udsæt|udsat|omlæg|omlagt|ombe|ombook|omplan|lagt|læg|lå |slå|skub|skyd|skud|fremsk|ændr|erstat|afløs|stedet|frem for| end |ikke|aflys|annul|udgå|bortfald|nedlæg|opgiv|dropp|passe|due|går|gøre|afholde|holde|gennemfør|slet|fjern|ignor|glem|bort fra|bortse|gælde|oprind|tidl|skulle|gammel|gamle|var |\(før|ny |nye |nyt |gen(?:ud)?send|genind|på ny|rigtig|rette|korr|fejl|forkert|kom til|kommet til|dele|delt|split|saml|sammen|tilbage|denne|dette|heri?(?!\p{L})|fasthold|magt|planlagt|alligevel|består|bibehold|revider|reserv|pladsholder|->|→|=>|mov|resched|postpon|replac|instead|supersed|cancel|disregard|delet|new |origin|previous|schedul|unchang|stands|planned|push|forward|back|error|mistake|merged|redigere|taget ud|tages ud|hverken|ingen/u

type Judged = Pick<MoveStatement, 'kind' | 'olds' | 'news'> & Partial<MoveStatement>

function describe({
  small,
  verbs,
  kinds,
}: Sentence): Omit<MoveStatement, 'kind' | 'olds' | 'news' | 'forumIds' | 'sentence'> {
  return {
    isHedged: verbs.some((verb) => howFirm(verb, small) === 'expected'),
    isSplit: splitsUp.test(small) || /(?<!\p{L})to dele(?!\p{L})/u.test(small),
    isBack: backWords.test(small) || (keeps.test(small) && small.includes('alligevel')),
    isAnswer: backWords.test(small) || takesMoveBack.test(small) || kinds.has('mistakes'),
    isAgain: /(?<!\p{L})(?:igen|endnu en gang|på ny|once more|again)(?!\p{L})/u.test(small),
    isAll: /(?<!\p{L})(?:alle|samtlige|all)\s(?:\p{L}+\s)?(?:tidligere|forrige|gamle|previous|earlier)(?!\p{L})/u.test(
      small,
    ),
    isSeries: /(?<!\p{L})(?:\p{L}*serien?|\p{L}*rækken?)(?!\p{L})/u.test(small),
    oldMonth: null,
    relative: null,
    selfIsOld: false,
    isHint: false,
    isVague: false,
  }
}

/** Which of the dates are left and which gone to, and whether what is said is enough to go by. */
function judge(read: Sentence): Judged | null {
  const { small, near, dates, verbs, kinds, mentions } = read
  const olds = dates.filter((date) => roleOfDate(date, verbs, small, mentions) === 'old')
  const news = dates.filter((date) => roleOfDate(date, verbs, small, mentions) === 'new')
  const isOnly = (kind: MoveVerb['kind']) => kinds.size === 1 && kinds.has(kind)
  const saysHere = hereWords.test(small)
  // Where only the entry's own date is named, week, weekday or hour tell the other.
  if (isOfAnother(small, near) && !dates.some(({ date }) => date === near))
    return olds.length > 0 && news.length > 0 ? { kind: 'moved', olds, news, isVague: true } : null
  const relative = dates.every(({ date }) => date === near) ? readRelativeMove(small, near, read.writtenOn) : null
  if (relative) return { kind: 'moved', olds: [], news: [], relative, isVague: true }
  // A reservation lapses because the invitation has come; any other cancellation alone is no move.
  const isReservation = /reserv|pladsholder|save the date|blokering/u.test(small)
  const isInvitationDead = kinds.has('cancels') && earlierInvitation.test(small)
  if (isOnly('cancels') && news.length === 0 && !isReservation && !(isInvitationDead && olds.length > 0))
    return olds.length > 0 ? { kind: 'cancelled', olds, news: [] } : null
  if (isOnly('insteadThen') && olds.length + news.length === 0 && !saysHere) return null
  if (isOnly('replaces') && timeBehind.test(small) && olds.length === 0) return null
  const endsItself = kinds.has('disregards') || (kinds.has('cancels') && kinds.has('newDate'))
  const selfIsOld = endsItself && thisInvitation.test(small) && !kinds.has('replaces')
  // "... og ikke den 28." says something only beside the date that holds.
  if (isOnly('replaces') && /(?<!\p{L})ikke (?:den |d\. ?)?\d/u.test(small) && dates.length < 2) return null
  if (olds.length + news.length === 0 && !selfIsOld && !saysHere && !saysEnough(kinds, small)) return null
  // "Mødet den 28. erstatter dette": of a date that is neither its own nor left, the sentence must say that it takes its place.
  const isElsewhere = news.length > 0 && !news.some(({ date }) => date === near)
  if (kinds.has('replaces') && olds.length === 0 && isElsewhere && !thisInvitation.test(small)) return null
  const isVague = !isInvitationDead && !kinds.has('replaces') && !kinds.has('disregards') && !kinds.has('isReplacedBy')
  return {
    kind: 'moved',
    olds,
    news,
    oldMonth: olds.length === 0 ? readMonthOfMeeting(small) : null,
    selfIsOld,
    isVague,
  }
}

/** "Næste møde", "novembermødet" in an entry of October: the sentence is about another meeting. */
function isOfAnother(small: string, near: LocalDate): boolean {
  const another =
    /(?<!\p{L})(?:næste|efterfølgende|kommende|følgende|øvrige|næstfølgende|next|following)\s(?:\p{L}+\s)?\p{L}*(?:møde|meeting)/u
  const month = readMonthOfMeeting(small)
  return another.test(small) || (month !== null && month > Number(near.slice(5, 7)))
}

/** "I 2025 blev mødet flyttet", "sidste år": old news. */
function isHistory(small: string, near: LocalDate): boolean {
  const year = /(?<!\p{L})(?:i|in) (20\d\d)(?!\d)/u.exec(small)?.[1]
  return (
    (year !== undefined && year < near.slice(0, 4)) ||
    /(?<!\p{L})(?:sidste år|forrige år|i fjor|last year)(?!\p{L})/u.test(small)
  )
}

/** "Flytningen til den 15. er annulleret": what is dead is the date it was moved to. */
const takesMoveBack =
  /(?<!\p{L})(?:flytning|udskydelse|udsættelse|rykning|omlægning|datoændring)(?:en)?(?!\p{L})[^.]{0,60}(?:annulle|aflys|bortfald|trækkes|trukket|droppe|udgå|ikke (?:længere )?(?:aktuel|til noget))/u
/** "Flyttes alligevel ikke til den 15.": the 15th was said before and is dead now. */
const goesNotAfterAll =
  /(?:flytte[rs]|rykke[rs]|udskydes|udsættes|flyttet|rykket)\s+(?:\p{L}+\s)?(?:alligevel\s+ikke|ikke\s+alligevel)\s+til(?!\p{L})/u
/** "Den tidligere indkaldelse til den 28. bortfalder": it is the invitation that lapses, since another has come. */
const earlierInvitation =
  /(?<!\p{L})(?:tidligere|gamle|første|forrige|previous|earlier)\s+(?:\p{L}+\s)?\p{L}*(?:indkaldelse|invitation|booking)(?:en)?(?!\p{L})/u
/** What a date-less "uændret" is about: the meeting or its date, not the rest. */
const keepsDate = /(?<!\p{L})(?:møde|dato|indkaldelse|invitation|aftale|meeting|date)/u
/** "i stedet for kl. 9": what is left is an hour, a weekday, a week. */
const timeBehind =
  /(?:i ?stedet for|frem for|erstatter)\s+(?:på\s+)?(?:kl|uge\s*\d|(?:man|tirs|ons|tors|fre|lør|søn)dag)/u

/** What the meeting of one date does on the next named: "mødet den 28. holdes den 6.", "lægges over på den 6." */
const takesPlace =
  /^[^.;]{0,40}?(?<!\p{L})(?:holdes|holdt|afholdes|afholdt|gennemføres|ligger|lægges|lagt|placeres|sættes|sat|overføres|overført|bliver|er|falder|finder sted|afvikles|skal være|held|takes place)(?!\p{L})[^.;,]{0,30}$/u

/** "Mødet den 28. september holdes den 6. oktober": no word of moving is needed, a meeting has one date. */
function heldElsewhere({ small, dates }: Sentence): Judged | null {
  const [first, second] = dates
  if (!first || !second || dates.length > 2 || first.date === second.date) return null
  const between = small.slice(first.to, second.from)
  if (!besideMeeting.test(small.slice(0, first.from)) || !takesPlace.test(between) || sideBySide.test(between))
    return null
  if (/(?<!\p{L})(?:og|eller|ikke|kun|efter|før|inden|som)(?!\p{L})/u.test(between)) return null
  return { kind: 'moved', olds: [first], news: [second], isVague: true }
}

/** Words that set two dates against each other, and words that set them side by side. */
const change =
  /(?<!\p{L})(?:nu|nye?|nyt|i ?stedet|først|anden|andet|bytte[rst]?|alligevel|ikke|fejl|forkert|skifte[rst]?|ændr\p{L}*|snarere|hellere|now|new|rather|not)(?!\p{L})/u
const sideBySide =
  /(?<!\p{L})(?:ud ?over|foruden|både|samt|derudover|desuden|næste|efterfølgende|opfølgning|forlængelse|siden|mellem|igen|også|ligeledes|herefter|derefter|senest|møderne|datoerne|dage|fortsæt\p{L}*|genoptage\p{L}*|besides|next|both|also|after)(?!\p{L})/u
const calledFor =
  /(?:indkaldelse|invitation|kalenderaftale|kalenderpost|booking|aftale|reservation)\p{L}*\s+(?:til|fra|på|for)?\s*(?:mødet\s+)?(?:\p{L}+dag\s+)?(?:den|d\.)?\s*$/u

/**
 * No word of moving is known here, but the sentence sets one other date against the entry's own, or speaks of another
 * invitation by its date: that is worth asking about, if an entry lies there.
 */
function hint({ small, near, dates }: Sentence, sentence: string): Judged | null {
  const others = dates.filter(({ date }) => date !== near)
  const [other] = others
  if (!other || others.length > 1 || sideBySide.test(small) || otherThings.test(small) || small.includes('?'))
    return null
  // What lies on the other date must be the meeting, or nothing named: "Valget den 28. ændrer ikke på mødet den 6."
  const isOurs = readSubject(sentence.slice(0, other.from), []) !== 'other'
  const isAgainst = others.length < dates.length && change.test(small) && isOurs
  const isInvitation = calledFor.test(small.slice(0, other.from))
  const isOnMeeting = /(?:på|fra|efter|inden|før|ved)\s+(?:\p{L}+\s)?\p{L}*møde\p{L}*\s+(?:den|d\.)?\s*$/u.test(
    small.slice(0, other.from),
  )
  if (!(isAgainst || isInvitation) || isOnMeeting) return null
  return { kind: 'moved', olds: others, news: dates.filter((date) => date !== other), isHint: true, isVague: true }
}

/** Without a date only a clear word about the meeting counts. */
function saysEnough(kinds: ReadonlySet<MoveVerb['kind']>, small: string): boolean {
  if (/->|→|=>/.test(small)) return false
  if (kinds.has('newDate')) return !/nyt møde/.test(small)
  if (kinds.has('replaces') || kinds.has('isReplacedBy') || kinds.has('disregards')) return true
  return kinds.has('moves') && (meetingThings.test(small) || small.length < 90)
}

/** "februarmødet er flyttet": 2. Null when no meeting is named by its month. */
function readMonthOfMeeting(small: string): number | null {
  const word = /(?<!\p{L})(?:(\p{L}{3,9}?)s?møde(?:t|ts)?|møde(?:t|ts)? i (\p{L}{3,9}))(?!\p{L})/gu
  for (const [, name, later] of small.matchAll(word)) {
    // "Martsmødet": the s is the month's own.
    const month = readMonthWord(name ?? later ?? '') ?? readMonthWord(`${name}s`)
    if (month !== null) return month
  }
  return null
}

function nearestForum(date: { readonly from: number }, mentions: readonly ForumMention[]): readonly ForumId[] | null {
  const before = [...mentions].reverse().find((mention) => mention.to <= date.from)
  return (before ?? mentions[0])?.forumIds ?? null
}
