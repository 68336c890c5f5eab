import { createForumPort } from '../../src/graph/forum-port.ts'
import { createReadMarkFiles } from '../../src/graph/read-mark-files.ts'
import { createGraph, type Graph } from '../../src/graph/transport.ts'
import type { Tenant } from '../../src/local-tenant/tenant.ts'
import type { ForumId, Instant, MeetingKey } from '../../src/shared/ids.ts'
import { type CachedForum, cacheForum } from '../../src/sync/cache-forum.ts'
import { createOutbox, type Outbox } from '../../src/sync/outbox.ts'
import { queueForum } from '../../src/sync/queue-writes.ts'
import { createMemoryStore, type SnapshotStore } from '../../src/sync/snapshot-store.ts'
import type { CalendarPort, MeetingRecord } from '../../src/workflows/ports.ts'

export const modelNow = '2026-09-10T07:00:00Z' as Instant

/** Where the clients live: the tenant can be another one after a restart. */
export type ModelPlace = { tenant: Tenant; readonly forumId: ForumId; readonly meetingKey: MeetingKey }

type OpenedApp = { readonly outbox: Outbox; readonly forum: CachedForum; readonly graph: Graph }

/** One person's app: what is on the machine survives `start`, the rest is made anew. */
export class ModelClient {
  offline = false
  /** The meeting as last shown. */
  seen: MeetingRecord | null = null
  private opened: OpenedApp | null = null
  readonly disk: SnapshotStore = createMemoryStore()
  readonly personId: string
  readonly organisation: string
  private readonly place: ModelPlace
  private keyCount = 0

  constructor(personId: string, organisation: string, place: ModelPlace) {
    this.personId = personId
    this.organisation = organisation
    this.place = place
  }

  /** Opens the app, for the first time or after it was closed. */
  async start(): Promise<void> {
    const graph = createGraph({
      send: (request) => this.send(request),
      sleep: async () => undefined,
      random: () => 0.5,
    })
    const clock = { now: () => modelNow }
    const port = createForumPort(graph, { forums: [{ id: this.place.forumId, name: 'Chefforum' }], clock })
    const calendar = { respond: async () => undefined } as unknown as CalendarPort
    const marks = createReadMarkFiles(graph)
    const keys = { newKey: () => this.newKey() }
    const outbox = await createOutbox({ store: this.disk, forum: port, calendar, marks, clock, keys })
    const forum = queueForum(cacheForum(port, this.disk, clock), outbox, { author: this.personId, clock })
    this.opened = { outbox, forum, graph }
    this.seen = await forum.cached(this.place.meetingKey)
  }

  /** The app as it runs now. */
  get app(): OpenedApp {
    if (!this.opened) throw new Error('The app was not started')
    return this.opened
  }

  /** The same in every run of one seed. */
  newKey<K extends string>(): K {
    this.keyCount += 1
    return `${this.personId}-${String(this.keyCount).padStart(4, '0')}` as K
  }

  private async send(request: Request): Promise<Response> {
    if (this.offline) throw new TypeError('fetch failed')
    const { tenant } = this.place
    const token = tenant.issueToken({ personId: this.personId, registration: 'forum-data' })
    if (token.kind !== 'token') throw new Error(`no token: ${token.error}`)
    const headers = new Headers(request.headers)
    headers.set('Authorization', `Bearer ${token.accessToken}`)
    return tenant.handle(new Request(request, { headers }))
  }
}
