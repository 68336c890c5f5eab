import type { DraftMeeting } from './assign-agendas.ts'
import type { ForumTie } from './find-forum-ties.ts'
import type { ReplacedPair } from './find-replacements.ts'
import { type ForumEntries, pickCurrent } from './forum-entries.ts'
import { compareTies, type MeetingGroup } from './group-meetings.ts'
import { certain } from './weight.ts'

/** Leads each certain pair to the end of its chain: A to B and B to C becomes A to C. What ends in a cancelled meeting is left out. */
export function resolveChains(pairs: readonly ReplacedPair[]): readonly ReplacedPair[] {
  const next = new Map<ForumTie, ReplacedPair[]>()
  for (const pair of pairs) if (pair.confidence >= certain) next.set(pair.old, [...(next.get(pair.old) ?? []), pair])
  const follow = (pair: ReplacedPair): ReplacedPair => {
    let current = pair.current
    let { confidence } = pair
    const because = [...pair.because]
    const seen = new Set<ForumTie>([pair.old])
    while (!seen.has(current)) {
      seen.add(current)
      const [step, other] = next.get(current) ?? []
      if (!step || other) break
      current = step.current
      confidence = Math.min(confidence, step.confidence)
      because.push(...step.because)
    }
    return { ...pair, current, confidence, because }
  }
  const resolved = pairs.map((pair) => (pair.confidence >= certain ? follow(pair) : pair))
  const strongest = new Map<string, ReplacedPair>()
  for (const pair of resolved) {
    const key = `${pair.old.entry.event.id} ${pair.current.entry.event.id}`
    const known = strongest.get(key)
    if (pair.old !== pair.current && (!known || known.confidence < pair.confidence)) strongest.set(key, pair)
  }
  return [...strongest.values()].filter((pair) => !isCancelled(pair.current))
}

function isCancelled(tie: ForumTie): boolean {
  return tie.entry.event.isCancelled || tie.entry.subject.saysCancelled
}

/** Makes one meeting of groups that one move ties together; ambiguous moves tie nothing. */
export function joinReplaced(entries: ForumEntries, pairs: readonly ReplacedPair[]): readonly DraftMeeting[] {
  const firm = pairs.filter((pair) => !pair.isAmbiguous)
  const merged = new Map<MeetingGroup, Set<MeetingGroup>>()
  const groupOf = separateArrivals(entries, firm)
  for (const group of new Set(groupOf.values())) merged.set(group, new Set([group]))
  for (const { old, current } of firm) {
    const [a, b] = [groupOf.get(old), groupOf.get(current)]
    if (!a || !b) continue
    const union = new Set([...(merged.get(a) ?? []), ...(merged.get(b) ?? [])])
    for (const group of union) merged.set(group, union)
  }
  const dead = new Set(firm.map((pair) => pair.old))
  return [...new Set(merged.values())]
    .flatMap((groups): DraftMeeting[] => {
      const ties = [...groups].flatMap((group) => group.ties).sort(compareTies)
      const current = pickCurrent(ties.filter((tie) => !dead.has(tie))) ?? pickCurrent(ties)
      return current ? [{ current, ties }] : []
    })
    .sort((a, b) => compareTies(a.current, b.current))
}

/** One time may be left by one meeting and taken by another: then those who left and those who came are two meetings. */
function separateArrivals(entries: ForumEntries, firm: readonly ReplacedPair[]): ReadonlyMap<ForumTie, MeetingGroup> {
  const left = new Map(firm.map((pair) => [pair.old, entries.groupOf.get(pair.current)]))
  const came = new Map(firm.map((pair) => [pair.current, entries.groupOf.get(pair.old)]))
  const groupOf = new Map(entries.groupOf)
  for (const group of new Set(entries.groupOf.values())) {
    const isElsewhere = (other: MeetingGroup | undefined) => other !== undefined && other !== group
    const gone = group.ties.filter((tie) => isElsewhere(left.get(tie)))
    const arrived = group.ties.some((tie) => isElsewhere(came.get(tie)) && !left.has(tie))
    if (gone.length === 0 || !arrived) continue
    const apart: MeetingGroup = { forumId: group.forumId, ties: gone }
    const rest: MeetingGroup = { forumId: group.forumId, ties: group.ties.filter((tie) => !gone.includes(tie)) }
    for (const tie of group.ties) groupOf.set(tie, gone.includes(tie) ? apart : rest)
  }
  return groupOf
}
