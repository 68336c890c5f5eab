import { toLocal } from '../domain/time/zoned-time.ts'
import type { AppServices } from '../features/app/services.ts'
import { createCalendarPort } from '../graph/calendar-port.ts'
import { createForumPort } from '../graph/forum-port.ts'
import { createGraph, type Graph } from '../graph/transport.ts'
import { waitOnClock } from '../graph/wait.ts'
import type { Host, Registration } from '../hosts/host.ts'
import { createSend } from '../hosts/send.ts'
import { APP_FOLDER } from '../hosts/sign-in/sign-in-addresses.ts'
import type { ForumId, LocalDate, MeetingKey } from '../shared/ids.ts'
import { ServiceError } from '../workflows/failure.ts'
import type { CalendarPort, Clock, MeetingRecord, PollingForumPort, ReadMarkFiles } from '../workflows/ports.ts'
import { createAgendaFileReader } from './agenda-file-reader.ts'
import { createCalendarFiles } from './calendar-files.ts'
import { composeCopies } from './compose-copies.ts'
import type { Deployment } from './deployment.ts'
import { createOwnerFinder } from './find-owner.ts'
import type { Outside } from './outside.ts'

/** The services of the screens, and what the start of the page needs beside them. */
export type ComposedServices = AppServices & {
  /** Begins to read a meeting before the screen asks for it. */
  readonly startReading: (forumId: ForumId, key: MeetingKey) => void
  /** The copy kept from the last visit, without any request; null when there is none. */
  readonly readCopy: (key: MeetingKey) => Promise<MeetingRecord | null>
}

/** Puts the rings together: host, sign-in, Graph, copies. The one place that knows all of them. */
export function composeServices(outside: Outside, host: Host, deployment: Deployment): ComposedServices {
  const signIn = outside.createSignIn(host)
  const clock: Clock = {
    now: outside.now,
    today: (timeZone): LocalDate => toLocal(outside.now(), timeZone).date,
  }
  const graphFor = (registration: Registration, scopes?: readonly string[]) =>
    createGraph({
      send: createSend({ signIn, registration, fetch: outside.fetch, ...(scopes ? { scopes } : {}) }),
      sleep: waitOnClock,
      random: Math.random,
    })
  const account = createOwnerFinder({
    signIn,
    hint: async () => outside.personHint(await host.context()),
    startOver: () => location.reload(),
  })
  const port = createForumPort(graphFor('forum-data'), {
    forums: deployment.forums.map(({ id, name }) => ({ id: id as ForumId, name })),
    clock,
  })
  const calendar = createCalendarPort(graphFor('my-calendar'))
  const marks = loadedReadMarkFiles(() => graphFor('my-calendar', [APP_FOLDER]))
  const keys = { newKey: () => crypto.randomUUID() }
  const early = readEarly(port)
  // Copies belong to one person, so they are opened when it is known who that is; until then there are none.
  const openCopies = rememberSuccess(async () =>
    composeCopies(await account(), { forum: early.port, calendar, marks }, { clock, keys }),
  )
  const forum = async () => (await openCopies())?.forum ?? early.port
  return {
    forum: viaCopies(early.port, forum),
    startReading: early.start,
    readCopy: async (key) => (await (await openCopies())?.forum.cached(key)) ?? null,
    calendar: calendarViaCopies(calendar, async () => (await openCopies())?.calendar ?? calendar),
    outbox: async () => (await openCopies())?.outbox ?? null,
    readMarks: async () => (await openCopies())?.readMarks() ?? null,
    clock,
    keys,
    host,
    account,
    signIn: async (registration) => {
      await signIn.token(registration, { interaction: 'allowed' })
    },
    allowCalendarChange: async () => {
      await signIn.token('my-calendar', { interaction: 'allowed', scopes: ['Calendars.ReadWrite'] })
    },
    consentAddress: (registration) => signIn.consentAddress(registration),
    agendaFiles: createAgendaFileReader(),
    calendarFiles: createCalendarFiles(clock),
    appOrigin: deployment.appOrigin,
  }
}

/** A meeting whose reading was started before anybody asked is handed to the first who does. */
function readEarly(port: PollingForumPort) {
  const started = new Map<string, Promise<MeetingRecord>>()
  return {
    start: (forumId: ForumId, key: MeetingKey): void => {
      const reading = port.readMeeting(forumId, key)
      // Whoever asks for it hears of its failure; until then it is nobody's.
      reading.catch(() => undefined)
      started.set(key, reading)
    },
    port: {
      ...port,
      readMeeting: (forumId: ForumId, key: MeetingKey): Promise<MeetingRecord> => {
        const reading = started.get(key)
        started.delete(key)
        return reading ?? port.readMeeting(forumId, key)
      },
    },
  }
}

/** Opens once; a failure of the outside gives null, and the next one who asks tries again. */
function rememberSuccess<T>(open: () => Promise<T>): () => Promise<T | null> {
  let opened: Promise<T> | null = null
  return async () => {
    opened ??= open()
    try {
      return await opened
    } catch (error) {
      opened = null
      if (error instanceof ServiceError) return null
      throw error
    }
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

function calendarViaCopies(calendar: CalendarPort, copies: () => Promise<CalendarPort>): CalendarPort {
  return {
    ...calendar,
    readWindow: async (from, to) => (await copies()).readWindow(from, to),
    readEvent: async (id) => (await copies()).readEvent(id),
    respond: async (id, response, comment) => (await copies()).respond(id, response, comment),
  }
}

/** Read marks come after the meeting can be read, with code of their own. Not getting it is having no connection. */
function loadedReadMarkFiles(graph: () => Graph): ReadMarkFiles {
  const files = async (): Promise<ReadMarkFiles> => {
    try {
      return (await import('../graph/read-mark-files.ts')).createReadMarkFiles(graph())
    } catch (cause) {
      throw new ServiceError({ kind: 'offline' }, { cause })
    }
  }
  return {
    readMarks: async (meetingKey) => (await files()).readMarks(meetingKey),
    storeMarks: async (meetingKey, marks) => (await files()).storeMarks(meetingKey, marks),
  }
}
