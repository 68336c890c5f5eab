import type { ForumId, LocalDate } from '../../shared/ids.ts'
import { readMonthWord } from '../time/danish-calendar-words.ts'
import { roleOfDate } from './date-roles.ts'
import { findMoveVerbs, type MoveVerb } from './find-move-verbs.ts'
import type { ForumIndex } from './forum-index.ts'
import { howFirm } from './how-firm.ts'
import { meetingThings, thisInvitation } from './meeting-things.ts'
import { deniesMove, keeps } from './move-context-words.ts'
import { backWords, hereWords, splitsUp } from './move-words.ts'
import { type DateInText, readDatesInText } from './read-dates-in-text.ts'
import { type RelativeMove, readRelativeMove } from './read-relative-move.ts'
import {
  type ForumMention,
  findForumMentions,
  joinDependents,
  namesOtherCircle,
  splitSentences,
} from './read-sentences.ts'

/** A date in a statement, and the forums whose name stands nearest; null when no forum is named. */
export type StatedDate = DateInText & { readonly forumIds: readonly ForumId[] | null }

/** What one sentence of an invitation says of dates. */
export type MoveStatement = {
  /** 'cancelled' says that a date is dead without saying where the meeting went. */
  readonly kind: 'moved' | 'kept' | 'cancelled'
  readonly olds: readonly StatedDate[]
  readonly news: readonly StatedDate[]
  /** Week, weekday, hour or distance, where no date is named. */
  readonly relative: RelativeMove | null
  /** "februarmødet": the month (1 to 12) the old date lies in. */
  readonly oldMonth: number | null
  /** "Se bort fra denne indkaldelse": the entry the words stand in is dead. */
  readonly selfIsOld: boolean
  /** "tilbage til": it answers an earlier move. */
  readonly isBack: boolean
  /** Not the first move of this meeting. */
  readonly isAgain: boolean
  /** A whole series takes another's place. */
  readonly isSeries: boolean
  /** "ny dato" and the like alone say less than "erstatter". */
  readonly isVague: boolean
  readonly isHedged: boolean
  readonly isSplit: boolean
  /** Forums the sentence names; empty when it names none. */
  readonly forumIds: readonly ForumId[]
  readonly sentence: string
}

/**
 * Reads what a text says of moved, dead and kept dates (L6). Sentences about items, deadlines, rooms, persons and other
 * circles are left alone. `near` is the date of the entry the text stands in.
 */
export function readMoveStatements(text: string, near: LocalDate, index: ForumIndex): readonly MoveStatement[] {
  const statements = joinDependents(splitSentences(text)).flatMap(
    (sentence) => readSentence(sentence, near, index) ?? [],
  )
  return joinNeighbours(statements)
}

