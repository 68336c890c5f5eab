import type { Forum } from '../../domain/forum/forum.ts'
import { ServiceError } from '../../workflows/failure.ts'
import { type ColumnDefinition, FORUM_LISTS, type ListDefinition, SCHEMA_VERSION } from '../forum-schema.ts'
import { readAllPages } from '../paging.ts'
import { readRecord, readText } from '../read-wire.ts'
import { rowsPath, sitePathTo } from '../site.ts'
import type { Graph } from '../transport.ts'

/** What provisioning did, for the person who ran it. */
export type ProvisionReport = { readonly madeLists: readonly string[]; readonly addedColumns: readonly string[] }

/**
 * Gives a site the lists a forum needs. Run again it adds what is missing and changes nothing else; columns are never
 * removed. Needs Sites.Manage.All (PLATFORM F5.1), which the app itself never asks for.
 */
export async function provisionForum(graph: Graph, forum: Forum): Promise<ProvisionReport> {
  const madeLists: string[] = []
  const addedColumns: string[] = []
  const stored = await readAllPages(graph, `${sitePathTo(forum.id, 'lists')}?$select=id,name,displayName`)
  const names = new Set(stored.map((list) => readText(readRecord(list)['name'])))
  for (const list of FORUM_LISTS) {
    if (names.has(list.name)) {
      addedColumns.push(...(await addMissingColumns(graph, forum, list)))
    } else {
      await makeList(graph, forum, list)
      madeLists.push(list.name)
    }
  }
  await writeConfig(graph, forum)
  return { madeLists, addedColumns }
}

// A name carries the list's uniqueness: made twice, the second time is refused with 409 and the list is there.
async function makeList(graph: Graph, { id }: Forum, { name, columns }: ListDefinition): Promise<void> {
  const body = { displayName: name, columns, list: { template: 'genericList' } }
  await graph.post(sitePathTo(id, 'lists'), body, { repeatable: true }).catch((error: unknown) => {
    if (!(error instanceof ServiceError) || error.failure.kind !== 'changedMeanwhile') throw error
  })
}

async function addMissingColumns(graph: Graph, { id }: Forum, list: ListDefinition): Promise<readonly string[]> {
  const path = sitePathTo(id, 'lists', list.name, 'columns')
  const stored = await readAllPages(graph, path)
  const names = new Set(stored.map((column) => readText(readRecord(column)['name'])))
  const missing = list.columns.filter((column: ColumnDefinition) => !names.has(column.name))
  for (const column of missing) await graph.post(path, column)
  return missing.map((column) => `${list.name}.${column.name}`)
}

async function writeConfig(graph: Graph, forum: Forum): Promise<void> {
  const rows = await readAllPages(graph, rowsPath(forum.id, 'Config', ['SchemaVersion']))
  if (rows.length > 0) return
  const fields = {
    Title: forum.name,
    SchemaVersion: SCHEMA_VERSION,
    ForumName: forum.name,
    TimeZone: forum.timeZone,
    Members: JSON.stringify(forum.members),
    Aliases: JSON.stringify(forum.aliases),
  }
  await graph.post(sitePathTo(forum.id, 'lists', 'Config', 'items'), { fields })
}
