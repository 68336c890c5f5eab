import { toLocal } from '../domain/time/zoned-time.ts'
import type { AppServices } from '../features/app/services.ts'
import { createCalendarPort } from '../graph/calendar-port.ts'
import { createForumPort } from '../graph/forum-port.ts'
import { createGraph } from '../graph/transport.ts'
import { waitOnClock } from '../graph/wait.ts'
import type { Host, Registration } from '../hosts/host.ts'
import { createSend } from '../hosts/send.ts'
import type { ForumId, LocalDate } from '../shared/ids.ts'
import type { Clock, PollingForumPort } from '../workflows/ports.ts'
import { createAgendaFileReader } from './agenda-file-reader.ts'
import { composeCopies } from './compose-copies.ts'
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
  const calendar = createCalendarPort(graphFor('my-calendar'))
  const keys = { newKey: () => crypto.randomUUID() }
  // Copies belong to one person, so they are opened when it is known who that is; without it there are none.
  const copies = account().then(
    (owner) => composeCopies(owner, { forum: port, calendar }, { clock, keys }),
    () => null,
  )
  const forum = async () => (await copies)?.forum ?? port
  return {
    forum: viaCopies(port, forum),
    readCopy: async (_forumId, key) => (await (await copies)?.forum.cached(key)) ?? null,
    calendar: {
      readWindow: async (from, to) => ((await copies)?.calendar ?? calendar).readWindow(from, to),
      readEvent: async (id) => ((await copies)?.calendar ?? calendar).readEvent(id),
      removeOwnCopy: (id) => calendar.removeOwnCopy(id),
      respond: async (id, response, comment) => ((await copies)?.calendar ?? calendar).respond(id, response, comment),
    },
    outbox: async () => (await copies)?.outbox ?? null,
    clock,
    keys,
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

/** Reads that have copies and writes that can wait go through these once they are open; the rest goes straight to Graph. */
function viaCopies(port: PollingForumPort, copies: () => Promise<PollingForumPort>): PollingForumPort {
  return {
    ...port,
    readMeeting: async (forumId, key) => (await copies()).readMeeting(forumId, key),
    pollMeeting: async (forumId, key) => (await copies()).pollMeeting(forumId, key),
    findLinks: async (hashes) => (await copies()).findLinks(hashes),
    readPlans: async (from) => (await copies()).readPlans(from),
    readFile: async (driveId, driveItemId) => (await copies()).readFile(driveId, driveItemId),
    addProposal: async (forumId, proposal) => (await copies()).addProposal(forumId, proposal),
    changeProposal: async (forumId, before, after) => (await copies()).changeProposal(forumId, before, after),
    addStatusNote: async (forumId, note) => (await copies()).addStatusNote(forumId, note),
    changeStatusNote: async (forumId, before, after) => (await copies()).changeStatusNote(forumId, before, after),
  }
}
