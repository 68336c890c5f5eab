import { lazy, Suspense } from 'react'
import type { Member } from '../../domain/forum/forum.ts'
import { mayEditAgenda } from '../../domain/forum/forum.ts'
import type { Meeting } from '../../domain/meeting/meeting.ts'
import { isPastDeadline } from '../../domain/meeting/upcoming.ts'
import { daysBetween } from '../../domain/time/zoned-time.ts'
import { formatDaysAway } from '../../ui/dates.ts'
import { useTexts } from '../../ui/texts/texts.tsx'
import { expectationsOf } from '../../workflows/expectations.ts'
import type { MeetingRecord } from '../../workflows/ports.ts'
import { ExpectationList } from '../mine/expectation-list.tsx'
import { Participants } from '../mine/participants.tsx'
import { WaitingList } from '../mine/waiting-list.tsx'
import { CalendarHint } from './calendar-hint.tsx'
import { MoreLinks } from './more-links.tsx'
import { useServices } from './services.ts'
import { useOwnInvitation } from './use-own-invitation.ts'
import { useOwnStaleDay } from './use-own-stale-day.ts'
import { useReading } from './use-reading.ts'

const RemovalCounts = lazy(async () => ({ default: (await import('./removal-counts.tsx')).RemovalCounts }))

/** How much of the agenda I have read; null where I may not see one yet. */
function useMyReading(live: Meeting, me: Member | undefined, record: MeetingRecord) {
  const texts = useTexts()
  const { isItemRead, reach } = useReading(record)
  const readable = mayEditAgenda(me) || (live.agendaState !== 'draft' && live.agendaState !== 'none')
  if (reach === null || !readable || record.items.length === 0) return null
  const hint = reach === 'everywhere' ? null : texts.reading[reach]
  return { read: record.items.filter(isItemRead).length, all: record.items.length, hint }
}

/** The right column: what is expected of me, what waits for the secretariat, and who takes part. */
export function MineColumn({
  live,
  me,
  onShow,
  onWriteStatus,
  record,
}: {
  live: Meeting
  me: Member | undefined
  onShow: (part: 'stale' | 'log' | 'file') => void
  onWriteStatus: (itemKey: string) => void
  record: MeetingRecord
}) {
  const texts = useTexts()
  const { clock } = useServices()
  const own = useOwnInvitation(record, live)
  const deadline = live.statusNoteDeadline
  const today = clock.today(live.timeZone)
  const deadlineWords =
    deadline && !isPastDeadline(deadline, today)
      ? texts.mine.deadline(formatDaysAway(daysBetween(today, deadline), texts.language))
      : null
  const attendees = own.event?.attendees ?? []
  const answers = own.event
    ? {
        yes: attendees.filter((attendee) => attendee.response === 'accepted').length,
        no: attendees.filter((attendee) => attendee.response === 'declined').length,
      }
    : null
  return (
    <>
      <ExpectationList
        calendarHint={own.trouble ?? (own.failure && <CalendarHint failure={own.failure} onRetry={own.retry} />)}
        deadline={deadlineWords}
        expectations={live.status === 'planned' ? expectationsOf(record, me, own.event?.response ?? null) : []}
        onRespond={own.respond}
        onWriteStatus={onWriteStatus}
        onShowStale={() => onShow('stale')}
        reading={useMyReading(live, me, record)}
        staleDay={useOwnStaleDay(record, live)}
      />
      {mayEditAgenda(me) ? (
        <>
          <WaitingList record={record} />
          <Suspense>
            <RemovalCounts live={live} record={record} />
          </Suspense>
        </>
      ) : null}
      <Participants answers={answers} forum={record.forum} />
      <MoreLinks live={live} onShow={onShow} record={record} />
    </>
  )
}
