import type { LinkKey, LocalDate } from '../../shared/ids.ts'
import { sha256 } from '../../shared/sha256.ts'
import type { CalendarEvent } from '../calendar/calendar-event.ts'
import { findTokens, mayHoldToken } from '../calendar/find-tokens.ts'
import { findJoinLinks, readJoinLink } from '../calendar/join-link.ts'
import { occurrenceDateOf, seriesKeyOf } from '../calendar/series-key.ts'
import { stripQuotedMail } from '../calendar/strip-quoted-mail.ts'
import { readZoneClock } from '../calendar/zone-clock.ts'
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

/** An outside value an event can be known by. */
export type LinkValue = {
  readonly kind: LinkKind
  readonly value: string
  /** Set where one value names many occurrences: a series, or a thread that a series shares. In Danish days. */
  readonly occurrenceDate: LocalDate | null
}

/**
 * Everything an event is known by, the surest first: its invitation, its series, our token in the body (PLATFORM 10.1),
 * its Teams chat. Values are normalised as they are hashed.
 */
export function linkValuesOf(event: CalendarEvent): readonly LinkValue[] {
  const values: LinkValue[] = []
  const date = occurrenceDateOfEvent(event)
  const occurrenceDate = event.type === 'singleInstance' ? null : date
  if (event.iCalUId) {
    values.push({ kind: 'ical', value: normaliseValue('ical', event.iCalUId), occurrenceDate: null })
    if (event.type !== 'singleInstance' || occurrenceDateOf(event.iCalUId) !== null) {
      values.push({ kind: 'series', value: seriesKeyOf(event.iCalUId.trim()), occurrenceDate: date })
    }
  }
  for (const key of tokensOf(event)) values.push({ kind: 'token', value: key, occurrenceDate: null })
  for (const link of joinLinksOf(event)) {
    values.push({ kind: link.kind, value: link.kind === 'thread' ? link.threadId : link.digits, occurrenceDate })
  }
  return values
}

/** The keys in what the sender wrote; only when there are none, those of the mail he passed on. */
export function tokensOf(event: CalendarEvent): readonly string[] {
  const text = event.bodyText.slice(0, 100_000)
  // Taking quoted mails out joins no letters: lines stay lines.
  if (!mayHoldToken(text) && !mayHoldToken(event.location ?? '')) return []
  const own = findTokens(`${event.location ?? ''}\n${stripQuotedMail(text)}`)
  return own.length > 0 ? own : findTokens(text)
}

/** The event's own join link; for want of one, those in its text. */
function joinLinksOf(event: CalendarEvent): ReturnType<typeof findJoinLinks> {
  const own = event.joinUrl ? readJoinLink(event.joinUrl) : null
  if (own) return [own]
  const inLocation = findJoinLinks(event.location ?? '')
  return inLocation.length > 0 ? inLocation : findJoinLinks(stripQuotedMail(event.bodyText))
}

function occurrenceDateOfEvent(event: CalendarEvent): LocalDate {
  const original = event.iCalUId ? occurrenceDateOf(event.iCalUId.trim()) : null
  return original ?? readZoneClock(event.originalStart ?? event.start, 'Europe/Copenhagen').date
}
