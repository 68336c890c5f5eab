import { lazy, Suspense } from 'react'
import { type Member, mayEditAgenda } from '../../domain/forum/forum.ts'
import type { Meeting } from '../../domain/meeting/meeting.ts'
import type { ItemKey } from '../../shared/ids.ts'
import { Placeholder } from '../../ui/placeholder.tsx'
import { useTexts } from '../../ui/texts/texts.tsx'
import type { MeetingRecord } from '../../workflows/ports.ts'
import { AgendaPane } from './agenda-pane.tsx'
import { useFetchAhead } from './use-fetch-ahead.ts'

const EnclosuresPane = lazy(async () => ({ default: (await import('./enclosures-pane.tsx')).EnclosuresPane }))
const ProposalsPane = lazy(async () => ({ default: (await import('./proposals-pane.tsx')).ProposalsPane }))
const StatusPane = lazy(async () => ({ default: (await import('./status-pane.tsx')).StatusPane }))
const MinutesPane = lazy(async () => ({ default: (await import('./minutes-pane.tsx')).MinutesPane }))

const StaleListPane = lazy(async () => ({ default: (await import('./stale-list-pane.tsx')).StaleListPane }))
const CalendarFilePane = lazy(async () => ({
  default: (await import('./calendar-file-pane.tsx')).CalendarFilePane,
}))
const LogPane = lazy(async () => ({ default: (await import('./log-pane.tsx')).LogPane }))

/** What a meeting is looked at by, one at a time. */
export type PartName = 'agenda' | 'enclosures' | 'proposals' | 'status' | 'minutes' | 'stale' | 'log' | 'file'

/** One part of an opened meeting, in the tab and in the Outlook pane alike. */
export function MeetingPart({
  live,
  me,
  onSelect,
  onShow,
  part,
  record,
  selected,
}: {
  live: Meeting
  me: Member | undefined
  onSelect: (key: ItemKey | null) => void
  onShow: (part: PartName) => void
  part: PartName
  record: MeetingRecord
  selected: ItemKey | null
}) {
  const texts = useTexts()
  useFetchAhead()
  return (
    <Suspense fallback={<Placeholder label={texts.common.loading} lines={6} />}>
      {part === 'agenda' ? (
        <AgendaPane
          live={live}
          mayEdit={mayEditAgenda(me)}
          me={me}
          onPropose={() => onShow('proposals')}
          onSelect={onSelect}
          record={record}
          selected={selected}
        />
      ) : null}
      {part === 'enclosures' ? <EnclosuresPane live={live} mayEdit={mayEditAgenda(me)} record={record} /> : null}
      {part === 'proposals' ? <ProposalsPane live={live} me={me} record={record} /> : null}
      {part === 'status' ? <StatusPane live={live} me={me} record={record} /> : null}
      {part === 'stale' ? <StaleListPane heading="h2" onBack={() => onShow('agenda')} /> : null}
      {part === 'file' ? <CalendarFilePane heading="h2" onBack={() => onShow('agenda')} onOpen={null} /> : null}
      {part === 'log' ? <LogPane live={live} me={me} onBack={() => onShow('agenda')} record={record} /> : null}
      {part === 'minutes' ? <MinutesPane record={record} /> : null}
    </Suspense>
  )
}
