import { lazy, Suspense, useState } from 'react'
import { mayEditAgenda } from '../../domain/forum/forum.ts'
import { traceDates } from '../../domain/meeting/date-thread.ts'
import type { Meeting } from '../../domain/meeting/meeting.ts'
import type { ItemKey } from '../../shared/ids.ts'
import { PartTabs } from '../../ui/part-tabs.tsx'
import { Placeholder } from '../../ui/placeholder.tsx'
import { useTexts } from '../../ui/texts/texts.tsx'
import { hasReported, mutualBriefings, reportingOrganisations } from '../../workflows/expectations.ts'
import type { MeetingRecord } from '../../workflows/ports.ts'
import { DateThread } from '../date-thread/date-thread.tsx'
import { AgendaPane } from './agenda-pane.tsx'
import { Deadlines } from './deadlines.tsx'
import { EnclosuresPane } from './enclosures-pane.tsx'
import styles from './meeting-tab.module.css'
import { MineColumn } from './mine-column.tsx'
import { useServices } from './services.ts'
import { supersededEvidence } from './superseded-evidence.ts'
import { useMe } from './use-me.ts'

const ProposalsPane = lazy(async () => ({ default: (await import('./proposals-pane.tsx')).ProposalsPane }))
const StatusPane = lazy(async () => ({ default: (await import('./status-pane.tsx')).StatusPane }))
const MinutesPane = lazy(async () => ({ default: (await import('./minutes-pane.tsx')).MinutesPane }))

type Part = 'agenda' | 'enclosures' | 'proposals' | 'status' | 'minutes'

/** The meeting tab: thread of dates, the parts of the meeting, and what is expected of me. */
export function MeetingTab({ live, record }: { live: Meeting; record: MeetingRecord }) {
  const texts = useTexts()
  const { host } = useServices()
  const [part, setPart] = useState<Part>('agenda')
  const [selected, setSelected] = useState<ItemKey | null>(null)
  const me = useMe(record.forum)
  const showItem = (key: string) => {
    setSelected(record.items.find((item) => item.key === key)?.key ?? null)
    setPart('agenda')
  }
  const joinUrl = live.joinUrl
  return (
    <main aria-label={record.forum.name} className={styles['tab']}>
      <DateThread
        evidence={supersededEvidence(record, live)}
        forumName={record.forum.name}
        onJoin={joinUrl ? () => host.openLink(joinUrl) : null}
        points={traceDates(record.meetings, live)}
      />
      <Deadlines live={live} />
      <MeetingParts onSelect={setPart} part={part} record={record} />
      <div className={styles['body']}>
        <div className={styles['mine']}>
          <MineColumn live={live} me={me} onWriteStatus={showItem} record={record} />
        </div>
        <div className={styles['main']}>
          <Suspense fallback={<Placeholder label={texts.common.loading} lines={6} />}>
            {part === 'agenda' ? (
              <AgendaPane
                live={live}
                mayEdit={mayEditAgenda(me)}
                me={me}
                onPropose={() => setPart('proposals')}
                onSelect={setSelected}
                record={record}
                selected={selected}
              />
            ) : null}
            {part === 'enclosures' ? <EnclosuresPane record={record} /> : null}
            {part === 'proposals' ? <ProposalsPane live={live} me={me} record={record} /> : null}
            {part === 'status' ? <StatusPane live={live} me={me} record={record} /> : null}
            {part === 'minutes' ? <MinutesPane record={record} /> : null}
          </Suspense>
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
  onSelect: (part: Part) => void
  part: Part
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
