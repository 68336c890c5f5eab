import { type EventRecord, occurrenceId, occurrenceUid } from './event-record.ts'
import { datesOfSeries, readRecurrence, seriesHas } from './recurrence.ts'
import { resolveZone, toUtc, toWall } from './zone-time.ts'

/** Occurrences of a series that touch a window, without those removed and without those kept as exceptions. */
export function occurrencesInWindow(
  master: EventRecord,
  exceptions: readonly EventRecord[],
  startUtc: string,
  endUtc: string,
): EventRecord[] {
  const rule = readRecurrence(master.data.recurrence)
  if (rule === null) return []
  const zone = zoneOf(master)
  const lasts = Date.parse(master.endUtc) - Date.parse(master.startUtc)
  const dayMs = 86_400_000
  const from = new Date(Date.parse(startUtc) - lasts - dayMs).toISOString().slice(0, 10)
  const to = new Date(Date.parse(endUtc) + dayMs).toISOString().slice(0, 10)
  const taken = new Set([...master.data.cancelledOccurrences, ...exceptions.map(({ originalStart }) => originalStart)])
  return datesOfSeries(rule, from, to)
    .map((date) => makeOccurrence(master, date, zone, lasts))
    .filter(
      (one) =>
        !taken.has(one.originalStart) &&
        one.startUtc < endUtc &&
        (one.endUtc > startUtc || (lasts === 0 && one.startUtc >= startUtc)),
    )
}

/** The occurrence of a series on its original local date; null when the series has none there, or it was removed. */
export function occurrenceOf(master: EventRecord, localDate: string): EventRecord | null {
  const rule = readRecurrence(master.data.recurrence)
  if (rule === null || !seriesHas(rule, localDate)) return null
  const lasts = Date.parse(master.endUtc) - Date.parse(master.startUtc)
  const one = makeOccurrence(master, localDate, zoneOf(master), lasts)
  return master.data.cancelledOccurrences.includes(one.originalStart ?? '') ? null : one
}

/** The zone a series repeats in: all-day series have none. */
export function zoneOf(master: EventRecord): string {
  return master.data.isAllDay ? 'Etc/UTC' : (resolveZone(master.data.timeZone) ?? 'Etc/UTC')
}

function makeOccurrence(master: EventRecord, localDate: string, zone: string, lasts: number): EventRecord {
  const time = toWall(master.startUtc, zone).slice(11)
  const startUtc = toUtc(`${localDate}T${time}`, zone)
  return {
    ...master,
    id: occurrenceId(master.id, localDate),
    immutableId: occurrenceId(master.immutableId, localDate),
    iCalUId: occurrenceUid(master.iCalUId, localDate),
    masterId: master.id,
    kind: 'occurrence',
    originalStart: startUtc,
    startUtc,
    endUtc: `${new Date(Date.parse(startUtc) + lasts).toISOString().slice(0, 19)}Z`,
    transactionId: null,
    data: { ...master.data, recurrence: null, cancelledOccurrences: [] },
  }
}
