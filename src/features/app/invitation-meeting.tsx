import { lazy, Suspense, useState } from 'react'
import { mayEditAgenda } from '../../domain/forum/forum.ts'
import { traceDates } from '../../domain/meeting/date-thread.ts'
import type { Meeting } from '../../domain/meeting/meeting.ts'
import type { ItemKey } from '../../shared/ids.ts'
import { PartTabs } from '../../ui/part-tabs.tsx'
import { Placeholder } from '../../ui/placeholder.tsx'
import { useTexts } from '../../ui/texts/texts.tsx'
import type { MeetingRecord } from '../../workflows/ports.ts'
import { DateThread } from '../date-thread/date-thread.tsx'
import { AgendaPane } from './agenda-pane.tsx'
import { Deadlines } from './deadlines.tsx'
import { EnclosuresPane } from './enclosures-pane.tsx'
import { useServices } from './services.ts'
import { supersededEvidence } from './superseded-evidence.ts'
import { useMe } from './use-me.ts'

const ProposalsPane = lazy(async () => ({ default: (await import('./proposals-pane.tsx')).ProposalsPane }))
const StatusPane = lazy(async () => ({ default: (await import('./status-pane.tsx')).StatusPane }))

type Segment = 'agenda' | 'enclosures' | 'status' | 'propose'

/** The meeting of an invitation in the narrow pane: the thread of dates, then one segment at a time. */
export function InvitationMeeting({ live, record }: { live: Meeting; record: MeetingRecord }) {
  const texts = useTexts()
  const { host } = useServices()
  const [segment, setSegment] = useState<Segment>('agenda')
  const [selected, setSelected] = useState<ItemKey | null>(null)
  const me = useMe(record.forum)
  const joinUrl = live.joinUrl
  return (
    <>
      <DateThread
        evidence={supersededEvidence(record, live)}
        forumName={record.forum.name}
        onJoin={joinUrl ? () => host.openLink(joinUrl) : null}
        points={traceDates(record.meetings, live)}
      />
      <Deadlines live={live} />
      <PartTabs
        label={texts.outlook.segments}
        onSelect={setSegment}
        parts={[
          { part: 'agenda', label: texts.outlook.agenda },
          { part: 'enclosures', label: texts.outlook.enclosures },
          { part: 'status', label: texts.outlook.status },
          { part: 'propose', label: texts.outlook.propose },
        ]}
        selected={segment}
      />
      <Suspense fallback={<Placeholder label={texts.common.loading} lines={6} />}>
        {segment === 'agenda' ? (
          <AgendaPane
            live={live}
            mayEdit={mayEditAgenda(me)}
            me={me}
            onPropose={() => setSegment('propose')}
            onSelect={setSelected}
            record={record}
            selected={selected}
          />
        ) : null}
        {segment === 'enclosures' ? <EnclosuresPane record={record} /> : null}
        {segment === 'status' ? <StatusPane live={live} me={me} record={record} /> : null}
        {segment === 'propose' ? <ProposalsPane live={live} me={me} record={record} /> : null}
      </Suspense>
    </>
  )
}
