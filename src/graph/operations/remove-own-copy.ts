import type { EventId } from '../../shared/ids.ts'
import { ServiceError } from '../../workflows/failure.ts'
import { readRecord, readText } from '../read-wire.ts'
import type { Graph } from '../transport.ts'
import { CALENDAR_PREFER } from './read-calendar-window.ts'
import { eventPath, readEvent } from './read-event.ts'

// The reasons of 'rejected': words for the screen to translate, not sentences.
const REMOVAL_REFUSED = { isOrganizer: 'isOrganizer', otherEvent: 'otherEvent' } as const

/**
 * Moves one's own copy to Deleted Items. Looks right before: deleting as organiser would cancel the meeting for everybody
 * (PLATFORM F2.8), so anything but a plain `isOrganizer: false` is refused, and so is an id that now means another invitation
 * than when it was shown (`seenICalUId`, null when not known). A copy that is gone already is removed.
 */
export async function removeOwnCopy(graph: Graph, id: EventId, seenICalUId: string | null): Promise<void> {
  const wire = await readEvent(graph, id, 'id,iCalUId,isOrganizer')
  if (wire === null) return
  const event = readRecord(wire)
  if (event['isOrganizer'] !== false) throw refusal(REMOVAL_REFUSED.isOrganizer)
  if (seenICalUId !== null && readText(event['iCalUId']) !== seenICalUId) throw refusal(REMOVAL_REFUSED.otherEvent)
  try {
    await graph.delete(eventPath(id), { prefer: CALENDAR_PREFER, repeatable: true })
  } catch (error) {
    if (!(error instanceof ServiceError) || error.failure.kind !== 'notFound') throw error
  }
}

function refusal(reason: string): ServiceError {
  return new ServiceError({ kind: 'rejected', reason })
}
