import { foldText } from '../calendar/fold-text.ts'
import { normaliseSubject } from '../calendar/normalise-subject.ts'
import { isMeetingWord, stemWord } from '../calendar/stem-word.ts'
import { type ForumHit, type ForumIndex, findForumHits } from './forum-index.ts'
import {
  beforeNameWords,
  extraordinaryBeginnings,
  extraordinaryWords,
  jointBeginnings,
  neutralWords,
  otherPurposeBeginnings,
  otherPurposeWords,
  placeholderBeginnings,
  possibleThemes,
} from './subject-words.ts'

/** What a subject says, before anybody asks whose meeting it is. */
export type SubjectReading = {
  /** Without the prefixes of answers and forwards. */
  readonly text: string
  readonly hits: readonly ForumHit[]
  readonly isForwarded: boolean
  readonly saysCancelled: boolean
  readonly isExtraordinary: boolean
  readonly isJoint: boolean
  readonly isPlaceholder: boolean
  /** Half of a meeting that was split: "del 2" gives 2. */
  readonly part: number | null
  /** A word that makes it a pre-meeting, a task, a lunch; null when there is none. */
  readonly otherPurpose: string | null
  /** The other purpose stands behind a colon or dash after the name, where a theme would stand. */
  readonly purposeIsTheme: boolean
  /** Words nobody can place: before the name, right after it (a longer name?), after a sign (a theme). */
  readonly unknownBefore: readonly string[]
  /** A sign stands between them and the name: "Region Midt: Chefforum". */
  readonly isBeforeApart: boolean
  readonly unknownAttached: readonly string[]
  readonly unknownTheme: readonly string[]
}

type Word = { readonly text: string; readonly stem: string; readonly from: number; readonly to: number }

