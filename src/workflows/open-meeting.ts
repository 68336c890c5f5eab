import { findLiveMeeting } from '../domain/meeting/date-thread.ts'
import type { Meeting } from '../domain/meeting/meeting.ts'
import type { ForumId, Instant, MeetingKey } from '../shared/ids.ts'
import { ServiceError } from './failure.ts'
import type { ForumLink, ForumPort, MeetingRecord } from './ports.ts'

/** The meeting people should come to, whichever of its dates the key belonged to. Undefined when the forum has no such meeting. */
export function liveMeetingOf(record: MeetingRecord): Meeting | undefined {
  return findLiveMeeting(record.meetings, record.meetingKey)
}

/**
 * Reads a meeting with all that belongs to it. A key of a date that died leads to the meeting that took its place.
 * One round trip, two for a dead date. Throws ServiceError, 'notFound' for an unknown key.
 */
export async function openMeeting(
  forum: Pick<ForumPort, 'readMeeting'>,
  forumId: ForumId,
  key: MeetingKey,
): Promise<MeetingRecord> {
  const record = await forum.readMeeting(forumId, key)
  const live = liveMeetingOf(record)
  if (!live) throw new ServiceError({ kind: 'notFound' })
  return live.key === key ? record : forum.readMeeting(forumId, live.key)
}

/** Which of several stored ties is meant: the one whose occurrence lies nearest to now; ties that died do not count. */
export function chooseNearest(ties: readonly ForumLink[], now: Instant): ForumLink | undefined {
  const distance = ({ link }: ForumLink): number =>
    link.occurrenceDate === null ? Number.MAX_SAFE_INTEGER : Math.abs(Date.parse(link.occurrenceDate) - Date.parse(now))
  return ties.filter(({ link }) => link.state === 'current').sort((a, b) => distance(a) - distance(b))[0]
}
