import { hashLinkValue } from '../domain/linking/link-values.ts'
import type { ForumId, Instant, MeetingKey } from '../shared/ids.ts'
import { chooseNearest } from './open-meeting.ts'
import type { ForumPort } from './ports.ts'

/**
 * The meeting a Teams chat belongs to, by its thread id ("19:meeting_...@thread.v2"); of a series the nearest
 * occurrence. null when nobody has tied the chat to a meeting this person may open. One round trip.
 */
export async function findMeetingOfChat(
  forum: Pick<ForumPort, 'findLinks'>,
  threadId: string,
  now: Instant,
): Promise<{ readonly forumId: ForumId; readonly meetingKey: MeetingKey } | null> {
  const { valueHash } = await hashLinkValue('thread', threadId, null)
  const nearest = chooseNearest(await forum.findLinks([valueHash]), now)
  return nearest ? { forumId: nearest.forumId, meetingKey: nearest.link.meetingKey } : null
}
