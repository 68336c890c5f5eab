import type { DraftEnclosure } from '../agenda/agenda-draft.ts'
import { letterKey } from '../agenda/clean-text.ts'
import type { Enclosure } from './enclosure.ts'

/** What becomes of an enclosure a document announces: new, there already, or there and now with a link. */
export type AnnouncedEnclosure =
  | { readonly kind: 'new'; readonly enclosure: DraftEnclosure }
  | { readonly kind: 'there'; readonly enclosure: Enclosure }
  | { readonly kind: 'linked'; readonly before: Enclosure; readonly after: Enclosure }

/**
 * Finds the enclosures of one item that are stored already (M9): by title, or by number where the titles do not speak
 * against it. One that was to come and now has a link gets it; files are never touched.
 */
export function placeAnnounced(
  announced: readonly DraftEnclosure[],
  stored: readonly Enclosure[],
): readonly AnnouncedEnclosure[] {
  const used = new Set<string>()
  return announced.map((enclosure) => {
    const free = stored.filter(({ key }) => !used.has(key))
    const same = free.find(({ key }) => key === enclosure.key) ?? free.find((other) => isSame(enclosure, other))
    if (!same) return { kind: 'new', enclosure }
    used.add(same.key)
    if (same.content.kind !== 'pending' || enclosure.url === null) return { kind: 'there', enclosure: same }
    return { kind: 'linked', before: same, after: { ...same, content: { kind: 'url', url: enclosure.url } } }
  })
}

function isSame(announced: DraftEnclosure, stored: Enclosure): boolean {
  const [a, b] = [letterKey(announced.title), letterKey(stored.title)]
  if (a === b) return announced.number === null || stored.number === null || announced.number === stored.number
  const speaksAgainst = a !== '' && b !== '' && !a.includes(b) && !b.includes(a)
  return !speaksAgainst && announced.number !== null && announced.number === stored.number
}
