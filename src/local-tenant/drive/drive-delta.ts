import { type Answer, type JsonObject, ok } from '../http/answer.ts'
import { type Call, contextOf, linkTo } from '../http/call.ts'
import { readDeltaToken, writeDeltaToken } from '../http/delta-token.ts'
import { notImplemented } from '../http/graph-error.ts'
import { markNumber } from '../http/paging.ts'
import { applySelect } from '../odata/select.ts'
import { driveItemResource, driveItemShape } from './drive-item-resource.ts'
import { type DrivePlace, requireItemAt } from './drive-place.ts'
import type { DriveItemRow } from './drive-store.ts'

const defaultPage = 200

/** root/delta: every file and folder, then what changed, in the order of change. */
export function answerDriveDelta(call: Call, place: DrivePlace): Answer {
  call.query.only('$select', '$top', 'token', '$skiptoken', '$deltatoken')
  if (requireItemAt(place).parent_id !== null) throw notImplemented('delta of a folder')
  const { store } = call.service
  const path = `${linkTo(call, call.path)}?`
  const keep = { token: null, $skiptoken: null, $deltatoken: null }
  const token = readDeltaToken(call, path + call.query.with(keep))
  const last =
    store.get<{ seq: number | null }>('SELECT max(seq) AS seq FROM drive_items WHERE drive_id = ?', place.drive.id)
      ?.seq ?? 0
  const link = (seq: number, first: boolean): string =>
    path + call.query.with({ ...keep, token: writeDeltaToken({ seq, ...(first ? { first } : {}) }) })
  if (token === 'latest') return page(call, place, [], { '@odata.deltaLink': link(last, false) })
  const since = markNumber(token, 'seq')
  const isFirst = token === null || token['first'] === true
  const pageSize = Math.min(call.query.top() ?? defaultPage, 1_000)
  const rows = store.all<DriveItemRow>(
    `SELECT * FROM drive_items WHERE drive_id = ? AND seq > ? ${isFirst ? 'AND deleted = 0' : ''} ORDER BY seq LIMIT ?`,
    place.drive.id,
    since,
    pageSize + 1,
  )
  const shown = rows.slice(0, pageSize)
  const reached = shown.at(-1)?.seq ?? since
  const next =
    rows.length > pageSize
      ? { '@odata.nextLink': link(reached, isFirst) }
      : { '@odata.deltaLink': link(Math.max(reached, isFirst ? last : 0), false) }
  return page(call, place, shown, next)
}

function page(call: Call, place: DrivePlace, rows: readonly DriveItemRow[], link: Record<string, string>): Answer {
  return ok({
    '@odata.context': contextOf(call, 'Collection(driveItem)'),
    ...link,
    value: rows.map((row) => entry(call, place, row)),
  })
}

function entry(call: Call, { drive }: DrivePlace, row: DriveItemRow): JsonObject {
  if (row.deleted === 0)
    return applySelect(driveItemResource(call, drive, row), call.query.get('$select'), driveItemShape)
  return {
    id: row.id,
    name: row.name,
    parentReference: { driveId: drive.id, id: row.parent_id },
    deleted: { state: 'deleted' },
  }
}
