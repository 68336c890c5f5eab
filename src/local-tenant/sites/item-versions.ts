import { empty, type JsonObject, ok } from '../http/answer.ts'
import { type Call, contextOf } from '../http/call.ts'
import { itemNotFound } from '../http/graph-error.ts'
import { cutPage } from '../http/paging.ts'
import type { RouteTable } from '../http/routes.ts'
import { identitySet } from '../identity/identity-set.ts'
import { readExpand } from '../odata/expand.ts'
import { pick, readSelect } from '../odata/select.ts'
import type { Row } from '../store/database.ts'
import type { Fields } from './field-values.ts'
import { itemsContext, requireFields } from './item-resource.ts'
import { type ItemRow, updateItem } from './item-store.ts'
import type { ListInSite } from './list-store.ts'

type VersionRow = Row & { version: number; fields: string; modified_at: string; modified_by: string }

/** Routes of .../items/{item}/versions; newest first. The two functions find the item and check the right to write. */
export function itemVersionRoutes(
  requireItem: (call: Call, where: ListInSite, key: string) => ItemRow,
  requireWrite: (call: Call, where: ListInSite) => void,
): RouteTable<ListInSite> {
  return {
    'GET items/{item}/versions': (call, where, { item = '' }) => {
      call.query.only('$expand', '$select', '$top', '$skiptoken')
      const row = requireItem(call, where, item)
      const shown = readVersionView(call, where)
      const { page, next } = cutPage(call, versionsOf(call, row), call.query.top() ?? 500)
      return ok({
        '@odata.context': contextOf(call, `${itemsContext(where)}('${row.id}')/versions`),
        ...next,
        value: page.map((version) => shown(versionResource(call, where, row, version))),
      })
    },
    'GET items/{item}/versions/{version}': (call, where, { item = '', version = '' }) => {
      call.query.only('$expand', '$select')
      const row = requireItem(call, where, item)
      const found = requireVersion(call, row, version)
      return ok({
        '@odata.context': contextOf(call, `${itemsContext(where)}('${row.id}')/versions/$entity`),
        ...readVersionView(call, where)(versionResource(call, where, row, found)),
      })
    },
    'GET items/{item}/versions/{version}/fields': (call, where, { item = '', version = '' }) => {
      call.query.only('$select')
      const row = requireItem(call, where, item)
      return ok({
        '@odata.context': contextOf(call, `${itemsContext(where)}('${row.id}')/versions('${version}')/fields/$entity`),
        ...pickFields(versionFields(row, requireVersion(call, row, version)), call.query.get('$select')),
      })
    },
    'POST items/{item}/versions/{version}/restoreVersion': (call, where, { item = '', version = '' }) => {
      call.query.only()
      requireWrite(call, where)
      const row = requireItem(call, where, item)
      const old = JSON.parse(requireVersion(call, row, version).fields) as Fields
      const cleared = Object.fromEntries(Object.keys(JSON.parse(row.fields) as Fields).map((name) => [name, null]))
      const at = `${call.now.toISOString().slice(0, 19)}Z`
      updateItem(call.service.store, row, { ...cleared, ...old }, { by: call.caller.person.id, at })
      return empty(204)
    },
  }
}

const versionShape = {
  type: 'listItemVersion',
  known: ['id', 'lastModifiedBy', 'lastModifiedDateTime', 'published', 'fields'],
}

// Fields are shown without being asked for, as on a single item; $expand can choose among them.
function readVersionView(call: Call, where: ListInSite): (version: JsonObject) => JsonObject {
  const fields = readExpand(call.query.get('$expand'), { fields: ['select'] }).get('fields')?.select ?? null
  requireFields(call, where, fields ?? [])
  const select = readSelect(call.query.get('$select'), versionShape)
  return (version) => {
    const chosen = { ...version, fields: pickFields(version['fields'] as JsonObject, fields?.join(',') ?? null) }
    return select === null ? chosen : pick(chosen, select)
  }
}

function pickFields(fields: JsonObject, select: string | null): JsonObject {
  const names = select?.split(',').map((name) => name.trim())
  return names ? Object.fromEntries(Object.entries(fields).filter(([name]) => names.includes(name))) : fields
}

function versionsOf(call: Call, row: ItemRow): VersionRow[] {
  const old = call.service.store.all<VersionRow>(
    'SELECT version, fields, modified_at, modified_by FROM item_versions WHERE list_id = ? AND item_id = ? ORDER BY version DESC',
    row.list_id,
    row.id,
  )
  return [row, ...old]
}

function requireVersion(call: Call, row: ItemRow, label: string): VersionRow {
  const found = versionsOf(call, row).find(({ version }) => label === `${version}.0`)
  if (!found) throw itemNotFound('The specified version was not found')
  return found
}

function versionResource(call: Call, { site }: ListInSite, row: ItemRow, version: VersionRow): JsonObject {
  return {
    id: `${version.version}.0`,
    lastModifiedDateTime: version.modified_at,
    lastModifiedBy: identitySet(call.service.store, version.modified_by, site.tenant_id),
    published: { level: 'published', versionId: `${version.version}.0` },
    fields: versionFields(row, version),
  }
}

function versionFields(row: ItemRow, version: VersionRow): JsonObject {
  return {
    ...(JSON.parse(version.fields) as Fields),
    id: String(row.id),
    ContentType: row.content_type,
    Modified: version.modified_at,
    Created: row.created_at,
    _UIVersionString: `${version.version}.0`,
  }
}