function readSentence(sentence: string, near: LocalDate, index: ForumIndex): MoveStatement | null {
  const small = sentence.toLowerCase()
  const mentions = findForumMentions(sentence, index)
  const forumIds = [...new Set(mentions.flatMap((mention) => mention.forumIds))]
  const dates = readDatesInText(sentence, near).map((date) => ({ ...date, forumIds: nearestForum(date, mentions) }))
  const allVerbs = findMoveVerbs(sentence, mentions)
  const verbs = allVerbs.filter((verb) => howFirm(verb, small) !== 'thought')
  const common = {
    isHedged: verbs.some((verb) => howFirm(verb, small) === 'expected'),
    isSplit: splitsUp.test(small) || /(?<!\p{L})to dele(?!\p{L})/u.test(small),
    isBack: backWords.test(small),
    isAgain: /(?<!\p{L})(?:igen|endnu en gang|på ny|once more|again)(?!\p{L})/u.test(small),
    isSeries: /(?<!\p{L})(?:\p{L}*serie|\p{L}*rækken?|serien)(?!\p{L})/u.test(small),
    oldMonth: null,
    relative: null,
    forumIds,
    sentence,
    selfIsOld: false,
    isVague: false,
  }
  const isKept = keeps.test(small) && !allVerbs.some((verb) => verb.kind === 'cancels' || verb.kind === 'moves')
  if (deniesMove.test(small) || isKept) return { ...common, kind: 'kept', olds: dates, news: [] }
  if (verbs.length === 0 || (forumIds.length === 0 && namesOtherCircle(sentence, index))) return null
  const olds = dates.filter((date) => roleOfDate(date, verbs, small) === 'old')
  const news = dates.filter((date) => roleOfDate(date, verbs, small) === 'new')
  const kinds = new Set(verbs.map((verb) => verb.kind))
  const isOnly = (kind: MoveVerb['kind']) => kinds.size === 1 && kinds.has(kind)
  const saysHere = hereWords.test(small)
  const relative = olds.length + news.length === 0 ? readRelativeMove(small, near) : null
  // A reservation lapses because the invitation has come; any other cancellation alone is no move.
  const isReservation = /reserv|pladsholder|save the date|blokering/u.test(small)
  if (isOnly('cancels') && news.length === 0 && !isReservation)
    return olds.length > 0 ? { ...common, kind: 'cancelled', olds, news: [] } : null
  if (isOnly('insteadThen') && olds.length + news.length === 0 && !saysHere && !relative) return null
  if (isOnly('replaces') && timeBehind.test(small) && olds.length === 0 && !relative) return null
  const endsItself = kinds.has('disregards') || (kinds.has('cancels') && kinds.has('newDate'))
  const selfIsOld = endsItself && thisInvitation.test(small) && !kinds.has('replaces')
  // "... og ikke den 28." says something only beside the date that holds.
  if (isOnly('replaces') && /(?<!\p{L})ikke (?:den |d\. ?)?\d/u.test(small) && dates.length < 2) return null
  const oldMonth = olds.length === 0 ? readMonthOfMeeting(small) : null
  if (olds.length + news.length === 0 && !selfIsOld && !saysHere && !relative && !saysEnough(kinds, small)) return null
  const isVague = !kinds.has('replaces') && !kinds.has('disregards') && !kinds.has('isReplacedBy')
  return { ...common, kind: 'moved', olds, news, relative, oldMonth, selfIsOld, isVague }
}

/** "i stedet for kl. 9": what is left is an hour, a weekday, a week. */
const timeBehind = /(?:i ?stedet for|frem for|erstatter)\s+(?:kl|uge\s*\d|(?:man|tirs|ons|tors|fre|lør|søn)dag)/u

/** Without a date only a clear word about the meeting counts. */
function saysEnough(kinds: ReadonlySet<MoveVerb['kind']>, small: string): boolean {
  if (/->|→|=>/.test(small)) return false
  if (kinds.has('newDate')) return !/nyt møde/.test(small)
  if (kinds.has('replaces') || kinds.has('isReplacedBy') || kinds.has('disregards')) return true
  return kinds.has('moves') && (meetingThings.test(small) || small.length < 90)
}

/** "februarmødet er flyttet": 2. Null when no meeting is named by its month. */
function readMonthOfMeeting(small: string): number | null {
  const word = /(?<!\p{L})(\p{L}{3,9}?)s?møde(?:t|ts)?(?!\p{L})/gu
  for (const [, name = ''] of small.matchAll(word)) {
    const month = readMonthWord(name)
    if (month !== null) return month
  }
  return null
}

function nearestForum(date: DateInText, mentions: readonly ForumMention[]): readonly ForumId[] | null {
  const before = [...mentions].reverse().find((mention) => mention.to <= date.from)
  return (before ?? mentions[0])?.forumIds ?? null
}

/** "Mødet den 28. er aflyst. I stedet mødes vi den 6.": a cancelled date and a new one told in two breaths are one move. */
function joinNeighbours(statements: readonly MoveStatement[]): readonly MoveStatement[] {
  const moved = statements.filter((statement) => statement.kind === 'moved' && !statement.isHedged)
  return statements.map((statement) => {
    if (statement.kind !== 'cancelled') return statement
    const partner = moved.find((other) => other.olds.length === 0)
    return partner
      ? { ...statement, kind: 'moved', news: partner.news, isHedged: statement.isHedged || partner.isHedged }
      : statement
  })
}
