import type { ItemKey } from '../../shared/ids.ts'
import { type AgendaDraft, type DraftItem, type DraftPart, type DraftRole, isRoleLabel } from './agenda-draft.ts'
import { mapItem, titleLimit } from './edit-draft.ts'

/** A line of a part that a person can point at: its text and where it begins in the part's text. */
export type DraftLine = { readonly text: string; readonly from: number }

/** The lines of a text that are not empty, in order. */
export function linesOf(text: string): readonly DraftLine[] {
  return [...text.matchAll(/[^\n]*\S[^\n]*/gu)].map((match) => ({ text: match[0], from: match.index }))
}

/**
 * Makes everything from a line on an item of its own, right after this one. The line becomes its title, without bullet and
 * number; a line too long for a title stays text, and the title is left for a person to write. Enclosures stay.
 */
export function splitDraftItem(
  draft: AgendaDraft,
  place: { readonly itemKey: ItemKey; readonly partKey: string; readonly from: number },
  newKeys: { readonly item: string; readonly part: string },
): AgendaDraft {
  const at = draft.items.findIndex((item) => item.key === place.itemKey)
  const item = draft.items[at]
  const cut = item && cutItem(item, place.partKey, place.from)
  if (!item || !cut) return draft
  const heading = readHeading(cut.label === null ? cut.tail : `${cut.label}\n${cut.tail}`)
  const below: DraftItem = {
    ...item,
    key: newKeys.item as ItemKey,
    number: heading.number,
    title: heading.title,
    purpose: null,
    kind: 'item',
    presenters: [],
    durationMinutes: null,
    parts: [
      ...(heading.rest === '' ? [] : [{ ...cut.part, key: newKeys.part, label: null, text: heading.rest }]),
      ...cut.after,
    ],
    enclosures: [],
    place: cut.part.place ?? item.place,
    sameAs: null,
    choices: {},
  }
  return { ...draft, items: draft.items.toSpliced(at, 1, { ...item, parts: cut.before }, below) }
}

/** Puts a part from a line on (0: all of it) into another text of the item; a label that named the old place goes. */
export function moveDraftText(
  draft: AgendaDraft,
  place: { readonly itemKey: ItemKey; readonly partKey: string; readonly from: number },
  role: DraftRole,
  newKey: string,
): AgendaDraft {
  return mapItem(draft, place.itemKey, (item) => {
    const cut = cutItem(item, place.partKey, place.from)
    if (!cut) return item
    const { key } = cut.isWhole ? cut.part : { key: newKey }
    const moved: DraftPart = { ...cut.part, key, role, label: cut.label, text: cut.tail }
    return { ...item, parts: [...cut.before, moved, ...cut.after] }
  })
}

/** Puts a whole part under another item, last there; the same draft when either is unknown. */
export function moveDraftPart(draft: AgendaDraft, partKey: string, to: ItemKey): AgendaDraft {
  const owner = draft.items.find((item) => item.parts.some((part) => part.key === partKey))
  const part = owner?.parts.find((one) => one.key === partKey)
  if (!owner || !part || !draft.items.some((item) => item.key === to)) return draft
  const without = mapItem(draft, owner.key, (item) => ({
    ...item,
    parts: item.parts.filter((one) => one.key !== partKey),
  }))
  return mapItem(without, to, (item) => ({ ...item, parts: [...item.parts, part] }))
}

/** Changes a part's label or text. */
export function changeDraftPart(
  draft: AgendaDraft,
  itemKey: ItemKey,
  partKey: string,
  change: Partial<Pick<DraftPart, 'label' | 'text'>>,
): AgendaDraft {
  return mapItem(draft, itemKey, (item) => ({
    ...item,
    parts: item.parts.map((part) => (part.key === partKey ? { ...part, ...change } : part)),
  }))
}

type Cut = {
  readonly before: readonly DraftPart[]
  /** The part that is cut. */
  readonly part: DraftPart
  readonly isWhole: boolean
  /** The label that goes with the tail: the part's when all of it is cut off, unless it names a place; else null. */
  readonly label: string | null
  readonly tail: string
  readonly after: readonly DraftPart[]
}

function cutItem(item: DraftItem, partKey: string, from: number): Cut | null {
  const at = item.parts.findIndex((part) => part.key === partKey)
  const part = item.parts[at]
  if (part === undefined || from < 0 || from > part.text.length) return null
  const head = part.text.slice(0, from).trimEnd()
  const before = item.parts.slice(0, at)
  const isWhole = head === ''
  return {
    before: isWhole ? before : [...before, { ...part, text: head }],
    part,
    isWhole,
    label: isWhole && part.label !== null && !isRoleLabel(part.label) ? part.label : null,
    tail: part.text.slice(from).trim(),
    after: item.parts.slice(at + 1),
  }
}

function readHeading(text: string): { readonly number: string | null; readonly title: string; readonly rest: string } {
  const [first = '', ...others] = text.split('\n')
  const line = first.replace(/^(?:- |#+ )/u, '').trim()
  if (line.length > titleLimit) return { number: null, title: '', rest: text }
  const numbered = /^(?<number>\d{1,3}[a-zæøå]?)[.):]\s+(?<title>\S.*)$/u.exec(line)?.groups
  const rest = others.join('\n').trim()
  return { number: numbered?.['number'] ?? null, title: numbered?.['title'] ?? line, rest }
}
