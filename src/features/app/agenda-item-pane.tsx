import { Button } from '@fluentui/react-components'
import { lazy, Suspense, useState } from 'react'
import type { AgendaItem } from '../../domain/agenda/agenda.ts'
import type { Member } from '../../domain/forum/forum.ts'
import type { Meeting } from '../../domain/meeting/meeting.ts'
import { stampOfItem } from '../../domain/reading/read-marks.ts'
import { Placeholder } from '../../ui/placeholder.tsx'
import { useTexts } from '../../ui/texts/texts.tsx'
import type { MeetingRecord } from '../../workflows/ports.ts'
import viewStyles from '../agenda/agenda-item-view.module.css'
import { AgendaItemView } from '../agenda/agenda-item-view.tsx'
import { EnclosureList } from '../enclosures/enclosure-list.tsx'
import { EnclosureOpener } from './enclosure-opener.tsx'
import { SeenWatch } from './seen-watch.tsx'
import { useServices } from './services.ts'
import { useReading } from './use-reading.ts'

const StatusSection = lazy(async () => ({ default: (await import('./status-section.tsx')).StatusSection }))
const AgendaItemEditing = lazy(async () => ({ default: (await import('./agenda-item-editing.tsx')).AgendaItemEditing }))

/** One item with its enclosures and status notes; editors get a pencil. */
export function AgendaItemPane({
  item,
  live,
  mayEdit,
  me,
  onBack,
  record,
}: {
  item: AgendaItem
  live: Meeting
  mayEdit: boolean
  me: Member | undefined
  onBack: () => void
  record: MeetingRecord
}) {
  const texts = useTexts()
  const { host } = useServices()
  const reading = useReading(record)
  const [editing, setEditing] = useState(false)
  const enclosures = record.enclosures.filter((enclosure) => enclosure.itemKey === item.key)
  if (editing) {
    return (
      <Suspense fallback={<Placeholder label={texts.common.loading} lines={9} />}>
        <AgendaItemEditing item={item} onClose={() => setEditing(false)} record={record} />
      </Suspense>
    )
  }
  return (
    <EnclosureOpener onRead={reading.markEnclosure}>
      {(open) => (
        <SeenWatch onSeen={() => reading.markItem(item)} state={stampOfItem(item).print}>
          <AgendaItemView
            actions={
              mayEdit ? (
                <Button onClick={() => setEditing(true)} size="small">
                  ✎ {texts.common.edit}
                </Button>
              ) : null
            }
            item={item}
            onBack={onBack}
            onOpenLink={(url) => host.openLink(url)}
          >
            {enclosures.length > 0 ? (
              <section>
                <h3 className={viewStyles['label']}>{texts.agenda.enclosures}</h3>
                <EnclosureList
                  enclosures={enclosures}
                  isNew={reading.isEnclosureNew}
                  label={texts.agenda.enclosures}
                  onOpen={open}
                />
              </section>
            ) : null}
            {item.kind === 'mutual-briefing' ? (
              <Suspense fallback={<Placeholder label={texts.common.loading} lines={3} />}>
                <StatusSection item={item} live={live} me={me} record={record} />
              </Suspense>
            ) : null}
          </AgendaItemView>
        </SeenWatch>
      )}
    </EnclosureOpener>
  )
}
