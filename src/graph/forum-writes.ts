import type { ForumId } from '../shared/ids.ts'
import { ServiceError } from '../workflows/failure.ts'
import type { ForumPort } from '../workflows/ports.ts'
import { agendaItemRows, enclosureRows } from './agenda-rows.ts'
import { proposalRows, statusNoteRows } from './contribution-rows.ts'
import { logRows } from './log-rows.ts'
import { linkRows, meetingRows } from './meeting-rows.ts'
import { addRow } from './operations/add-row.ts'
import { changeAgendaState } from './operations/change-agenda-state.ts'
import { changeRow } from './operations/change-row.ts'
import { removeRow } from './operations/remove-row.ts'
import { storeFile } from './operations/store-file.ts'
import type { Site } from './site.ts'

/** Everything that changes a site. A part of its own, since none of it is needed to show a meeting. */
export type ForumWrites = Omit<
  ForumPort,
  'readMeeting' | 'findLinks' | 'readPlans' | 'readFile' | 'fileAddress' | 'readLog'
>

/** The writing half of `createForumPort`. */
export function createForumWrites(siteOf: (forumId: ForumId) => Site, fileLimitBytes: number): ForumWrites {
  return {
    addProposal: (forumId, proposal) => addRow(siteOf(forumId), proposalRows, proposal),
    changeProposal: (forumId, before, after) =>
      changeRow(siteOf(forumId), proposalRows, { before, after, eTag: before.eTag }),
    addStatusNote: (forumId, note) => addRow(siteOf(forumId), statusNoteRows, note),
    changeStatusNote: (forumId, before, after) =>
      changeRow(siteOf(forumId), statusNoteRows, { before, after, eTag: before.eTag }),
    addAgendaItem: (forumId, item) => addRow(siteOf(forumId), agendaItemRows, item),
    changeAgendaItem: (forumId, before, after) =>
      changeRow(siteOf(forumId), agendaItemRows, { before, after, eTag: before.eTag }),
    removeAgendaItem: (forumId, item) => removeRow(siteOf(forumId), agendaItemRows, item),
    addEnclosure: (forumId, enclosure) => addRow(siteOf(forumId), enclosureRows, enclosure),
    changeEnclosure: (forumId, before, after) =>
      changeRow(siteOf(forumId), enclosureRows, { before, after, eTag: before.eTag }),
    removeEnclosure: (forumId, enclosure) => removeRow(siteOf(forumId), enclosureRows, enclosure),
    addMeeting: (meeting) => addRow(siteOf(meeting.forumId), meetingRows, meeting),
    changeMeeting: (before, after) => changeRow(siteOf(before.forumId), meetingRows, { before, after, eTag: null }),
    changeAgendaState: (forumId, meetingKey, state) => changeAgendaState(siteOf(forumId), meetingKey, state),
    tie: (forumId, link) => addRow(siteOf(forumId), linkRows, link),
    changeLink: (forumId, before, after) => changeRow(siteOf(forumId), linkRows, { before, after, eTag: null }),
    untie: (forumId, link) => removeRow(siteOf(forumId), linkRows, { ...link, eTag: null }),
    addLogEntry: (forumId, entry) => addRow(siteOf(forumId), logRows, entry),
    storeFile: async (forumId, folder, ownerKey, file) => {
      if (file.size > fileLimitBytes) throw new ServiceError({ kind: 'tooLarge', limitBytes: fileLimitBytes })
      return storeFile(siteOf(forumId), folder, ownerKey, file)
    },
  }
}
