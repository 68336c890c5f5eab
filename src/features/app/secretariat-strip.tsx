import { Badge, Button } from '@fluentui/react-components'
import { lazy, Suspense, useState } from 'react'
import type { Member } from '../../domain/forum/forum.ts'
import type { Meeting } from '../../domain/meeting/meeting.ts'
import type { ItemKey } from '../../shared/ids.ts'
import { Notice } from '../../ui/notice.tsx'
import { Placeholder } from '../../ui/placeholder.tsx'
import { useTexts } from '../../ui/texts/texts.tsx'
import type { MeetingRecord } from '../../workflows/ports.ts'
import { useAnnounce } from './happenings.tsx'
import styles from './secretariat-strip.module.css'
import { useServices } from './services.ts'
import { useMeetingActions } from './use-meeting-actions.ts'

const ConfirmDialog = lazy(async () => ({ default: (await import('../../ui/confirm-dialog.tsx')).ConfirmDialog }))
const MovePane = lazy(async () => ({ default: (await import('./move-pane.tsx')).MovePane }))
const WaitingTies = lazy(async () => ({ default: (await import('./waiting-ties.tsx')).WaitingTies }))
const ImportPane = lazy(async () => ({ default: (await import('./import-pane.tsx')).ImportPane }))

/** What only editors see above the agenda: its state, and adding, importing and publishing. */
export function SecretariatStrip({
  live,
  me,
  onBusy,
  onSelect,
  record,
}: {
  live: Meeting
  me: Member | undefined
  onBusy: (busyWith: 'reading' | 'importing' | 'moving') => void
  onSelect: (key: ItemKey) => void
  record: MeetingRecord
}) {
  const texts = useTexts()
  const { host, keys } = useServices()
  const announce = useAnnounce()
  const { addItem, publish } = useMeetingActions(record)
  const [importing, setImporting] = useState(false)
  const [moving, setMoving] = useState(false)
  const [asking, setAsking] = useState(false)
  const [failed, setFailed] = useState<string | null>(null)
  const draft = live.agendaState === 'draft' || live.agendaState === 'none'
  const showImport = (open: boolean) => {
    setImporting(open)
    onBusy(open ? 'importing' : 'reading')
  }
  const showMove = (open: boolean) => {
    setMoving(open)
    onBusy(open ? 'moving' : 'reading')
  }
  const add = async () => {
    const key = keys.newKey() as ItemKey
    const failure = await addItem(key, texts.agenda.kind.item)
    setFailed(failure)
    if (failure === null) onSelect(key)
  }
  const answerPublish = async (confirmed: boolean) => {
    setAsking(false)
    if (!confirmed) return
    const failure = await publish()
    setFailed(failure)
    if (failure === null) announce(texts.agenda.published)
  }
  if (importing) {
    return (
      <Suspense fallback={<Placeholder label={texts.common.loading} lines={6} />}>
        <ImportPane live={live} onClose={() => showImport(false)} record={record} />
      </Suspense>
    )
  }
  if (moving) {
    return (
      <Suspense fallback={<Placeholder label={texts.common.loading} lines={6} />}>
        <MovePane live={live} onClose={() => showMove(false)} record={record} />
      </Suspense>
    )
  }
  return (
    <>
      <div className={styles['strip']}>
        {draft ? (
          <Badge appearance="tint" color="warning">
            {texts.agenda.draft}
          </Badge>
        ) : null}
        <Button onClick={() => showImport(true)} size="small">
          {texts.agenda.import}
        </Button>
        <Button onClick={add} size="small">
          {texts.agenda.addItem}
        </Button>
        {live.status === 'planned' ? (
          <Button onClick={() => showMove(true)} size="small">
            {texts.more.move}
          </Button>
        ) : null}
        {draft && record.items.length > 0 ? (
          <Button appearance="primary" onClick={() => setAsking(true)} size="small">
            {texts.agenda.publish}
          </Button>
        ) : null}
      </div>
      {host.can.readItem ? null : (
        <Suspense>
          <WaitingTies live={live} me={me} record={record} />
        </Suspense>
      )}
      {failed ? <Notice intent="error">{failed}</Notice> : null}
      {asking ? (
        <Suspense>
          <ConfirmDialog
            action={texts.agenda.publish}
            consequence={texts.agenda.publishConfirm}
            onAnswer={answerPublish}
            title={texts.agenda.publish}
          />
        </Suspense>
      ) : null}
    </>
  )
}
