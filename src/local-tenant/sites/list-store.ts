import { randomUUID } from 'node:crypto'
import type { JsonObject } from '../http/answer.ts'
import type { Call } from '../http/call.ts'
import { accessDenied, GraphError } from '../http/graph-error.ts'
import { identitySet } from '../identity/identity-set.ts'
import type { Row, Store } from '../store/database.ts'
import { addColumn, readColumnDefinition } from './columns.ts'
import { listNotFound, rightsOn, type SiteRow, webUrlOf } from './site-store.ts'

/** A list as stored; `closed` is 1 when only owners may see it. */
export type ListRow = Row & {
  id: string
  site_id: string
  name: string
  display_name: string
  description: string
  template: string
  version: number
  next_item: number
  closed: number
  created_at: string
  created_by: string
  modified_at: string
  modified_by: string
}

/** A list together with its site. */
export type ListInSite = { readonly site: SiteRow; readonly list: ListRow }

/** What is needed to make a list. */
export type NewList = {
  readonly name: string
  readonly displayName: string
  readonly description: string
  readonly template: string
  readonly columns: readonly JsonObject[]
  /** Only owners of the site see it (broken inheritance). */
  readonly closed: boolean
  readonly by: string
  readonly at: string
}

/** The list of an id, name or display name on a site; 404 otherwise, 403 for a closed list. */
export function requireList(call: Call, site: SiteRow, key: string): ListInSite {
  const list = findList(call.service.store, site.id, key)
  if (!list) throw listNotFound()
  if (list.closed === 1 && !rightsOn(call, site).includes('manage')) throw accessDenied()
  return { site, list }
}

function findList(store: Store, siteId: string, key: string): ListRow | undefined {
  return (
    store.get<ListRow>('SELECT * FROM lists WHERE id = ? AND site_id = ?', key.toLowerCase(), siteId) ??
    store.get<ListRow>('SELECT * FROM lists WHERE site_id = ? AND name = ? COLLATE NOCASE', siteId, key) ??
    store.get<ListRow>('SELECT * FROM lists WHERE site_id = ? AND display_name = ?', siteId, key)
  )
}

/** Makes a list with its columns; 409 when the name is taken. */
export function createList(store: Store, siteId: string, wish: NewList): ListRow {
  if (findList(store, siteId, wish.name)) {
    throw new GraphError(409, 'nameAlreadyExists', 'The specified name already exists')
  }
  const id = randomUUID()
  store.run(
    `INSERT INTO lists (id, site_id, name, display_name, description, template, version, next_item, closed,
       created_at, created_by, modified_at, modified_by) VALUES (?, ?, ?, ?, ?, ?, 0, 1, ?, ?, ?, ?, ?)`,
    id,
    siteId,
    wish.name,
    wish.displayName,
    wish.description,
    wish.template,
    wish.closed ? 1 : 0,
    wish.at,
    wish.by,
    wish.at,
    wish.by,
  )
  const definitions = wish.columns.map(readColumnDefinition)
  if (!definitions.some(({ name }) => name === 'Title')) {
    addColumn(
      store,
      id,
      readColumnDefinition({ name: 'Title', displayName: 'Title', columnGroup: 'Custom Columns', text: {} }),
    )
  }
  for (const definition of definitions) addColumn(store, id, definition)
  const row = findList(store, siteId, id)
  if (!row) throw listNotFound()
  return row
}

/** The list as Graph shows it. */
export function listResource(call: Call, { site, list }: ListInSite): JsonObject {
  const { store } = call.service
  const folder =
    list.template === 'documentLibrary' ? encodeURIComponent(list.name) : `Lists/${encodeURIComponent(list.name)}`
  const eTag = `"${list.id},${list.version}"`
  return {
    '@odata.etag': eTag,
    createdDateTime: list.created_at,
    description: list.description,
    eTag,
    id: list.id,
    lastModifiedDateTime: list.modified_at,
    name: list.name,
    webUrl: `${webUrlOf(site)}/${folder}`,
    displayName: list.display_name,
    createdBy: identitySet(store, list.created_by, site.tenant_id),
    lastModifiedBy: identitySet(store, list.modified_by, site.tenant_id),
    parentReference: { siteId: site.id },
    list: { contentTypesEnabled: false, hidden: false, template: list.template },
  }
}
