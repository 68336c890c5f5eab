import { answerRequest, type PlainRequest } from './answer-request.ts'
import { answerBatch } from './batch/answer-batch.ts'
import type { EventData, EventRow } from './calendar/event-record.ts'
import { createMailboxPlaces, leadsToMailbox, type MailboxPlaces, mailboxFull } from './calendar/mailbox-places.ts'
import { answerFileAddress, isFileAddress } from './drive/file-addresses.ts'
import { DroppedConnection } from './faults/dropped-connection.ts'
import { createFaultBoard, type FaultBoard, type FaultRequest } from './faults/fault-board.ts'
import { type FinishedAnswer, toResponse } from './http/respond.ts'
import { issueScriptToken, issueToken, type TokenAnswer, type TokenWish } from './identity/issue-token.ts'
import type { PersonRow } from './identity/people.ts'
import { createTokenMint } from './identity/token-mint.ts'
import { holdsWorld, loadWorld } from './load-world.ts'
import { attachmentsOf, type MessageData, type MessageRow } from './mail/message-store.ts'
import { answerRoot } from './root-routes.ts'
import type { Service } from './service.ts'
import type { SiteRow } from './sites/site-store.ts'
import { openStore } from './store/database.ts'
import type { World } from './world.ts'

export type TenantOptions = {
  /** Folder of the database, made when missing; ':memory:' keeps nothing. */
  readonly dataDir: string | ':memory:'
  readonly now: () => Date
  /** What a new data folder is filled with; passed over when it already holds a world. null leaves it empty. */
  readonly world: World | null
  /**
   * What links in answers begin with, e.g. "https://graph.microsoft.com/v1.0". Left out: the origin and prefix the
   * request came in with, and graph.microsoft.com for requests that a sender has rewritten to /graph/v1.0.
   */
  readonly graphOrigin?: string
}

type TenantPerson = {
  readonly id: string
  readonly oid: string
  readonly name: string
  readonly mail: string
  readonly homeTenantId: string
  readonly jobTitle: string
  readonly about: string
}
type TenantSite = {
  readonly id: string
  readonly name: string
  readonly path: string
  readonly tenantId: string
  readonly driveId: string
}

/** A copy of an event in one mailbox, for the pages that play Outlook. Times are UTC. */
type TenantEvent = {
  readonly id: string
  readonly immutableId: string
  readonly iCalUId: string
  readonly subject: string
  readonly startUtc: string
  readonly endUtc: string
  readonly location: string
  readonly bodyHtml: string
  readonly organizer: { readonly name: string; readonly mail: string }
  readonly isOrganizer: boolean
  readonly isCancelled: boolean
  readonly isAllDay: boolean
  readonly joinUrl: string | null
  readonly attendees: readonly { readonly name: string; readonly mail: string }[]
}

/** A message in one mailbox, for the pages that play Outlook. */
type TenantMessage = {
  readonly id: string
  readonly immutableId: string
  /** As the seed called it; null for one made later. */
  readonly shortId: string | null
  readonly subject: string
  readonly bodyHtml: string
  readonly from: { readonly name: string; readonly mail: string } | null
  readonly receivedAt: string
  readonly eventICalUId: string | null
  readonly attachments: readonly {
    readonly id: string
    readonly name: string
    readonly contentType: string
    readonly sizeBytes: number
    readonly isInline: boolean
  }[]
}

/** A request that has been read whole. */
type AskedRequest = {
  readonly method: string
  readonly url: URL
  readonly headers: Headers
  readonly body: Uint8Array
}

