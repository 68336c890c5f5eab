import { lazy, Suspense, useState } from 'react'
import type { Meeting } from '../../domain/meeting/meeting.ts'
import type { LogEntry } from '../../domain/meeting/meeting-log.ts'
import { toInstant, toLocal } from '../../domain/time/zoned-time.ts'
import type { Instant, LocalDate, LocalTime } from '../../shared/ids.ts'
import { formatMeetingTime } from '../../ui/dates.ts'
import { Notice } from '../../ui/notice.tsx'
import { Placeholder } from '../../ui/placeholder.tsx'
import { useLinkingTexts } from '../../ui/texts/linking.ts'
import type { MeetingRecord } from '../../workflows/ports.ts'
import { MoveDone } from '../moving/move-done.tsx'
import { type MoveForm, MoveFormView, type MoveProblem } from '../moving/move-form.tsx'
import { MovePreview } from '../moving/move-preview.tsx'
import { FailureNotice } from './failure-notice.tsx'
import { useAnnounce } from './happenings.tsx'
import { meetingAddress } from './meeting-address.ts'
import { sayConsequences } from './move-consequences.ts'
import { writeInvitationBody, writeMoveLetter } from './move-letter.ts'
import styles from './panes.module.css'
import { sayUndo } from './say-undo.ts'
import { useServices } from './services.ts'
import { useAccount } from './use-me.ts'
import { type MoveStart, useMove, useMoveStart, useUndoMove } from './use-move.ts'

const ConfirmDialog = lazy(async () => ({ default: (await import('../../ui/confirm-dialog.tsx')).ConfirmDialog }))

/** "Flyt mødet": the wish, what would happen, and what was done. The meeting is kept as it was when the pane was opened. */
export function MovePane({ live, onClose, record }: { live: Meeting; onClose: () => void; record: MeetingRecord }) {
  const texts = useLinkingTexts()
  const [ground] = useState({ live, record })
  const { data, error, isFetching, refetch } = useMoveStart(ground.record, ground.live)
  const [kept, setKept] = useState<MoveStart | null>(null)
  const start = kept ?? data
  if (error && !start) return <FailureNotice error={error} onRetry={() => refetch()} retrying={isFetching} />
  if (!start) {
    return (
      <div className={styles['pane']}>
        <p className={styles['quiet']}>{texts.moving.looking}</p>
        <Placeholder label={texts.common.loading} lines={4} />
      </div>
    )
  }
  return <MoveSteps {...ground} onClose={onClose} onStart={() => setKept(start)} start={start} />
}

type Step = { readonly kind: 'form' | 'preview' } | { readonly kind: 'done'; readonly entry: LogEntry }

