import { type JsonObject, ok } from '../http/answer.ts'
import { type Call, contextOf, linkTo } from '../http/call.ts'
import { readDeltaToken, writeDeltaToken } from '../http/delta-token.ts'
import { markNumber } from '../http/paging.ts'
import type { RouteTable } from '../http/routes.ts'
import { eTagOf, type ItemView, itemResource, readItemView } from './item-resource.ts'
import type { ItemRow } from './item-store.ts'
import type { ListInSite } from './list-store.ts'

const defaultPage = 200
const largestPage = 1_000

/** Delta of a list: last state of what changed since the token, in the order of change. Its cost does not grow with the list. */
export const itemDeltaRoutes: RouteTable<ListInSite> = {
  'GET items/delta': answerItemDelta,
}

function answerItemDelta(call: Call, where: ListInSite) {
  call.query.only('$select', '$expand', '$top', 'token', '$skiptoken', '$deltatoken')
  const path = `${linkTo(call, call.path)}?`
  const keep = { token: null, $skiptoken: null, $deltatoken: null }
  const token = readDeltaToken(call, path + call.query.with(keep))
  const view = readItemView(call, where, call.query.get('$expand') === null)
  if (token === 'latest') {
    return page(call, where, [], {
      '@odata.deltaLink': path + call.query.with({ ...keep, token: tokenAt(lastChange(call, where), true) }),
    })
  }
  const since = markNumber(token, 'seq')
  const isFirstRound = token === null || token['first'] === true
  const pageSize = Math.min(call.query.top() ?? defaultPage, largestPage)
  const rows = changedSince(call, where, since, pageSize + 1, isFirstRound)
  const shown = rows.slice(0, pageSize)
  const reached = shown.at(-1)?.seq ?? since
  const link =
    rows.length > pageSize
      ? { '@odata.nextLink': path + call.query.with({ ...keep, token: tokenAt(reached, !isFirstRound) }) }
      : {
          '@odata.deltaLink':
            path +
            call.query.with({
              ...keep,
              token: tokenAt(Math.max(reached, isFirstRound ? lastChange(call, where) : reached), true),
            }),
        }
  return page(
    call,
    where,
    shown.map((row) => entry(call, where, row, view)),
    link,
  )
}

function tokenAt(seq: number, later: boolean): string {
  return writeDeltaToken({ seq, ...(later ? {} : { first: true }) })
}

function page(call: Call, where: ListInSite, value: readonly JsonObject[], link: Record<string, string>) {
  return ok({
    '@odata.context': contextOf(call, `sites('${encodeURIComponent(where.site.id)}')/lists('${where.list.id}')/items`),
    ...link,
    value,
  })
}

// A first round does not tell of what was deleted before it began.
function changedSince(
  call: Call,
  { list }: ListInSite,
  since: number,
  limit: number,
  isFirstRound: boolean,
): ItemRow[] {
  return call.service.store.all<ItemRow>(
    `SELECT * FROM items WHERE list_id = ? AND seq > ? ${isFirstRound ? 'AND deleted = 0' : ''} ORDER BY seq LIMIT ?`,
    list.id,
    since,
    limit,
  )
}

function lastChange(call: Call, { list }: ListInSite): number {
  return (
    call.service.store.get<{ seq: number | null }>('SELECT max(seq) AS seq FROM items WHERE list_id = ?', list.id)
      ?.seq ?? 0
  )
}

function entry(call: Call, where: ListInSite, row: ItemRow, view: ItemView): JsonObject {
  if (row.deleted === 0) return itemResource(call, where, row, view)
  return {
    '@odata.etag': eTagOf(row),
    id: String(row.id),
    parentReference: { id: where.list.id, siteId: where.site.id },
    contentType: { name: row.content_type },
    deleted: { state: 'deleted' },
  }
}
