import type { ForumId } from '../../shared/ids.ts'
import { foldText, wordsOf } from '../calendar/fold-text.ts'
import { isMeetingWord, stemWord } from '../calendar/stem-word.ts'
import type { LinkForum } from './link-types.ts'

/** A name of a forum as the stems of its words. `isGuess` for initials nobody has stated as an alias. */
type ForumPhrase = { readonly stems: readonly string[]; readonly forumId: ForumId; readonly isGuess: boolean }

/** Where a forum's name stands among the words of a text: first word, word after the last. */
export type ForumHit = {
  readonly from: number
  readonly to: number
  readonly forumIds: readonly ForumId[]
  readonly isGuess: boolean
  /** One letter of the name is wrong, missing or too many. */
  readonly isMisspelt: boolean
}

/** The forums, laid out so that one look at an event's words and organiser tells whether it can concern any. */
export type ForumIndex = {
  readonly forums: ReadonlyMap<ForumId, LinkForum>
  readonly byFirstStem: ReadonlyMap<string, readonly ForumPhrase[]>
  /** The first two letters of each name. */
  readonly firstLetters: ReadonlySet<string>
  /** The stem each name ends with. */
  readonly lastStems: readonly string[]
  /** Stems of names long enough to be known again with a slip in them. */
  readonly longStems: readonly string[]
  readonly bySecretary: ReadonlyMap<string, ReadonlySet<ForumId>>
  readonly byMember: ReadonlyMap<string, ReadonlySet<ForumId>>
}

/** Lays the forums out for looking up, once for all events. */
export function indexForums(forums: readonly LinkForum[]): ForumIndex {
  const byFirstStem = new Map<string, ForumPhrase[]>()
  for (const forum of forums) {
    for (const phrase of phrasesOf(forum)) {
      const list = byFirstStem.get(phrase.stems[0] ?? '') ?? []
      list.push(phrase)
      byFirstStem.set(phrase.stems[0] ?? '', list)
    }
  }
  for (const list of byFirstStem.values()) list.sort((a, b) => b.stems.length - a.stems.length)
  return {
    forums: new Map(forums.map((forum) => [forum.id, forum])),
    byFirstStem,
    firstLetters: new Set([...byFirstStem.keys()].map((stem) => stem.slice(0, 2))),
    lastStems: [...new Set([...byFirstStem.values()].flat().flatMap(({ stems }) => stems.at(-1) ?? []))],
    longStems: [...new Set([...byFirstStem.values()].flat().flatMap(({ stems }) => stems))].filter(
      (stem) => stem.length >= 6,
    ),
    bySecretary: indexMails(forums, (forum) => forum.secretariat),
    byMember: indexMails(forums, (forum) => [...forum.members, ...forum.secretariat]),
  }
}

function indexMails(forums: readonly LinkForum[], mailsOf: (forum: LinkForum) => readonly string[]) {
  const index = new Map<string, Set<ForumId>>()
  for (const forum of forums) {
    for (const mail of mailsOf(forum)) {
      const known = index.get(mail) ?? new Set()
      known.add(forum.id)
      index.set(mail, known)
    }
  }
  return index
}

function phrasesOf(forum: LinkForum): ForumPhrase[] {
  const phrases: ForumPhrase[] = []
  for (const name of [forum.name, ...forum.aliases]) {
    // "Praksisplanudvalget (PPU)" as a name is two names.
    const inside = /\(([^)]+)\)/.exec(name)?.[1]
    const outside = name.replace(/\([^)]*\)/g, ' ')
    for (const form of inside ? [outside, inside, name] : [name]) {
      const stems = stemsOf(form)
      if (stems.length > 0) phrases.push({ stems, forumId: forum.id, isGuess: false })
      // "Styregruppe Kronikere" for "Styregruppen for Kronikere".
      const bare = stems.filter((stem) => !smallStems.has(stem))
      if (bare.length > 1 && bare.length < stems.length)
        phrases.push({ stems: bare, forumId: forum.id, isGuess: false })
    }
  }
  const initials = initialsOf(forum.name)
  if (initials) phrases.push({ stems: [stemWord(initials)], forumId: forum.id, isGuess: true })
  const stated = new Set<string>()
  return phrases.filter((phrase) => {
    const key = phrase.stems.join(' ')
    if (stated.has(key)) return false
    stated.add(key)
    return true
  })
}

