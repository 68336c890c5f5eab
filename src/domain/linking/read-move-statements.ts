import type { LocalDate } from '../../shared/ids.ts'
import type { ForumIndex } from './forum-index.ts'
import type { MoveStatement } from './move-statement.ts'
import { readDateTables } from './read-date-tables.ts'
import { readMoveSentence } from './read-move-sentence.ts'
import { joinDependents, splitSentences } from './read-sentences.ts'

/**
 * Reads what a text says of moved, dead and kept dates (L6). Sentences about items, deadlines, rooms, persons and other
 * circles are left alone. `near` is the date of the entry the text stands in, `writtenOn` the Danish day it was made.
 */
export function readMoveStatements(
  text: string,
  near: LocalDate,
  index: ForumIndex,
  writtenOn: LocalDate | null,
): readonly MoveStatement[] {
  const statements = joinDependents(splitSentences(readDateTables(text))).flatMap(
    (sentence) => readOnce(sentence, near, index, writtenOn) ?? [],
  )
  return joinNeighbours(statements)
}

const readings = new WeakMap<ForumIndex, Map<string, MoveStatement | null>>()

/** Each sentence once a day: invitations of one forum say the same again and again. Kept as long as the index. */
function readOnce(
  sentence: string,
  near: LocalDate,
  index: ForumIndex,
  writtenOn: LocalDate | null,
): MoveStatement | null {
  const known = readings.get(index) ?? new Map<string, MoveStatement | null>()
  if (known.size === 0) readings.set(index, known)
  const key = `${near} ${writtenOn} ${sentence}`
  let reading = known.get(key)
  if (reading === undefined) {
    reading = readMoveSentence(sentence, near, index, writtenOn)
    known.set(key, reading)
  }
  return reading
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
