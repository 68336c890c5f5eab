import { created, empty, type Json, type JsonObject, ok } from '../http/answer.ts'
import { requireBodyTypes } from '../http/body-types.ts'
import { type Call, contextOf, readJsonBody, refuseOtherProperties } from '../http/call.ts'
import { isUnchanged } from '../http/conditions.ts'
import { GraphError, invalidRequest, itemNotFound, notImplemented } from '../http/graph-error.ts'
import { cutPage } from '../http/paging.ts'
import type { RouteTable } from '../http/routes.ts'
import { requireSiteScope, scopes } from '../identity/caller.ts'
import { meetsFilter, pathsOf } from '../odata/evaluate-filter.ts'
import { type Expansion, readExpand } from '../odata/expand.ts'
import { parseFilter } from '../odata/filter.ts'
import { applySelect } from '../odata/select.ts'
import {
  addColumn,
  type Column,
  checkIndexLimit,
  columnResource,
  columnResources,
  columnShape,
  columnsOf,
  forgetColumns,
  readColumnDefinition,
  toColumn,
} from './columns.ts'
import { itemResource, readItemView } from './item-resource.ts'
import { rebuildIndex } from './item-store.ts'
import { createList, type ListInSite, type ListRow, listResource } from './list-store.ts'
import { queryItems } from './query-items.ts'
import { requireRight, rightsOn, type SiteRow } from './site-store.ts'

const listShape = {
  type: 'list',
  known: [
    'id',
    'createdDateTime',
    'description',
    'eTag',
    'lastModifiedDateTime',
    'name',
    'webUrl',
    'displayName',
    'createdBy',
    'lastModifiedBy',
    'parentReference',
    'list',
    'columns',
    'items',
    'system',
    'sharepointIds',
  ],
}
const templates = ['genericList', 'documentLibrary', 'tasks', 'events', 'announcements', 'contacts', 'links', 'survey']

/** GET /sites/{site}/lists. */
export function answerLists(call: Call, site: SiteRow) {
  call.query.only('$select', '$top', '$skiptoken', '$expand', '$filter')
  readExpand(call.query.get('$expand'), {})
  const mayManage = rightsOn(call, site).includes('manage')
  const rows = call.service.store
    .all<ListRow>('SELECT * FROM lists WHERE site_id = ? ORDER BY rowid', site.id)
    .filter((list) => (list.closed === 0 || mayManage) && meetsListFilter(call, list))
  const { page, next } = cutPage(call, rows, Math.min(call.query.top() ?? 200, 1_000))
  return ok({
    '@odata.context': contextOf(call, `sites('${encodeURIComponent(site.id)}')/lists`),
    ...next,
    value: page.map((list) => applySelect(listResource(call, { site, list }), call.query.get('$select'), listShape)),
  })
}

function meetsListFilter(call: Call, list: ListRow): boolean {
  const text = call.query.get('$filter')
  if (text === null) return true
  const values: Record<string, string> = {
    displayName: list.display_name,
    name: list.name,
    'list/template': list.template,
  }
  const filter = parseFilter(text)
  const unknown = pathsOf(filter).find((path) => !(path in values))
  if (unknown !== undefined) throw notImplemented(`$filter on ${unknown.slice(0, 60)} of lists`)
  return meetsFilter(filter, (path) => values[path])
}

/** Gives a new library its drive; handed in, as drives know sites and not the other way round. */
export type MakeDrive = (call: Call, site: SiteRow, list: ListRow) => void

