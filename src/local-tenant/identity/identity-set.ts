import type { JsonObject } from '../http/answer.ts'
import type { Store } from '../store/database.ts'
import { findPerson, oidIn } from './people.ts'

/** "user" with display name, mail and object id in that tenant, as createdBy and lastModifiedBy show it. */
export function identitySet(store: Store, personId: string, tenantId: string): JsonObject {
  const person = findPerson(store, personId)
  if (!person) return { user: { displayName: personId } }
  return { user: { email: person.mail, id: oidIn(store, person, tenantId) ?? person.oid, displayName: person.name } }
}
