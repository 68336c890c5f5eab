import { toLocal } from '../domain/time/zoned-time.ts'
import type { AppServices } from '../features/app/services.ts'
import { createCalendarPort } from '../graph/calendar-port.ts'
import { createForumPort } from '../graph/forum-port.ts'
import { createGraph } from '../graph/transport.ts'
import { waitOnClock } from '../graph/wait.ts'
import type { Host, Registration } from '../hosts/host.ts'
import { createSend } from '../hosts/send.ts'
import type { ForumId, LocalDate } from '../shared/ids.ts'
import { cacheForum } from '../sync/cache-forum.ts'
import { createSnapshotStore } from '../sync/snapshot-store.ts'
import type { Clock } from '../workflows/ports.ts'
import { createAgendaFileReader } from './agenda-file-reader.ts'
import type { Deployment } from './deployment.ts'
import type { Outside } from './outside.ts'

/** Puts the rings together: host, sign-in, Graph, copies. The one place that knows all of them. */
export async function composeServices(outside: Outside, host: Host, deployment: Deployment): Promise<AppServices> {
  const signIn = outside.createSignIn(host)
  const clock: Clock = {
    now: outside.now,
    today: (timeZone): LocalDate => toLocal(outside.now(), timeZone).date,
  }
  const graphFor = (registration: Registration) =>
    createGraph({
      send: createSend({ signIn, registration, fetch: outside.fetch }),
      sleep: waitOnClock,
      random: Math.random,
    })
  const account = async () => (await signIn.token('forum-data', { interaction: 'never' })).account
  const port = createForumPort(graphFor('forum-data'), {
    forums: deployment.forums.map(({ id, name }) => ({ id: id as ForumId, name })),
    clock,
  })
  // Copies belong to one person, so they are opened when it is known who that is; without it there are none.
  const cached = account().then(
    async (owner) => cacheForum(port, await createSnapshotStore(owner), clock),
    () => null,
  )
  return {
    forum: viaCopies(port, cached),
    readCopy: async (_forumId, key) => (await cached)?.cached(key) ?? null,
    calendar: createCalendarPort(graphFor('my-calendar')),
    clock,
    keys: { newKey: () => crypto.randomUUID() },
    host,
    account,
    signIn: async (registration) => {
      await signIn.token(registration, { interaction: 'allowed' })
    },
    consentAddress: (registration) => signIn.consentAddress(registration),
    agendaFiles: createAgendaFileReader(),
    appOrigin: deployment.appOrigin,
  }
}

type CachedForum = ReturnType<typeof cacheForum>

/** The four reads that have copies wait for these to be open; everything else goes straight to Graph. */
function viaCopies(
  port: ReturnType<typeof createForumPort>,
  cached: Promise<CachedForum | null>,
): ReturnType<typeof createForumPort> {
  const open = async () => (await cached) ?? port
  return {
    ...port,
    readMeeting: async (forumId, key) => (await open()).readMeeting(forumId, key),
    findLinks: async (hashes) => (await open()).findLinks(hashes),
    readPlans: async (from) => (await open()).readPlans(from),
    readFile: async (driveId, driveItemId) => (await open()).readFile(driveId, driveItemId),
  }
}
