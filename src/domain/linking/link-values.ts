import type { LinkKey, LocalDate } from '../../shared/ids.ts'
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
