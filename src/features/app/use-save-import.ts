import { useState } from 'react'
import type { AgendaDraft } from '../../domain/agenda/agenda-draft.ts'
import type { Meeting } from '../../domain/meeting/meeting.ts'
import { useImportReviewTexts } from '../../ui/texts/import-review.ts'
import { useTexts } from '../../ui/texts/texts.tsx'
import { importAgenda } from '../../workflows/import-agenda.ts'
import type { MeetingRecord } from '../../workflows/ports.ts'
import { useAnnounce } from './happenings.tsx'
import { useServices } from './services.ts'
import { tellSaveError } from './tell-failure.ts'
import { useMeetingActions } from './use-meeting-actions.ts'

/** Saving a reviewed draft: how far it is, what went wrong, and what it did once it is done. */
export function useSaveImport(live: Meeting, record: MeetingRecord, onSaved: () => void) {
  const texts = useTexts()
  const told = useImportReviewTexts()
  const { forum } = useServices()
  const announce = useAnnounce()
  const { refresh } = useMeetingActions(record)
  const [saving, setSaving] = useState<string | null>(null)
  const [failed, setFailed] = useState<string | null>(null)
  const save = async (file: File, draft: AgendaDraft) => {
    setFailed(null)
    try {
      const { added, changed, same } = await importAgenda(forum, live, record, draft, file, (done, all) =>
        setSaving(texts.importing.saving(done, all)),
      )
      announce(changed + same === 0 ? texts.importing.saved(added) : told.saved(added, changed, same))
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