const smallStems = new Set(['for', 'i', 'og', 'af', 'til', 'paa', 'den', 'det', 'the', 'of'])

function initialsOf(name: string): string | null {
  const words = wordsOf(foldText(name)).filter((word) => !/^(og|i|for|af|den|det)$/.test(word))
  return words.length >= 3 ? words.map((word) => word[0]).join('') : null
}

/** The stems of a text's words, as names of forums are compared; "m." and "&" count as printed. */
export function stemsOf(text: string): string[] {
  return wordsOf(foldText(text.replaceAll('&', ' og ')))
    .filter((word) => !isMeetingWord(word))
    .map(stemWord)
}

/** The forums' names among the words of a text, the longest at each place. `words` are the stems' words, folded. */
export function findForumHits(
  index: ForumIndex,
  stems: readonly string[],
  words: readonly string[] = stems,
): readonly ForumHit[] {
  const hits: ForumHit[] = []
  let at = 0
  while (at < stems.length) {
    const hit = hitAt(index, stems, words, at)
    if (hit) hits.push(hit)
    at = hit ? hit.to : at + 1
  }
  return hits
}

/** The longest name that begins at that word; several forums when they share the name. A name may be written in two words. */
function hitAt(index: ForumIndex, stems: readonly string[], words: readonly string[], from: number): ForumHit | null {
  const here = stems[from] ?? ''
  const whole = longestOf(index.byFirstStem.get(here), stems, from)
  if (whole) return whole
  const next = stems[from + 1]
  if (next === undefined || here.length < 3) return null
  const joined = index.byFirstStem
    .get(stemWord(`${words[from]}${words[from + 1]}`))
    ?.filter((phrase) => phrase.stems.length === 1)
  const [first] = joined ?? []
  if (!joined || !first || first.isGuess) return null
  return { from, to: from + 2, forumIds: joined.map((phrase) => phrase.forumId), isGuess: false, isMisspelt: false }
}

function longestOf(
  phrases: readonly ForumPhrase[] | undefined,
  stems: readonly string[],
  from: number,
): ForumHit | null {
  if (!phrases) return null
  const fitting = phrases.filter((phrase) => phrase.stems.every((stem, offset) => stems[from + offset] === stem))
  const length = fitting[0]?.stems.length ?? 0
  const longest = fitting.filter((phrase) => phrase.stems.length === length)
  const stated = longest.filter((phrase) => !phrase.isGuess)
  const chosen = stated.length > 0 ? stated : longest
  if (chosen.length === 0) return null
  return {
    from,
    to: from + length,
    forumIds: [...new Set(chosen.map((phrase) => phrase.forumId))],
    isGuess: stated.length === 0,
    isMisspelt: false,
  }
}

/** The one stem of a name that a word is but for one letter wrong, missing or too many; null for short words and for several. */
export function findMisspelt(index: ForumIndex, stem: string): string | null {
  if (stem.length < 5 || /\d/.test(stem)) return null
  const near = index.longStems.filter((known) => known !== stem && isOneSlipApart(known, stem))
  return near.length === 1 ? (near[0] ?? null) : null
}

function isOneSlipApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let same = 0
  while (same < a.length && same < b.length && a[same] === b[same]) same += 1
  const [restA, restB] = [a.slice(same), b.slice(same)]
  return restA.slice(1) === restB.slice(1) || restA === restB.slice(1) || restA.slice(1) === restB
}
