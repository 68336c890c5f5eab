import type { Member } from '../../domain/forum/forum.ts'
import type { Meeting } from '../../domain/meeting/meeting.ts'
import { useTexts } from '../../ui/texts/texts.tsx'
import { mutualBriefings } from '../../workflows/expectations.ts'
import type { MeetingRecord } from '../../workflows/ports.ts'
import styles from './panes.module.css'
import { StatusSection } from './status-section.tsx'

/** The status notes of all *gensidig* items of the meeting. */
export function StatusPane({ live, me, record }: { live: Meeting; me: Member | undefined; record: MeetingRecord }) {
  const texts = useTexts()
  const briefings = mutualBriefings(record.items)
  if (briefings.length === 0) return <p className={styles['pane']}>{texts.status.empty}</p>
  return (
    <div className={styles['pane']}>
      {briefings.map((item) => (
        <section key={item.key}>
          <h2 className={styles['title']}>{texts.agenda.item(item.number, item.title)}</h2>
          <StatusSection item={item} live={live} me={me} record={record} />
        </section>
      ))}
    </div>
  )
}
