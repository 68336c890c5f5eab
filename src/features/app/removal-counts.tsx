import type { Meeting } from '../../domain/meeting/meeting.ts'
import { formatInstantDay } from '../../ui/dates.ts'
import { useLinkingTexts } from '../../ui/texts/linking.ts'
import { countRemovals } from '../../workflows/count-removals.ts'
import type { MeetingRecord } from '../../workflows/ports.ts'
import styles from '../log/log-list.module.css'
import { useLog } from './use-log.ts'

/** Who still has the old entry, as far as it can be known: by what each participant's own app has told. */
export function RemovalCounts({ live, record }: { live: Meeting; record: MeetingRecord }) {
  const texts = useLinkingTexts()
  const { data } = useLog(record.forum.id, live.key)
  const counts = data ? countRemovals(record.links, data) : []
  if (counts.length === 0) return null
  const all = record.forum.members.length
  return (
    <div>
      {counts.map(({ people, start, valueHash }) => {
        const day = start ? ` ${formatInstantDay(start, live.timeZone, texts.language)}` : ''
        return (
          <details className={styles['quiet']} key={valueHash}>
            <summary>{texts.log.removedBy(texts.log.oldInvitation + day, people.length, all)}</summary>
            <p>{texts.log.removedHow}</p>
            {people.length > 0 ? (
              <ul>
                {people.map((person) => (
                  <li key={person}>{person}</li>
                ))}
              </ul>
            ) : null}
          </details>
        )
      })}
    </div>
  )
}
