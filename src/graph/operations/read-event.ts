import type { EventId } from '../../shared/ids.ts'
import { ServiceError } from '../../workflows/failure.ts'
import type { Graph } from '../transport.ts'
import { CALENDAR_PREFER, EVENT_SELECT } from './read-calendar-window.ts'

/** Path of one event in one's own mailbox. */
export function eventPath(id: EventId): string {
  return `/me/events/${encodeURIComponent(id)}`
}

/** One event as Graph has it; null when it is gone. `select` names the properties wanted. */
export async function readEvent(graph: Graph, id: EventId, select: string = EVENT_SELECT): Promise<unknown> {
  try {
    return await graph.get(`${eventPath(id)}?$select=${select}`, { prefer: CALENDAR_PREFER })
  } catch (error) {
    if (error instanceof ServiceError && error.failure.kind === 'notFound') return null
    throw error
  }
}