function MoveSteps({
  live,
  onClose,
  onStart,
  record,
  start,
}: {
  live: Meeting
  onClose: () => void
  onStart: () => void
  record: MeetingRecord
  start: MoveStart
}) {
  const texts = useLinkingTexts()
  const { appOrigin, clock } = useServices()
  const me = useAccount()
  const { busy, failed, move, refresh } = useMove(record, live)
  const [form, setForm] = useState<MoveForm>(() => formOf(live))
  const [step, setStep] = useState<Step>({ kind: 'form' })
  const to = readTimes(form, live.timeZone)
  const wanted = { ...live, ...(to ?? {}) }
  const letterFor = (use: 'invitation' | 'text') =>
    writeMoveLetter(record.forum.name, live, to && wanted, { reason: form.reason, use, way: start.way }, texts)
  const invitation = start.way === 'newInvitation' ? 'invitation' : 'text'
  const message = form.message ?? letterFor(invitation)
  const address = meetingAddress(appOrigin, record.forum.id, live.key)
  const others = record.forum.members.filter(({ mail }) => mail !== me?.mail.toLowerCase())
  const run = async () => {
    if (!to) return
    onStart()
    const entry = await move(start, {
      ...to,
      location: form.place.trim() || null,
      reason: form.reason,
      movesDeadlines: form.movesDeadlines,
      invitation: {
        subject: texts.moving.letter.subject(record.forum.name),
        bodyHtml: writeInvitationBody(message, record.forum.name, address, texts),
        attendees: others,
      },
    })
    if (entry) setStep({ kind: 'done', entry })
    await refresh()
  }
  if (step.kind === 'done') {
    const text = form.message ?? letterFor('text')
    return (
      <Done entry={step.entry} letter={`${text}\n\n${address}`} onClose={onClose} record={record} wanted={wanted} />
    )
  }
  if (step.kind === 'preview') {
    return (
      <MovePreview
        action={texts.moving.send[start.way]}
        consequences={sayConsequences({ form, live, others: others.length, record, start, wanted }, texts)}
        failed={failed}
        letter={start.way === 'newInvitation' ? message : null}
        moving={busy}
        onBack={() => setStep({ kind: 'form' })}
        onMove={run}
      />
    )
  }
  return (
    <>
      <div className={styles['pane']}>
        <h2 className={styles['title']}>{texts.moving.title}</h2>
        <p className={styles['quiet']}>{texts.moving.now(formatMeetingTime(live, texts.language))}</p>
        {start.isUnfinished ? <Notice intent="warning">{texts.moving.unfinished}</Notice> : null}
      </div>
      <MoveFormView
        check={(typed) => check(typed, live, clock.now())}
        form={form}
        hasDeadlines={live.proposalDeadline !== null || live.statusNoteDeadline !== null}
        message={message}
        onCancel={onClose}
        onChange={setForm}
        onPreview={() => setStep({ kind: 'preview' })}
      />
    </>
  )
}

function Done({
  entry,
  letter,
  onClose,
  record,
  wanted,
}: {
  entry: LogEntry
  letter: string
  onClose: () => void
  record: MeetingRecord
  wanted: Meeting
}) {
  const texts = useLinkingTexts()
  const announce = useAnnounce()
  const undoMove = useUndoMove()
  const [asking, setAsking] = useState(false)
  const [failed, setFailed] = useState<string | null>(null)
  const answer = async (confirmed: boolean) => {
    setAsking(false)
    if (!confirmed) return
    const failure = await undoMove(entry, record)
    setFailed(failure)
    if (failure !== null) return
    announce(texts.moving.undone)
    onClose()
  }
  return (
    <>
      <MoveDone
        failed={failed}
        letter={letter}
        onClose={onClose}
        onUndo={() => setAsking(true)}
        sentence={texts.moving.done(formatMeetingTime(wanted, texts.language))}
      />
      {asking ? (
        <Suspense>
          <ConfirmDialog
            action={texts.moving.undo}
            consequence={sayUndo(entry, texts)}
            onAnswer={answer}
            title={texts.moving.undoTitle}
          />
        </Suspense>
      ) : null}
    </>
  )
}

function formOf(live: Meeting): MoveForm {
  const [start, end] = [toLocal(live.start, live.timeZone), toLocal(live.end, live.timeZone)]
  return {
    date: '',
    from: start.time,
    to: end.time,
    place: live.location ?? '',
    reason: '',
    movesDeadlines: true,
    message: null,
  }
}

function readTimes(form: MoveForm, timeZone: string): { readonly start: Instant; readonly end: Instant } | null {
  if (!form.date || !form.from || !form.to) return null
  return {
    start: toInstant(form.date as LocalDate, form.from as LocalTime, timeZone),
    end: toInstant(form.date as LocalDate, form.to as LocalTime, timeZone),
  }
}

function check(form: MoveForm, live: Meeting, now: Instant): MoveProblem | null {
  const to = readTimes(form, live.timeZone)
  if (!to) return 'dateMissing'
  if (to.end <= to.start) return 'endBeforeStart'
  if (to.start <= now) return 'past'
  return to.start === live.start && to.end === live.end ? 'same' : null
}
