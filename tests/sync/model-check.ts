import { isRead } from '../../src/domain/reading/read-marks.ts'
import { readAllPages } from '../../src/graph/paging.ts'
import { rowsPath, sitePathTo } from '../../src/graph/site.ts'
import type { MeetingRecord } from '../../src/workflows/ports.ts'
import { inOrder, pick, type WireItem } from './model-rows.ts'
import type { ModelRun } from './model-run.ts'

/** Lists with the column that makes a row the same row, and the columns whose history is followed. */
const followed = [
  { list: 'Proposals', key: 'ProposalKey', columns: ['Title'] },
  { list: 'StatusNotes', key: 'NoteKey', columns: ['Text'] },
  { list: 'AgendaItems', key: 'ItemKey', columns: ['Decision', 'SortRank'] },
  { list: 'Meetings', key: 'MeetingKey', columns: ['Start'] },
] as const
type Followed = (typeof followed)[number]

/** All is calm again: pages are opened anew, what waits is sent, conflicts are settled. Gives what could not be. */
export async function calmDown(run: ModelRun): Promise<string[]> {
  run.place.tenant.faults.clear()
  for (const client of run.clients) client.offline = false
  for (const client of run.clients) {
    await client.start()
    await client.app.readMarks.open(run.place.meetingKey, {})
  }
  for (let round = 0; round < 12; round += 1) {
    for (const client of run.clients) {
      const { outbox } = client.app
      for (const { id, state } of outbox.entries()) if (state.kind === 'failed') await outbox.retry(id)
      await run.settle(client, 'mine')
      await outbox.send()
      client.app.passTime()
    }
    if (run.clients.every((client) => client.app.outbox.entries().length === 0)) return []
  }
  return run.clients.flatMap((client) =>
    client.app.outbox.entries().map((entry) => `${client.name} still has ${JSON.stringify(entry)}`),
  )
}

/** Everything that is not as promised. */
export async function findBreaches(run: ModelRun): Promise<string[]> {
  const { forumId, meetingKey } = run.place
  const views: MeetingRecord[] = []
  for (const { app } of run.clients) {
    views.push(await app.forum.readMeeting(forumId, meetingKey), await app.forum.pollMeeting(forumId, meetingKey))
  }
  const [first] = views
  const shapes = new Set(views.map((view) => JSON.stringify(inOrder(view))))
  const breaches = shapes.size === 1 ? [] : [`${shapes.size} different views of one meeting`]
  if (first) breaches.push(...rowBreaches(run, first), ...minutesBreaches(run, first))
  for (const list of followed) breaches.push(...(await historyBreaches(run, list)))
  return [...breaches, ...(await readingBreaches(run))]
}

function rowBreaches(run: ModelRun, view: MeetingRecord): string[] {
  const present = new Set<string>([...view.items, ...view.meetings].map(({ key }) => key))
  return [
    ...[...run.addedRows.keys()].filter((key) => !present.has(key)).map((key) => `${key} was acknowledged and is lost`),
    ...[...run.removedItems].filter((key) => present.has(key)).map((key) => `item ${key} was removed and is back`),
  ]
}

/** Whoever goes on with the minutes takes nothing away: every paragraph told to be stored is there once. */
function minutesBreaches(run: ModelRun, view: MeetingRecord): string[] {
  return run.paragraphs.flatMap(({ itemKey, text }) => {
    const item = view.items.find(({ key }) => key === itemKey)
    const count = item?.minutes.split('\n').filter((line) => line === text).length ?? 1
    return count === 1 ? [] : [`minutes of ${itemKey}: "${text}" was acknowledged and is there ${count} times`]
  })
}

async function historyBreaches(run: ModelRun, { columns, key, list }: Followed): Promise<string[]> {
  const { graph } = pick(run.clients, 0).app
  const { forumId } = run.place
  const rows = (await readAllPages(graph, rowsPath(forumId, list, [key]))) as WireItem[]
  const rowKeys = rows.map((row) => String(row.fields[key]))
  const breaches = new Set(rowKeys).size === rowKeys.length ? [] : [`a row of ${list} is there twice`]
  for (const [index, { id }] of rows.entries()) {
    const rowKey = rowKeys[index] ?? ''
    // Dead dates are written once and never changed.
    if (list === 'Meetings' && rowKey !== run.place.meetingKey) continue
    const path = `${sitePathTo(forumId, 'lists', list, 'items', id, 'versions')}?$expand=fields`
    const versions = ((await readAllPages(graph, path)) as WireItem[]).toReversed()
    for (const column of columns) {
      const history = [null, ...versions.map(({ fields }) => (fields[column] as string | undefined) ?? null)]
      breaches.push(...run.log.breaches({ rowKey, column }, history))
    }
  }
  const isWaiting = list === 'Proposals' || list === 'StatusNotes'
  return isWaiting ? [...breaches, ...run.log.missing(columns[0], new Set(rowKeys))] : breaches
}

/** What somebody has read is read on every device of theirs. */
async function readingBreaches(run: ModelRun): Promise<string[]> {
  const breaches: string[] = []
  for (const client of run.clients) {
    const stored = await client.app.files.readMarks(run.place.meetingKey)
    for (const { key, personId, stamp } of run.readings) {
      if (personId !== client.personId || (stored && isRead(stored, key, stamp))) continue
      breaches.push(`${personId} has read ${key} and it is not stored`)
    }
  }
  return breaches
}