/** POST /sites/{site}/lists: a new list with its columns. */
export function answerNewList(call: Call, site: SiteRow, makeDrive: MakeDrive) {
  call.query.only()
  requireSiteScope(call.caller, scopes.siteWrite)
  requireRight(call, site, 'manage')
  const body = readJsonBody(call)
  refuseOtherProperties(body, 'list', {
    taken: ['displayName', 'name', 'description', 'columns', 'list'],
    passedOver: ['id', 'createdBy', 'createdDateTime', 'lastModifiedBy', 'lastModifiedDateTime'],
    known: [...listShape.known, 'contentTypes', 'drive'],
  })
  requireBodyTypes(body, {
    displayName: 'string',
    name: 'string',
    description: 'string',
    columns: 'objects',
    list: { template: 'string' },
  })
  const displayName = textOf(body['displayName']) || textOf(body['name'])
  if (displayName === '' || displayName.length > 255) throw invalidRequest('The list needs a displayName.')
  const template = textOf((body['list'] as JsonObject | undefined)?.['template']) || 'genericList'
  if (!templates.includes(template)) throw invalidRequest(`The template '${template}' is not known.`)
  const columns = body['columns'] ?? []
  if (!Array.isArray(columns)) throw invalidRequest('columns must be a list.')
  const list = createList(call.service.store, site.id, {
    name: (textOf(body['name']) || displayName).replace(/[~"#%&*:<>?/\\{|}]/g, ''),
    displayName,
    description: textOf(body['description']),
    template,
    columns: columns as readonly JsonObject[],
    closed: false,
    by: call.caller.person.id,
    at: `${call.now.toISOString().slice(0, 19)}Z`,
  })
  if (template === 'documentLibrary') makeDrive(call, site, list)
  const resource = listResource(call, { site, list })
  return created(
    { '@odata.context': contextOf(call, `sites('${encodeURIComponent(site.id)}')/lists/$entity`), ...resource },
    { ETag: String(resource['eTag']), Location: `${call.base}/sites/${encodeURIComponent(site.id)}/lists/${list.id}` },
  )
}

/** Routes of a list itself and of its columns. */
export const listRoutes: RouteTable<ListInSite> = {
  GET: (call, where) => {
    call.query.only('$select', '$expand')
    const resource = listResource(call, where)
    const eTag = String(resource['eTag'])
    if (isUnchanged(call, eTag)) return empty(304, { ETag: eTag })
    const shown = applySelect(resource, call.query.get('$select'), listShape)
    return ok(
      {
        '@odata.context': contextOf(call, `sites('${encodeURIComponent(where.site.id)}')/lists/$entity`),
        ...shown,
        ...expandedParts(call, where),
      },
      { ETag: eTag },
    )
  },
  PATCH: (call, where) => {
    requireManage(call, where)
    const body = readJsonBody(call)
    requireBodyTypes(body, { displayName: 'string', description: 'string' })
    for (const name of Object.keys(body)) {
      if (name !== 'displayName' && name !== 'description')
        throw invalidRequest(`Property '${name}' of a list cannot be changed.`)
    }
    const { store } = call.service
    const row = store.get<ListRow>(
      'UPDATE lists SET display_name = ?, description = ?, version = version + 1, modified_at = ?, modified_by = ? WHERE id = ? RETURNING *',
      textOf(body['displayName']) || where.list.display_name,
      typeof body['description'] === 'string' ? body['description'] : where.list.description,
      `${call.now.toISOString().slice(0, 19)}Z`,
      call.caller.person.id,
      where.list.id,
    )
    return ok({
      '@odata.context': contextOf(call, `sites('${encodeURIComponent(where.site.id)}')/lists/$entity`),
      ...listResource(call, { site: where.site, list: row ?? where.list }),
    })
  },
  DELETE: (call, where) => {
    requireManage(call, where)
    const { store } = call.service
    for (const table of ['items', 'item_index', 'item_versions', 'list_columns']) {
      store.run(`DELETE FROM ${table} WHERE list_id = ?`, where.list.id)
    }
    const drive = '(SELECT id FROM drives WHERE list_id = ?)'
    store.run(`DELETE FROM drive_items WHERE drive_id = ${drive}`, where.list.id)
    store.run('DELETE FROM drives WHERE list_id = ?', where.list.id)
    store.run('DELETE FROM lists WHERE id = ?', where.list.id)
    forgetColumns(store)
    return empty()
  },
  'GET columns': (call, where) => {
    call.query.only('$select', '$top', '$skiptoken')
    const columns = columnResources(call.service.store, where.list.id)
    const select = call.query.get('$select')
    const { page, next } = cutPage(call, columns, call.query.top() ?? 200)
    return ok({
      '@odata.context': contextOf(
        call,
        `sites('${encodeURIComponent(where.site.id)}')/lists('${where.list.id}')/columns`,
      ),
      ...next,
      value: page.map((column) => applySelect(column, select, columnShape)),
    })
  },
  'POST columns': (call, where) => {
    requireManage(call, where)
    const column = addColumn(call.service.store, where.list.id, readColumnDefinition(readJsonBody(call)))
    rebuildIndex(call.service.store, where.list.id, column)
    return created({ '@odata.context': columnContext(call, where), ...columnResource(column) })
  },
  'GET columns/{column}': (call, where, { column = '' }) => {
    call.query.only('$select')
    const found = columnResources(call.service.store, where.list.id).find(
      ({ id, name }) => id === column || name === column,
    )
    if (!found) throw itemNotFound('The specified column was not found')
    const shown = applySelect(found, call.query.get('$select'), columnShape)
    return ok({ '@odata.context': columnContext(call, where), ...shown })
  },
  'PATCH columns/{column}': changeColumn,
  'DELETE columns/{column}': (call, where, { column = '' }) => {
    requireManage(call, where)
    const found = requireColumn(call, where, column)
    if (found.name === 'Title') throw invalidRequest('The column Title cannot be deleted.')
    call.service.store.run('DELETE FROM list_columns WHERE id = ?', found.id)
    call.service.store.run('DELETE FROM item_index WHERE list_id = ? AND column_name = ?', where.list.id, found.name)
    forgetColumns(call.service.store)
    return empty()
  },
}

function expandedParts(call: Call, where: ListInSite): JsonObject {
  const expand = readExpand(call.query.get('$expand'), { columns: ['select'], items: ['select', 'expand'] })
  const columns = expand.get('columns')
  const items = expand.get('items')
  return {
    ...(columns ? { columns: columnResources(call.service.store, where.list.id).map(picked(columns.select)) } : {}),
    ...(items ? { items: expandedItems(call, where, items) } : {}),
  }
}

function picked(select: readonly string[] | null): (resource: JsonObject) => JsonObject {
  return (resource) => applySelect(resource, select?.join(',') ?? null, columnShape)
}

// The items of an expanded list are asked for with the options inside the brackets.
function expandedItems(call: Call, where: ListInSite, options: Expansion): readonly JsonObject[] {
  const inner: Record<string, string | null> = { $select: options.select?.join(',') ?? null, $expand: options.expand }
  const asked: Call = { ...call, query: { ...call.query, get: (name) => inner[name] ?? null, top: () => null } }
  const view = readItemView(asked, where, false)
  return queryItems(asked, where).items.map((item) => itemResource(call, where, item, view))
}

function changeColumn(call: Call, where: ListInSite, { column = '' }: Readonly<Record<string, string>>) {
  requireManage(call, where)
  const { store } = call.service
  const found = requireColumn(call, where, column)
  const body = readJsonBody(call)
  if (body['name'] !== undefined && body['name'] !== found.name)
    throw invalidRequest('The name of a column cannot be changed.')
  const facet = found.definition[found.kind] as JsonObject
  const changed = toColumn(
    found.id,
    readColumnDefinition({
      ...found.definition,
      ...body,
      [found.kind]: { ...facet, ...(body[found.kind] as JsonObject | undefined) },
    }),
  )
  checkIndexLimit(columnsOf(store, where.list.id).map((other) => (other.id === found.id ? changed : other)))
  store.run('UPDATE list_columns SET definition = ? WHERE id = ?', JSON.stringify(changed.definition), found.id)
  forgetColumns(store)
  if (changed.indexed !== found.indexed || changed.unique !== found.unique) rebuildIndex(store, where.list.id, changed)
  return ok({ '@odata.context': columnContext(call, where), ...columnResource(changed) })
}

function requireColumn(call: Call, where: ListInSite, key: string): Column {
  const found = columnsOf(call.service.store, where.list.id).find(({ id, name }) => id === key || name === key)
  if (!found) throw itemNotFound('The specified column was not found')
  return found
}

function columnContext(call: Call, where: ListInSite): string {
  return contextOf(call, `sites('${encodeURIComponent(where.site.id)}')/lists('${where.list.id}')/columns/$entity`)
}

function requireManage(call: Call, { site, list }: ListInSite): void {
  requireSiteScope(call.caller, scopes.siteWrite)
  requireRight(call, site, 'manage')
  const isDefault = call.service.store.get(
    'SELECT 1 AS one FROM drives WHERE id = ? AND list_id = ?',
    site.drive_id,
    list.id,
  )
  if (isDefault && call.method === 'DELETE' && call.path.endsWith(list.id)) {
    throw new GraphError(403, 'accessDenied', 'The default document library cannot be deleted.')
  }
}

function textOf(value: Json): string {
  return typeof value === 'string' ? value.trim() : ''
}
