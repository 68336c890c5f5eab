import { foldText } from '../calendar/fold-text.ts'
import { normaliseSubject } from '../calendar/normalise-subject.ts'
import { isMeetingWord, stemWord } from '../calendar/stem-word.ts'
import { type ForumHit, type ForumIndex, findForumHits, findMisspelt } from './forum-index.ts'
import {
  beforeNameWords,
  extraordinaryBeginnings,
  extraordinaryWords,
  jointBeginnings,
  neutralWords,
  noteWords,
  otherPurposeBeginnings,
  otherPurposeEndings,
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
  /** "SLET DENNE": the entry itself is dead. */
  readonly saysDead: boolean
  /** "nr. 4/2026" gives "4/2026", "4. møde" gives "4". */
  readonly number: string | null
  /** A word that makes it a pre-meeting, a task, a lunch; null when there is none. */
  readonly otherPurpose: string | null
  /** The other purpose stands behind a colon or dash after the name, where a theme would stand. */
  readonly purposeIsTheme: boolean
  /** It stands in a note to those who come: "- husk tilmelding til frokost". */
  readonly purposeIsNote: boolean
  /** Words nobody can place: before the name, right after it (a longer name?), after a sign (a theme). */
  readonly unknownBefore: readonly string[]
  /** A sign stands between them and the name: "Region Midt: Chefforum". */
  readonly isBeforeApart: boolean
  readonly unknownAttached: readonly string[]
  readonly unknownTheme: readonly string[]
}

type Word = { readonly text: string; readonly stem: string; readonly from: number; readonly to: number }

const readings = new WeakMap<ForumIndex, Map<string, SubjectReading>>()

/** `readSubject`, once for all events of one subject and place: calendars are full of series. Kept as long as the index. */
export function readSubjectOnce(subject: string, location: string | null, index: ForumIndex): SubjectReading {
  const known = readings.get(index) ?? new Map<string, SubjectReading>()
  if (known.size === 0) readings.set(index, known)
  const key = `${subject.length} ${subject}${location ?? ''}`
  const reading = known.get(key) ?? readSubject(subject, location, index)
  known.set(key, reading)
  return reading
}

