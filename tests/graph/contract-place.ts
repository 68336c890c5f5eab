import { createCalendarPort } from '../../src/graph/calendar-port.ts'
import { createForumPort } from '../../src/graph/forum-port.ts'
import { createGraph, type Graph, type Send } from '../../src/graph/transport.ts'
import type { waitOnClock } from '../../src/graph/wait.ts'
import { chefforum, demoForums, meetingKeyOf } from '../../src/local-tenant/seeds/forums.ts'
import { buildWorld } from '../../src/local-tenant/seeds/index.ts'
import { openTenant, type Tenant } from '../../src/local-tenant/tenant.ts'
import type { ForumId, Instant, MeetingKey } from '../../src/shared/ids.ts'
import type { CalendarPort, PollingForumPort } from '../../src/workflows/ports.ts'

/** The moment the demo world is laid around in these tests. */
export const worldNow = '2026-09-10T07:00:00Z' as Instant
export const chefforumId = chefforum.siteId as ForumId
export const demoMeeting = (name: 'past' | 'stale' | 'coming' | 'following') =>
  meetingKeyOf(chefforum, name) as MeetingKey

/** The ports of one person, with the requests that went over the wire. */
export type Ports = {
  readonly forum: PollingForumPort
  readonly calendar: CalendarPort
  readonly graph: Graph
  readonly calendarGraph: Graph
  /** "METHOD path" of each request so far. */
  readonly requests: string[]
}

/** `token` stands in for the one of the registration. */
type PersonOptions = { readonly offline: () => boolean; readonly token?: string }

/** A local tenant with the demo world, in memory. */
export type Place = { readonly tenant: Tenant; portsOf(personId: string, options?: PersonOptions): Ports }

export function openPlace(world = 'chefforum'): Place {
  const now = () => new Date(worldNow)
  const tenant = openTenant({ dataDir: ':memory:', now, world: buildWorld(world, now()) })
  return {
    tenant,
    portsOf: (personId, { offline, token }: PersonOptions = { offline: () => false }) => {
      const sendAs = (registration: 'forum-data' | 'my-calendar'): Send => {
        return async (request) => {
          if (offline()) throw new TypeError('fetch failed')
          const answer = tenant.issueToken({ personId, registration })
          if (answer.kind !== 'token') throw new Error(`no token: ${answer.error}`)
          const headers = new Headers(request.headers)
          const isGraph = new URL(request.url).host === 'graph.microsoft.com'
          if (isGraph) headers.set('Authorization', `Bearer ${token ?? answer.accessToken}`)
          return tenant.handle(new Request(request, { headers }))
        }
      }
      return portsOver(sendAs('forum-data'), sendAs('my-calendar'), {
        forums: demoForums.map(({ siteId, name }) => ({ id: siteId as ForumId, name })),
        now: worldNow,
        // Waiting is what is told, not what is done.
        sleep: async () => undefined,
      })
    },
  }
}

type PortOptions = {
  readonly forums: readonly { id: ForumId; name: string }[]
  readonly now: Instant
  readonly sleep: typeof waitOnClock
}

export function portsOver(forumSend: Send, calendarSend: Send, { forums, now, sleep }: PortOptions): Ports {
  const requests: string[] = []
  const counted =
    (send: Send): Send =>
    (request) => {
      requests.push(`${request.method} ${new URL(request.url).pathname}`)
      return send(request)
    }
  const graph = createGraph({ send: counted(forumSend), sleep, random: () => 0.5 })
  const calendarGraph = createGraph({ send: counted(calendarSend), sleep, random: () => 0.5 })
  return {
    forum: createForumPort(graph, { forums, clock: { now: () => now } }),
    calendar: createCalendarPort(calendarGraph),
    graph,
    calendarGraph,
    requests,
  }
}
