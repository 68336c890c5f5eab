import type { ForumId } from '../../shared/ids.ts'
import type { ForumTie } from './find-forum-ties.ts'
import { compare } from './plan-index.ts'
import { identitiesOf } from './spread-ties.ts'

/** The entries of one forum's meeting; a mutable set of ties that may be joined with others. */
export type MeetingGroup = { readonly forumId: ForumId; readonly ties: readonly ForumTie[] }

/** Order of entries: by start, then by what never changes with the order of the input. */
export function compareTies(a: ForumTie, b: ForumTie): number {
  const [one, other] = [a.entry.event, b.entry.event]
  return compare(one.start, other.start) || compare(one.id, other.id)
}

/** Joins the ties of a forum that are one meeting: copies (L3), same token (L2), same time on the same day (L10). */
export function groupMeetings(ties: readonly ForumTie[]): readonly MeetingGroup[] {
  const sorted = [...ties].sort(compareTies)
  const groups = new Groups(sorted)
  const seen = new Map<string, ForumTie>()
  for (const tie of sorted) {
    for (const { kind, value } of identitiesOf(tie.entry.event, true)) {
      if (kind === 'series') continue
      const key = `${kind} ${value}`
      const other = seen.get(key)
      if (other && isSameKind(tie, other)) groups.join(tie, other)
      else if (!other) seen.set(key, tie)
    }
  }
  const byDate = new Map<string, ForumTie[]>()
  for (const tie of sorted) {
    const sameDay = byDate.get(tie.entry.date) ?? []
    for (const other of sameDay) if (!groups.areJoined(tie, other) && isSameTime(tie, other)) groups.join(tie, other)
    sameDay.push(tie)
    byDate.set(tie.entry.date, sameDay)
  }
  return groups.all()
}

function isSameKind(a: ForumTie, b: ForumTie): boolean {
  return a.entry.subject.isExtraordinary === b.entry.subject.isExtraordinary
}

/** L10: one forum does not sit in two meetings at once; a placeholder for the day belongs to the day's meeting. */
function isSameTime(a: ForumTie, b: ForumTie): boolean {
  if (!isSameKind(a, b)) return false
  if (a.entry.time === null || b.entry.time === null) return true
  if (a.entry.subject.part !== null && b.entry.subject.part !== null) return true
  if (a.entry.event.start === b.entry.event.start) return true
  return a.entry.event.start < b.entry.event.end && b.entry.event.start < a.entry.event.end
}

/** Sets of ties that are joined step by step; each set goes by its first tie. */
class Groups {
  readonly #ties: readonly ForumTie[]
  readonly #places: ReadonlyMap<ForumTie, number>
  readonly #parents: number[]

  constructor(ties: readonly ForumTie[]) {
    this.#ties = ties
    this.#places = new Map(ties.map((tie, place) => [tie, place]))
    this.#parents = ties.map((_, place) => place)
  }

  areJoined(a: ForumTie, b: ForumTie): boolean {
    return this.#root(a) === this.#root(b)
  }

  join(a: ForumTie, b: ForumTie): void {
    const [rootA, rootB] = [this.#root(a), this.#root(b)]
    this.#parents[Math.max(rootA, rootB)] = Math.min(rootA, rootB)
  }

  all(): readonly MeetingGroup[] {
    const groups = new Map<number, ForumTie[]>()
    for (const tie of this.#ties) {
      const root = this.#root(tie)
      const group = groups.get(root)
      if (group) group.push(tie)
      else groups.set(root, [tie])
    }
    return [...groups.values()].map((ties) => ({ forumId: ties[0]?.forumId ?? ('' as ForumId), ties }))
  }

  #root(tie: ForumTie): number {
    const place = this.#places.get(tie) ?? 0
    let root = place
    for (let parent = this.#parents[root] ?? root; parent !== root; parent = this.#parents[root] ?? root) root = parent
    this.#parents[place] = root
    return root
  }
}
