import type { Meeting } from '../../domain/meeting/meeting.ts'
import { PlainText } from '../../ui/plain-text.tsx'
import { useTexts } from '../../ui/texts/texts.tsx'
import type { MeetingRecord } from '../../workflows/ports.ts'
import { CurrentItem } from '../meeting-panel/current-item.tsx'
import panelStyles from '../meeting-panel/meeting-panel.module.css'
import styles from './panes.module.css'
import { useServices } from './services.ts'
import { useCurrentItem } from './use-current-item.ts'

/** What everybody sees on the meeting stage: the item, its recommendation and its decision, in large letters. */
export function Stage({ live, record }: { live: Meeting; record: MeetingRecord }) {
  const texts = useTexts()
  const { host } = useServices()
  // The stage is for all participants, so a draft is not shown on it, whoever shares it.
  const items = live.agendaState === 'draft' || live.agendaState === 'none' ? [] : record.items
  const { item, minutesUsed, position, step } = useCurrentItem(items)
  const openLink = (url: string) => host.openLink(url)
  if (!item) return <p className={styles['pane']}>{texts.agenda.empty(null)}</p>
  return (
    <main aria-label={texts.panel.title} className={panelStyles['stage']}>
      <CurrentItem
        item={item}
        key={item.key}
        minutesUsed={minutesUsed}
        onStep={step}
        position={position}
        total={items.length}
      >
        <LargePart onOpenLink={openLink} text={item.recommendation} title={texts.agenda.recommendation} />
        <LargePart onOpenLink={openLink} text={item.decision} title={texts.agenda.decision} />
      </CurrentItem>
    </main>
  )
}

function LargePart({ onOpenLink, text, title }: { onOpenLink: (url: string) => void; text: string; title: string }) {
  if (text === '') return null
  return (
    <section>
      <h2 className={styles['title']}>{title}</h2>
      <PlainText onOpenLink={onOpenLink} text={text} />
    </section>
  )
}
