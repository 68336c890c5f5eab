import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { AgendaItem } from '../../domain/agenda/agenda.ts'
import type { AgendaProposal } from '../../domain/proposal/agenda-proposal.ts'
import type { StatusNote } from '../../domain/status-note/status-note.ts'
import type { ItemKey } from '../../shared/ids.ts'
import { useTexts } from '../../ui/texts/texts.tsx'
import { newAgendaItem, publishAgenda, putProposalOnAgenda } from '../../workflows/edit-agenda.ts'
import type { MeetingRecord } from '../../workflows/ports.ts'
import { type SavedNote, saveStatusNote } from '../../workflows/save-status-note.ts'
import { useServices } from './services.ts'
import { tellSaveError } from './tell-failure.ts'
import { meetingQueryKey } from './use-meeting.ts'

/** Everything a person can do to the opened meeting; each reads the meeting anew afterwards. Failures come as sentences. */
export function useMeetingActions(record: MeetingRecord) {
  const { forum } = useServices()
  const texts = useTexts()
  const client = useQueryClient()
  return useMemo(() => {
    const forumId = record.forum.id
    const { meetingKey } = record
    const refresh = () => client.invalidateQueries({ queryKey: meetingQueryKey(forumId, meetingKey) })
    /** Runs a change; null when it went well, else what to tell. */
    const attempt = async (change: () => Promise<unknown>): Promise<string | null> => {
      try {
        await change()
        return null
      } catch (error) {
        return tellSaveError(error, texts)
      } finally {
        await refresh()
      }
    }
    return {
      refresh,
      saveItem: (before: AgendaItem, after: AgendaItem) =>
        attempt(() => forum.changeAgendaItem(forumId, before, after)),
      addItem: (key: ItemKey, title: string) =>
        attempt(() => forum.addAgendaItem(forumId, { ...newAgendaItem(key, meetingKey, record.items), title })),
      removeItem: (item: AgendaItem) => attempt(() => forum.removeAgendaItem(forumId, item)),
      restoreItem: (item: AgendaItem) => attempt(() => forum.addAgendaItem(forumId, item)),
      putOnAgenda: (proposal: AgendaProposal) =>
        attempt(() => putProposalOnAgenda(forum, forumId, meetingKey, record.items, proposal)),
      publish: () => attempt(() => publishAgenda(forum, forumId, meetingKey, record.items, record.enclosures)),
      saveNote: async (
        itemKey: ItemKey,
        organisation: string,
        text: string,
        before: StatusNote | null,
      ): Promise<SavedNote | string> => {
        try {
          return await saveStatusNote(forum, forumId, { meetingKey, itemKey, organisation }, before, text)
        } catch (error) {
          return tellSaveError(error, texts)
        } finally {
          await refresh()
        }
      },
    }
  }, [client, forum, record, texts])
}