/** The embedded Microsoft 365. */
export type Tenant = {
  /** The same for who has no Request at hand, as a server that has just read one from its socket. */
  answer(request: AskedRequest): Promise<FinishedAnswer>
  /** Answers Microsoft Graph v1.0; rejects with a TypeError, as fetch does, when a fault drops the connection. */
  handle(request: Request): Promise<Response>
  /** True as long as there is no world in it. */
  isEmpty(): boolean
  /** Fills an empty tenant, for who builds the world only when it is needed. */
  fill(world: World): void
  issueToken(wish: TokenWish): TokenAnswer
  /** A token with every scope, at home for the mailbox and in the host tenant for sites; null for an unknown person. */
  issueScriptToken(personId: string): string | null
  persons(): readonly TenantPerson[]
  tenants(): readonly { readonly id: string; readonly name: string; readonly domain: string }[]
  sites(): readonly TenantSite[]
  eventsOf(personId: string): readonly TenantEvent[]
  messagesOf(personId: string): readonly TenantMessage[]
  readonly faults: FaultBoard
  close(): void
}

const graphAddress = 'https://graph.microsoft.com/v1.0'
// Where files are said to be when the request came for Graph's own host; a sender that brings it back here is served.
const fileOrigin = 'https://files.sharepoint.example'

/** Opens the tenant's data, filling it with the world when it is new. */
export function openTenant(options: TenantOptions): Tenant {
  const store = openStore(options.dataDir)
  if (options.world !== null && !holdsWorld(store)) loadWorld(store, options.world)
  const faults = createFaultBoard()
  const tokens = createTokenMint(store)
  const places = createMailboxPlaces()
  const service: Service = { store, now: options.now, faults, tokens }
  return {
    answer: (request) => handleRequest(service, places, request, options.graphOrigin ?? null),
    handle: async (request) => {
      const { method, headers, body } = request
      const bytes = body === null ? new Uint8Array() : new Uint8Array(await request.arrayBuffer())
      const asked = { method, url: new URL(request.url), headers, body: bytes }
      return toResponse(await handleRequest(service, places, asked, options.graphOrigin ?? null))
    },
    isEmpty: () => !holdsWorld(store),
    fill: (world) => loadWorld(store, world),
    issueToken: (wish) => issueToken(store, tokens, options.now(), wish),
    issueScriptToken: (personId) => issueScriptToken(store, tokens, options.now(), personId),
    persons: () => store.all<PersonRow>('SELECT * FROM persons ORDER BY position').map(toPerson),
    tenants: () =>
      store.all<{ id: string; name: string; domain: string }>('SELECT id, name, domain FROM tenants ORDER BY position'),
    sites: () => store.all<SiteRow>('SELECT * FROM sites ORDER BY rowid').map(toSite),
    eventsOf: (personId) =>
      store
        .all<EventRow>('SELECT * FROM events WHERE mailbox = ? AND deleted = 0 ORDER BY start_utc', personId)
        .map(toTenantEvent),
    messagesOf: (personId) =>
      store
        .all<MessageRow>(
          "SELECT * FROM messages WHERE mailbox = ? AND folder = 'inbox' ORDER BY received_at DESC",
          personId,
        )
        .map((row) => toTenantMessage(service, row)),
    faults,
    close: () => store.close(),
  }
}

async function handleRequest(
  service: Service,
  places: MailboxPlaces,
  request: AskedRequest,
  graphOrigin: string | null,
): Promise<FinishedAnswer> {
  const { url, body } = request
  if (isFileAddress(url.pathname)) return answerFileAddress(service, request.method, url, request.headers, body)
  const version = url.pathname.indexOf('/v1.0')
  const prefix = version < 0 ? '/v1.0' : url.pathname.slice(0, version + 5)
  const plain: PlainRequest = {
    method: request.method,
    target: (version < 0 ? url.pathname : url.pathname.slice(version + 5)) + url.search,
    headers: request.headers,
    body,
    base:
      graphOrigin ??
      (prefix === '/graph/v1.0' ? graphAddress : (forwardedBase(request.headers) ?? `${url.origin}${prefix}`)),
    fileBase: `${fileOriginOf(url, request.headers, prefix)}/files`,
  }
  const asked = { method: plain.method, path: plain.target, person: personOf(service, request.headers) }
  const slow = service.faults.take('slow', asked)
  const leave = asked.person !== null && leadsToMailbox(plain.target) ? places.enter(asked.person) : () => {}
  if (leave === null) return answerRequest(service, plain, refuseFullMailbox)
  try {
    if (slow) await new Promise((resolve) => setTimeout(resolve, slow.delayMilliseconds ?? 1_000))
    return answerOrDrop(service, plain, asked)
  } finally {
    leave()
  }
}

