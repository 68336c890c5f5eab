import type { ForumId, MeetingKey } from '../../shared/ids.ts'

/** The address that opens a meeting, in a tab, a browser or an invitation: ids only. */
export function meetingAddress(appOrigin: string, forumId: ForumId, key: MeetingKey): string {
  return `${appOrigin}/tab.html?m=${encodeURIComponent(key)}&f=${encodeURIComponent(forumId)}`
}
