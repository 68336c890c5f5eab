import type { Call } from '../http/call.ts'
import { errorAccessDenied, GraphError, notImplemented } from '../http/graph-error.ts'
import { requireMailboxScope, scopes } from '../identity/caller.ts'
import type { PersonRow } from '../identity/people.ts'

/**
 * Lets a call into a mailbox: one's own, in one's home tenant, with a scope for it. A guest has no mailbox in the host
 * tenant (404, PLATFORM F4.15); the mailbox of somebody else is closed (403).
 */
export function requireMailbox(call: Call, person: PersonRow, wanted: readonly string[]): string {
  const { caller } = call
  const isAtHome = caller.everywhere || person.home_tenant === caller.tenantId
  if (!isAtHome) {
    throw new GraphError(
      404,
      'MailboxNotEnabledForRESTAPI',
      'The mailbox is either inactive, soft-deleted, or is hosted on-premise.',
    )
  }
  requireMailboxScope(caller, wanted)
  if (person.id !== caller.person.id) throw errorAccessDenied()
  return person.id
}

export function requireCalendar(call: Call, person: PersonRow): string {
  return requireMailbox(call, person, call.method === 'GET' ? scopes.calendarRead : scopes.calendarWrite)
}

/**
 * 400 for what cannot be the id of something in a mailbox: ids of Exchange are base64 of a few known beginnings. 501
 * for what Graph has in the place of an id, such as $count.
 */
export function requireMailboxId(id: string): void {
  if (id.startsWith('$') || id === 'delta' || id.startsWith('microsoft.graph.') || id === 'eventMessage')
    throw notImplemented(`${id.slice(0, 40)} here`)
  if (!/^A[AQ][A-Za-z0-9_=-]{6,400}$/.test(id)) {
    throw new GraphError(400, 'ErrorInvalidIdMalformed', 'Id is malformed.')
  }
}

/** "users('...')" as @odata.context names a mailbox's owner. */
export function mailboxContext(person: PersonRow): string {
  return `users('${person.oid}')`
}