/** Reads a subject against the forums' names. `location` makes words of the place neutral. */
export function readSubject(subject: string, location: string | null, index: ForumIndex): SubjectReading {
  const { text, isForwarded, saysCancelled } = normaliseSubject(subject)
  // "V.S.N." is written as often as "VSN".
  const undotted = text.replace(/(?<!\p{L})(?:\p{L}\.){2,}\p{L}?(?!\p{L})/gu, (letters) => letters.replaceAll('.', ''))
  const folded = foldText(undotted.replaceAll('&', ' og ')).replace(/['’]s\b/g, '')
  const words = findWords(folded)
  const named = findNames(words, index)
  const hits = named.filter((hit) => !isOnlyPointedAt(hit, named, words))
  const place = new Set(location ? findWords(foldText(location.slice(0, 300))).map((word) => word.text) : [])
  const others = words
    .map((word, at) => ({ word, at }))
    .filter(({ at }) => !named.some((hit) => at >= hit.from && at < hit.to))
  const notes = findNotes(words, hits, folded)
  const rest = others.filter(({ at }) => !notes.has(at))
  const texts = rest.map(({ word }) => word.text)
  const purpose = others.find(
    ({ word, at }) =>
      isOtherPurpose(word.text, at < (hits[0]?.from ?? 0)) && !place.has(word.text) && !isTopic(at, words),
  )
  const unknown = rest.filter(
    ({ word, at }) =>
      !isNeutralWord(word.text) &&
      !place.has(word.text) &&
      !isShortName(word, at, hits, words, folded) &&
      !isOwnCircle(at, words, index) &&
      !isRunningNumber(word, at, hits),
  )
  const sorted = sortUnknown(unknown, hits, words, folded)
  return {
    text,
    hits,
    isForwarded,
    saysCancelled,
    isExtraordinary: rest.some(({ word, at }) => isExtraordinaryWord(word.text, words[at + 1])),
    isJoint: texts.some((word) => beginsWith(word, jointBeginnings)),
    isPlaceholder:
      /save the date|saet kryds|hold (?:datoen|dagen)|\bhold:/.test(folded) ||
      texts.some((word) => beginsWith(word, placeholderBeginnings)),
    part: readPart(folded),
    saysDead:
      /\b(?:slet(?! den\b| det\b| de\b| gamle\b| tidligere\b)|slettes|ugyldig|gaelder ikke|foraeldet|erstattet|se ny(?:e)? (?:moede)?indkaldelse)\b/.test(
        folded,
      ),
    number: readNumber(folded),
    otherPurpose: purpose?.word.text ?? /\b(?:for|foer|efter)-moeder?t?\b/.exec(folded)?.[0] ?? null,
    purposeIsNote: purpose !== undefined && notes.has(purpose.at),
    purposeIsTheme:
      purpose !== undefined &&
      beginsWith(purpose.word.text, possibleThemes) &&
      isTheme(purpose.at, hits, words, folded),
    ...sorted,
  }
}

/** The forums' names; failing an exact one, with one slip in a long word. */
function findNames(words: readonly Word[], index: ForumIndex): readonly ForumHit[] {
  const texts = words.map((word) => word.text)
  const stems = words.map((word) => word.stem)
  const exact = findForumHits(index, stems, texts)
  const mended = stems.map((stem, at) => {
    const isKnown = isNeutralWord(texts[at] ?? '') || exact.some((hit) => at >= hit.from && at < hit.to)
    return (isKnown ? null : findMisspelt(index, stem)) ?? stem
  })
  const isMended = (hit: ForumHit) =>
    mended.slice(hit.from, hit.to).some((stem, offset) => stem !== stems[hit.from + offset])
  const found = findForumHits(index, mended, texts)
  if (!found.some(isMended)) return exact
  return found.map((hit) => ({ ...hit, isMisspelt: isMended(hit) }))
}

/** "Havneudvalget (efter Broudvalget)": the second only says when the first meets. */
function isOnlyPointedAt(hit: ForumHit, all: readonly ForumHit[], words: readonly Word[]): boolean {
  return all.some((other) => other.to < hit.from) && timePrepositions.has(words[hit.from - 1]?.text ?? '')
}

const timePrepositions: ReadonlySet<string> = new Set(['efter', 'foer', 'inden', 'after', 'before'])

/** Places of the words that stand in a note behind the name. */
function findNotes(words: readonly Word[], hits: readonly ForumHit[], folded: string): ReadonlySet<number> {
  const notes = new Set<number>()
  const end = hits.at(-1)?.to
  if (end === undefined) return notes
  let segment: number[] = []
  const close = () => {
    if (segment.some((at) => noteWords.has(words[at]?.text ?? ''))) for (const at of segment) notes.add(at)
    segment = []
  }
  for (let at = end; at < words.length; at += 1) {
    const gap = folded.slice(words[at - 1]?.to ?? 0, words[at]?.from ?? 0)
    if (/[:,;(|)]|\s[-–—]\s/.test(gap)) close()
    if (segment.length > 0 || /[:,;(|]|\s[-–—]\s/.test(gap)) segment.push(at)
  }
  close()
  return notes
}

/** "Møde om kørsel": what is met about. */
function isTopic(at: number, words: readonly Word[]): boolean {
  return words[at - 1]?.text === 'om' && isMeetingWord(words[at - 2]?.text ?? '')
}

/** "Ekstra" makes the meeting one of its own, "ekstra bilag" does not. */
function isExtraordinaryWord(word: string, next: Word | undefined): boolean {
  if (beginsWith(word, extraordinaryBeginnings)) return true
  return extraordinaryWords.has(word) && !(next && beginsWith(next.text, itemBeginnings))
}

const itemBeginnings = ['punkt', 'dagsorden', 'bilag', 'materiale', 'emne', 'sag', 'tid', 'orientering']

function readNumber(folded: string): string | null {
  const [, number, year] = /(?:\bnr\.?\s*|#\s?)(\d{1,3})(?:\s*[/-]\s*((?:20)?\d\d))?(?![\d./-])/.exec(folded) ?? []
  if (number) return year ? `${Number(number)}/${year.length === 2 ? `20${year}` : year}` : `${Number(number)}`
  const ordinal = /\b(\d{1,2})\.\s?(?:ordinaere )?moede\b/.exec(folded)?.[1]
  return ordinal ? `${Number(ordinal)}` : null
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
  return (
    otherPurposeWords.has(word) ||
    beginsWith(word, otherPurposeBeginnings) ||
    // "Formiddag" is no dinner, though it ends like one.
    (!neutralWords.has(word) &&
      otherPurposeEndings.some((ending) => word.length > ending.length && word.endsWith(ending)))
  )
}

function beginsWith(word: string, beginnings: readonly string[]): boolean {
  return beginnings.some((beginning) => word.startsWith(beginning))
}

type Unknown = Pick<SubjectReading, 'unknownBefore' | 'isBeforeApart' | 'unknownAttached' | 'unknownTheme'>

function sortUnknown(
  unknown: readonly { readonly word: Word; readonly at: number }[],
  hits: readonly ForumHit[],
  words: readonly Word[],
  folded: string,
): Unknown {
  const first = hits[0]
  if (!first)
    return {
      // "Lokale 3, kl. 9" says where and when, not what; with a name in the subject such words may be about a booking.
      unknownBefore: unknown.map(({ word }) => word.text).filter((word) => !placeWord.test(word)),
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

const placeWord = /^(?:raadhus(?:et)?|kommunehus(?:et)?|(?:moede)?(?:lokale|sal)[tn]?|bygning(?:en)?|etage|room)$/

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
    isNamedByTime(word)
  )
}

/** "foraarsmoede", "kvartalsmoede", "septembermoede": a meeting by its time of the year. */
function isNamedByTime(word: string): boolean {
  const time = /^(.{2,12}?)s?moede[tr]?$/.exec(word)?.[1]
  return time !== undefined && (neutralWords.has(time) || timesOfYear.has(time))
}

const timesOfYear = new Set([
  'aar',
  'halvaar',
  'kvartal',
  'maaned',
  'uge',
  'jule',
  'nytaar',
  'paaske',
  'aarsafslutning',
])

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

/** "NFC council meeting" of the Northern Ferry Council: the word its name ends with, before that for a meeting. */
function isOwnCircle(at: number, words: readonly Word[], index: ForumIndex): boolean {
  return index.lastStems.includes(words[at]?.stem ?? '') && /^(?:meetings?|moede[tr]?)$/.test(words[at + 1]?.text ?? '')
}

/** "Chefforum IV": the running number of the meeting, as a figure would be. */
function isRunningNumber(word: Word, at: number, hits: readonly ForumHit[]): boolean {
  return /^(?:x?(?:i{1,3}|iv|vi{0,3}|ix)|x)$/.test(word.text) && hits.some((hit) => hit.to === at)
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