function refuseFullMailbox(): never {
  throw mailboxFull({ 'Retry-After': '1' })
}

// A proxy that stands for Graph's own host says so in the usual headers.
function forwardedBase(headers: Headers): string | null {
  const host = headers.get('x-forwarded-host')
  if (host === null || !/^[\w.:-]{1,200}$/.test(host)) return null
  return `${headers.get('x-forwarded-proto') === 'http' ? 'http' : 'https'}://${host}/v1.0`
}

// Files are where the client came in; only for Graph's own host they have one of their own.
function fileOriginOf(url: URL, headers: Headers, prefix: string): string {
  if (url.hostname === 'graph.microsoft.com') return fileOrigin
  const forwarded = prefix === '/graph/v1.0' ? null : forwardedBase(headers)
  return forwarded === null ? url.origin : new URL(forwarded).origin
}

function answerOrDrop(service: Service, plain: PlainRequest, asked: FaultRequest): FinishedAnswer {
  if (service.faults.take('dropBefore', asked)) throw new DroppedConnection('before')
  const isBatch = /^\/\$batch\/?(\?|$)/i.test(plain.target) && plain.method === 'POST'
  const finished = isBatch ? answerBatch(service, plain, answerRoot) : answerRequest(service, plain, answerRoot)
  if (service.faults.take('dropAfter', asked)) throw new DroppedConnection('after')
  return finished
}

function personOf(service: Service, headers: Headers): string | null {
  try {
    return service.tokens.read(headers.get('authorization'), new Date(0)).person
  } catch {
    // Whoever has no token is told so when the request is answered.
    return null
  }
}

function toPerson(row: PersonRow): TenantPerson {
  const { id, oid, name, mail, home_tenant, job_title, about } = row
  return { id, oid, name, mail, homeTenantId: home_tenant, jobTitle: job_title, about }
}

function toSite(row: SiteRow): TenantSite {
  return { id: row.id, name: row.name, path: row.path, tenantId: row.tenant_id, driveId: row.drive_id }
}

function toTenantEvent(row: EventRow): TenantEvent {
  const data = JSON.parse(row.data) as EventData
  return {
    id: row.id,
    immutableId: row.immutable_id,
    iCalUId: row.ical_uid,
    subject: data.subject,
    startUtc: row.start_utc,
    endUtc: row.end_utc,
    location: typeof data.location['displayName'] === 'string' ? data.location['displayName'] : '',
    bodyHtml: data.body.content,
    organizer: { name: data.organizer.name, mail: data.organizer.address },
    isOrganizer: data.isOrganizer,
    isCancelled: data.isCancelled,
    isAllDay: data.isAllDay,
    joinUrl: data.joinUrl,
    attendees: data.attendees.map(({ emailAddress }) => ({ name: emailAddress.name, mail: emailAddress.address })),
  }
}

function toTenantMessage({ store }: Service, row: MessageRow): TenantMessage {
  const data = JSON.parse(row.data) as MessageData
  return {
    id: row.id,
    immutableId: row.immutable_id,
    shortId: row.short_id,
    subject: data.subject,
    bodyHtml: data.body.content,
    from: data.from ? { name: data.from.name, mail: data.from.address } : null,
    receivedAt: row.received_at,
    eventICalUId: row.event_ical_uid,
    attachments: attachmentsOf(store, row.mailbox, row.id).map((attachment) => ({
      id: attachment.id,
      name: attachment.name,
      contentType: attachment.content_type,
      sizeBytes: attachment.size,
      isInline: attachment.inline === 1,
    })),
  }
}
