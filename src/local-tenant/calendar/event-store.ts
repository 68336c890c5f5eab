import { invariant } from '../../shared/invariant.ts'
import type { Store } from '../store/database.ts'
import { type EventData, type EventRecord, type EventRow, splitOccurrenceId, toRecord } from './event-record.ts'
import { occurrenceOf } from './occurrences.ts'

/** An event to be stored: ids are made by the caller, version and change order here. */
export type NewEvent = Omit<EventRecord, 'version' | 'deleted' | 'seq'>

export function insertEvent(store: Store, event: NewEvent): EventRecord {
  store.run(
    `INSERT INTO events (mailbox, id, immutable_id, ical_uid, master_id, kind, original_start, start_utc, end_utc, data,
       version, transaction_id, created_at, modified_at, deleted, seq) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?, 0, ?)`,
    event.mailbox,
    event.id,
    event.immutableId,
    event.iCalUId,
    event.masterId,
    event.kind,
    event.originalStart,
    event.startUtc,
    event.endUtc,
    JSON.stringify(event.data),
    event.transactionId,
    event.createdAt,
    event.modifiedAt,
    store.nextSequence(),
  )
  const stored = findStored(store, event.mailbox, event.id)
  invariant(stored, 'the new event can be read')
  return stored
}

/** A stored event (single, master or exception) by either of its ids. */
export function findStored(store: Store, mailbox: string, id: string): EventRecord | null {
  const row =
    store.get<EventRow>('SELECT * FROM events WHERE mailbox = ? AND id = ? AND deleted = 0', mailbox, id) ??
    store.get<EventRow>('SELECT * FROM events WHERE mailbox = ? AND immutable_id = ? AND deleted = 0', mailbox, id)
  return row ? toRecord(row) : null
}

/** Any event by id, occurrences that are not stored of their own included; null when it is not there. */
export function findEvent(store: Store, mailbox: string, id: string): EventRecord | null {
  const stored = findStored(store, mailbox, id)
  if (stored) return stored
  const parts = splitOccurrenceId(id)
  const master = parts ? findStored(store, mailbox, parts.masterId) : null
  return master && parts && master.kind === 'seriesMaster' ? occurrenceOf(master, parts.localDate) : null
}

/** Every live stored event of a mailbox. */
export function storedEvents(store: Store, mailbox: string): EventRecord[] {
  return store
    .all<EventRow>('SELECT * FROM events WHERE mailbox = ? AND deleted = 0 ORDER BY start_utc, id', mailbox)
    .map(toRecord)
}

/** Singles and exceptions that touch a window; an event that ends as the window begins is outside. */
export function storedInWindow(store: Store, mailbox: string, startUtc: string, endUtc: string): EventRecord[] {
  return store
    .all<EventRow>(
      `SELECT * FROM events WHERE mailbox = ? AND deleted = 0 AND kind <> 'seriesMaster' AND start_utc < ?
       AND (end_utc > ? OR (start_utc = end_utc AND start_utc >= ?)) ORDER BY start_utc, id`,
      mailbox,
      endUtc,
      startUtc,
      startUtc,
    )
    .map(toRecord)
}

export function mastersOf(store: Store, mailbox: string): EventRecord[] {
  return store
    .all<EventRow>("SELECT * FROM events WHERE mailbox = ? AND kind = 'seriesMaster' AND deleted = 0", mailbox)
    .map(toRecord)
}

export function exceptionsOf(store: Store, master: EventRecord): EventRecord[] {
  return store
    .all<EventRow>(
      'SELECT * FROM events WHERE mailbox = ? AND master_id = ? AND deleted = 0',
      master.mailbox,
      master.id,
    )
    .map(toRecord)
}

/** The copies of one event (same iCalUId) in every mailbox. */
export function copiesOf(store: Store, iCalUId: string): EventRecord[] {
  return store.all<EventRow>('SELECT * FROM events WHERE ical_uid = ? AND deleted = 0', iCalUId).map(toRecord)
}

/** Stored events changed after a point, deleted ones included, in the order of change. */
export function changedEvents(store: Store, mailbox: string, since: number): EventRecord[] {
  return store
    .all<EventRow>('SELECT * FROM events WHERE mailbox = ? AND seq > ? ORDER BY seq', mailbox, since)
    .map(toRecord)
}

export type EventChange = {
  readonly startUtc?: string
  readonly endUtc?: string
  readonly kind?: EventRecord['kind']
  readonly data?: Partial<EventData>
}

/** Changes a stored event; its change key becomes another one. */
export function changeEvent(store: Store, event: EventRecord, change: EventChange, now: string): EventRecord {
  store.run(
    'UPDATE events SET start_utc = ?, end_utc = ?, kind = ?, data = ?, version = version + 1, modified_at = ?, seq = ? WHERE mailbox = ? AND id = ?',
    change.startUtc ?? event.startUtc,
    change.endUtc ?? event.endUtc,
    change.kind ?? event.kind,
    JSON.stringify({ ...event.data, ...change.data }),
    now,
    store.nextSequence(),
    event.mailbox,
    event.id,
  )
  const changed = findStored(store, event.mailbox, event.id)
  invariant(changed, 'the changed event can be read')
  return changed
}

/** Takes a stored event out of the calendar, a master with its exceptions; a mark of it stays for delta. */
export function removeStored(store: Store, event: EventRecord, now: string): void {
  const gone = event.kind === 'seriesMaster' ? [...exceptionsOf(store, event), event] : [event]
  for (const { mailbox, id } of gone) {
    store.run(
      'UPDATE events SET deleted = 1, modified_at = ?, seq = ? WHERE mailbox = ? AND id = ?',
      now,
      store.nextSequence(),
      mailbox,
      id,
    )
  }
}