/** Reads a subject against the forums' names. `location` makes words of the place neutral. */
export function readSubject(subject: string, location: string | null, index: ForumIndex): SubjectReading {
  const { text, isForwarded, saysCancelled } = normaliseSubject(subject)
  const folded = foldText(text.replaceAll('&', ' og ')).replace(/['’]s\b/g, '')
  const words = findWords(folded)
  const hits = findForumHits(
    index,
    words.map((word) => word.stem),
    words.map((word) => word.text),
  )
  const place = new Set(location ? findWords(foldText(location.slice(0, 300))).map((word) => word.text) : [])
  const rest = words
    .map((word, at) => ({ word, at }))
    .filter(({ at }) => !hits.some((hit) => at >= hit.from && at < hit.to))
  const texts = rest.map(({ word }) => word.text)
  const purpose = rest.find(
    ({ word, at }) => isOtherPurpose(word.text, at < (hits[0]?.from ?? 0)) && !place.has(word.text),
  )
  const sorted = sortUnknown(rest, hits, words, folded, place)
  return {
    text,
    hits,
    isForwarded,
    saysCancelled,
    isExtraordinary: texts.some((word) => beginsWith(word, extraordinaryBeginnings) || extraordinaryWords.has(word)),
    isJoint: texts.some((word) => beginsWith(word, jointBeginnings)),
    isPlaceholder:
      /save the date|saet kryds|hold (?:datoen|dagen)|\bhold:/.test(folded) ||
      texts.some((word) => beginsWith(word, placeholderBeginnings)),
    part: readPart(folded),
    otherPurpose: purpose?.word.text ?? /\b(?:for|foer|efter)-moeder?t?\b/.exec(folded)?.[0] ?? null,
    purposeIsTheme:
      purpose !== undefined &&
      beginsWith(purpose.word.text, possibleThemes) &&
      isTheme(purpose.at, hits, words, folded),
    ...sorted,
  }
}

function readPart(folded: string): number | null {
  const found =
    /\b(?:del|part)\s*(?:nr\.?\s*)?([1-4]|ii?i?)\b/.exec(folded)?.[1] ?? /\b([1-4])\.\s*del\b/.exec(folded)?.[1]
  if (!found) return null
  return /^\d$/.test(found) ? Number(found) : found.length
}

function findWords(folded: string): Word[] {
  const words: Word[] = []
  for (const match of folded.matchAll(/[a-z0-9]+/g)) {
    const [text] = match
    words.push({
      text,
      stem: isMeetingWord(text) ? text : stemWord(text),
      from: match.index,
      to: match.index + text.length,
    })
  }
  return words
}

function isOtherPurpose(word: string, isBeforeName: boolean): boolean {
  if (isBeforeName && beforeNameWords.has(word)) return true
  return otherPurposeWords.has(word) || beginsWith(word, otherPurposeBeginnings)
}

function beginsWith(word: string, beginnings: readonly string[]): boolean {
  return beginnings.some((beginning) => word.startsWith(beginning))
}

type Unknown = Pick<SubjectReading, 'unknownBefore' | 'isBeforeApart' | 'unknownAttached' | 'unknownTheme'>

function sortUnknown(
  rest: readonly { readonly word: Word; readonly at: number }[],
  hits: readonly ForumHit[],
  words: readonly Word[],
  folded: string,
  place: ReadonlySet<string>,
): Unknown {
  const first = hits[0]
  const unknown = rest.filter(
    ({ word, at }) => !isNeutralWord(word.text) && !place.has(word.text) && !isShortName(word, at, hits, words, folded),
  )
  if (!first)
    return {
      unknownBefore: unknown.map(({ word }) => word.text),
      isBeforeApart: false,
      unknownAttached: [],
      unknownTheme: [],
    }
  const textsOf = (some: typeof unknown) => some.map(({ word }) => word.text)
  const before = unknown.filter(({ at }) => at < first.from)
  const behind = unknown.filter(({ at }) => at >= first.to)
  return {
    unknownBefore: textsOf(before),
    isBeforeApart: isApart(before.at(-1)?.word, words[first.from], folded),
    unknownAttached: textsOf(behind.filter(({ at }) => !isTheme(at, hits, words, folded))),
    unknownTheme: textsOf(behind.filter(({ at }) => isTheme(at, hits, words, folded))),
  }
}

/** True for a folded word that says nothing about which meeting it is. */
export function isNeutralWord(word: string): boolean {
  return (
    neutralWords.has(word) ||
    /^\d+$/.test(word) ||
    /^(?:kl|uge|nr)?\d{1,4}(?:th|nd|st|rd)?$/.test(word) ||
    beginsWith(word, jointBeginnings) ||
    beginsWith(word, placeholderBeginnings) ||
    extraordinaryWords.has(word) ||
    beginsWith(word, extraordinaryBeginnings) ||
    /^(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)s?moede[tr]?$/.test(word)
  )
}

/** "(PPU)" behind the name it shortens: its letters come in the name in that order. */
function isShortName(
  word: Word,
  at: number,
  hits: readonly ForumHit[],
  words: readonly Word[],
  folded: string,
): boolean {
  const hit = hits.find((one) => one.to === at)
  if (!hit || word.text.length > 6 || !/^\s*\(\s*$/.test(folded.slice(words[at - 1]?.to ?? 0, word.from))) return false
  const name = words
    .slice(hit.from, hit.to)
    .map((one) => one.text)
    .join('')
  let from = 0
  for (const letter of word.text) {
    from = name.indexOf(letter, from) + 1
    if (from === 0) return false
  }
  return true
}

/** True when a sign (colon, dash, comma, bracket) stands between the name and that word. */
function isTheme(at: number, hits: readonly ForumHit[], words: readonly Word[], folded: string): boolean {
  const before = [...hits].reverse().find((hit) => hit.to <= at)
  const nameEnd = before ? words[before.to - 1]?.to : undefined
  const start = words[at]?.from
  // "Chefforum i Viborg" names a place, not another forum.
  return (
    nameEnd !== undefined &&
    start !== undefined &&
    /[:,;(|[\n]|\s[-–—/]\s|\s(?:i|paa|hos)\s/.test(folded.slice(nameEnd, start))
  )
}

function isApart(left: Word | undefined, right: Word | undefined, folded: string): boolean {
  return left !== undefined && right !== undefined && /[:,;)|]|\s[-–—]\s/.test(folded.slice(left.to, right.from))
}
