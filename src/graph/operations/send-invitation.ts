import type { NewInvitation } from '../../workflows/ports.ts'
import { toTimeFields } from '../invitation-fields.ts'
import { readRecord, readText } from '../read-wire.ts'
import type { Graph } from '../transport.ts'
import { CALENDAR_PREFER } from './read-calendar-window.ts'
import { readEvent } from './read-event.ts'

/**
 * Makes an event with a Teams meeting and sends it to everybody invited. `transactionId` keeps a second sending from making
 * a second event (PLATFORM F2.16); it is then refused with 409.
 */
export async function sendInvitation(graph: Graph, invitation: NewInvitation): Promise<unknown> {
  const { attendees, bodyHtml, sendKey, subject } = invitation
  const event = {
    subject,
    body: { contentType: 'html', content: bodyHtml },
    ...toTimeFields(invitation),
    attendees: attendees.map(({ mail, name }) => ({ type: 'required', emailAddress: { address: mail, name } })),
    isOnlineMeeting: true,
    onlineMeetingProvider: 'teamsForBusiness',
    transactionId: sendKey,
  }
  const made = await graph.post('/me/events', event, { prefer: CALENDAR_PREFER, repeatable: true })
  // The answer to a create need not hold everything, the join link above all.
  const id = readText(readRecord(made)['id'])
  return (await readEvent(graph, id as Parameters<typeof readEvent>[1])) ?? made
}
