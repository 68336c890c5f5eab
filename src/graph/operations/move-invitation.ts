import type { EventId } from '../../shared/ids.ts'
import { ServiceError } from '../../workflows/failure.ts'
import type { InvitationTime } from '../../workflows/ports.ts'
import { toTimeFields } from '../invitation-fields.ts'
import { readRecord } from '../read-wire.ts'
import type { Graph } from '../transport.ts'
import { CALENDAR_PREFER } from './read-calendar-window.ts'
import { eventPath, readEvent } from './read-event.ts'

/**
 * Moves the calendar owner's own invitation; Exchange tells everybody invited. An attendee's change would stay in the one
 * mailbox and be undone by the organiser's next update, so anything but a plain `isOrganizer: true` is refused.
 */
export async function moveInvitation(graph: Graph, id: EventId, to: InvitationTime): Promise<unknown> {
  const event = readRecord(await readEvent(graph, id, 'id,isOrganizer'))
  if (event['isOrganizer'] !== true) throw new ServiceError({ kind: 'rejected', reason: 'notOrganizer' })
  await graph.patch(eventPath(id), toTimeFields(to), { prefer: CALENDAR_PREFER, repeatable: true })
  return readEvent(graph, id)
}
