import type { ForumId, MeetingKey } from '../shared/ids.ts'
import { ServiceError } from '../workflows/failure.ts'
import type { Clock, MeetingRecord, PollingForumPort } from '../workflows/ports.ts'
import type { ForumWrites } from './forum-writes.ts'
import { findLinks } from './operations/find-links.ts'
import { type MeetingWatch, pollMeeting, watchMeeting } from './operations/poll-meeting.ts'
import { readFile, readFileAddress } from './operations/read-file.ts'
import { readMeeting } from './operations/read-meeting.ts'
import { readPlans } from './operations/read-plans.ts'
import type { Site } from './site.ts'
import { offlineError } from './to-service-error.ts'
import type { Graph } from './transport.ts'

export type ForumPortOptions = {
  /** The forums this deployment knows; names serve until a site's own is read. */
  readonly forums: readonly { readonly id: ForumId; readonly name: string }[]
  readonly clock: Pick<Clock, 'now'>
  /** Largest file stored or read. */
  readonly fileLimitBytes?: number
}

const FILE_LIMIT_BYTES = 30 * 1024 * 1024

/** The forums' sites over Graph, signed in by the registration "forum-data" in the host tenant. */
export function createForumPort(graph: Graph, options: ForumPortOptions): PollingForumPort {
  const { clock, fileLimitBytes = FILE_LIMIT_BYTES } = options
  const sites = new Map(
    options.forums.map(({ id, name }) => [id, { name, site: { graph, forumId: id, itemIds: new Map() } as Site }]),
  )
  const known = (forumId: ForumId): { readonly name: string; readonly site: Site } => {
    const found = sites.get(forumId)
    if (!found) throw new ServiceError({ kind: 'notFound' })
    return found
  }
  const all = [...sites.values()]
  const read = async (forumId: ForumId, meetingKey: MeetingKey): Promise<MeetingRecord> => {
    const { site, name } = known(forumId)
    return readMeeting(site, meetingKey, name, clock.now())
  }
  // Only what is being looked at is watched; a meeting left is let go.
  let watched: MeetingWatch | null = null
  return {
    readMeeting: read,
    pollMeeting: async (forumId, meetingKey) => {
      const { site } = known(forumId)
      const isSame = watched?.record.meetingKey === meetingKey && watched.record.forum.id === forumId
      const polled = watched && isSame ? await pollMeeting(site, watched, clock.now()) : null
      watched = polled ?? (await watchMeeting(site, () => read(forumId, meetingKey)))
      return watched.record
    },
    findLinks: (valueHashes) =>
      findLinks(
        all.map(({ site }) => site),
        valueHashes,
      ),
    readPlans: (from) => readPlans(all, from),
    // Only those who look at the log pay for it.
    readLog: async (forumId, meetingKey) => {
      const { readLog } = await import('./operations/read-log.ts')
      return readLog(known(forumId).site, meetingKey)
    },
    readFile: (driveId, driveItemId) => readFile(graph, driveId, driveItemId, fileLimitBytes),
    fileAddress: (driveId, driveItemId) => readFileAddress(graph, driveId, driveItemId),
    ...loadedWhenUsed(async () => {
      const { createForumWrites } = await import('./forum-writes.ts')
      return createForumWrites((forumId) => known(forumId).site, fileLimitBytes)
    }),
  }
}

// The writing half comes when somebody writes. Not getting it is having no connection.
function loadedWhenUsed(load: () => Promise<ForumWrites>): ForumWrites {
  let loading: Promise<ForumWrites> | null = null
  const writes = async (): Promise<ForumWrites> => {
    loading ??= load()
    return loading.catch((cause: unknown) => {
      loading = null
      throw offlineError(cause)
    })
  }
  return {
    addProposal: async (...given) => (await writes()).addProposal(...given),
    changeProposal: async (...given) => (await writes()).changeProposal(...given),
    addStatusNote: async (...given) => (await writes()).addStatusNote(...given),
    changeStatusNote: async (...given) => (await writes()).changeStatusNote(...given),
    addAgendaItem: async (...given) => (await writes()).addAgendaItem(...given),
    changeAgendaItem: async (...given) => (await writes()).changeAgendaItem(...given),
    removeAgendaItem: async (...given) => (await writes()).removeAgendaItem(...given),
    addEnclosure: async (...given) => (await writes()).addEnclosure(...given),
    changeEnclosure: async (...given) => (await writes()).changeEnclosure(...given),
    removeEnclosure: async (...given) => (await writes()).removeEnclosure(...given),
    addMeeting: async (...given) => (await writes()).addMeeting(...given),
    changeMeeting: async (...given) => (await writes()).changeMeeting(...given),
    changeAgendaState: async (...given) => (await writes()).changeAgendaState(...given),
    tie: async (...given) => (await writes()).tie(...given),
    changeLink: async (...given) => (await writes()).changeLink(...given),
    untie: async (...given) => (await writes()).untie(...given),
    addLogEntry: async (...given) => (await writes()).addLogEntry(...given),
    storeFile: async (...given) => (await writes()).storeFile(...given),
  }
}
