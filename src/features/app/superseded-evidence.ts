import type { Meeting } from '../../domain/meeting/meeting.ts'
import type { MeetingRecord } from '../../workflows/ports.ts'

/** The sentences that say how we know the meeting's earlier invitations are dead. */
export function supersededEvidence(record: MeetingRecord, live: Meeting): readonly string[] {
  const ties = record.links.filter((link) => link.meetingKey === live.key && link.state === 'superseded')
  return [...new Set(ties.map((link) => link.evidence).filter((sentence) => sentence !== ''))]
}
