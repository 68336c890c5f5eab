import type { JsonObject } from '../http/answer.ts'
import type { Call } from '../http/call.ts'
import { accessDenied, type GraphError, itemNotFound } from '../http/graph-error.ts'
import { actsIn } from '../identity/caller.ts'
import type { Row } from '../store/database.ts'

/** A site as stored; `path` is server-relative. */
export type SiteRow = Row & {
  id: string
  tenant_id: string
  name: string
  path: string
  drive_id: string
  created_at: string
}

/** What a person may do on a site; each includes those before it. */
export type SiteRight = 'read' | 'write' | 'manage'

const rightsOfRole: Record<string, readonly SiteRight[]> = {
  owner: ['read', 'write', 'manage'],
  member: ['read', 'write'],
  visitor: ['read'],
}

/** SharePoint's host name, the first part of a site id. */
function hostOf(site: SiteRow): string {
  return site.id.split(',')[0] ?? ''
}

/** The site of an id ("host,guid,guid", one of its guids, "root" or a host name) in a tenant where the token acts; else 404. */
export function requireSite(call: Call, key: string): SiteRow {
  const { store } = call.service
  const byId = store.fixed<SiteRow>('SELECT * FROM sites WHERE id = ?', key.toLowerCase()) ?? siteByPart(call, key)
  if (!byId || !actsIn(call.caller, byId.tenant_id)) throw itemNotFound('Requested site could not be found')
  requireRight(call, byId, 'read')
  return byId
}

/** The site at a server-relative path, "/sites/chefforum". */
export function requireSiteByPath(call: Call, host: string, path: string): SiteRow {
  const wanted = `/${path.replace(/^[:/]+|\/+$/g, '')}`.toLowerCase()
  const found = sitesOfCaller(call).find(
    (site) => hostOf(site).toLowerCase() === host.toLowerCase() && site.path.toLowerCase() === wanted,
  )
  if (!found) throw itemNotFound('Requested site could not be found')
  requireRight(call, found, 'read')
  return found
}

/** Sites of the tenants where the token acts, with or without rights. */
export function sitesOfCaller(call: Call): SiteRow[] {
  return call.service.store
    .all<SiteRow>('SELECT * FROM sites ORDER BY rowid')
    .filter((site) => actsIn(call.caller, site.tenant_id))
}

function siteByPart(call: Call, key: string): SiteRow | undefined {
  const wanted = key.toLowerCase()
  return sitesOfCaller(call).find((site) => {
    const parts = site.id.toLowerCase().split(',')
    return wanted === 'root' || parts.includes(wanted) || parts.slice(1).join(',') === wanted
  })
}

/** The caller's rights on a site; empty for somebody who is no member. */
export function rightsOn(call: Call, site: SiteRow): readonly SiteRight[] {
  const { service, caller } = call
  const asked = { method: call.method, path: call.path, person: caller.person.id, site: site.id }
  if (service.faults.take('removeRights', asked)) return []
  const row = service.store.fixed<{ role: string }>(
    'SELECT role FROM site_rights WHERE site_id = ? AND person_id = ?',
    site.id,
    caller.person.id,
  )
  return rightsOfRole[row?.role ?? ''] ?? []
}

/** 403 when the caller has not this right on the site. */
export function requireRight(call: Call, site: SiteRow, right: SiteRight): void {
  if (!rightsOn(call, site).includes(right)) throw accessDenied()
}

/** The site as Graph shows it. */
export function siteResource(site: SiteRow): JsonObject {
  const host = hostOf(site)
  return {
    createdDateTime: site.created_at,
    description: '',
    id: site.id,
    lastModifiedDateTime: site.created_at,
    name: site.path.split('/').at(-1) ?? '',
    webUrl: webUrlOf(site),
    displayName: site.name,
    root: {},
    siteCollection: { hostname: host },
  }
}

/** The address of a site in a browser. */
export function webUrlOf(site: SiteRow): string {
  return `https://${hostOf(site)}${encodeURI(site.path)}`
}

/** 404 with the words of a list that is not there. */
export function listNotFound(): GraphError {
  return itemNotFound('The specified list was not found')
}
