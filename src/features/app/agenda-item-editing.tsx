import { lazy, Suspense, useState } from 'react'
import type { AgendaItem } from '../../domain/agenda/agenda.ts'
import { useTexts } from '../../ui/texts/texts.tsx'
import { rankAfterMove } from '../../workflows/edit-agenda.ts'
import type { MeetingRecord } from '../../workflows/ports.ts'
import { AgendaItemEditor } from '../agenda/agenda-item-editor.tsx'
import { useAnnounce } from './happenings.tsx'
import { useMeetingActions } from './use-meeting-actions.ts'

const ConfirmDialog = lazy(async () => ({ default: (await import('../../ui/confirm-dialog.tsx')).ConfirmDialog }))

/** The item editor with its saving, moving and removing. */
export function AgendaItemEditing({
  item,
  onClose,
  record,
}: {
  item: AgendaItem
  onClose: () => void
  record: MeetingRecord
}) {
  const texts = useTexts()
  const announce = useAnnounce()
  const { moveItem, removeItem, restoreItem, saveItem } = useMeetingActions(record)
  const [seen] = useState(item)
  const [asking, setAsking] = useState(false)
  const remove = async (confirmed: boolean) => {
    setAsking(false)
    if (!confirmed) return
    const failure = await removeItem(item)
    announce(failure ?? texts.agenda.removed(item.title), failure ? undefined : () => void restoreItem(item))
  }
  const move = async (direction: 'up' | 'down') => {
    const rank = rankAfterMove(record.items, item, direction)
    if (rank === null) return
    const failure = await moveItem(item, rank)
    if (failure) announce(failure)
  }
  return (
    <>
      <AgendaItemEditor
        item={seen}
        onClose={onClose}
        onMove={move}
        onRemove={() => setAsking(true)}
        // The rank may have changed by moving meanwhile; everything else is as it was first seen.
        onSave={(before, after) => saveItem({ ...before, rank: item.rank }, { ...after, rank: item.rank })}
      />
      {asking ? (
        <Suspense>
          <ConfirmDialog
            action={texts.common.remove}
            consequence={texts.agenda.removeConfirm(item.title)}
            onAnswer={remove}
            title={texts.common.remove}
          />
        </Suspense>
      ) : null}
    </>
  )
}
