import type { JsonObject } from '../http/answer.ts'
import type { Store } from '../store/database.ts'
import { findPerson, oidIn } from './people.ts'

// People do not change once the world is loaded, and every item names two of them.
const known = new WeakMap<Store, Map<string, JsonObject>>()

/** "user" with display name, mail and object id in that tenant, as createdBy and lastModifiedBy show it. */
export function identitySet(store: Store, personId: string, tenantId: string): JsonObject {
  const sets = known.get(store) ?? new Map<string, JsonObject>()
  known.set(store, sets)
  const key = `${personId} ${tenantId}`
  const remembered = sets.get(key)
  if (remembered) return remembered
  const person = findPerson(store, personId)
  if (!person) return { user: { displayName: personId || 'System Account' } }
  const made: JsonObject = {
    user: { email: person.mail, id: oidIn(store, person, tenantId) ?? person.oid, displayName: person.name },
  }
  sets.set(key, made)
  return made
}
