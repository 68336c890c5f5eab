import type { EnclosureKey, ItemKey, LocalDate } from '../../shared/ids.ts'
import type { AgendaDraft, DraftItem } from './agenda-draft.ts'
import type { DraftDoubt } from './draft-doubts.ts'
import { changeDraftEnclosure, changeDraftItem, mapItem, mergeDraftItemUp, titleLimit } from './edit-draft.ts'

/** One likely way to mend what a doubt is about. */
export type DraftMend =
  | { readonly kind: 'keep' }
  | { readonly kind: 'renumberFrom'; readonly itemKey: ItemKey; readonly number: string }
  | { readonly kind: 'setNumber'; readonly itemKey: ItemKey; readonly number: string }
  | { readonly kind: 'mergeUp'; readonly itemKey: ItemKey }
  | { readonly kind: 'numberEnclosure'; readonly enclosureKey: EnclosureKey; readonly number: number }
  | { readonly kind: 'unnumberEnclosure'; readonly enclosureKey: EnclosureKey }
  | { readonly kind: 'setDate'; readonly date: LocalDate }
  | { readonly kind: 'placeText'; readonly itemKey: ItemKey; readonly number: string | null; readonly text: string }
  | { readonly kind: 'makeItem'; readonly text: string }
  | { readonly kind: 'leaveOut'; readonly itemKey: ItemKey }

/** The two or three likely mends of a doubt, the likeliest first; letting it stand is always among them but for a missing title. */
export function mendsOf(draft: AgendaDraft, doubt: DraftDoubt, meetingDate: LocalDate): readonly DraftMend[] {
  const keep: DraftMend = { kind: 'keep' }
  const { itemKey, topic } = doubt
  switch (topic.kind) {
    case 'sameNumber':
      return itemKey === null ? [keep] : [keep, ...numberMends(draft, itemKey, topic.number)]
    case 'noTitle':
      return itemKey === null || draft.items[0]?.key === itemKey ? [] : [{ kind: 'mergeUp', itemKey }]
    case 'closed':
      return itemKey === null ? [keep] : [{ kind: 'leaveOut', itemKey }, keep]
    case 'enclosureTwice': {
      const { enclosureKey } = topic
      const next =
        1 + Math.max(0, ...draft.items.flatMap(({ enclosures }) => enclosures.map(({ number }) => number ?? 0)))
      const others: readonly DraftMend[] = [
        { kind: 'numberEnclosure', enclosureKey, number: next },
        { kind: 'unnumberEnclosure', enclosureKey },
      ]
      return [keep, ...others]
    }
    case 'noDate':
      return [{ kind: 'setDate', date: meetingDate }, keep]
    case 'otherDate':
      return [keep, { kind: 'setDate', date: topic.meeting }]
    case 'weekday':
      return [topic.printed, ...topic.others].map((date): DraftMend => ({ kind: 'setDate', date }))
    case 'unplaced':
      return [keep, ...placements(draft, topic.text)]
    case 'told':
      return [keep]
  }
}

function numberMends(draft: AgendaDraft, itemKey: ItemKey, number: string): readonly DraftMend[] {
  if (!/^\d+$/.test(number)) return []
  return [
    { kind: 'renumberFrom', itemKey, number: String(Number(number) + 1) },
    { kind: 'setNumber', itemKey, number: freeLetter(draft, number) },
  ]
}

function freeLetter(draft: AgendaDraft, number: string): string {
  const used = new Set(draft.items.map((item) => item.number))
  const letter = 'abcdefghijklmnopqrstuvwxyz'.split('').find((one) => !used.has(`${number}${one}`))
  return `${number}${letter ?? 'a'}`
}

function placements(draft: AgendaDraft, text: string): readonly DraftMend[] {
  const first = draft.items[0]
  const item: DraftMend = { kind: 'makeItem', text }
  return first ? [{ kind: 'placeText', itemKey: first.key, number: first.number, text }, item] : [item]
}

/** Does what a mend says and settles the doubt. `newKeys` serve what is made. */
export function applyMend(
  draft: AgendaDraft,
  doubt: DraftDoubt,
  mend: DraftMend,
  newKeys: { readonly item: string; readonly part: string },
): AgendaDraft {
  const mended = mendDraft(draft, mend, newKeys)
  return { ...mended, settled: [...mended.settled, doubt.id] }
}

function mendDraft(draft: AgendaDraft, mend: DraftMend, newKeys: { item: string; part: string }): AgendaDraft {
  switch (mend.kind) {
    case 'keep':
      return draft
    case 'renumberFrom':
      return renumberFrom(draft, mend.itemKey, Number(mend.number))
    case 'setNumber':
      return changeDraftItem(draft, mend.itemKey, { number: mend.number })
    case 'leaveOut':
      return changeDraftItem(draft, mend.itemKey, { taken: false })
    case 'mergeUp':
      return mergeDraftItemUp(draft, mend.itemKey, newKeys.part)
    case 'numberEnclosure':
      return changeDraftEnclosure(draft, mend.enclosureKey, { number: mend.number })
    case 'unnumberEnclosure':
      return changeDraftEnclosure(draft, mend.enclosureKey, { number: null })
    case 'setDate':
      return { ...draft, date: mend.date }
    case 'placeText': {
      const { itemKey, text } = mend
      const part = { key: newKeys.part, role: 'casePresentation', label: null, text, place: null } as const
      return mapItem(draft, itemKey, (item) => ({ ...item, parts: [part, ...item.parts] }))
    }
    case 'makeItem':
      return { ...draft, items: [itemOf(mend.text, newKeys), ...draft.items] }
  }
}

/** Gives an item a number and those that follow it the next ones, as long as theirs are plain numbers. */
function renumberFrom(draft: AgendaDraft, itemKey: ItemKey, number: number): AgendaDraft {
  const from = draft.items.findIndex((item) => item.key === itemKey)
  let next = number
  const items = draft.items.map((item, at) => {
    const isPlain = item.number !== null && /^\d+$/.test(item.number)
    return at < from || !isPlain ? item : { ...item, number: String(next++) }
  })
  return from < 0 ? draft : { ...draft, items }
}

function itemOf(text: string, newKeys: { readonly item: string; readonly part: string }): DraftItem {
  const [first = '', ...others] = text.split('\n')
  const isTitle = first.length <= titleLimit
  const rest = isTitle ? others.join('\n').trim() : text
  return {
    key: newKeys.item as ItemKey,
    number: null,
    title: isTitle ? first : '',
    purpose: null,
    kind: 'item',
    presenters: [],
    durationMinutes: null,
    openness: 'open',
    parts: rest === '' ? [] : [{ key: newKeys.part, role: 'casePresentation', label: null, text: rest, place: null }],
    enclosures: [],
    place: null,
    taken: true,
    sameAs: null,
    choices: {},
  }
}
