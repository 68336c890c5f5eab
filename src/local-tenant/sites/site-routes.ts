import { type Answer, ok } from '../http/answer.ts'
import { type Call, contextOf } from '../http/call.ts'
import { notImplemented } from '../http/graph-error.ts'
import { cutPage } from '../http/paging.ts'
import { dispatch, type RouteTable } from '../http/routes.ts'
import { requireSiteScope, scopes } from '../identity/caller.ts'
import { applySelect } from '../odata/select.ts'
import { itemDeltaRoutes } from './item-delta.ts'
import { itemRoutes } from './item-routes.ts'
import { answerLists, answerNewList, listRoutes, type MakeDrive } from './list-routes.ts'
import { type ListInSite, requireList } from './list-store.ts'
import { requireSite, requireSiteByPath, rightsOn, type SiteRow, siteResource, sitesOfCaller } from './site-store.ts'

const siteShape = {
  type: 'site',
  known: [
    'id',
    'createdDateTime',
    'description',
    'lastModifiedDateTime',
    'name',
    'webUrl',
    'displayName',
    'root',
    'siteCollection',
    'sharepointIds',
    'isPersonalSite',
  ],
}

const siteTable: RouteTable<SiteRow> = {
  GET: (call, site) => {
    call.query.only('$select')
    const select = call.query.get('$select')
    return ok({
      '@odata.context': contextOf(
        call,
        select === null ? 'sites/$entity' : `sites(${select.replaceAll(' ', '')})/$entity`,
      ),
      ...applySelect(siteResource(site), select, siteShape),
    })
  },
  'GET lists': answerLists,
}

const wholeListTable: RouteTable<ListInSite> = { ...listRoutes, ...itemRoutes, ...itemDeltaRoutes }

/** How a site's drives are answered and made; given in, as drives know sites and not the other way round. */
export type SiteDrives = {
  readonly answer: (call: Call, site: SiteRow, rest: readonly string[]) => Answer
  readonly make: MakeDrive
}

/** Answers everything below /sites. */
export function answerSites(call: Call, rest: readonly string[], drives: SiteDrives): Answer {
  requireSiteScope(call.caller, scopes.siteFileRead)
  const [key, ...more] = rest
  if (key === undefined) return searchSites(call)
  if (more[0]?.startsWith(':')) {
    return answerSite(call, requireSiteByPath(call, key === 'root' ? '' : key, more[0]), more.slice(1), drives)
  }
  if (key.startsWith(':')) throw notImplemented('a site path without host name')
  return answerSite(call, requireSite(call, key), more, drives)
}

function answerSite(call: Call, site: SiteRow, rest: readonly string[], drives: SiteDrives): Answer {
  const [part, listKey, ...more] = rest
  const below = /^getByPath\(path='(.*)'\)$/i.exec(part ?? '')
  if (below) {
    const found = requireSiteByPath(call, site.id.split(',')[0] ?? '', `:${below[1] ?? ''}`)
    return answerSite(call, found, rest.slice(1), drives)
  }
  if (part === 'drive' || part === 'drives' || (part === 'lists' && more[0] === 'drive'))
    return drives.answer(call, site, rest)
  if (part === 'lists' && listKey !== undefined) {
    const where = requireList(call, site, listKey)
    if (more[0] === 'items' && more[2] === 'driveItem') return drives.answer(call, site, rest)
    return dispatch(wholeListTable, call, where, more)
  }
  if (part === 'lists' && rest.length === 1 && call.method === 'POST') return answerNewList(call, site, drives.make)
  return dispatch(siteTable, call, site, rest)
}

// GET /sites?search=word, over name and path of the sites one may read.
function searchSites(call: Call): Answer {
  if (call.method !== 'GET') throw notImplemented(`${call.method} /sites`)
  call.query.only('$search', '$select', '$top', '$skiptoken')
  const word = (call.query.get('$search') ?? '*').replace(/^"|"$/g, '').toLowerCase()
  const found = sitesOfCaller(call)
    .filter((site) => word === '*' || `${site.name} ${site.path}`.toLowerCase().includes(word))
    .filter((site) => rightsOn(call, site).length > 0)
  const { page, next } = cutPage(call, found, Math.min(call.query.top() ?? 200, 500))
  return ok({
    '@odata.context': contextOf(call, 'sites'),
    ...next,
    value: page.map((site) => applySelect(siteResource(site), call.query.get('$select'), siteShape)),
  })
}
