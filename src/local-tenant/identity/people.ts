import type { Row, Store } from '../store/database.ts'

/** A person as stored. */
export type PersonRow = Row & {
  id: string
  oid: string
  name: string
  mail: string
  home_tenant: string
  job_title: string
  about: string
}

/** The person of a short id. */
export function findPerson(store: Store, id: string): PersonRow | undefined {
  return store.fixed<PersonRow>('SELECT * FROM persons WHERE id = ?', id)
}

/** The person of a mail address, without regard to case. */
export function findPersonByMail(store: Store, mail: string): PersonRow | undefined {
  return store.fixed<PersonRow>('SELECT * FROM persons WHERE mail = ? COLLATE NOCASE', mail)
}

/** The person's object id in a tenant's directory: their own at home, a guest object's elsewhere, null when unknown there. */
export function oidIn(store: Store, person: PersonRow, tenantId: string): string | null {
  if (person.home_tenant === tenantId) return person.oid
  const guest = store.fixed<{ oid: string }>(
    'SELECT oid FROM guests WHERE person_id = ? AND tenant_id = ?',
    person.id,
    tenantId,
  )
  return guest?.oid ?? null
}

/** Finds a person in a tenant's directory by object id, user principal name or mail. */
export function findInDirectory(store: Store, tenantId: string, key: string): PersonRow | undefined {
  const member = store.get<PersonRow>(
    'SELECT * FROM persons WHERE home_tenant = ? AND (oid = ? OR mail = ? COLLATE NOCASE)',
    tenantId,
    key.toLowerCase(),
    key,
  )
  if (member) return member
  const guests = store.all<PersonRow & { guest_oid: string }>(
    'SELECT p.*, g.oid AS guest_oid FROM guests g JOIN persons p ON p.id = g.person_id WHERE g.tenant_id = ?',
    tenantId,
  )
  const wanted = key.toLowerCase()
  return guests.find(
    (guest) =>
      guest.guest_oid === wanted ||
      guest.mail.toLowerCase() === wanted ||
      guestPrincipalName(store, guest, tenantId).toLowerCase() === wanted,
  )
}

/** "hanne_lyngvig.example#EXT#@host.example", as a guest's principal name looks. */
export function guestPrincipalName(store: Store, person: PersonRow, tenantId: string): string {
  return `${person.mail.replace('@', '_')}#EXT#@${tenantDomain(store, tenantId)}`
}

/** The tenant's own domain; "" for an unknown one. */
function tenantDomain(store: Store, tenantId: string): string {
  return store.fixed<{ domain: string }>('SELECT domain FROM tenants WHERE id = ?', tenantId)?.domain ?? ''
}
