import type { MeetingKey } from '../../shared/ids.ts'
import type { Meeting } from './meeting.ts'

/** One date on the thread of a meeting: the live one last, the dead ones before it in the order they were planned. */
export type DatePoint = { readonly meeting: Meeting; readonly state: 'live' | 'dead' | 'cancelled' }

/**
 * The dates a meeting has had, oldest first, by walking back through `supersedesKey`. A chain that bites its own tail
 * (two people moving at once) ends where it would repeat.
 */
export function traceDates(meetings: readonly Meeting[], live: Meeting): readonly DatePoint[] {
  const byKey = new Map(meetings.map((meeting) => [meeting.key, meeting]))
  const points: DatePoint[] = [{ meeting: live, state: live.status === 'cancelled' ? 'cancelled' : 'live' }]
  const seen = new Set<MeetingKey>([live.key])
  let before = live.supersedesKey
  while (before !== null && !seen.has(before)) {
    seen.add(before)
    const dead = byKey.get(before)
    if (!dead) break
    points.unshift({ meeting: dead, state: 'dead' })
    before = dead.supersedesKey
  }
  return points
}

/** The meeting people should come to, when a key may be that of a date it had before; undefined for an unknown key. */
export function findLiveMeeting(meetings: readonly Meeting[], key: MeetingKey): Meeting | undefined {
  const successors = new Map(
    meetings.flatMap((meeting) => (meeting.supersedesKey ? [[meeting.supersedesKey, meeting]] : [])),
  )
  let found = meetings.find((meeting) => meeting.key === key)
  const seen = new Set<MeetingKey>()
  while (found && found.status === 'moved' && !seen.has(found.key)) {
    seen.add(found.key)
    const next = successors.get(found.key)
    if (!next) break
    found = next
  }
  return found
}
