import type { ForumId, LocalDate } from '../../shared/ids.ts'
import { readZoneClock } from '../calendar/zone-clock.ts'
import { weekdayOf } from '../time/read-danish-date.ts'
import { addDays } from '../time/zoned-time.ts'
import { meetingZone } from './calendar-entry.ts'
import type { ForumTie } from './find-forum-ties.ts'
import type { ForumIndex } from './forum-index.ts'
import { type KeepClaim, type MoveClaim, plainClaim } from './move-claim.ts'
import type { MoveStatement, StatedDate } from './move-statement.ts'
import { readMoveStatements } from './read-move-statements.ts'
import type { RelativeMove } from './read-relative-move.ts'
import { quote } from './say-dates.ts'
import { isTrusted } from './weigh-people.ts'

export type Claims = { readonly moves: readonly MoveClaim[]; readonly keeps: readonly KeepClaim[] }

/** How sure words are: with the dates, by week, weekday or hour, by distance, without, only expected, by strangers. */
const sure = {
  dated: 0.96,
  relative: 0.93,
  distance: 0.85,
  farYear: 0.8,
  vague: 0.72,
  undated: 0.8,
  hedged: 0.65,
  untrusted: 0.7,
  hint: 0.7,
} as const

/** L6: what a forum's invitation says, in subject and body, of dates left, gone to and kept. */
export function claimsOfInvitation(tie: ForumTie, index: ForumIndex): Claims {
  const { entry } = tie
  const place = entry.event.location ?? ''
  const said = [entry.subject.text, /\d/.test(place) ? place : '', entry.text].join('\n')
  const { createdAt } = entry.event
  const writtenOn = createdAt && readZoneClock(createdAt, meetingZone).date
  const statements = readMoveStatements(said, entry.date, index, writtenOn)
  const moves: MoveClaim[] = []
  const keeps: KeepClaim[] = []
  for (const statement of statements) {
    if (!concerns(statement, tie.forumId)) continue
    keeps.push(...keepsOf(statement, tie))
    if (statement.kind === 'moved') moves.push(...movesOf(statement, tie, index))
  }
  const isBack = keeps.some((keep) => keep.isBack && keep.date === entry.date)
  if (isBack) moves.splice(0, moves.length, ...moves.map((claim) => ({ ...claim, saidAt: null })))
  const isDated = (claim: MoveClaim) => claim.old !== null || claim.oldAmong.length > 0
  if (entry.subject.saysDead && !moves.some(isDated)) moves.splice(0, moves.length, claimOfDeadSubject(tie))
  return {
    moves: moves.some(isDated) ? moves.filter((claim) => isDated(claim) || claim.speakerIs === 'old') : moves,
    keeps,
  }
}

/** "SLET DENNE - Sundhedsforum": the entry itself is the one left; where the meeting went is not said. */
function claimOfDeadSubject(tie: ForumTie): MoveClaim {
  const text = `Emnet siger: ${quote(tie.entry.subject.text)}`
  return {
    ...plainClaim,
    forumId: tie.forumId,
    old: tie.entry.date,
    new: null,
    speaker: tie,
    speakerIs: 'old',
    confidence: sure.undated,
    saidAt: null,
    evidence: { rule: 'L6', code: `subject-says-dead: ${tie.entry.date}`, text },
  }
}

/** A sentence that names forums is about those; one that names none is about the invitation's own. */
function concerns(statement: MoveStatement, forumId: ForumId): boolean {
  return statement.forumIds.length === 0 || statement.forumIds.includes(forumId)
}

function keepsOf(statement: MoveStatement, tie: ForumTie): KeepClaim[] {
  const own = tie.entry.date
  const evidence = { rule: 'L6', code: 'body-says-kept', text: `Indkaldelsen siger: ${quote(statement.sentence)}` }
  const common = {
    forumId: tie.forumId,
    speaker: tie,
    saidAt: tie.entry.event.createdAt,
    isBack: false,
    against: [],
    evidence,
  }
  if (statement.kind === 'kept') {
    const dates = statement.olds.map(({ date }) => date)
    // "Fastholdes alligevel": said after the move it takes back.
    const saidAt = statement.isBack ? tie.entry.event.modifiedAt : common.saidAt
    return dates.length === 0
      ? [{ ...common, date: null }]
      : dates.map((date) => ({ ...common, date, saidAt, isBack: statement.isBack }))
  }
  // "Flyttet tilbage til den 6.": said after the move it takes back, whenever the entry itself was made.
  const isOwn = statement.news.some(({ date }) => date === own) || statement.olds.length > 0
  if (!statement.isBack || !isOwn) return []
  const against = statement.olds.map(({ date }) => date).filter((date) => date !== own)
  return [{ ...common, date: own, saidAt: tie.entry.event.modifiedAt, isBack: true, against }]
}

/** One claim for each date left (or each date gone to, when the entry itself is the one left). */
function movesOf(statement: MoveStatement, tie: ForumTie, index: ForumIndex): MoveClaim[] {
  const ours = (date: StatedDate) => date.forumIds === null || date.forumIds.includes(tie.forumId)
  const news = statement.news.filter(ours)
  const olds = statement.olds.filter(ours)
  const make: Make = (old, speakerIs, to) => makeClaim(statement, tie, index, old, speakerIs, to)
  if (statement.selfIsOld) return (news.length > 0 ? news : [null]).map((to) => make(null, 'old', to))
  if (statement.isSeries && !statement.relative && !statement.isVague)
    return [...movesOfSeries(make(null, 'new', null)), ...movesOfDates(statement, tie, olds, news, make)]
  if (statement.relative) return [makeRelative(make(null, 'new', null), statement.relative, tie)]
  return movesOfDates(statement, tie, olds, news, make)
}

