import type { ForumId } from '../../shared/ids.ts'
import { foldText } from '../calendar/fold-text.ts'
import { isMeetingWord, stemWord } from '../calendar/stem-word.ts'
import { type ForumIndex, findForumHits } from './forum-index.ts'

/** Where a text names a forum. */
export type ForumMention = { readonly from: number; readonly to: number; readonly forumIds: readonly ForumId[] }

/**
 * Cuts a text into sentences and clauses, at most 200 of at most 600 characters. A full stop ends one only before a capital
 * or a line end, since Danish dates are full of full stops.
 */
export function splitSentences(text: string): readonly string[] {
  const lines = text.slice(0, 20_000).split(/\n+/)
  const pieces = lines.flatMap((line) =>
    line.split(
      /(?<=[.!?:])\s+(?=\p{Lu})|(?<=[!?])\s+|;\s+|,\s+(?=(?:men(?!\s+(?:\p{L}+dag\s+)?(?:den\s|d\.\s?)?\d)|mens|hvorimod|hvorfor) )|\s+•\s+/u,
    ),
  )
  return pieces
    .map((piece) => piece.trim().slice(0, 600))
    .filter((piece) => piece.length > 2)
    .slice(0, 200)
}

const pointsBack =
  /^(?:den|det|denne|dette|dem|disse|it|this)\s(?:er|bliver|skulle|bedes|flyttes|rykkes|kan|skal|må|udgår|slettes|aflyses|erstattes|is|has)(?!\p{L})/iu
const listed =
  /^(?:[-–•*·]\s*|(?:fra|til):\s*(?=\D{0,12}\d)|\p{Lu}[^:.]{2,60}:\s*(?=(?:fra|den|d\.)\s|\d)|\d{1,2}[./)]|(?:den|d\.)\s*\d|(?:man|tirs|ons|tors|fre|lør|søn)dag\s)/iu

/**
 * Puts a sentence that begins with a pronoun behind the one it points back to ("I har fået en reservation den 22. Den bedes I
 * slette."), and the heading of a list before each of its lines ("Flyttede møder:" - "28. september til 6. oktober").
 */
export function joinDependents(sentences: readonly string[]): readonly string[] {
  const joined: string[] = []
  let heading: string | null = null
  for (const sentence of sentences) {
    const last = joined.at(-1)
    if (heading !== null && listed.test(sentence)) joined.push(`${heading} ${sentence.replace(/^[-–•*·]\s*/u, '')}`)
    else if (last !== undefined && last.length < 300 && pointsBack.test(sentence))
      joined.splice(-1, 1, `${last} ${sentence}`)
    else {
      joined.push(sentence)
      heading = /[:!]$/.test(sentence) && sentence.length < 200 ? sentence.slice(0, -1) : null
    }
  }
  return joined
}

/** The forums a sentence names, with their places in it. */
export function findForumMentions(sentence: string, index: ForumIndex): readonly ForumMention[] {
  const words = [...sentence.matchAll(/[\p{L}\d]+/gu)]
  const stems = words.map(([word]) => {
    const folded = foldText(word)
    return isMeetingWord(folded) ? folded : stemWord(folded)
  })
  return findForumHits(index, stems).flatMap((hit) => {
    const first = words[hit.from]
    const last = words[hit.to - 1]
    if (hit.isGuess || !first || !last) return []
    return [{ from: first.index, to: last.index + last[0].length, forumIds: hit.forumIds }]
  })
}

/** Where a text calls a forum by the last part of its name: "rådet" for "Skovrådet", "the dialogue". */
export function findCircleMentions(sentence: string, index: ForumIndex): readonly ForumMention[] {
  return [...sentence.matchAll(/\p{L}{4,}/gu)].flatMap((match) => {
    const stem = stemWord(foldText(match[0]))
    const isOurs = stem.length >= 4 && index.lastStems.some((last) => last.endsWith(stem))
    return isOurs ? [{ from: match.index, to: match.index + match[0].length, forumIds: [] }] : []
  })
}

const circleForm =
  /(?:\p{L}*(?:gruppe|udvalg|råd|bestyrelse|kreds|direktion|nævn|komité|komite|udvalgs|samråd|styregruppe))(?:n|en|et|s|ns|ens|ets)?(?:møde(?:t|r|rne)?)?(?!\p{L})/gu

/** True when a sentence speaks of some other circle's meeting: "styregruppemødet den 28. er flyttet". */
export function namesOtherCircle(sentence: string, index: ForumIndex): boolean {
  const ours = [...index.byFirstStem.values()].flat().flatMap((phrase) => phrase.stems)
  for (const [word] of sentence.toLowerCase().matchAll(circleForm)) {
    const stem = stemWord(foldText(word))
    if (stem.length > 2 && !ours.some((known) => known.endsWith(stem))) return true
  }
  return false
}
