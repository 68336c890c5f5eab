import { mayEditAgenda } from '../../domain/forum/forum.ts'
import type { Meeting } from '../../domain/meeting/meeting.ts'
import { PlainText } from '../../ui/plain-text.tsx'
import { useTexts } from '../../ui/texts/texts.tsx'
import { reportingOrganisations } from '../../workflows/expectations.ts'
import type { MeetingRecord } from '../../workflows/ports.ts'
import { CurrentItem } from '../meeting-panel/current-item.tsx'
import { DecisionField } from '../meeting-panel/decision-field.tsx'
import { StatusGrid } from '../status-notes/status-grid.tsx'
import styles from './panes.module.css'
import { useServices } from './services.ts'
import { useCurrentItem } from './use-current-item.ts'
import { useMe } from './use-me.ts'
import { useMeetingActions } from './use-meeting-actions.ts'

/** The narrow panel during the meeting: the current item, time, decision, status notes; nothing else. */
export function SidePanel({ live, record }: { live: Meeting; record: MeetingRecord }) {
  const texts = useTexts()
  const { host } = useServices()
  const me = useMe(record.forum)
  const mayEdit = mayEditAgenda(me)
  const readable = mayEdit || (live.agendaState !== 'draft' && live.agendaState !== 'none')
  const { item, minutesUsed, position, step } = useCurrentItem(readable ? record.items : [])
  const { saveItem } = useMeetingActions(record)
  const openLink = (url: string) => host.openLink(url)
  if (!item) return <p className={styles['pane']}>{texts.agenda.empty(null)}</p>
  return (
    <main aria-label={texts.panel.title}>
      <CurrentItem
        item={item}
        key={item.key}
        minutesUsed={minutesUsed}
        onStep={step}
        position={position}
        total={record.items.length}
      >
        {mayEdit ? (
          <DecisionField item={item} onSave={saveItem} />
        ) : (
          <PlainText onOpenLink={openLink} text={item.decision || texts.panel.readOnly} />
        )}
        {item.kind === 'mutual-briefing' ? (
          <section aria-label={texts.panel.notes}>
            <StatusGrid
              item={item}
              notes={record.notes}
              onOpenLink={openLink}
              organisations={reportingOrganisations(record)}
              timeZone={live.timeZone}
            />
          </section>
        ) : null}
      </CurrentItem>
    </main>
  )
}