/** "Denne serie erstatter den gamle": each occurrence takes the place of the other series' one in its week. */
function movesOfSeries(claim: MoveClaim): MoveClaim[] {
  const own = claim.speaker?.entry.date
  if (!own) return []
  const monday = addDays(own, 1 - weekdayOf(own))
  const oldAmong = Array.from({ length: 7 }, (_, day) => addDays(monday, day))
  return [{ ...claim, oldAmong, confidence: Math.min(claim.confidence, sure.distance) }]
}

type Make = (old: StatedDate | null, speakerIs: MoveClaim['speakerIs'], to: StatedDate | null) => MoveClaim

function movesOfDates(
  statement: MoveStatement,
  tie: ForumTie,
  olds: readonly StatedDate[],
  news: readonly StatedDate[],
  make: Make,
): MoveClaim[] {
  const own = tie.entry.date
  if (olds.length === 0) {
    if (news.length > 0 && !news.some(({ date }) => date === own)) return news.map((to) => make(null, 'old', to))
    return [{ ...make(null, 'new', null), namesOwn: news.length > 0 }]
  }
  return olds.flatMap((old) => {
    const isPart = statement.isSplit && tie.entry.subject.part !== null
    const goals = goalsOf(old, olds, news)
    if (old.date === own && goals.length === 0 && statement.isVague && !isPart) return [make(null, 'old', null)]
    const others = goals.filter(({ date }) => date !== own && date !== old.date)
    // Both dates belong to another meeting than this one: a word about the plan.
    if (others.length > 0 && goals.length === others.length)
      return others.map((to) => make(old, old.date === own ? 'old' : 'neither', to))
    return [{ ...make(old, 'new', null), namesOwn: goals.some(({ date }) => date === own) }]
  })
}

/** Where one of several dates goes: "28/9 til 6/10 og 3/11 til 10/11" are two moves, told in turn. */
function goalsOf(old: StatedDate, olds: readonly StatedDate[], news: readonly StatedDate[]): readonly StatedDate[] {
  if (olds.length < 2 || news.length < 2) return news
  const next = olds.find((other) => other.from > old.from)
  const behind = news.filter((date) => date.from > old.from && (!next || date.from < next.from))
  return behind.length > 0 ? behind : news.filter((date) => date.from < old.from).slice(-1)
}

function makeClaim(
  statement: MoveStatement,
  tie: ForumTie,
  index: ForumIndex,
  old: StatedDate | null,
  speakerIs: MoveClaim['speakerIs'],
  to: StatedDate | null,
): MoveClaim {
  const own = tie.entry.date
  const says = `${old?.date ?? '?'} -> ${to?.date ?? (speakerIs === 'new' ? own : '?')}`
  return {
    ...plainClaim,
    forumId: tie.forumId,
    old: old?.date ?? (speakerIs === 'old' ? own : null),
    new: to ? { date: to.date, time: null } : null,
    oldMonth: old ? null : statement.oldMonth,
    alternatives: old?.alternatives ?? [],
    speaker: tie,
    speakerIs,
    confidence: confidenceOfWords(statement, tie, index, old, to, speakerIs),
    // An answer to an earlier move was written after it, whenever the entry itself was made.
    saidAt: statement.isAnswer ? null : tie.entry.event.createdAt,
    isAgain: statement.isAgain,
    isHint: statement.isHint,
    words: statement.sentence,
    isAll: statement.isAll,
    isSeries: statement.isSeries,
    isSplit: statement.isSplit || statement.news.length > 1,
    evidence: {
      rule: 'L6',
      code: `body-says-replaced: ${says}`,
      text: `Indkaldelsen siger: ${quote(statement.sentence)}`,
    },
  }
}

/** The same words with what week, weekday or hour leave open; which of the two the speaker is, its own place says. */
function makeRelative(claim: MoveClaim, relative: RelativeMove, { entry }: ForumTie): MoveClaim {
  const { olds, news, oldTime, newTime, isClear } = relative
  const isIn = (dates: readonly LocalDate[], time: MoveClaim['oldTime']) =>
    dates.includes(entry.date) && (time === null || entry.time === null || time === entry.time)
  const isOld = isIn(olds, oldTime) && !isIn(news, newTime) && news.length > 0
  const limit = Math.min(
    isClear ? sure.relative : sure.distance,
    ...(claim.confidence < sure.vague ? [claim.confidence] : []),
  )
  return {
    ...claim,
    old: isOld ? entry.date : null,
    oldAmong: isOld ? [entry.date] : olds,
    newAmong: news,
    oldTime,
    speakerIs: isOld ? 'old' : 'new',
    confidence: limit,
  }
}

function confidenceOfWords(
  statement: MoveStatement,
  tie: ForumTie,
  index: ForumIndex,
  old: StatedDate | null,
  to: StatedDate | null,
  speakerIs: MoveClaim['speakerIs'],
): number {
  const forum = index.forums.get(tie.forumId)
  const isDated = old !== null || (speakerIs === 'old' && to !== null)
  const limits: number[] = [isDated ? sure.dated : statement.isVague ? sure.vague : sure.undated]
  if (old?.isFarYear || to?.isFarYear) limits.push(sure.farYear)
  if (statement.isHedged) limits.push(sure.hedged)
  if (statement.isHint) limits.push(sure.hint)
  if (!forum || !isTrusted(tie.entry, forum, index)) limits.push(sure.untrusted)
  return Math.min(...limits)
}
