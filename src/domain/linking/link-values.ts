import type { LinkKey, LocalDate } from '../../shared/ids.ts'
import type { CalendarEvent } from '../calendar/calendar-event.ts'
import { readJoinLink } from '../calendar/join-link.ts'
import { seriesKeyOf } from '../calendar/series-key.ts'
import type { LinkKind } from '../meeting/meeting.ts'

/** The hashes a tie is stored and found under; values themselves (mailbox ids, passcodes) stay out of the lists. */
export type HashedLinkValue = {
  /** SHA-256 hex of kind and normalised value. */
  readonly valueHash: string
  /** The same with the occurrence's date: one per tie. */
  readonly linkKey: LinkKey
}

/** iCalUIds differ in case between clients, thread ids and keys are compared in lower case (PLATFORM 2, 10.1). */
function normaliseValue(kind: LinkKind, value: string): string {
  return kind === 'ical' || kind === 'series' ? value.trim().toUpperCase() : value.trim().toLowerCase()
}

/** Hashes an outside value for storing and finding ties. `occurrenceDate` names one occurrence of a series or thread. */
export async function hashLinkValue(
  kind: LinkKind,
  value: string,
  occurrenceDate: LocalDate | null,
): Promise<HashedLinkValue> {
  const named = `${kind}:${normaliseValue(kind, value)}`
  return { valueHash: await sha256(named), linkKey: (await sha256(`${named}:${occurrenceDate ?? ''}`)) as LinkKey }
}

async function sha256(text: string): Promise<string> {
  const bytes = await globalThis.crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** An outside value an event can be known by. */
export type LinkValue = {
  readonly kind: LinkKind
  readonly value: string
  /** Set where one value names many occurrences: a series, or a thread that a series shares. */
  readonly occurrenceDate: LocalDate | null
}

/** The key of our own link in an invitation's body: ".../tab.html?m=<MeetingKey>", also encoded in a Teams deep link. */
const tokenForm = /tab\.html(?:\?|%3f)m(?:=|%3d)([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})/gi

/** Everything an event is known by, the surest first: its invitation, its series, our token, its Teams chat. */
export function linkValuesOf(event: CalendarEvent): readonly LinkValue[] {
  const values: LinkValue[] = []
  const day = (event.originalStart ?? event.start).slice(0, 10) as LocalDate
  if (event.iCalUId) {
    values.push({ kind: 'ical', value: event.iCalUId, occurrenceDate: null })
    if (event.type !== 'singleInstance') {
      values.push({ kind: 'series', value: seriesKeyOf(event.iCalUId), occurrenceDate: day })
    }
  }
  for (const [, key] of event.bodyText.slice(0, 100_000).matchAll(tokenForm)) {
    if (key) values.push({ kind: 'token', value: key, occurrenceDate: null })
  }
  const join = event.joinUrl ? readJoinLink(event.joinUrl) : null
  const occurrenceDate = event.type === 'singleInstance' ? null : day
  if (join?.kind === 'thread') values.push({ kind: 'thread', value: join.threadId, occurrenceDate })
  if (join?.kind === 'short') values.push({ kind: 'short', value: join.digits, occurrenceDate })
  return values
}
