import type { Meeting } from '../../domain/meeting/meeting.ts'
import type { Instant, MeetingKey } from '../../shared/ids.ts'
import { formatMeetingTime } from '../../ui/dates.ts'
import { useTexts } from '../../ui/texts/texts.tsx'
import type { ForumPlan } from '../../workflows/ports.ts'
import styles from './meeting-list.module.css'

/** The meetings of all forums one may open: coming ones first by date, then past ones, newest first. */
export function MeetingList({
  now,
  onChoose,
  plans,
}: {
  now: Instant
  onChoose: (plan: ForumPlan, key: MeetingKey) => void
  plans: readonly ForumPlan[]
}) {
  const texts = useTexts()
  const all = plans.flatMap((plan) =>
    plan.meetings.filter((meeting) => meeting.status !== 'moved').map((meeting) => ({ plan, meeting })),
  )
  const coming = all
    .filter(({ meeting }) => meeting.end > now)
    .sort((a, b) => a.meeting.start.localeCompare(b.meeting.start))
  const past = all
    .filter(({ meeting }) => meeting.end <= now)
    .sort((a, b) => b.meeting.start.localeCompare(a.meeting.start))
  if (all.length === 0) return <p className={styles['empty']}>{texts.home.empty}</p>
  return (
    <div className={styles['lists']}>
      <Part meetings={coming} onChoose={onChoose} title={texts.home.coming} />
      <Part meetings={past} onChoose={onChoose} title={texts.home.past} />
    </div>
  )
}

function Part({
  meetings,
  onChoose,
  title,
}: {
  meetings: readonly { plan: ForumPlan; meeting: Meeting }[]
  onChoose: (plan: ForumPlan, key: MeetingKey) => void
  title: string
}) {
  const texts = useTexts()
  if (meetings.length === 0) return null
  return (
    <section aria-label={title}>
      <h2 className={styles['title']}>{title}</h2>
      <ul className={styles['list']}>
        {meetings.map(({ meeting, plan }) => (
          <li key={meeting.key}>
            <button className={styles['line']} onClick={() => onChoose(plan, meeting.key)} type="button">
              <strong>{plan.forum.name}</strong>
              <span>
                {formatMeetingTime(meeting, texts.language, true)}
                {meeting.status === 'cancelled' ? ` · ${texts.dates.cancelled}` : ''}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
