import type { EnclosureKey, ItemKey } from '../../shared/ids.ts'
import type { AgendaDraft, DraftEnclosure, DraftItem, DraftPart } from './agenda-draft.ts'

/** Longest title of an item or enclosure a list row holds, in characters. */
export const titleLimit = 250

/** Makes one item over, e.g. renames or renumbers it. */
export function changeDraftItem(draft: AgendaDraft, key: ItemKey, change: Partial<DraftItem>): AgendaDraft {
  return mapItem(draft, key, (item) => ({ ...item, ...change }))
}

/** Puts an item one place up or down; the same draft when it stands at the end. */
export function moveDraftItem(draft: AgendaDraft, key: ItemKey, direction: 'up' | 'down'): AgendaDraft {
  const from = draft.items.findIndex((item) => item.key === key)
  const to = direction === 'up' ? from - 1 : from + 1
  const item = draft.items[from]
  if (item === undefined || to < 0 || to >= draft.items.length) return draft
  return { ...draft, items: draft.items.toSpliced(from, 1).toSpliced(to, 0, item) }
}

/**
 * Makes an item a part of the one above: its number and title become a line of that one's last text, text without a label
 * of its own follows there, everything else keeps its place. The same draft for the first item.
 */
export function mergeDraftItemUp(draft: AgendaDraft, key: ItemKey, newKey: string): AgendaDraft {
  const at = draft.items.findIndex((item) => item.key === key)
  const below = draft.items[at]
  const above = draft.items[at - 1]
  if (below === undefined || above === undefined) return draft
  const heading = [below.number && `${below.number}.`, below.title].filter(Boolean).join(' ')
  const loose = below.parts.filter(isLoose)
  const last = above.parts.at(-1)
  const role = last?.role ?? 'casePresentation'
  const text = [last?.text, heading, ...loose.map((part) => part.text)].filter(Boolean).join('\n\n')
  const joined: DraftPart = { ...(last ?? { key: newKey, role, label: null, place: below.place }), text }
  const merged: DraftItem = {
    ...above,
    purpose: above.purpose ?? below.purpose,
    presenters: [...new Set([...above.presenters, ...below.presenters])],
    durationMinutes: above.durationMinutes ?? below.durationMinutes,
    // What was closed does not become open by being put elsewhere.
    openness: below.openness === 'closed' ? 'closed' : above.openness,
    parts: [...above.parts.slice(0, -1), joined, ...below.parts.filter((part) => !isLoose(part))],
    enclosures: [...above.enclosures, ...below.enclosures],
    taken: above.taken || below.taken,
  }
  return { ...draft, items: draft.items.toSpliced(at - 1, 2, merged) }
}

function isLoose(part: DraftPart): boolean {
  return part.label === null && part.role === 'casePresentation'
}

/** Changes an enclosure's number, title or how it comes. */
export function changeDraftEnclosure(
  draft: AgendaDraft,
  key: EnclosureKey,
  change: Partial<DraftEnclosure>,
): AgendaDraft {
  return mapEnclosures(draft, (enclosures) =>
    enclosures.map((enclosure) => (enclosure.key === key ? { ...enclosure, ...change } : enclosure)),
  )
}

/** Takes an enclosure out of the draft. */
export function removeDraftEnclosure(draft: AgendaDraft, key: EnclosureKey): AgendaDraft {
  return mapEnclosures(draft, (enclosures) => enclosures.filter((enclosure) => enclosure.key !== key))
}

/** Puts an enclosure under another item, last there; the same draft for an unknown item. */
export function moveDraftEnclosure(draft: AgendaDraft, key: EnclosureKey, to: ItemKey): AgendaDraft {
  const moved = draft.items.flatMap((item) => item.enclosures).find((enclosure) => enclosure.key === key)
  if (moved === undefined || !draft.items.some((item) => item.key === to)) return draft
  return mapItem(removeDraftEnclosure(draft, key), to, (item) => ({
    ...item,
    enclosures: [...item.enclosures, moved],
  }))
}

/** Makes one item over by a function; the others stay the same objects. */
export function mapItem(draft: AgendaDraft, key: ItemKey, change: (item: DraftItem) => DraftItem): AgendaDraft {
  return { ...draft, items: draft.items.map((item) => (item.key === key ? change(item) : item)) }
}

function mapEnclosures(
  draft: AgendaDraft,
  change: (enclosures: readonly DraftEnclosure[]) => readonly DraftEnclosure[],
): AgendaDraft {
  return { ...draft, items: draft.items.map((item) => ({ ...item, enclosures: change(item.enclosures) })) }
}
