import type { ETag, Instant } from '../../shared/ids.ts'
import type { AgendaItem } from '../agenda/agenda.ts'
import type { Enclosure } from '../enclosure/enclosure.ts'

/** One state of a row: the version SharePoint gives it, which only grows, and a print of what a reader sees of it. */
export type Stamp = { readonly version: number; readonly print: string }

/** Stamps by row key. */
export type Stamps = Readonly<Record<string, Stamp>>

/**
 * *Læsemærker*: what one person has read of one meeting. Of two devices' marks the later reading of a row counts, and the
 * earlier first look: whatever the order of joining, nothing once read becomes unread by it.
 */
export type ReadMarks = {
  /** What was there when the meeting was first opened, so that what has come since can be told as new; null until then. */
  readonly firstLook: { readonly at: Instant; readonly stamps: Stamps } | null
  readonly read: Stamps
}

/** The marks of a meeting nobody has opened. */
export const noMarks: ReadMarks = { firstLook: null, read: {} }

/** The stamp of an agenda item. Its place and number are no news: moving it makes nothing unread. */
export function stampOfItem(item: AgendaItem): Stamp {
  const { casePresentation, decision, durationMinutes, minutes, presenters, purpose, recommendation, title } = item
  const shown = [title, purpose, durationMinutes, presenters, recommendation, casePresentation, decision, minutes]
  return { version: versionOf(item.eTag), print: printOf(shown) }
}

/** The stamp of an enclosure: its title and where its content is. */
export function stampOfEnclosure({ content, eTag, title }: Enclosure): Stamp {
  return { version: versionOf(eTag), print: printOf([title, content]) }
}

/** True when this state of the row, or a later one, has been read. */
export function isRead(marks: ReadMarks, key: string, stamp: Stamp): boolean {
  const read = marks.read[key]
  return read !== undefined && !hasChanged(read, stamp)
}

/** True when the row has come or changed since it was last read, or since the first look when it never was. */
export function isNew(marks: ReadMarks, key: string, stamp: Stamp): boolean {
  if (marks.firstLook === null) return false
  const known = marks.read[key] ?? marks.firstLook.stamps[key]
  return known === undefined || hasChanged(known, stamp)
}

// A copy from before the reading shows an older version: that is no change.
function hasChanged(known: Stamp, stamp: Stamp): boolean {
  return stamp.version > known.version && stamp.print !== known.print
}

/** Both marks in one; the order does not matter, nor how often it is done. */
export function joinMarks(one: ReadMarks, other: ReadMarks): ReadMarks {
  const read = { ...one.read }
  for (const [key, stamp] of Object.entries(other.read)) {
    const known = read[key]
    if (known === undefined || isLater(stamp, known)) read[key] = stamp
  }
  return { firstLook: earlierLook(one.firstLook, other.firstLook), read: inKeyOrder(read) }
}

/** True when both say the same. */
export function sameMarks(one: ReadMarks, other: ReadMarks): boolean {
  return JSON.stringify(joinMarks(one, one)) === JSON.stringify(joinMarks(other, other))
}

function isLater(stamp: Stamp, known: Stamp): boolean {
  return stamp.version === known.version ? stamp.print > known.print : stamp.version > known.version
}

function earlierLook(one: ReadMarks['firstLook'], other: ReadMarks['firstLook']): ReadMarks['firstLook'] {
  const [first, second] = [one, other].map((look) => look && { at: look.at, stamps: inKeyOrder(look.stamps) })
  if (!first || !second) return first ?? second ?? null
  if (first.at !== second.at) return first.at < second.at ? first : second
  return JSON.stringify(first) < JSON.stringify(second) ? first : second
}

function inKeyOrder(stamps: Stamps): Stamps {
  return Object.fromEntries(Object.entries(stamps).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

// `"<guid>,<version>"` (PLATFORM F5.7); 0 for a row that is not stored yet.
function versionOf(eTag: ETag | null): number {
  return Number(/,(\d+)"?$/.exec(eTag ?? '')?.[1] ?? 0)
}

// FNV-1a over UTF-16 units: short, and good enough to tell two states of one row apart.
function printOf(shown: readonly unknown[]): string {
  let hash = 0x811c9dc5
  for (const letter of JSON.stringify(shown)) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  return (hash >>> 0).toString(36)
}
