import type { HostEvent, HostMailbox, HostMessage, HostPagesTenant } from './host-pages-tenant.ts'
import { readAs, readRecord, readRecords, readText } from './read-graph.ts'

/** An entry as it stands on a day; one of a series has its master's id. */
export type LocalEvent = HostEvent & { readonly seriesMasterId: string | null }

const dayMs = 86_400_000

/** The entries from 70 days back to 120 days ahead, by start, series as their occurrences. Graph says no: no series. */
export async function listEvents(tenant: HostPagesTenant, personId: string, now: Date): Promise<readonly LocalEvent[]> {
  const from = new Date(now.getTime() - 70 * dayMs).toISOString()
  const to = new Date(now.getTime() + 120 * dayMs).toISOString()
  const window = `startDateTime=${encodeURIComponent(from)}&endDateTime=${encodeURIComponent(to)}&$top=200`
  const events = await readAs(tenant, personId)?.tryList(`/me/calendarView?${window}`)
  return [...(events?.map(toLocalEvent) ?? listEntries(tenant, personId))].sort(byStart)
}

/** The entries as they were made, a series as its first; without asking Graph. */
export function listEntries(tenant: HostPagesTenant, personId: string): readonly LocalEvent[] {
  return tenant
    .eventsOf(personId)
    .map((event) => ({ ...event, seriesMasterId: null }))
    .sort(byStart)
}

/** One entry; null when it is gone. Only an occurrence of a series is asked of Graph. */
export async function readEvent(tenant: HostPagesTenant, personId: string, id: string): Promise<LocalEvent | null> {
  const entry = tenant.eventsOf(personId).find((event) => event.id === id || event.immutableId === id)
  if (entry) return { ...entry, seriesMasterId: null }
  if (id === '') return null
  const event = await readAs(tenant, personId)?.get(`/me/events/${encodeURIComponent(id)}`)
  return event ? toLocalEvent(event) : null
}

/** One mail by Graph's id or the seed's; undefined when it is gone. */
export function findMail(tenant: HostPagesTenant, personId: string, id: string): HostMessage | undefined {
  return tenant.messagesOf(personId).find((mail) => mail.id === id || mail.shortId === id)
}

/** What stands in an address for a mail: the seed's short id while it has one. */
export function mailIdOf(mail: HostMessage): string {
  return mail.shortId ?? mail.id
}

/** The content of an attached file in base64; null when it is gone. */
export async function readFileContent(
  tenant: HostPagesTenant,
  personId: string,
  mailId: string,
  fileId: string,
): Promise<string | null> {
  const path = `/me/messages/${encodeURIComponent(mailId)}/attachments/${encodeURIComponent(fileId)}`
  const file = await readAs(tenant, personId)?.get(path)
  return file ? readText(file['contentBytes']) : null
}

function byStart(a: HostEvent, b: HostEvent): number {
  return a.startUtc.localeCompare(b.startUtc)
}

function toLocalEvent(event: Record<string, unknown>): LocalEvent {
  return {
    id: readText(event['id']),
    immutableId: '',
    iCalUId: readText(event['iCalUId']),
    subject: readText(event['subject']),
    startUtc: toInstant(event['start']),
    endUtc: toInstant(event['end']),
    isAllDay: event['isAllDay'] === true,
    isCancelled: event['isCancelled'] === true,
    isOrganizer: event['isOrganizer'] === true,
    organizer: toMailbox(event['organizer']),
    attendees: readRecords(event['attendees']).map(toMailbox),
    location: readText(readRecord(event['location'])['displayName']),
    bodyHtml: readText(readRecord(event['body'])['content']),
    seriesMasterId: readText(event['seriesMasterId']) || null,
  }
}

function toMailbox(holder: unknown): HostMailbox {
  const address = readRecord(readRecord(holder)['emailAddress'])
  return { name: readText(address['name']), mail: readText(address['address']).toLowerCase() }
}

/** Graph's time without offset ("2026-10-06T07:00:00.0000000", asked for in UTC) as an instant. */
function toInstant(value: unknown): string {
  const moment = Date.parse(`${readText(readRecord(value)['dateTime']).slice(0, 19)}Z`)
  return Number.isNaN(moment) ? '' : new Date(moment).toISOString().replace('.000Z', 'Z')
}
