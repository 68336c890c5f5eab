import { createForumPort } from '../../src/graph/forum-port.ts'
import { createReadMarkFiles } from '../../src/graph/read-mark-files.ts'
import { createGraph, type Graph } from '../../src/graph/transport.ts'
import type { Tenant } from '../../src/local-tenant/tenant.ts'
import type { ForumId, Instant, MeetingKey } from '../../src/shared/ids.ts'
import { type CachedForum, cacheForum } from '../../src/sync/cache-forum.ts'
import { type Neighbours, noNeighbours } from '../../src/sync/one-page-at-a-time.ts'
import { createOutbox, type Outbox } from '../../src/sync/outbox.ts'
import { queueForum } from '../../src/sync/queue-writes.ts'
import { createReadMarkShelf } from '../../src/sync/read-mark-shelf.ts'
import { createMemoryStore, type SnapshotStore } from '../../src/sync/snapshot-store.ts'
import type { CalendarPort, MeetingRecord, ReadMarkFiles, ReadMarkPort } from '../../src/workflows/ports.ts'

export const modelNow = '2026-09-10T07:00:00Z' as Instant

/** Where the clients live: the tenant can be another one after a restart. */
export type ModelPlace = { tenant: Tenant; readonly forumId: ForumId; readonly meetingKey: MeetingKey }

/** A machine somebody works on: what is on it outlives every page, and its pages know of each other. */
export type ModelMachine = {
  readonly disk: SnapshotStore
  readonly outbox: Neighbours
  readonly marks: Neighbours
}

export function aMachine(): ModelMachine {
  return { disk: createMemoryStore(), outbox: noNeighbours(), marks: noNeighbours() }
}

type OpenedApp = {
  readonly outbox: Outbox
  readonly forum: CachedForum
  readonly graph: Graph
  readonly files: ReadMarkFiles
  readonly readMarks: ReadMarkPort
  /** Does what was put off a little. */
  readonly passTime: () => void
}

/** One page of one person's app: what is on the machine survives `start`, the rest is made anew. */
export class ModelClient {
  offline = false
  /** The meeting as last shown. */
  seen: MeetingRecord | null = null
  private opened: OpenedApp | null = null
  /** Names the page; makes its keys. */
  readonly name: string
  readonly personId: string
  readonly organisation: string
  private readonly machine: ModelMachine
  private readonly place: ModelPlace
  private keyCount = 0

  constructor(name: string, organisation: string, machine: ModelMachine, place: ModelPlace) {
    this.name = name
    // Two pages of one person are "lone" and "lone-2".
    this.personId = name.replace(/-\d$/, '')
    this.organisation = organisation
    this.machine = machine
    this.place = place
  }

  /** Opens the app, for the first time or after it was closed. */
  async start(): Promise<void> {
    const { disk } = this.machine
    const graph = this.graphOf('forum-data')
    const clock = { now: () => modelNow }
    const port = createForumPort(graph, { forums: [{ id: this.place.forumId, name: 'Chefforum' }], clock })
    const calendar = { respond: async () => undefined } as unknown as CalendarPort
    const files = createReadMarkFiles(this.graphOf('my-calendar', ['Files.ReadWrite.AppFolder']))
    const keys = { newKey: () => this.newKey() }
    const ports = { forum: port, calendar, marks: files }
    const outbox = await createOutbox({ ...ports, store: disk, clock, keys, neighbours: this.machine.outbox })
    const forum = queueForum(cacheForum(port, disk, clock), outbox, { author: this.personId, clock })
    const putOff: (() => void)[] = []
    const later = (work: () => void): void => void putOff.push(work)
    const neighbours = this.machine.marks
    const readMarks = createReadMarkShelf({ files, store: disk, outbox, clock, later, neighbours })
    const passTime = (): void => {
      for (const work of putOff.splice(0)) work()
    }
    this.opened = { outbox, forum, graph, files, readMarks, passTime }
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
    return `${this.name}-${String(this.keyCount).padStart(4, '0')}` as K
  }

  private graphOf(registration: 'forum-data' | 'my-calendar', scopes?: readonly string[]): Graph {
    return createGraph({
      send: (request) => this.send(request, registration, scopes),
      sleep: async () => undefined,
      random: () => 0.5,
    })
  }

  private async send(
    request: Request,
    registration: 'forum-data' | 'my-calendar',
    scopes?: readonly string[],
  ): Promise<Response> {
    if (this.offline) throw new TypeError('fetch failed')
    const { tenant } = this.place
    const wish = { personId: this.personId, registration, ...(scopes ? { scopes } : {}) }
    const token = tenant.issueToken(wish)
    if (token.kind !== 'token') throw new Error(`no token: ${token.error}`)
    const headers = new Headers(request.headers)
    const isGraph = new URL(request.url).host === 'graph.microsoft.com'
    if (isGraph) headers.set('Authorization', `Bearer ${token.accessToken}`)
    return tenant.handle(new Request(request, { headers }))
  }
}
