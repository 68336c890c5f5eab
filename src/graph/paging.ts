import { ServiceError } from '../workflows/failure.ts'
import { readList, readRecord, readText } from './read-wire.ts'
import type { CallOptions, Graph } from './transport.ts'

const MOST_PAGES = 40

/** All rows of a collection whose first page is at hand: follows Graph's absolute links, at most 40 of them. */
export async function readFurtherPages(
  graph: Graph,
  firstPage: unknown,
  options?: CallOptions,
): Promise<readonly unknown[]> {
  const rows = [...readList(readRecord(firstPage)['value'])]
  let next = nextLinkOf(firstPage)
  for (let pages = 1; next !== ''; pages += 1) {
    // Cutting the rest off in silence would show half a meeting as if it were whole.
    if (pages >= MOST_PAGES) throw new ServiceError({ kind: 'rejected', reason: 'The list has too many pages.' })
    const page = await graph.get(next, options)
    rows.push(...readList(readRecord(page)['value']))
    next = nextLinkOf(page)
  }
  return rows
}

/** All rows of a collection. */
export async function readAllPages(graph: Graph, path: string, options?: CallOptions): Promise<readonly unknown[]> {
  return readFurtherPages(graph, await graph.get(path, options), options)
}

function nextLinkOf(page: unknown): string {
  return readText(readRecord(page)['@odata.nextLink'])
}
