import { driveItemResource } from '../drive/drive-item-resource.ts'
import { type DriveItemRow, findDrive } from '../drive/drive-store.ts'
import { type Answer, type JsonObject, ok } from '../http/answer.ts'
import { type Call, contextOf, readJsonBody } from '../http/call.ts'
import { badRequest, notImplemented } from '../http/graph-error.ts'
import { requireScope, scopes } from '../identity/caller.ts'
import { plainExpansion } from '../odata/expand.ts'
import { itemResource } from '../sites/item-resource.ts'
import type { ItemRow } from '../sites/item-store.ts'
import { type ListInSite, type ListRow, listResource } from '../sites/list-store.ts'
import { rightsOn, type SiteRow, siteResource, sitesOfCaller } from '../sites/site-store.ts'

type Hit = { readonly id: string; readonly summary: string; readonly resource: JsonObject }

const entityTypes = ['driveItem', 'listItem', 'list', 'site']
const absentTypes = ['acronym', 'bookmark', 'chatMessage', 'drive', 'event', 'externalItem', 'message', 'person', 'qna']
const largestPage = 500
// What Graph knows of a search request and this tenant does not act on.
const absent = [
  'fields',
  'stored_fields',
  'contentSources',
  'enableTopResults',
  'aggregations',
  'sortProperties',
  'aggregationFilters',
  'collapseProperties',
  'queryAlterationOptions',
  'region',
  'resultTemplateOptions',
  'sharePointOneDriveOptions',
  'trimDuplicates',
]

/** POST /search/query over names and fields of what one may read: driveItem, listItem, list, site. */
export function answerSearch(call: Call, rest: readonly string[]): Answer {
  if (call.method !== 'POST' || rest.length !== 1 || rest[0]?.toLowerCase() !== 'query')
    throw notImplemented(call.path.slice(0, 200))
  requireScope(call.caller, scopes.search, 'Forbidden')
  call.query.only()
  const { requests } = readJsonBody(call)
  if (!Array.isArray(requests) || requests.length === 0) throw badRequest("The property 'requests' is missing.")
  if (requests.length > 1) throw badRequest('Only one request per call is supported.')
  return ok({
    '@odata.context': contextOf(call, 'Collection(microsoft.graph.searchResponse)'),
    value: (requests as readonly JsonObject[]).map((request) => answerOne(call, request)),
  })
}

function answerOne(call: Call, request: JsonObject): JsonObject {
  const types = request['entityTypes']
  if (!Array.isArray(types) || types.length === 0) throw badRequest("The property 'entityTypes' is missing.")
  for (const type of types)
    if (!entityTypes.includes(String(type))) {
      if (absentTypes.includes(String(type))) throw notImplemented(`search over ${String(type)}`)
      throw badRequest(`Requested value '${String(type).slice(0, 40)}' was not found.`)
    }
  for (const name of Object.keys(request)) {
    if (['entityTypes', 'query', 'from', 'size'].includes(name) || name.includes('@')) continue
    if (absent.includes(name)) throw notImplemented(`${name} of a search`)
    throw badRequest(`The property '${name.slice(0, 60)}' does not exist on type 'microsoft.graph.searchRequest'.`)
  }
  const query = (request['query'] ?? {}) as JsonObject
  if (query['queryTemplate'] !== undefined) throw notImplemented('queryTemplate of a search')
  const text = query['queryString']
  if (typeof text !== 'string' || text.trim() === '') throw badRequest("The property 'query.queryString' is missing.")
  // KQL beyond words: restrictions of properties, operators and brackets.
  if (/\b\w+\s*[:=<>]|\b(AND|OR|NOT|NEAR|ONEAR|XRANK|WORDS)\b|[()]/.test(text.replace(/https?:/g, '')))
    throw notImplemented('property restrictions and operators (KQL) in a search')
  const words = text.toLowerCase().replaceAll('"', '').replaceAll('*', '').split(/\s+/).filter(Boolean)
  const hits = findHits(call, types.map(String), words)
  const from = wholeNumber(request, 'from', 0, Number.MAX_SAFE_INTEGER)
  const size = wholeNumber(request, 'size', 25, largestPage)
  const page = hits.slice(from, from + size)
  return {
    searchTerms: words,
    hitsContainers: [
      {
        total: hits.length,
        moreResultsAvailable: from + page.length < hits.length,
        hits: page.map((hit, place) => ({
          hitId: hit.id,
          rank: from + place + 1,
          summary: hit.summary,
          resource: hit.resource,
        })),
      },
    ],
  }
}

function wholeNumber(request: JsonObject, name: string, usual: number, most: number): number {
  const value = request[name] ?? usual
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most) return value
  throw badRequest(`The property '${name}' must be a whole number up to ${most}.`)
}

function findHits(call: Call, types: readonly string[], words: readonly string[]): readonly Hit[] {
  const sites = sitesOfCaller(call).filter((site) => rightsOn(call, site).length > 0)
  const has = (text: string): boolean => words.every((word) => text.toLowerCase().includes(word))
  return sites.flatMap((site) => [
    ...(types.includes('site') && has(`${site.name} ${site.path}`)
      ? [
          {
            id: site.id,
            summary: site.name,
            resource: { '@odata.type': '#microsoft.graph.site', ...siteResource(site) },
          },
        ]
      : []),
    ...(types.includes('driveItem') ? fileHits(call, site, has) : []),
    ...listsOf(call, site).flatMap((where) => [
      ...(types.includes('list') && has(where.list.display_name)
        ? [
            {
              id: where.list.id,
              summary: where.list.display_name,
              resource: { '@odata.type': '#microsoft.graph.list', ...listResource(call, where) },
            },
          ]
        : []),
      ...(types.includes('listItem') ? rowHits(call, where, has) : []),
    ]),
  ])
}

function listsOf(call: Call, site: SiteRow): ListInSite[] {
  const mayManage = rightsOn(call, site).includes('manage')
  return call.service.store
    .all<ListRow>('SELECT * FROM lists WHERE site_id = ?', site.id)
    .filter(({ closed }) => closed === 0 || mayManage)
    .map((list) => ({ site, list }))
}

function fileHits(call: Call, site: SiteRow, has: (text: string) => boolean): Hit[] {
  const drive = findDrive(call.service.store, site.drive_id)
  if (!drive) return []
  return call.service.store
    .all<DriveItemRow>(
      'SELECT * FROM drive_items WHERE drive_id = ? AND deleted = 0 AND parent_id IS NOT NULL',
      drive.id,
    )
    .filter(({ name }) => has(name))
    .map((item) => ({
      id: item.id,
      summary: item.name,
      resource: { '@odata.type': '#microsoft.graph.driveItem', ...driveItemResource(call, drive, item) },
    }))
}

function rowHits(call: Call, where: ListInSite, has: (text: string) => boolean): Hit[] {
  return call.service.store
    .all<ItemRow>('SELECT * FROM items WHERE list_id = ? AND deleted = 0', where.list.id)
    .filter(({ fields }) => has(fields))
    .map((item) => ({
      id: item.guid,
      summary: '',
      resource: {
        '@odata.type': '#microsoft.graph.listItem',
        ...itemResource(call, where, item, { select: null, fields: plainExpansion }),
      },
    }))
}
