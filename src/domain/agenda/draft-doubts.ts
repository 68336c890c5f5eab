import type { EnclosureKey, ItemKey, LocalDate } from '../../shared/ids.ts'
import type { Finding, Place } from '../../shared/reading.ts'
import { findDanishDates, resolveDate, weekdayOf } from '../time/read-danish-date.ts'
import { addDays } from '../time/zoned-time.ts'
import type { AgendaDraft, DraftItem } from './agenda-draft.ts'

/** What a doubt is about; the words are the dictionary's, except what the document or its reader says itself. */
export type DoubtTopic =
  | { readonly kind: 'sameNumber'; readonly number: string }
  | { readonly kind: 'noTitle' }
  | { readonly kind: 'closed' }
  | {
      readonly kind: 'enclosureTwice'
      readonly number: number
      readonly titles: readonly [string, string]
      readonly enclosureKey: EnclosureKey
    }
  | { readonly kind: 'noDate' }
  | { readonly kind: 'otherDate'; readonly document: LocalDate; readonly meeting: LocalDate }
  | { readonly kind: 'weekday'; readonly printed: LocalDate; readonly others: readonly LocalDate[] }
  | { readonly kind: 'unplaced'; readonly text: string }
  | { readonly kind: 'told'; readonly message: string }

/** Something a person should look at before the save: which rule, where, about what. `itemKey` is null for the head. */
export type DraftDoubt = {
  readonly id: string
  readonly rule: string
  readonly topic: DoubtTopic
  readonly itemKey: ItemKey | null
  readonly place: Place | null
}

/** What the doubts are found in besides the draft itself. */
export type DraftSource = {
  readonly findings: readonly Finding[]
  /** Text by paragraph number. */
  readonly texts: ReadonlyMap<number, string>
  /** Day of the meeting the draft is to be saved on. */
  readonly meetingDate: LocalDate
}

// These are looked for in the draft itself, so that they go when they are mended and come when they are made.
const live: ReadonlySet<string> = new Set(['F1', 'F2', 'F3'])

/** All doubts that nobody has settled, in the order of the document; those of the head first. */
export function findDraftDoubts(draft: AgendaDraft, source: DraftSource): readonly DraftDoubt[] {
  const read = source.findings.filter(({ rule }) => !live.has(rule)).map((finding) => toDoubt(finding, draft, source))
  const settled = new Set(draft.settled)
  const all = [
    ...headDoubts(draft, source),
    ...read,
    ...numberDoubts(draft),
    ...enclosureDoubts(draft),
    ...closedDoubts(draft),
  ]
  const order = new Map(draft.items.map((item, at) => [item.key, at]))
  const rank = (doubt: DraftDoubt): number => (doubt.itemKey === null ? -1 : (order.get(doubt.itemKey) ?? -1))
  return all.filter(({ id }) => !settled.has(id)).toSorted((a, b) => rank(a) - rank(b))
}

function headDoubts(draft: AgendaDraft, { meetingDate }: DraftSource): readonly DraftDoubt[] {
  const head = { itemKey: null, place: null }
  if (draft.date === null) return [{ id: 'F1', rule: 'F1', topic: { kind: 'noDate' }, ...head }]
  if (draft.date === meetingDate) return []
  const topic: DoubtTopic = { kind: 'otherDate', document: draft.date, meeting: meetingDate }
  return [{ id: `F4:${draft.date}`, rule: 'F4', topic, ...head }]
}

function numberDoubts(draft: AgendaDraft): readonly DraftDoubt[] {
  const seen = new Set<string>()
  return draft.items.flatMap((item): readonly DraftDoubt[] => {
    if (!item.taken) return []
    const at = { itemKey: item.key, place: item.place }
    const untitled: readonly DraftDoubt[] =
      item.title.trim() === '' ? [{ id: `F5:${item.key}`, rule: 'F5', topic: { kind: 'noTitle' }, ...at }] : []
    if (item.number === null) return untitled
    const isSecond = seen.has(item.number)
    seen.add(item.number)
    if (!isSecond) return untitled
    const topic: DoubtTopic = { kind: 'sameNumber', number: item.number }
    return [...untitled, { id: `F2:${item.number}:${item.key}`, rule: 'F2', topic, ...at }]
  })
}

