import { Button } from '@fluentui/react-components'
import { lazy, Suspense, useState } from 'react'
import { type Member, mayEditAgenda } from '../../domain/forum/forum.ts'
import type { Meeting } from '../../domain/meeting/meeting.ts'
import { type LogEntry, standingEntries } from '../../domain/meeting/meeting-log.ts'
import { formatClock, formatInstantDay } from '../../ui/dates.ts'
import { Notice } from '../../ui/notice.tsx'
import { Placeholder } from '../../ui/placeholder.tsx'
import { type LinkingTexts, useLinkingTexts } from '../../ui/texts/linking.ts'
import type { MeetingRecord } from '../../workflows/ports.ts'
import { lastMove } from '../../workflows/undo-move.ts'
import { type LogLine, LogList } from '../log/log-list.tsx'
import { FailureNotice } from './failure-notice.tsx'
import { useAnnounce } from './happenings.tsx'
import styles from './panes.module.css'
import { RemovalCounts } from './removal-counts.tsx'
import { sayUndo } from './say-undo.ts'
import { useLog } from './use-log.ts'
import { useUndoMove } from './use-move.ts'
import { useTies } from './use-ties.ts'

const ConfirmDialog = lazy(async () => ({ default: (await import('../../ui/confirm-dialog.tsx')).ConfirmDialog }))

/** The log of a meeting: what was done about its invitations by the rules and by people, and the way back. */
export function LogPane({
  live,
  me,
  onBack,
  record,
}: {
  live: Meeting
  me: Member | undefined
  onBack: () => void
  record: MeetingRecord
}) {
  const texts = useLinkingTexts()
  const log = useLog(record.forum.id, live.key)
  const { failed, question, undo } = useUndo(me, record)
  const lines = log.data ? toLines(log.data, live.timeZone, texts, mayEditAgenda(me) ? undo : null) : null
  return (
    <section aria-label={texts.log.title} className={styles['pane']}>
      <div>
        <Button appearance="subtle" onClick={onBack} size="small">
          ← {texts.common.back}
        </Button>
      </div>
      <h2 className={styles['title']}>{texts.log.title}</h2>
      <p className={styles['quiet']}>{texts.log.explain}</p>
      <RemovalCounts live={live} record={record} />
      {failed ? <Notice intent="error">{failed}</Notice> : null}
      {log.error && !log.data ? (
        <FailureNotice error={log.error} onRetry={() => log.refetch()} retrying={log.isFetching} />
      ) : null}
      {lines ? <LogList lines={lines} /> : log.error ? null : <Placeholder label={texts.common.loading} lines={4} />}
      {question}
    </section>
  )
}

/** Asks, then takes a line back. */
function useUndo(me: Member | undefined, record: MeetingRecord) {
  const texts = useLinkingTexts()
  const announce = useAnnounce()
  const ties = useTies(me)
  const undoMove = useUndoMove()
  const [asked, setAsked] = useState<LogEntry | null>(null)
  const [failed, setFailed] = useState<string | null>(null)
  const answer = async (confirmed: boolean) => {
    setAsked(null)
    if (!confirmed || !asked) return
    const failure = asked.kind === 'moved' ? await undoMove(asked, record) : await ties.undo(record.forum.id, asked)
    setFailed(failure)
    if (failure === null) announce(texts.log.taken)
  }
  const question = asked ? (
    <Suspense>
      <ConfirmDialog
        action={texts.log.undo}
        consequence={sayUndo(asked, texts)}
        onAnswer={answer}
        title={texts.log.undoTitle}
      />
    </Suspense>
  ) : null
  return { failed, question, undo: setAsked }
}

function toLines(
  log: readonly LogEntry[],
  timeZone: string,
  texts: LinkingTexts,
  undo: ((entry: LogEntry) => void) | null,
): readonly LogLine[] {
  const standing = standingEntries(log)
  // Moves are taken back one at a time, the last first.
  const last = lastMove(log)
  const say = (moment: LogEntry['createdAt']) =>
    `${formatInstantDay(moment, timeZone, texts.language)} ${formatClock(moment, timeZone, texts.language)}`
  return log
    .flatMap((entry): readonly LogLine[] => {
      const { author, because, createdAt, key, kind, organisation, start, subject } = entry
      if (kind === 'undone') return []
      const day = start ? formatInstantDay(start, timeZone, texts.language) : ''
      const what = kind === 'moved' ? day : texts.log.invitation(subject, day)
      const byRules = kind === 'found' || kind === 'found-stale'
      const back = log.find((later) => later.refersTo === key)
      return [
        {
          key,
          text: texts.log.line[kind](organisation ? `${author}, ${organisation},` : author, what),
          when: byRules ? `${say(createdAt)} · ${texts.log.metBy(author)}` : say(createdAt),
          because: because.split('\n').filter(Boolean),
          undone: back ? texts.log.undone(back.author, say(back.createdAt)) : null,
          onUndo:
            undo && standing.includes(entry) && (isUndoable(entry, standing) || entry === last)
              ? () => undo(entry)
              : null,
        },
      ]
    })
    .toReversed()
}

const aboutTies: readonly LogEntry['kind'][] = ['found', 'found-stale', 'confirmed', 'confirmed-stale', 'rejected']

/** A word about a tie can be taken back as long as it is the last about that invitation, and the meeting has not moved since. */
function isUndoable(entry: LogEntry, standing: readonly LogEntry[]): boolean {
  const { before, kind, linkKey } = entry
  const isOfRules = kind === 'found' || kind === 'found-stale'
  if (!aboutTies.includes(kind) || linkKey === null || !(isOfRules || before?.kind === 'tie')) return false
  const later = standing.slice(standing.indexOf(entry) + 1)
  return !later.some(
    (one) => one.kind === 'moved' || (aboutTies.includes(one.kind) && one.valueHash === entry.valueHash),
  )
}
