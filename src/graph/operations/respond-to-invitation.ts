import type { EventId } from '../../shared/ids.ts'
import type { Graph } from '../transport.ts'
import { CALENDAR_PREFER } from './read-calendar-window.ts'
import { eventPath } from './read-event.ts'

const ACTIONS = { accepted: 'accept', tentative: 'tentativelyAccept', declined: 'decline' } as const

/** Answers an invitation and tells its organiser. Not sent again by itself: a second answer is a second mail. */
export async function respondToInvitation(
  graph: Graph,
  id: EventId,
  response: keyof typeof ACTIONS,
  comment: string,
): Promise<void> {
  const body = { comment, sendResponse: true }
  await graph.post(`${eventPath(id)}/${ACTIONS[response]}`, body, { prefer: CALENDAR_PREFER })
}