function enclosureDoubts(draft: AgendaDraft): readonly DraftDoubt[] {
  // Many houses number the enclosures of each item from 1; then a number twice is no doubt.
  if (draft.items.slice(1).some((item) => item.enclosures[0]?.number === 1)) return []
  const owners = new Map<number, string>()
  return draft.items.flatMap((item) =>
    item.enclosures.flatMap(({ key, number, title }): readonly DraftDoubt[] => {
      if (number === null || !item.taken) return []
      const owner = owners.get(number)
      owners.set(number, owner ?? title)
      if (owner === undefined || owner === title) return []
      const topic: DoubtTopic = { kind: 'enclosureTwice', number, titles: [owner, title], enclosureKey: key }
      return [{ id: `F3:${number}:${key}`, rule: 'F3', topic, itemKey: item.key, place: item.place }]
    }),
  )
}

/** Everybody in the forum can read its site, so a closed item is asked about before it is put there. */
function closedDoubts(draft: AgendaDraft): readonly DraftDoubt[] {
  return draft.items
    .filter((item) => item.taken && item.openness === 'closed')
    .map((item) => ({
      id: `F6:${item.key}`,
      rule: 'F6',
      topic: { kind: 'closed' },
      itemKey: item.key,
      place: item.place,
    }))
}

function toDoubt(finding: Finding, draft: AgendaDraft, source: DraftSource): DraftDoubt {
  const { message, place, rule } = finding
  const itemKey = place ? (ownerOf(draft.items, place.paragraph)?.key ?? null) : null
  return {
    id: `${rule}:${place?.paragraph ?? ''}:${message}`,
    rule,
    topic: topicOf(finding, draft, source),
    itemKey,
    place,
  }
}

/** The item whose text stands at a paragraph: the last that begins at or before it. */
function ownerOf(items: readonly DraftItem[], paragraph: number): DraftItem | undefined {
  let owner: DraftItem | undefined
  for (const item of items) {
    if (item.place === null || item.place.paragraph > paragraph) continue
    if (!owner?.place || item.place.paragraph >= owner.place.paragraph) owner = item
  }
  return owner
}

function topicOf({ message, place, rule }: Finding, draft: AgendaDraft, { texts }: DraftSource): DoubtTopic {
  const text = place ? (texts.get(place.paragraph) ?? '') : ''
  if (rule === 'Q1' && place) return { kind: 'unplaced', text: runOf(message, place.paragraph, texts) }
  const weekday = rule === 'T4' ? weekdayTopic(text, draft.date) : null
  return weekday ?? { kind: 'told', message }
}

/** The printed date, and the nearest before and after it that fall on the printed weekday. */
function weekdayTopic(text: string, near: LocalDate | null): DoubtTopic | null {
  for (const mention of findDanishDates(text)) {
    const date = resolveDate(mention, near)
    if (date === null || mention.weekday === null || weekdayOf(date) === mention.weekday) continue
    const ahead = (mention.weekday - weekdayOf(date) + 7) % 7
    return { kind: 'weekday', printed: date, others: [addDays(date, ahead - 7), addDays(date, ahead)] }
  }
  return null
}

const letters = (text: string): string => text.normalize('NFC').replace(/[^\p{L}\p{N}]/gu, '')

/** A run of text nothing was made of: its paragraphs from the first on, as far as the finding shows or cuts it. */
function runOf(message: string, first: number, texts: ReadonlyMap<number, string>): string {
  const shown = message.slice(message.indexOf('"') + 1, message.lastIndexOf('"'))
  let rest = letters(shown)
  const run: string[] = []
  for (let at = first; rest !== ''; at++) {
    const text = texts.get(at)
    if (text === undefined) break
    const own = letters(text)
    if (!rest.startsWith(own) && !own.startsWith(rest)) break
    if (own !== '') run.push(text.trim())
    rest = rest.slice(own.length)
  }
  return run.length > 0 ? run.join('\n\n') : shown
}
