import type { AgendaItem } from '../domain/agenda/agenda.ts'
import type { AgendaDraft, DraftItem } from '../domain/agenda/agenda-draft.ts'
import { withAttendance } from '../domain/agenda/attendance-item.ts'
import { type MergedItem, mergeDraftItem } from '../domain/agenda/merge-draft-item.ts'
import { compareRanks, rankBetween } from '../domain/agenda/rank.ts'
import { type ItemTie, tieDraftItems } from '../domain/agenda/tie-draft-items.ts'
import { textsOf } from '../domain/agenda/to-agenda-items.ts'
import type { Enclosure } from '../domain/enclosure/enclosure.ts'
import { type AnnouncedEnclosure, placeAnnounced } from '../domain/enclosure/place-announced.ts'
import type { ItemKey, MeetingKey } from '../shared/ids.ts'
import type { NewAgendaItem } from './ports.ts'

/** What the save will do with one item of the draft, and with the enclosures under it. */
export type PlannedItem = {
  readonly draft: DraftItem
  readonly tie: ItemTie
  /** Null for an item that is new. */
  readonly merged: MergedItem | null
  /** The row to add; null for an item that is there. */
  readonly added: NewAgendaItem | null
  readonly enclosures: readonly AnnouncedEnclosure[]
}

/** What is stored of the meeting a draft is saved on. */
export type StoredAgenda = {
  readonly meetingKey: MeetingKey
  readonly items: readonly AgendaItem[]
  readonly enclosures: readonly Enclosure[]
}

/**
 * What saving a draft will do, item by item in its order: which are new and where they go, which are there and what is added
 * to them. Items left out by a person are not in it. Rows with the keys of an earlier, broken-off save count as there.
 */
export function planImport(draft: AgendaDraft, stored: StoredAgenda): readonly PlannedItem[] {
  const taken = withAttendance(draft).items.filter((item) => item.taken)
  const items = [...stored.items].sort(compareRanks)
  const saved = new Set<string>(items.map(({ key }) => key))
  const claimed = taken.map((item) => (saved.has(item.key) ? { ...item, sameAs: item.key } : item))
  const ties = tieDraftItems(claimed, items)
  const ranks = ranksOf(taken, ties, items)
  return taken.map((item) => {
    const tie = ties.get(item.key) ?? { itemKey: null, because: 'none' }
    const before = items.find(({ key }) => key === tie.itemKey)
    const under = before ? stored.enclosures.filter(({ itemKey }) => itemKey === before.key) : []
    return {
      draft: item,
      tie,
      merged: before ? mergeDraftItem(before, item, draft.kind) : null,
      added: before ? null : toNewItem(item, stored.meetingKey, ranks.get(item.key) ?? ''),
      enclosures: placeAnnounced(item.enclosures, under),
    }
  })
}

function toNewItem(item: DraftItem, meetingKey: MeetingKey, rank: string): NewAgendaItem {
  const { key, number, title, purpose, kind, presenters, durationMinutes, openness } = item
  const own = { key, number, title, purpose, kind, presenters, durationMinutes, openness }
  return { ...own, ...textsOf(item), meetingKey, rank, fromProposalKey: null }
}

/** A new item goes right after the one that stands before it in the document; before the first tie it goes to the top. */
function ranksOf(
  taken: readonly DraftItem[],
  ties: ReadonlyMap<ItemKey, ItemTie>,
  items: readonly AgendaItem[],
): ReadonlyMap<ItemKey, string> {
  const ranks = new Map<ItemKey, string>()
  const all = items.map(({ rank }) => rank)
  const isAppended = taken.every(({ key }) => (ties.get(key)?.itemKey ?? null) === null)
  let above = isAppended ? (all.at(-1) ?? null) : null
  for (const { key } of taken) {
    const tied = items.find((item) => item.key === ties.get(key)?.itemKey)
    if (tied) {
      above = tied.rank
      continue
    }
    const next = all.filter((rank) => above === null || rank > above).sort(byCodeUnits)[0] ?? null
    above = rankBetween(above, next)
    ranks.set(key, above)
    all.push(above)
  }
  return ranks
}

function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
