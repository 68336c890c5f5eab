import type { Json, JsonObject } from '../http/answer.ts'
import { type Call, contextOf } from '../http/call.ts'
import { invalidRequest } from '../http/graph-error.ts'
import { identitySet } from '../identity/identity-set.ts'
import { type Expansion, plainExpansion, readExpand } from '../odata/expand.ts'
import { pick, readSelect } from '../odata/select.ts'
import { columnsOf } from './columns.ts'
import { type FileOfRow, fileOfRow } from './drive-link.ts'
import type { Fields } from './field-values.ts'
import type { ItemRow } from './item-store.ts'
import type { ListInSite } from './list-store.ts'
import { webUrlOf } from './site-store.ts'

/** What an item of a list may be asked for. */
export const itemShape = {
  type: 'listItem',
  known: [
    'id',
    'createdDateTime',
    'createdBy',
    'eTag',
    'lastModifiedDateTime',
    'lastModifiedBy',
    'webUrl',
    'parentReference',
    'contentType',
    'sharepointIds',
    'fields',
    'name',
    'description',
  ],
}

/** How items are to be shown, read once per request. */
export type ItemView = { readonly select: ReadonlySet<string> | null; readonly fields: Expansion | null }

const builtInFields = [
  'id',
  'ContentType',
  'Title',
  'LinkTitle',
  'LinkTitleNoMenu',
  'Modified',
  'Created',
  'AuthorLookupId',
  'EditorLookupId',
  '_UIVersionString',
  'Attachments',
  'Edit',
  'ItemChildCount',
  'FolderChildCount',
]
// What a row of a library says of its file.
const fileFields = ['FileLeafRef', 'LinkFilename', 'LinkFilenameNoMenu', 'DocIcon', 'FileSizeDisplay']

/** Reads $select and $expand of an item or a page of items. A single item shows its fields without being asked. */
export function readItemView(call: Call, list: ListInSite, single: boolean): ItemView {
  const select = readSelect(call.query.get('$select'), itemShape)
  const expansion = readExpand(call.query.get('$expand'), { fields: ['select'] }).get('fields')
  requireFields(call, list, expansion?.select ?? [])
  const wanted = expansion ?? (single && (select === null || select.has('fields')) ? plainExpansion : null)
  return { select, fields: wanted }
}

/** 400 for a field that the list does not have. */
export function requireFields(call: Call, { list }: ListInSite, names: readonly string[]): void {
  const known = columnsOf(call.service.store, list.id)
  for (const name of names) {
    const isKnown =
      builtInFields.includes(name) ||
      (list.template === 'documentLibrary' && fileFields.includes(name)) ||
      known.some((column) => column.name === name || `${column.name}LookupId` === name)
    if (!isKnown) throw invalidRequest(`Field '${name}' is not recognized`)
  }
}

export function eTagOf(item: ItemRow): string {
  return `"${item.guid},${item.version}"`
}

/** The item as Graph shows it. */
export function itemResource(call: Call, where: ListInSite, item: ItemRow, view: ItemView): JsonObject {
  const { site, list } = where
  const { store } = call.service
  const eTag = eTagOf(item)
  const folder =
    list.template === 'documentLibrary' ? encodeURIComponent(list.name) : `Lists/${encodeURIComponent(list.name)}`
  const isFolder = item.content_type === 'Folder'
  const file = fileOfRow(store, where, item)
  const whole: JsonObject = {
    '@odata.etag': eTag,
    createdDateTime: item.created_at,
    eTag,
    id: String(item.id),
    lastModifiedDateTime: item.modified_at,
    webUrl: `${webUrlOf(site)}/${folder}${file ? encodeURI(file.path) : `/${item.id}_.000`}`,
    createdBy: identitySet(store, item.created_by, site.tenant_id),
    lastModifiedBy: identitySet(store, item.modified_by, site.tenant_id),
    parentReference: { id: list.id, siteId: site.id },
    contentType: {
      id: `${isFolder ? '0x0120' : list.template === 'documentLibrary' ? '0x0101' : '0x0100'}00${list.id.replaceAll('-', '').toUpperCase()}`,
      name: item.content_type,
    },
  }
  const sharepointIds = view.select?.has('sharepointIds')
    ? {
        sharepointIds: {
          listId: list.id,
          listItemId: String(item.id),
          listItemUniqueId: item.guid,
          siteId: site.id.split(',')[1] ?? '',
          siteUrl: webUrlOf(site),
          webId: site.id.split(',')[2] ?? '',
        },
      }
    : {}
  const kept = view.select === null ? whole : pick({ ...whole, ...sharepointIds }, view.select)
  if (view.fields === null) return kept
  return {
    ...kept,
    'fields@odata.context': contextOf(call, `${itemsContext(where)}('${item.id}')/fields/$entity`),
    fields: fieldsResource(call, where, item, view.fields.select),
  }
}

/** The fields of an item: all that have a value, or those selected. */
export function fieldsResource(
  call: Call,
  where: ListInSite,
  item: ItemRow,
  select: readonly string[] | null,
): JsonObject {
  const own: Fields = {
    ...(JSON.parse(item.fields) as Fields),
    ...fileFieldsOf(fileOfRow(call.service.store, where, item)),
  }
  const eTag = eTagOf(item)
  if (select !== null) {
    const all = allFields(item, own)
    return Object.fromEntries([
      ['@odata.etag', eTag],
      ...select.flatMap((name) => (all[name] === undefined ? [] : [[name, all[name]] as [string, Json]])),
    ])
  }
  return { '@odata.etag': eTag, ...allFields(item, own) }
}

function fileFieldsOf(file: FileOfRow | null): Fields {
  if (file === null) return {}
  const ending = file.isFolder ? undefined : /\.([^.]+)$/.exec(file.name)?.[1]
  return {
    FileLeafRef: file.name,
    LinkFilename: file.name,
    LinkFilenameNoMenu: file.name,
    ...(ending === undefined ? {} : { DocIcon: ending.toLowerCase() }),
    ...(file.isFolder ? {} : { FileSizeDisplay: String(file.size) }),
  }
}

function allFields(item: ItemRow, own: Fields): Fields {
  const title = own['Title'] === undefined ? {} : { LinkTitleNoMenu: own['Title'], LinkTitle: own['Title'] }
  return {
    ...own,
    ...title,
    id: String(item.id),
    ContentType: item.content_type,
    Modified: item.modified_at,
    Created: item.created_at,
    AuthorLookupId: lookupId(item.created_by),
    EditorLookupId: lookupId(item.modified_by),
    _UIVersionString: `${item.version}.0`,
    Attachments: false,
    Edit: '',
    ItemChildCount: '0',
    FolderChildCount: '0',
  }
}

// SharePoint numbers a site's users; any number that is the same for the same person will do.
function lookupId(personId: string): string {
  let sum = 7
  for (const letter of personId) sum = (sum * 31 + letter.charCodeAt(0)) % 9_973
  return String(sum + 6)
}

/** "sites('..')/lists('..')/items" for @odata.context. */
export function itemsContext({ site, list }: ListInSite): string {
  return `sites('${encodeURIComponent(site.id)}')/lists('${list.id}')/items`
}
