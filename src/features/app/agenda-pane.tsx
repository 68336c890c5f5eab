import { Button } from '@fluentui/react-components'
import { lazy, Suspense, useState } from 'react'
import type { AgendaItem } from '../../domain/agenda/agenda.ts'
import type { Member } from '../../domain/forum/forum.ts'
import type { Meeting } from '../../domain/meeting/meeting.ts'
import type { ItemKey } from '../../shared/ids.ts'
import { formatDay } from '../../ui/dates.ts'
import { Placeholder } from '../../ui/placeholder.tsx'
import { useTexts } from '../../ui/texts/texts.tsx'
import type { MeetingRecord } from '../../workflows/ports.ts'
import { AgendaMap } from '../agenda/agenda-map.tsx'
import { AgendaItemPane } from './agenda-item-pane.tsx'
import styles from './agenda-pane.module.css'
import { useFirstLook, useReading } from './use-reading.ts'

const SecretariatStrip = lazy(async () => ({ default: (await import('./secretariat-strip.tsx')).SecretariatStrip }))

const nothing: readonly AgendaItem[] = []

/** The agenda: the map beside the item; below 640 px two levels with a way back. */
export function AgendaPane({
  live,
  mayEdit,
  me,
  onPropose,
  onSelect,
  record,
  selected,
}: {
  live: Meeting
  mayEdit: boolean
  me: Member | undefined
  onPropose: () => void
  onSelect: (key: ItemKey | null) => void
  record: MeetingRecord
  selected: ItemKey | null
}) {
  const texts = useTexts()
  const [busyWith, setBusyWith] = useState<'reading' | 'importing' | 'moving'>('reading')
  const readable = mayEdit || (live.agendaState !== 'draft' && live.agendaState !== 'none')
  const items = readable ? record.items : nothing
  const reading = useReading(record)
  useFirstLook(record, items)
  const shown = items.find((item) => item.key === selected) ?? items[0]
  return (
    <>
      {mayEdit ? (
        <Suspense fallback={<Placeholder label={texts.common.loading} lines={1} />}>
          <SecretariatStrip live={live} me={me} onBusy={setBusyWith} onSelect={onSelect} record={record} />
        </Suspense>
      ) : null}
      {busyWith !== 'reading' ? null : items.length === 0 ? (
        <EmptyAgenda live={live} onPropose={onPropose} />
      ) : (
        <div className={styles['pane']} data-level={selected ? 'item' : 'map'}>
          <div className={styles['map']}>
            <AgendaMap
              enclosureCounts={countEnclosures(record)}
              isNew={reading.isItemNew}
              items={items}
              onSelect={onSelect}
              selectedKey={shown?.key ?? null}
            />
            <ProposeButton onPropose={onPropose} />
          </div>
          <div className={styles['item']}>
            {shown ? (
              <ShownItem item={shown} live={live} mayEdit={mayEdit} me={me} onSelect={onSelect} record={record} />
            ) : null}
          </div>
        </div>
      )}
    </>
  )
}

function ShownItem({
  item,
  live,
  mayEdit,
  me,
  onSelect,
  record,
}: {
  item: AgendaItem
  live: Meeting
  mayEdit: boolean
  me: Member | undefined
  onSelect: (key: ItemKey | null) => void
  record: MeetingRecord
}) {
  return (
    <AgendaItemPane
      item={item}
      key={item.key}
      live={live}
      mayEdit={mayEdit}
      me={me}
      onBack={() => onSelect(null)}
      record={record}
    />
  )
}

function EmptyAgenda({ live, onPropose }: { live: Meeting; onPropose: () => void }) {
  const texts = useTexts()
  const deadline = live.proposalDeadline ? formatDay(live.proposalDeadline, texts.language) : null
  return (
    <div className={styles['empty']}>
      <p>{texts.agenda.empty(deadline)}</p>
      <ProposeButton onPropose={onPropose} />
    </div>
  )
}

function ProposeButton({ onPropose }: { onPropose: () => void }) {
  const texts = useTexts()
  return (
    <Button appearance="subtle" className={styles['propose'] ?? ''} onClick={onPropose} size="small">
      + {texts.agenda.propose}
    </Button>
  )
}

function countEnclosures(record: MeetingRecord): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { itemKey } of record.enclosures) counts.set(itemKey, (counts.get(itemKey) ?? 0) + 1)
  return counts
}
