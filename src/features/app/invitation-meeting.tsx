import { type ReactNode, useState } from 'react'
import type { Meeting } from '../../domain/meeting/meeting.ts'
import type { ItemKey } from '../../shared/ids.ts'
import { PartTabs } from '../../ui/part-tabs.tsx'
import { useTexts } from '../../ui/texts/texts.tsx'
import type { MeetingRecord } from '../../workflows/ports.ts'
import { MeetingHead } from './meeting-head.tsx'
import { MeetingPart, type PartName } from './meeting-part.tsx'
import { MoreLinks } from './more-links.tsx'
import styles from './panes.module.css'
import { useMe } from './use-me.ts'

/** The meeting of an invitation in the narrow pane: the thread of dates, then one segment at a time. */
export function InvitationMeeting({
  basis,
  live,
  record,
}: {
  /** How we know that the invitation is this meeting. */
  basis: ReactNode
  live: Meeting
  record: MeetingRecord
}) {
  const texts = useTexts()
  const [part, setPart] = useState<PartName>('agenda')
  const [selected, setSelected] = useState<ItemKey | null>(null)
  const me = useMe(record.forum)
  return (
    <>
      <MeetingHead live={live} record={record} />
      {basis}
      <PartTabs
        label={texts.outlook.segments}
        onSelect={setPart}
        parts={[
          { part: 'agenda', label: texts.outlook.agenda },
          { part: 'enclosures', label: texts.outlook.enclosures },
          { part: 'status', label: texts.outlook.status },
          { part: 'proposals', label: texts.outlook.propose },
        ]}
        selected={part}
      />
      <MeetingPart
        live={live}
        me={me}
        onSelect={setSelected}
        onShow={setPart}
        part={part}
        record={record}
        selected={selected}
      />
      <div className={styles['pane']}>
        <MoreLinks live={live} onShow={setPart} record={record} />
      </div>
    </>
  )
}
