import type { CalendarEvent } from '../domain/calendar/calendar-event.ts'
import { ServiceError } from '../workflows/failure.ts'
import type { CalendarPort } from '../workflows/ports.ts'
import { readCalendarWindow } from './operations/read-calendar-window.ts'
import { readEvent } from './operations/read-event.ts'
import { removeOwnCopy } from './operations/remove-own-copy.ts'
import { respondToInvitation } from './operations/respond-to-invitation.ts'
import { toCalendarEvent } from './to-calendar-event.ts'
import type { Graph } from './transport.ts'

/** One's own calendar over Graph, signed in by the registration "my-calendar" in the home tenant. */
export function createCalendarPort(graph: Graph): CalendarPort {
  // What each id meant when it was shown: checked again before anything is removed.
  const seenICalUIds = new Map<string, string | null>()
  const note = (event: CalendarEvent): CalendarEvent => {
    seenICalUIds.set(event.id, event.iCalUId)
    return event
  }
  return {
    readWindow: async (from, to) => {
      const wires = await readCalendarWindow(graph, from, to)
      return wires.flatMap((wire) => {
        const event = toCalendarEvent(wire)
        return event ? [note(event)] : []
      })
    },
    readEvent: async (id) => {
      const event = toCalendarEvent(await readEvent(graph, id))
      return event && note(event)
    },
    removeOwnCopy: (id) => removeOwnCopy(graph, id, seenICalUIds.get(id) ?? null),
    moveInvitation: async (id, to) => {
      const { moveInvitation } = await import('./operations/move-invitation.ts')
      return note(required(await moveInvitation(graph, id, to)))
    },
    sendInvitation: async (invitation) => {
      const { sendInvitation } = await import('./operations/send-invitation.ts')
      return note(required(await sendInvitation(graph, invitation)))
    },
    respond: (id, response, comment) => respondToInvitation(graph, id, response, comment),
  }
}

function required(wire: unknown): CalendarEvent {
  const event = toCalendarEvent(wire)
  if (!event) throw new ServiceError({ kind: 'unavailable' }, { cause: wire })
  return event
}
