import { type Answer, type JsonObject, ok } from '../http/answer.ts'
import { type Call, contextOf, linkTo } from '../http/call.ts'
import { readDeltaToken, writeDeltaToken } from '../http/delta-token.ts'
import { invalidRequest, notImplemented } from '../http/graph-error.ts'
import { markNumber, type PageMark } from '../http/paging.ts'
import { applySelect } from '../odata/select.ts'
import { driveItemResource, driveItemShape } from './drive-item-resource.ts'
import { type DrivePlace, requireItemAt } from './drive-place.ts'
import { type DriveItemRow, findDriveItem } from './drive-store.ts'

const defaultPage = 200

/** root/delta: every file and folder, then what changed, in the order of change. */
export function answerDriveDelta(call: Call, place: DrivePlace): Answer {
  call.query.only('$select', '$top', 'token', '$skiptoken', '$deltatoken')
  if (requireItemAt(place).parent_id !== null) throw notImplemented('delta of a folder')
  const { store } = call.service
  const path = `${linkTo(call, call.path)}?`
  const keep = { token: null, $skiptoken: null, $deltatoken: null }
  const asked = call.query.get('token')
  const moment = asked !== null && /^\d{4}-\d\d-\d\dT/.test(asked) ? asked : null
  const token = moment === null ? readDeltaToken(call, path + call.query.with(keep)) : markAt(call, place, moment)
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
  return page(call, place, isFirst ? shown : withParents(call, shown), next)
}

// A moment in the place of a token: what changed since then (driveitem-delta in the documentation, Business only).
function markAt(call: Call, place: DrivePlace, moment: string): PageMark {
  if (Number.isNaN(Date.parse(moment))) throw invalidRequest('The token is not a moment.')
  const row = call.service.store.get<{ seq: number | null }>(
    'SELECT max(seq) AS seq FROM drive_items WHERE drive_id = ? AND modified_at < ?',
    place.drive.id,
    `${new Date(moment).toISOString().slice(0, 19)}Z`,
  )
  return { seq: row?.seq ?? 0 }
}

// The folders above what changed come with it, unless the client asks to leave them out.
function withParents(call: Call, rows: readonly DriveItemRow[]): readonly DriveItemRow[] {
  if (call.headers.has('deltaexcludeparent')) return rows
  const above = new Map<string, DriveItemRow>()
  const told = new Set(rows.map(({ id }) => id))
  for (const row of rows) {
    for (const parent of foldersAbove(call, row)) if (!told.has(parent.id)) above.set(parent.id, parent)
  }
  return [...above.values(), ...rows]
}

// From the root down.
function foldersAbove(call: Call, row: DriveItemRow): readonly DriveItemRow[] {
  const parent = row.parent_id === null ? undefined : findDriveItem(call.service.store, row.drive_id, row.parent_id)
  return parent ? [...foldersAbove(call, parent), parent] : []
}

function page(call: Call, place: DrivePlace, rows: readonly DriveItemRow[], link: Record<string, string>): Answer {
  return ok({
    '@odata.context': contextOf(call, 'Collection(driveItem)'),
    ...link,
    value: rows.map((row) => entry(call, place, row)),
  })
}

// In a delta a parent has no path, and there is no cTag; what is deleted has no name (OneDrive for Business).
function entry(call: Call, { drive }: DrivePlace, row: DriveItemRow): JsonObject {
  if (row.deleted === 1) {
    return { id: row.id, parentReference: { driveId: drive.id, id: row.parent_id }, deleted: { state: 'deleted' } }
  }
  const { cTag: _cTag, parentReference, ...rest } = driveItemResource(call, drive, row)
  const { path: _path, ...parent } = parentReference as JsonObject
  return applySelect({ ...rest, parentReference: parent }, call.query.get('$select'), driveItemShape)
}
