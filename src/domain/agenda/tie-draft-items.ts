import type { ItemKey } from '../../shared/ids.ts'
import { foldText, wordsOf } from '../calendar/fold-text.ts'
import { stemWord } from '../calendar/stem-word.ts'
import type { AgendaItem } from './agenda.ts'
import type { DraftItem } from './agenda-draft.ts'

/** Which item of the agenda a draft item is, and how we know; `itemKey` is null for one that is new. */
export type ItemTie = {
  readonly itemKey: ItemKey | null
  readonly because: 'person' | 'title' | 'titleAndNumber' | 'alike' | 'none'
}

type Compared = { readonly words: ReadonlySet<string>; readonly folded: string; readonly number: string | null }

/** Least likeness of two titles, from 0 to 1, that ties without help; with the same number or kind a little less does. */
const leastLikeness = 0.6
const numberHelp = 0.2
const kindHelp = 0.25

/**
 * Finds the item of the agenda that each item of a document is (M1-M5 of RULES.md): a person's word first, then likeness of
 * titles helped by number and kind, in the order both have. Each item of the agenda is tied once.
 */
export function tieDraftItems(
  draft: readonly Pick<DraftItem, 'key' | 'title' | 'number' | 'kind' | 'sameAs'>[],
  agenda: readonly Pick<AgendaItem, 'key' | 'title' | 'number' | 'kind'>[],
): ReadonlyMap<ItemKey, ItemTie> {
  const ties = new Map<ItemKey, ItemTie>()
  for (const item of draft) {
    const chosen = agenda.find(({ key }) => key === item.sameAs)?.key ?? null
    const isTaken = [...ties.values()].some(({ itemKey }) => itemKey !== null && itemKey === chosen)
    if (item.sameAs === 'new' || (chosen !== null && !isTaken))
      ties.set(item.key, { itemKey: chosen, because: 'person' })
  }
  const used = new Set([...ties.values()].map(({ itemKey }) => itemKey))
  const left = draft.filter(({ key }) => !ties.has(key))
  const free = agenda.filter(({ key }) => !used.has(key))
  for (const [a, b, because] of alignInOrder(left, free)) {
    const item = left[a]
    const other = free[b]
    if (item && other) ties.set(item.key, { itemKey: other.key, because })
  }
  tieMovedItems(left, free, ties)
  for (const { key } of left) if (!ties.has(key)) ties.set(key, { itemKey: null, because: 'none' })
  return ties
}

type Tied = readonly [draftAt: number, agendaAt: number, because: ItemTie['because']]
type Titled = Pick<DraftItem, 'title' | 'number' | 'kind'>

/** The ties that do not cross and say most together (M4). */
function alignInOrder(draft: readonly Titled[], agenda: readonly Titled[]): readonly Tied[] {
  const left = draft.map(compare)
  const right = agenda.map(compare)
  const scores = draft.map((item, a) => agenda.map((other, b) => scoreOf(item, other, left[a], right[b])))
  // best[a][b]: the most that items from a and from b on can say.
  const best = Array.from({ length: draft.length + 1 }, () => new Array<number>(agenda.length + 1).fill(0))
  const at = (a: number, b: number): number => best[a]?.[b] ?? 0
  for (let a = draft.length - 1; a >= 0; a--)
    for (let b = agenda.length - 1; b >= 0; b--) {
      const score = scores[a]?.[b] ?? 0
      const row = best[a]
      if (row) row[b] = Math.max(at(a + 1, b), at(a, b + 1), score > 0 ? score + at(a + 1, b + 1) : 0)
    }
  const ties: Tied[] = []
  let a = 0
  let b = 0
  while (a < draft.length && b < agenda.length) {
    const score = scores[a]?.[b] ?? 0
    if (score > 0 && at(a, b) === score + at(a + 1, b + 1)) ties.push([a++, b++, reasonOf(draft[a - 1], agenda[b - 1])])
    else if (at(a, b) === at(a + 1, b)) a++
    else b++
  }
  return ties
}

/** What was moved on the way keeps its title: the same words elsewhere are the same item (M4). */
function tieMovedItems(
  draft: readonly (Titled & { readonly key: ItemKey })[],
  agenda: readonly (Titled & { readonly key: ItemKey })[],
  ties: Map<ItemKey, ItemTie>,
): void {
  const used = new Set([...ties.values()].map(({ itemKey }) => itemKey))
  for (const item of draft) {
    const folded = compare(item).folded
    if (ties.has(item.key) || folded === '') continue
    const same = agenda.find((other) => !used.has(other.key) && compare(other).folded === folded)
    if (!same) continue
    used.add(same.key)
    ties.set(item.key, { itemKey: same.key, because: reasonOf(item, same) })
  }
}

/** 0: not the same. Likeness of the titles, and what number and kind add (M2, M3). */
function scoreOf(item: Titled, other: Titled, a: Compared | undefined, b: Compared | undefined): number {
  if (!a || !b) return 0
  const likeness = a.folded === b.folded && a.folded !== '' ? 1.2 : likenessOf(a.words, b.words)
  if (likeness < leastLikeness - numberHelp - kindHelp) return 0
  const isStanding = item.kind === other.kind && item.kind !== 'item'
  const help = (a.number !== null && a.number === b.number ? numberHelp : 0) + (isStanding ? kindHelp : 0)
  const score = likeness + help
  return score >= leastLikeness ? score : 0
}

function reasonOf(item: Titled | undefined, other: Titled | undefined): ItemTie['because'] {
  if (!item || !other || compare(item).folded !== compare(other).folded) return 'alike'
  return item.number !== null && item.number === other.number ? 'titleAndNumber' : 'title'
}

function compare({ title, number }: Titled): Compared {
  const words = wordsOf(foldText(title))
  return { words: new Set(words.map(stemWord)), folded: words.join(' '), number }
}

/** Dice's coefficient of the two sets of words. */
function likenessOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0
  const shared = [...a].filter((word) => b.has(word)).length
  return (2 * shared) / (a.size + b.size)
}
