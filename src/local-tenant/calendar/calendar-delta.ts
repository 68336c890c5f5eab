import { type Answer, type JsonObject, ok } from '../http/answer.ts'
import { type Call, contextOf, linkTo } from '../http/call.ts'
import { errorInvalidRequest, GraphError } from '../http/graph-error.ts'
import { type PageMark, readMark, writeMark } from '../http/paging.ts'
import { readWindow } from './event-query.ts'
import type { EventRecord } from './event-record.ts'
import { occurrenceId } from './event-record.ts'
import { appliedPreferences, type EventView, eventResource, readEventView, shortOccurrence } from './event-resource.ts'
import { changedEvents, exceptionsOf } from './event-store.ts'
import { occurrenceOf, occurrencesInWindow, zoneOf } from './occurrences.ts'
import { toWall } from './zone-time.ts'

const refusedOptions = ['$orderby', '$filter', '$select', '$expand', '$search', '$top']
const defaultPage = 10

// The window and how far it has been told: rows up to `seq`, and `told` entries of the row after.
type Progress = {
  readonly start: string
  readonly end: string
  readonly seq: number
  readonly told: number
  readonly first: boolean
  readonly upTo: number
}

/** calendarView/delta: what is in a window, then what changed in it (PLATFORM F2.10-F2.12). */
export function answerCalendarDelta(call: Call, mailbox: string): Answer {
  const refused = refusedOptions.filter((name) => call.query.get(name) !== null)
  if (refused.length > 0) {
    throw errorInvalidRequest(
      `The following parameters are not supported with change tracking over the 'CalendarView' resource: '${refusedOptions.join(', ')}'.`,
      'ErrorInvalidUrlQuery',
    )
  }
  call.query.only('startdatetime', 'enddatetime', '$skiptoken', '$deltatoken')
  const view = readEventView(call)
  const progress = readProgress(call, mailbox)
  const pageSize = call.prefer.maxPageSize ?? defaultPage
  const { entries, next } = collect(call, mailbox, progress, view, pageSize)
  const path = linkTo(call, call.path)
  const link =
    next === null
      ? {
          '@odata.deltaLink': `${path}?$deltatoken=${writeMark({ ...progress, seq: progress.upTo, told: 0, first: false })}`,
        }
      : { '@odata.nextLink': `${path}?$skiptoken=${writeMark(next)}` }
  const preferences = call.prefer.maxPageSize === null ? [] : [`odata.maxpagesize=${call.prefer.maxPageSize}`]
  const applied = [...Object.values(appliedPreferences(call)), ...preferences].join(', ')
  return ok(
    { '@odata.context': contextOf(call, 'Collection(event)'), ...link, value: entries },
    applied === '' ? {} : { 'Preference-Applied': applied },
  )
}

function readProgress(call: Call, mailbox: string): Progress {
  const text = call.query.get('$deltatoken') ?? call.query.get('$skiptoken')
  const upTo = latestChange(call, mailbox)
  if (text === null) return { ...readWindow(call), seq: 0, told: 0, first: true, upTo }
  const expired = call.service.faults.take('expireDelta', {
    method: call.method,
    path: call.path,
    person: call.caller.person.id,
  })
  const mark = expired ? null : tryReadMark(text)
  const { start, end, seq } = mark ?? {}
  if (!mark || typeof start !== 'string' || typeof end !== 'string' || typeof seq !== 'number')
    throw syncStateNotFound(call, expired?.status)
  const isSamePage = call.query.get('$deltatoken') === null
  return {
    start,
    end,
    seq,
    told: Number(mark['told'] ?? 0),
    first: mark['first'] === true,
    upTo: isSamePage ? Number(mark['upTo'] ?? upTo) : upTo,
  }
}

function tryReadMark(text: string): PageMark | null {
  try {
    return readMark(text)
  } catch {
    return null
  }
}

function syncStateNotFound(call: Call, status: 400 | 410 = 410): GraphError {
  const message = 'The sync state generation is not found; a full synchronization is required.'
  return status === 400
    ? new GraphError(400, 'syncStateNotFound', message)
    : new GraphError(410, 'syncStateNotFound', message, { headers: { Location: linkTo(call, call.path) } })
}

function latestChange(call: Call, mailbox: string): number {
  return (
    call.service.store.get<{ seq: number | null }>('SELECT max(seq) AS seq FROM events WHERE mailbox = ?', mailbox)
      ?.seq ?? 0
  )
}

function collect(
  call: Call,
  mailbox: string,
  progress: Progress,
  view: EventView,
  pageSize: number,
): { readonly entries: readonly JsonObject[]; readonly next: Progress | null } {
  const entries: JsonObject[] = []
  let told = progress.told
  let seq = progress.seq
  for (const event of changedEvents(call.service.store, mailbox, progress.seq)) {
    if (event.seq > progress.upTo) break
    const own = entriesOf(call, event, progress, view)
    const room = pageSize - entries.length
    const part = own.slice(told, told + room)
    if (room <= 0 && own.length > told) return { entries, next: { ...progress, seq, told } }
    entries.push(...part)
    if (told + part.length < own.length) return { entries, next: { ...progress, seq, told: told + part.length } }
    told = 0
    seq = event.seq
  }
  return { entries, next: null }
}

// A first round tells what is there; later ones also what is gone, even of events that were never in the window (F2.11).
function entriesOf(call: Call, event: EventRecord, progress: Progress, view: EventView): readonly JsonObject[] {
  const removed = (id: string): JsonObject => ({ id, '@removed': { reason: 'deleted' } })
  const ownId = view.immutableIds ? event.immutableId : event.id
  if (event.deleted) return progress.first ? [] : [removed(ownId)]
  if (event.kind !== 'seriesMaster') {
    const inside = event.startUtc < progress.end && event.endUtc > progress.start
    if (inside) return [{ '@odata.type': '#microsoft.graph.event', ...eventResource(call, event, view) }]
    return progress.first ? [] : [removed(ownId)]
  }
  const exceptions = exceptionsOf(call.service.store, event)
  const occurrences = occurrencesInWindow(event, exceptions, progress.start, progress.end)
  const gone = progress.first ? [] : goneOccurrences(event, progress, view).map(removed)
  if (occurrences.length === 0 && gone.length === 0) return progress.first ? [] : [removed(ownId)]
  const master = { '@odata.type': '#microsoft.graph.event', ...eventResource(call, event, view) }
  return [master, ...occurrences.map((one) => shortOccurrence(one, view)), ...gone]
}

function goneOccurrences(master: EventRecord, { start, end }: Progress, view: EventView): string[] {
  return master.data.cancelledOccurrences
    .filter((original) => original >= start && original < end)
    .map((original) => toWall(original, zoneOf(master)).slice(0, 10))
    .filter((date) => occurrenceOf(master, date) === null)
    .map((date) => occurrenceId(view.immutableIds ? master.immutableId : master.id, date))
}
