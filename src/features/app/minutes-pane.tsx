import { PlainText } from '../../ui/plain-text.tsx'
import { useTexts } from '../../ui/texts/texts.tsx'
import type { MeetingRecord } from '../../workflows/ports.ts'
import styles from './panes.module.css'
import { useServices } from './services.ts'

/** Decisions and minutes, item by item; while nothing is written it says so. */
export function MinutesPane({ record }: { record: MeetingRecord }) {
  const texts = useTexts()
  const { host } = useServices()
  const openLink = (url: string) => host.openLink(url)
  if (record.items.every((item) => item.decision === '' && item.minutes === '')) {
    return <p className={styles['pane']}>{texts.minutes.empty}</p>
  }
  return (
    <div className={styles['pane']}>
      {record.items.map((item) => (
        <section key={item.key}>
          <h2 className={styles['title']}>{texts.agenda.item(item.number, item.title)}</h2>
          {item.minutes ? <PlainText onOpenLink={openLink} text={item.minutes} /> : null}
          <PlainText onOpenLink={openLink} text={item.decision || texts.minutes.noDecision} />
        </section>
      ))}
    </div>
  )
}
