import { useState } from 'react'
import type { AgendaDraft } from '../../domain/agenda/agenda-draft.ts'
import type { Meeting } from '../../domain/meeting/meeting.ts'
import { useImportReviewTexts } from '../../ui/texts/import-review.ts'
import { useTexts } from '../../ui/texts/texts.tsx'
import { importAgenda } from '../../workflows/import-agenda.ts'
import { saveNextMeeting, saveNextProposals } from '../../workflows/next-meeting.ts'
import type { MeetingRecord } from '../../workflows/ports.ts'
import { useAnnounce } from './happenings.tsx'
import { useServices } from './services.ts'
import { tellSaveError } from './tell-failure.ts'
import { useMeetingActions } from './use-meeting-actions.ts'

/** Saving a reviewed draft: how far it is, what went wrong, and what it did once it is done. */
export function useSaveImport(live: Meeting, record: MeetingRecord, onSaved: () => void) {
  const texts = useTexts()
  const told = useImportReviewTexts()
  const { account, calendar, clock, forum } = useServices()
  const announce = useAnnounce()
  const { refresh } = useMeetingActions(record)
  const [saving, setSaving] = useState<string | null>(null)
  const [failed, setFailed] = useState<string | null>(null)
  /** Saves what was agreed to about the next meeting; what was done, in words. */
  const saveNext = async (draft: AgendaDraft): Promise<readonly string[]> => {
    const { nextMeeting: next, proposals } = draft
    const by = (await account()).name
    const ports = { forum, calendar, clock }
    const kind = next?.taken ? await saveNextMeeting(ports, record.forum, next, record.meetings, by) : null
    const stored = await saveNextProposals(forum, record.forum.id, live.key, proposals, record.proposals)
    const done = kind === 'move' ? told.next.moved : kind === 'create' ? told.next.created : null
    return [done, stored > 0 ? told.next.stored(stored) : null].filter((sentence) => sentence !== null)
  }
  const save = async (file: File, draft: AgendaDraft) => {
    setFailed(null)
    try {
      const { added, changed, same } = await importAgenda(forum, live, record, draft, file, (done, all) =>
        setSaving(texts.importing.saving(done, all)),
      )
      const saved = changed + same === 0 ? texts.importing.saved(added) : `${told.saved(added, changed, same)}.`
      announce([saved, ...(await saveNext(draft))].join(' '))
      onSaved()
    } catch (error) {
      setFailed(tellSaveError(error, texts))
    } finally {
      setSaving(null)
      await refresh()
    }
  }
  return { failed, save, saving }
}
