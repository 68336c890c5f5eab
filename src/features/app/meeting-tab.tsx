import { useState } from 'react'
import type { Meeting } from '../../domain/meeting/meeting.ts'
import type { ItemKey } from '../../shared/ids.ts'
import { PartTabs } from '../../ui/part-tabs.tsx'
import { useTexts } from '../../ui/texts/texts.tsx'
import { hasReported, mutualBriefings, reportingOrganisations } from '../../workflows/expectations.ts'
import type { MeetingRecord } from '../../workflows/ports.ts'
import { useLeave } from './leave-guard.tsx'
import { MeetingHead } from './meeting-head.tsx'
import { MeetingPart, type PartName } from './meeting-part.tsx'
import styles from './meeting-tab.module.css'
import { MineColumn } from './mine-column.tsx'
import { useMe } from './use-me.ts'

/** The meeting tab: thread of dates, the parts of the meeting, and what is expected of me. */
export function MeetingTab({ live, record }: { live: Meeting; record: MeetingRecord }) {
  const [part, setPart] = useState<PartName>('agenda')
  const [selected, setSelected] = useState<ItemKey | null>(null)
  const me = useMe(record.forum)
  const leave = useLeave()
  const showItem = (key: string) => {
    leave(() => {
      setSelected(record.items.find((item) => item.key === key)?.key ?? null)
      setPart('agenda')
    })
  }
  return (
    <main aria-label={record.forum.name} className={styles['tab']}>
      <MeetingHead live={live} record={record} />
      <MeetingParts onSelect={(chosen) => leave(() => setPart(chosen))} part={part} record={record} />
      <div className={styles['body']}>
        <div className={styles['mine']}>
          <MineColumn live={live} me={me} onShow={setPart} onWriteStatus={showItem} record={record} />
        </div>
        <div className={styles['main']}>
          <MeetingPart
            live={live}
            me={me}
            onSelect={setSelected}
            onShow={setPart}
            part={part}
            record={record}
            selected={selected}
          />
        </div>
      </div>
    </main>
  )
}

function MeetingParts({
  onSelect,
  part,
  record,
}: {
  onSelect: (part: PartName) => void
  part: PartName
  record: MeetingRecord
}) {
  const texts = useTexts()
  const organisations = reportingOrganisations(record)
  const briefings = mutualBriefings(record.items)
  const reported = organisations.filter((organisation) =>
    briefings.some((item) => hasReported(record.notes, item, organisation)),
  )
  const itemKeys = new Set<string>(record.items.map((item) => item.key))
  const enclosureCount = record.enclosures.filter((enclosure) => itemKeys.has(enclosure.itemKey)).length
  return (
    <PartTabs
      label={texts.tabs.label}
      onSelect={onSelect}
      parts={[
        { part: 'agenda', label: texts.tabs.agenda },
        { part: 'enclosures', label: texts.tabs.enclosures(enclosureCount) },
        { part: 'proposals', label: texts.tabs.proposals(record.proposals.length) },
        { part: 'status', label: texts.tabs.status(reported.length, organisations.length) },
        { part: 'minutes', label: texts.tabs.minutes },
      ]}
      selected={part}
    />
  )
}
