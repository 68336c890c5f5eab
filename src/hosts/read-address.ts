import type { MeetingKey } from '../shared/ids.ts'

const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
// "host,siteGuid,webGuid" as Graph gives it.
const siteId = /^[a-z0-9.-]{1,253},[0-9a-f-]{36},[0-9a-f-]{36}$/i

/** The meeting and forum an address of ours names: `?m=` and `?f=`. Anything that is no id counts as not there. */
export function readAddress(address: string): {
  readonly meetingKey: MeetingKey | null
  readonly forumId: string | null
} {
  const query = new URL(address).searchParams
  const forum = query.get('f')
  return {
    meetingKey: readMeetingKey(query.get('m')),
    forumId: forum !== null && siteId.test(forum) ? forum : null,
  }
}

/** A meeting's key out of a text from outside (an address, a deep link), or null when it is none. */
export function readMeetingKey(text: string | null | undefined): MeetingKey | null {
  return text && guid.test(text) ? (text.toLowerCase() as MeetingKey) : null
}
