import type { ForumId, LocalDate } from '../../shared/ids.ts'
import type { ForumTie } from './find-forum-ties.ts'
import type { ForumIndex } from './forum-index.ts'
import type { KeepClaim, MoveClaim } from './move-claim.ts'
import { type MoveStatement, readMoveStatements, type StatedDate } from './read-move-statements.ts'
import { quote } from './say-dates.ts'
import { isTrusted } from './weigh-people.ts'

export type Claims = { readonly moves: readonly MoveClaim[]; readonly keeps: readonly KeepClaim[] }

/** How sure words are: with the dates, without, only thought about, by somebody the forum does not know. */
const sure = { dated: 0.96, doubtful: 0.8, vague: 0.72, undated: 0.8, hedged: 0.65, untrusted: 0.7 } as const

/** L6: what a forum's invitation says, in subject and body, of dates left, gone to and kept. */
export function claimsOfInvitation(tie: ForumTie, index: ForumIndex): Claims {
  const { entry } = tie
  const said = [entry.subject.text, entry.text].join('\n')
  const statements = readMoveStatements(said, entry.date, index)
  const moves: MoveClaim[] = []
  const keeps: KeepClaim[] = []
  for (const statement of statements) {
    if (!concerns(statement, tie.forumId)) continue
    if (statement.kind === 'kept') keeps.push(...keepsOf(statement, tie))
    if (statement.kind === 'moved') moves.push(...movesOf(statement, tie, index))
  }
  const dated = moves.some((claim) => claim.old !== null)
  return { moves: dated ? moves.filter((claim) => claim.old !== null || claim.speakerIs === 'old') : moves, keeps }
}

/** A sentence that names forums is about those; one that names none is about the invitation's own. */
function concerns(statement: MoveStatement, forumId: ForumId): boolean {
  return statement.forumIds.length === 0 || statement.forumIds.includes(forumId)
}

function keepsOf(statement: MoveStatement, tie: ForumTie): KeepClaim[] {
  const evidence = { rule: 'L6', code: 'body-says-kept', text: `Indkaldelsen siger: ${quote(statement.sentence)}` }
  const common = { forumId: tie.forumId, speaker: tie, saidAt: tie.entry.event.createdAt, evidence }
  const dates: readonly (LocalDate | null)[] =
    statement.olds.length > 0 ? statement.olds.map(({ date }) => date) : [null]
  return dates.map((date) => ({ ...common, date }))
}

function movesOf(statement: MoveStatement, tie: ForumTie, index: ForumIndex): MoveClaim[] {
  const own = tie.entry.date
  const ours = (date: StatedDate) => date.forumIds === null || date.forumIds.includes(tie.forumId)
  const news = statement.news.filter(ours)
  const target = news[0] ?? null
  const make = (old: StatedDate | null, speakerIs: MoveClaim['speakerIs'], to: StatedDate | null): MoveClaim => ({
    forumId: tie.forumId,
    old: old?.date ?? (speakerIs === 'old' ? own : null),
    new: to ? { date: to.date, time: null } : null,
    speaker: tie,
    speakerIs,
    confidence: confidenceOfWords(statement, tie, index, old, to, speakerIs),
    saidAt: tie.entry.event.createdAt,
    isSplit: statement.isSplit || news.length > 1,
    evidence: {
      rule: 'L6',
      code: `body-says-replaced: ${old?.date ?? '?'} -> ${to?.date ?? (speakerIs === 'new' ? own : '?')}`,
      text: `Indkaldelsen siger: ${quote(statement.sentence)}`,
    },
  })
  const olds = statement.olds.filter(ours)
  if (statement.selfIsOld) return (news.length > 0 ? news : [null]).map((to) => make(null, 'old', to))
  if (olds.length === 0) {
    if (target && target.date !== own) return news.filter(({ date }) => date !== own).map((to) => make(null, 'old', to))
    return [make(null, 'new', null)]
  }
  return olds.flatMap((old) => {
    if (old.date === own && news.length === 0 && statement.isVague) return [make(null, 'old', null)]
    const others = news.filter(({ date }) => date !== own && date !== old.date)
    // Both dates belong to another meeting than this one: a word about the plan.
    if (others.length > 0 && news.length === others.length)
      return others.map((to) => make(old, old.date === own ? 'old' : 'neither', to))
    return [make(old, 'new', null)]
  })
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
  if (old?.isDoubtful || to?.isDoubtful) limits.push(sure.doubtful)
  if (statement.isHedged) limits.push(sure.hedged)
  if (!forum || !isTrusted(tie.entry.event.organizer?.mail, forum)) limits.push(sure.untrusted)
  return Math.min(...limits)
}
