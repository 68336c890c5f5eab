import { toLocal } from '../../domain/time/zoned-time.ts'
import type { MeetingKey } from '../../shared/ids.ts'
import { formatMeetingTime } from '../../ui/dates.ts'
import { useImportArchiveTexts } from '../../ui/texts/import-archive.ts'
import { useTexts } from '../../ui/texts/texts.tsx'
import type { ForumPlan } from '../../workflows/ports.ts'
import type { ArchivedMeeting } from './archived-meetings.ts'
import styles from './meeting-list.module.css'

/** Meetings that were held, by year, the newest open; each says what there is of it. */
export function ArchiveList({
  meetings,
  onChoose,
}: {
  meetings: readonly ArchivedMeeting[]
  onChoose: (plan: ForumPlan, key: MeetingKey) => void
}) {
  const texts = useImportArchiveTexts()
  const years = new Map<string, ArchivedMeeting[]>()
  for (const archived of meetings) {
    const year = toLocal(archived.meeting.start, archived.meeting.timeZone).date.slice(0, 4)
    years.set(year, [...(years.get(year) ?? []), archived])
  }
  return (
    <div className={styles['lists']}>
      {[...years].map(([year, ofYear], at) => (
        <details className={styles['year']} key={year} open={at === 0}>
          <summary>
            <h2 className={styles['title']}>{texts.year(year, ofYear.length)}</h2>
          </summary>
          <ul className={styles['list']}>
            {ofYear.map((archived) => (
              <li key={archived.meeting.key}>
                <MeetingLine archived={archived} onChoose={onChoose} />
              </li>
            ))}
          </ul>
        </details>
      ))}
    </div>
  )
}

function MeetingLine({
  archived: { meeting, plan },
  onChoose,
}: {
  archived: ArchivedMeeting
  onChoose: (plan: ForumPlan, key: MeetingKey) => void
}) {
  const { dates, language } = useTexts()
  const texts = useImportArchiveTexts()
  const state = meeting.status === 'cancelled' ? dates.cancelled : texts.has[meeting.agendaState]
  return (
    <button className={styles['line']} onClick={() => onChoose(plan, meeting.key)} type="button">
      <strong>{formatMeetingTime(meeting, language, true)}</strong>
      <span>
        {plan.forum.name} · {state}
      </span>
    </button>
  )
}
