import type { ForumId, LocalDate } from '../../shared/ids.ts'
import { findMoveVerbs, type MoveVerb } from './find-move-verbs.ts'
import type { ForumIndex } from './forum-index.ts'
import { deniesMove, fromWord, hedges, keeps, meetingThings, splits, thisInvitation, toWord } from './move-words.ts'
import { type DateInText, readDatesInText } from './read-dates-in-text.ts'
import { type ForumMention, findForumMentions, namesOtherCircle, splitSentences } from './read-sentences.ts'

/** A date in a statement, and the forums whose name stands nearest; null when no forum is named. */
export type StatedDate = DateInText & { readonly forumIds: readonly ForumId[] | null }

/** What one sentence of an invitation says of dates. */
export type MoveStatement = {
  /** 'cancelled' says that a date is dead without saying where the meeting went. */
  readonly kind: 'moved' | 'kept' | 'cancelled'
  readonly olds: readonly StatedDate[]
  readonly news: readonly StatedDate[]
  /** "Se bort fra denne indkaldelse": the entry the words stand in is dead. */
  readonly selfIsOld: boolean
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
  const statements: MoveStatement[] = []
  for (const sentence of splitSentences(text)) {
    const statement = readSentence(sentence, near, index)
    if (statement) statements.push(statement)
  }
  return joinNeighbours(statements)
}

function readSentence(sentence: string, near: LocalDate, index: ForumIndex): MoveStatement | null {
  const small = sentence.toLowerCase()
  const mentions = findForumMentions(sentence, index)
  const forumIds = [...new Set(mentions.flatMap((mention) => mention.forumIds))]
  const dates = readDatesInText(sentence, near).map((date) => ({ ...date, forumIds: nearestForum(date, mentions) }))
  const common = {
    isHedged: hedges.test(small) || small.includes('?'),
    isSplit: splits.test(small),
    forumIds,
    sentence,
    selfIsOld: false,
    isVague: false,
  }
  const denied = deniesMove.test(small)
  const verbs = findMoveVerbs(sentence, mentions)
  const isKept = keeps.test(small) && !verbs.some((verb) => verb.kind === 'cancels' || verb.kind === 'moves')
  if (denied || isKept) return { ...common, kind: 'kept', olds: dates, news: [] }
  if (verbs.length === 0 || (forumIds.length === 0 && namesOtherCircle(sentence, index))) return null
  const olds = dates.filter((date) => roleOf(date, verbs, small) === 'old')
  const news = dates.filter((date) => roleOf(date, verbs, small) === 'new')
  const kinds = new Set(verbs.map((verb) => verb.kind))
  if (kinds.size === 1 && kinds.has('insteadThen') && news.length === 0) return null
  const selfIsOld = kinds.has('disregards') && thisInvitation.test(small) && !kinds.has('replaces')
  const onlyCancels = kinds.size === 1 && kinds.has('cancels')
  if (onlyCancels) return olds.length > 0 ? { ...common, kind: 'cancelled', olds, news: [] } : null
  if (olds.length + news.length === 0 && !selfIsOld && !saysEnough(kinds, small)) return null
  const isVague = !kinds.has('replaces') && !kinds.has('disregards') && !kinds.has('isReplacedBy')
  return { ...common, kind: 'moved', olds, news, selfIsOld, isVague }
}

/** Without a date only a clear word about the meeting counts. */
function saysEnough(kinds: ReadonlySet<MoveVerb['kind']>, small: string): boolean {
  if (kinds.has('newDate')) return !/nyt møde/.test(small)
  if (kinds.has('replaces') || kinds.has('isReplacedBy') || kinds.has('disregards')) return true
  return kinds.has('moves') && (meetingThings.test(small) || small.length < 90)
}

function nearestForum(date: DateInText, mentions: readonly ForumMention[]): readonly ForumId[] | null {
  const before = [...mentions].reverse().find((mention) => mention.to <= date.from)
  return (before ?? mentions[0])?.forumIds ?? null
}

/** Whether a date is the one left or the one gone to, by the words next to it and the nearest verb. */
function roleOf(date: DateInText, verbs: readonly MoveVerb[], small: string): 'old' | 'new' | null {
  const before = small.slice(Math.max(0, date.from - 45), date.from)
  const last = [...verbs].reverse().find((verb) => verb.to <= date.from)
  const next = verbs.find((verb) => verb.from >= date.to)
  if (fromWord.test(before)) return last?.kind === 'disregards' || last || next ? 'old' : null
  if (last) return roleAfter(last, before, small.slice(last.to, date.from), small.slice(date.to, date.to + 25))
  return next ? roleBefore(next, before) : null
}

function roleAfter(verb: MoveVerb, before: string, between: string, behind: string): 'old' | 'new' {
  const isNowHeld = /(?:afholdes|holdes|bliver|ligger|finder sted|mødes|er nu|nu er)[^.]{0,30}$/u.test(between)
  switch (verb.kind) {
    case 'replaces':
    case 'originally':
    case 'disregards':
      return isNowHeld ? 'new' : 'old'
    case 'cancels':
      return isNowHeld ? 'new' : 'old'
    case 'isReplacedBy':
    case 'insteadThen':
      return 'new'
    case 'newDate':
      return /for [^.,:]*$/u.test(between) && !/\b(?:er|bliver|:)\s*$/u.test(before.trimEnd()) ? 'old' : 'new'
    case 'moves':
      if (toWord.test(before) || /til (?:mødet|et møde)\s+(?:den|d\.)?\s*$/u.test(before)) return 'new'
      return meetingThings.test(between) || /^[\s,]*(?:til\s|->|→|=>)/u.test(behind) ? 'old' : 'new'
  }
}

function roleBefore(verb: MoveVerb, before: string): 'old' | 'new' | null {
  switch (verb.kind) {
    case 'isReplacedBy':
    case 'moves':
    case 'cancels':
      return 'old'
    case 'replaces':
    case 'originally':
      return 'new'
    case 'disregards':
    case 'newDate':
    case 'insteadThen':
      return meetingThings.test(before) ? 'old' : null
  }
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
