import { traceDates } from '../../domain/meeting/date-thread.ts'
import type { Meeting } from '../../domain/meeting/meeting.ts'
import type { MeetingRecord } from '../../workflows/ports.ts'
import { DateThread } from '../date-thread/date-thread.tsx'
import { Deadlines } from './deadlines.tsx'
import { useServices } from './services.ts'

/** The top of every surface: the thread of dates with how we know, and the deadlines. */
export function MeetingHead({ live, record }: { live: Meeting; record: MeetingRecord }) {
  const { host } = useServices()
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
    </>
  )
}

/** The sentences that say how we know the meeting's earlier invitations are dead. */
function supersededEvidence(record: MeetingRecord, live: Meeting): readonly string[] {
  const ties = record.links.filter((link) => link.meetingKey === live.key && link.state === 'superseded')
  return [...new Set(ties.map((link) => link.evidence).filter((sentence) => sentence !== ''))]
}
