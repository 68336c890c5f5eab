import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { AgendaItem } from '../../domain/agenda/agenda.ts'
import type { AgendaProposal } from '../../domain/proposal/agenda-proposal.ts'
import type { StatusNote } from '../../domain/status-note/status-note.ts'
import type { ItemKey } from '../../shared/ids.ts'
import { useTexts } from '../../ui/texts/texts.tsx'
import { moveAgendaItem, newAgendaItem, publishAgenda, putProposalOnAgenda } from '../../workflows/edit-agenda.ts'
import type { MeetingRecord } from '../../workflows/ports.ts'
import { type SavedItem, saveAgendaItem } from '../../workflows/save-agenda-item.ts'
import { type SavedNote, saveStatusNote } from '../../workflows/save-status-note.ts'
import { useServices } from './services.ts'
import { tellSaveError } from './tell-failure.ts'
import { meetingQueryKey } from './use-meeting.ts'

type NotePlace = { readonly itemKey: ItemKey; readonly organisation: string }

/** Everything a person can do to the opened meeting; each reads the meeting anew afterwards. Failures come as sentences. */
export function useMeetingActions(record: MeetingRecord) {
  const { forum } = useServices()
  const texts = useTexts()
  const client = useQueryClient()
  return useMemo(() => {
    const forumId = record.forum.id
    const { meetingKey } = record
    const refresh = () => client.invalidateQueries({ queryKey: meetingQueryKey(forumId, meetingKey) })
    /** Runs a change; what came of it, or what to tell. */
    const attemptOr = async <T>(change: () => Promise<T>): Promise<T | string> => {
      try {
        return await change()
      } catch (error) {
        return tellSaveError(error, texts)
      } finally {
        await refresh()
      }
    }
    /** Runs a change; null when it went well, else what to tell. */
    const attempt = (change: () => Promise<unknown>): Promise<string | null> =>
      attemptOr(async () => void (await change())).then((told) => told ?? null)
    return {
      refresh,
      saveItem: (before: AgendaItem, after: AgendaItem): Promise<SavedItem | string> =>
        attemptOr(() => saveAgendaItem(forum, forumId, before, after)),
      moveItem: (item: AgendaItem, rank: string) => attempt(() => moveAgendaItem(forum, forumId, item, rank)),
      addItem: (key: ItemKey, title: string) =>
        attempt(() => forum.addAgendaItem(forumId, { ...newAgendaItem(key, meetingKey, record.items), title })),
      removeItem: (item: AgendaItem) => attempt(() => forum.removeAgendaItem(forumId, item)),
      restoreItem: (item: AgendaItem) => attempt(() => forum.addAgendaItem(forumId, item)),
      putOnAgenda: (proposal: AgendaProposal) =>
        attempt(() => putProposalOnAgenda(forum, forumId, meetingKey, record.items, proposal)),
      publish: () => attempt(() => publishAgenda(forum, forumId, meetingKey, record.items, record.enclosures)),
      saveNote: (place: NotePlace, text: string, before: StatusNote | null): Promise<SavedNote | string> =>
        attemptOr(() => saveStatusNote(forum, forumId, { meetingKey, ...place }, before, text)),
    }
  }, [client, forum, record, texts])
}
