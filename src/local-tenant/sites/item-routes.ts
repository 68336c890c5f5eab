import { created, empty, type Json, type JsonObject, ok } from '../http/answer.ts'
import { type Call, contextOf, readJsonBody, refuseOtherProperties } from '../http/call.ts'
import { isUnchanged, meetsIfMatch } from '../http/conditions.ts'
import { invalidRequest, itemNotFound, resourceModified } from '../http/graph-error.ts'
import type { RouteTable } from '../http/routes.ts'
import { requireSiteScope, scopes } from '../identity/caller.ts'
import { plainExpansion } from '../odata/expand.ts'
import { columnsOf } from './columns.ts'
import { forgetDriveItem, noteRowChange } from './drive-link.ts'
import { defaultFields, readFields } from './field-values.ts'
import {
  eTagOf,
  fieldsResource,
  itemResource,
  itemShape,
  itemsContext,
  readItemView,
  requireFields,
} from './item-resource.ts'
import { deleteItem, findItem, type ItemRow, insertItem, type Stamp, updateItem } from './item-store.ts'
import { itemVersionRoutes } from './item-versions.ts'
import type { ListInSite } from './list-store.ts'
import { queryItems } from './query-items.ts'
import { requireRight } from './site-store.ts'

/** Routes below .../lists/{list}/items, but for delta. */
export const itemRoutes: RouteTable<ListInSite> = {
  'GET items': listItems,
  'POST items': createItem,
  'GET items/{item}': (call, where, { item = '' }) => {
    call.query.only('$select', '$expand')
    const row = requireItem(call, where, item)
    if (isUnchanged(call, eTagOf(row))) return empty(304, { ETag: eTagOf(row) })
    return ok(wholeItem(call, where, row, readItemView(call, where, true)), { ETag: eTagOf(row) })
  },
  'GET items/{item}/fields': (call, where, { item = '' }) => {
    call.query.only('$select')
    const row = requireItem(call, where, item)
    const select =
      call.query
        .get('$select')
        ?.split(',')
        .map((name) => name.trim()) ?? null
    requireFields(call, where, select ?? [])
    return ok(
      {
        '@odata.context': contextOf(call, `${itemsContext(where)}('${row.id}')/fields/$entity`),
        ...fieldsResource(call, where, row, select),
      },
      { ETag: eTagOf(row) },
    )
  },
  'PATCH items/{item}': (call, where, { item = '' }) => {
    const changed = changeItem(call, where, item, fieldsOfBody(readJsonBody(call)))
    return ok(wholeItem(call, where, changed, { select: null, fields: plainExpansion }), {
      ETag: eTagOf(changed),
    })
  },
  'PATCH items/{item}/fields': (call, where, { item = '' }) => {
    const changed = changeItem(call, where, item, readJsonBody(call))
    const context = contextOf(call, `${itemsContext(where)}('${changed.id}')/fields/$entity`)
    return ok({ '@odata.context': context, ...fieldsResource(call, where, changed, null) }, { ETag: eTagOf(changed) })
  },
  'DELETE items/{item}': (call, where, { item = '' }) => {
    call.query.only()
    requireWrite(call, where)
    const row = requireCurrent(call, where, item)
    deleteItem(call.service.store, row, stampOf(call))
    forgetDriveItem(call.service.store, row)
    return empty()
  },
  ...itemVersionRoutes(requireItem, requireWrite),
}

function listItems(call: Call, where: ListInSite) {
  call.query.only('$select', '$expand', '$filter', '$orderby', '$top', '$skiptoken')
  const view = readItemView(call, where, false)
  const page = queryItems(call, where)
  return ok({
    '@odata.context': contextOf(call, itemsContext(where)),
    ...(page.nextLink === null ? {} : { '@odata.nextLink': page.nextLink }),
    value: page.items.map((item) => itemResource(call, where, item, view)),
  })
}

function createItem(call: Call, where: ListInSite) {
  call.query.only()
  requireWrite(call, where)
  const { store } = call.service
  if (where.list.template === 'documentLibrary') {
    throw invalidRequest('Items of a document library are made by uploading a file to its drive.')
  }
  const body = readJsonBody(call)
  const columns = columnsOf(store, where.list.id)
  const fields = { ...defaultFields(columns), ...readFields(fieldsOfBody(body), columns) }
  const row = insertItem(store, where.list.id, fields, stampOf(call))
  const location = `${call.base}/sites/${encodeURIComponent(where.site.id)}/lists/${where.list.id}/items/${row.id}`
  return created(wholeItem(call, where, row, { select: null, fields: plainExpansion }), {
    ETag: eTagOf(row),
    Location: location,
  })
}

function wholeItem(call: Call, where: ListInSite, row: ItemRow, view: ReturnType<typeof readItemView>): JsonObject {
  return {
    '@odata.context': contextOf(call, `${itemsContext(where)}/$entity`),
    ...itemResource(call, where, row, view),
  }
}

// What else an item has is the server's to say (createdBy ...), and is passed over as the service does.
function fieldsOfBody(body: JsonObject): JsonObject {
  refuseOtherProperties(body, 'listItem', {
    taken: ['fields'],
    passedOver: itemShape.known.filter((name) => name !== 'contentType'),
    known: itemShape.known,
  })
  const fields: Json = body['fields']
  if (fields === undefined) return {}
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields))
    throw invalidRequest('fields must be an object.')
  return fields as JsonObject
}

function changeItem(call: Call, where: ListInSite, key: string, posted: JsonObject): ItemRow {
  call.query.only()
  requireWrite(call, where)
  const { store, faults } = call.service
  const columns = columnsOf(store, where.list.id)
  const changes = readFields(posted, columns)
  const row = requireItem(call, where, key)
  if (faults.take('loseRace', { method: call.method, path: call.path, person: call.caller.person.id })) {
    // Somebody else saved in between: the version is another one now.
    const other = updateItem(store, row, {}, { by: row.modified_by, at: stampOf(call).at })
    if (!meetsIfMatch(call, eTagOf(other))) throw resourceModified(true)
  }
  const changed = updateItem(store, requireCurrent(call, where, key), changes, stampOf(call))
  noteRowChange(store, changed)
  return changed
}

function requireItem(call: Call, { list }: ListInSite, key: string): ItemRow {
  const { store } = call.service
  const row = /^\d{1,9}$/.test(key)
    ? findItem(store, list.id, Number(key))
    : store.get<ItemRow>(
        'SELECT * FROM items WHERE list_id = ? AND guid = ? AND deleted = 0',
        list.id,
        key.toLowerCase(),
      )
  if (!row) throw itemNotFound('The specified item was not found')
  return row
}

function requireCurrent(call: Call, where: ListInSite, key: string): ItemRow {
  const row = requireItem(call, where, key)
  if (!meetsIfMatch(call, eTagOf(row))) throw resourceModified()
  return row
}

function requireWrite(call: Call, { site }: ListInSite): void {
  requireSiteScope(call.caller, scopes.siteWrite)
  requireRight(call, site, 'write')
}

/** Whole seconds, as SharePoint keeps them. */
function stampOf(call: Call): Stamp {
  return { by: call.caller.person.id, at: `${call.now.toISOString().slice(0, 19)}Z` }
}
