import type { ForumId } from '../shared/ids.ts'
import { ServiceError } from '../workflows/failure.ts'
import type { Clock, ForumPort } from '../workflows/ports.ts'
import { agendaItemRows, enclosureRows } from './agenda-rows.ts'
import { proposalRows, statusNoteRows } from './contribution-rows.ts'
import { linkRows, meetingRows } from './meeting-rows.ts'
import { addRow } from './operations/add-row.ts'
import { changeAgendaState } from './operations/change-agenda-state.ts'
import { changeRow } from './operations/change-row.ts'
import { findLinks } from './operations/find-links.ts'
import { readFile, readFileAddress } from './operations/read-file.ts'
import { readMeeting } from './operations/read-meeting.ts'
import { readPlans } from './operations/read-plans.ts'
import { removeRow } from './operations/remove-row.ts'
import { storeFile } from './operations/store-file.ts'
import type { Site } from './site.ts'
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
export function createForumPort(graph: Graph, options: ForumPortOptions): ForumPort {
  const { clock, fileLimitBytes = FILE_LIMIT_BYTES } = options
  const sites = new Map(
    options.forums.map(({ id, name }) => [id, { name, site: { graph, forumId: id, itemIds: new Map() } as Site }]),
  )
  const known = (forumId: ForumId): { readonly name: string; readonly site: Site } => {
    const found = sites.get(forumId)
    if (!found) throw new ServiceError({ kind: 'notFound' })
    return found
  }
  const siteOf = (forumId: ForumId): Site => known(forumId).site
  const all = [...sites.values()]

  return {
    readMeeting: async (forumId, meetingKey) => {
      const { site, name } = known(forumId)
      return readMeeting(site, meetingKey, name, clock.now())
    },
    findLinks: (valueHashes) =>
      findLinks(
        all.map(({ site }) => site),
        valueHashes,
      ),
    readPlans: (from) => readPlans(all, from),
    addProposal: async (forumId, proposal) => addRow(siteOf(forumId), proposalRows, proposal),
    changeProposal: async (forumId, before, after) =>
      changeRow(siteOf(forumId), proposalRows, { before, after, eTag: before.eTag }),
    addStatusNote: async (forumId, note) => addRow(siteOf(forumId), statusNoteRows, note),
    changeStatusNote: async (forumId, before, after) =>
      changeRow(siteOf(forumId), statusNoteRows, { before, after, eTag: before.eTag }),
    addAgendaItem: async (forumId, item) => addRow(siteOf(forumId), agendaItemRows, item),
    changeAgendaItem: async (forumId, before, after) =>
      changeRow(siteOf(forumId), agendaItemRows, { before, after, eTag: before.eTag }),
    removeAgendaItem: async (forumId, item) => removeRow(siteOf(forumId), agendaItemRows, item),
    addEnclosure: async (forumId, enclosure) => addRow(siteOf(forumId), enclosureRows, enclosure),
    changeEnclosure: async (forumId, before, after) =>
      changeRow(siteOf(forumId), enclosureRows, { before, after, eTag: before.eTag }),
    removeEnclosure: async (forumId, enclosure) => removeRow(siteOf(forumId), enclosureRows, enclosure),
    addMeeting: async (meeting) => addRow(siteOf(meeting.forumId), meetingRows, meeting),
    changeMeeting: async (before, after) =>
      changeRow(siteOf(before.forumId), meetingRows, { before, after, eTag: null }),
    changeAgendaState: async (forumId, meetingKey, state) => changeAgendaState(siteOf(forumId), meetingKey, state),
    tie: async (forumId, link) => addRow(siteOf(forumId), linkRows, link),
    changeLink: async (forumId, before, after) => changeRow(siteOf(forumId), linkRows, { before, after, eTag: null }),
    storeFile: async (forumId, folder, ownerKey, file) => {
      if (file.size > fileLimitBytes) throw new ServiceError({ kind: 'tooLarge', limitBytes: fileLimitBytes })
      return storeFile(siteOf(forumId), folder, ownerKey, file)
    },
    readFile: (driveId, driveItemId) => readFile(graph, driveId, driveItemId, fileLimitBytes),
    fileAddress: (driveId, driveItemId) => readFileAddress(graph, driveId, driveItemId),
  }
}
