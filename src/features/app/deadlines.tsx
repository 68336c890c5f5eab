import type { Meeting } from '../../domain/meeting/meeting.ts'
import { daysBetween } from '../../domain/time/zoned-time.ts'
import type { LocalDate } from '../../shared/ids.ts'
import { formatDay, formatDaysAway } from '../../ui/dates.ts'
import { useTexts } from '../../ui/texts/texts.tsx'
import styles from './deadlines.module.css'
import { useServices } from './services.ts'

/** How long there is yet to propose items and to write status; nothing once the meeting is held. */
export function Deadlines({ live }: { live: Meeting }) {
  const texts = useTexts()
  if (live.status !== 'planned') return null
  const deadlines: readonly (readonly [string, LocalDate | null])[] = [
    [texts.deadlines.proposals, live.proposalDeadline],
    [texts.deadlines.statusNotes, live.statusNoteDeadline],
  ]
  const known = deadlines.filter((deadline): deadline is readonly [string, LocalDate] => deadline[1] !== null)
  if (known.length === 0) return null
  return (
    <dl aria-label={texts.deadlines.title} className={styles['deadlines']}>
      {known.map(([label, date]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <DeadlineWords date={date} timeZone={live.timeZone} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function DeadlineWords({ date, timeZone }: { date: LocalDate; timeZone: string }) {
  const texts = useTexts()
  const { clock } = useServices()
  const days = daysBetween(clock.today(timeZone), date)
  const day = formatDay(date, texts.language)
  return days < 0 ? texts.deadlines.passed(day) : texts.deadlines.until(day, formatDaysAway(days, texts.language))
}
