import { ServiceError } from '../workflows/failure.ts'
import { readFurtherPages } from './paging.ts'
import { readList, readNumber, readRecord } from './read-wire.ts'
import { toServiceError } from './to-service-error.ts'
import type { Graph } from './transport.ts'

/** One request inside a batch. `path` begins with "/" and has its values encoded: a bare "//" or "&" would cut it. */
export type BatchPart = {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
  /** May be sent again without harm; always so for GET and with If-Match. */
  readonly repeatable?: boolean
}

/** What one part came to. A failure is a value, so that no part's failure hides or loses the others. */
export type PartAnswer =
  | { readonly kind: 'ok'; readonly body: unknown }
  | { readonly kind: 'failed'; readonly error: ServiceError }

/** Graph takes no more in one call (PLATFORM F5.14). */
const MOST_PARTS = 20

/**
 * Sends the parts in as few calls as Graph allows, and gives their answers in the same order. Parts that were throttled
 * or met a busy server are sent again, after the longest wait any of them asked for. Throws only when a whole call fails.
 */
export async function sendBatch(graph: Graph, parts: readonly BatchPart[]): Promise<readonly PartAnswer[]> {
  const chunks: BatchPart[][] = []
  for (let start = 0; start < parts.length; start += MOST_PARTS) chunks.push(parts.slice(start, start + MOST_PARTS))
  return (await Promise.all(chunks.map((chunk) => sendChunk(graph, chunk)))).flat()
}

/** Reads several collections in one call; each part whole, further pages followed. Failures as values. */
export async function readCollections(
  graph: Graph,
  paths: readonly string[],
): Promise<readonly (readonly unknown[] | ServiceError)[]> {
  const answers = await sendBatch(
    graph,
    paths.map((path) => ({ method: 'GET', path })),
  )
  return Promise.all(
    answers.map(async (answer) => {
      if (answer.kind === 'failed') return answer.error
      return readFurtherPages(graph, answer.body).catch(asServiceError)
    }),
  )
}

function asServiceError(error: unknown): ServiceError {
  if (error instanceof ServiceError) return error
  throw error
}

async function sendChunk(graph: Graph, parts: readonly BatchPart[]): Promise<PartAnswer[]> {
  const answers: PartAnswer[] = []
  let open = parts.map((_, index) => index)
  for (let tries = 1; open.length > 0; tries += 1) {
    for (const [index, answer] of await sendOnce(graph, parts, open)) answers[index] = answer
    open = await waitForRepeats(graph, tries, parts, answers, open)
  }
  return answers
}

async function sendOnce(
  graph: Graph,
  parts: readonly BatchPart[],
  indexes: readonly number[],
): Promise<Map<number, PartAnswer>> {
  const requests = indexes.flatMap((index) => {
    const part = parts[index]
    if (!part) return []
    const headers = { ...part.headers, ...(part.body === undefined ? {} : { 'Content-Type': 'application/json' }) }
    const extra = part.body === undefined ? {} : { body: part.body }
    return [{ id: String(index), method: part.method, url: part.path, headers, ...extra }]
  })
  const repeatable = indexes.every((index) => mayRepeat(parts[index]))
  const body = await graph.post('/$batch', { requests }, { repeatable })
  const answers = new Map<number, PartAnswer>(indexes.map((index) => [index, missing()]))
  for (const response of readList(readRecord(body)['responses'])) {
    const { id, status, headers, body: partBody } = readRecord(response)
    const index = Number(id)
    if (answers.has(index)) answers.set(index, toPartAnswer(readNumber(status) ?? 0, readRecord(headers), partBody))
  }
  return answers
}

function toPartAnswer(status: number, headers: Readonly<Record<string, unknown>>, body: unknown): PartAnswer {
  if (status >= 200 && status < 300) return { kind: 'ok', body: body ?? null }
  const header = Object.entries(headers).find(([name]) => name.toLowerCase() === 'retry-after')
  return { kind: 'failed', error: toServiceError(status, body, header ? String(header[1]) : null) }
}

function missing(): PartAnswer {
  return { kind: 'failed', error: new ServiceError({ kind: 'unavailable' }) }
}

// The indexes to send again, once the longest of their waits is over. 424 (a part this one waits for failed) and all
// true refusals stay as they are.
async function waitForRepeats(
  graph: Graph,
  tries: number,
  parts: readonly BatchPart[],
  answers: readonly PartAnswer[],
  indexes: readonly number[],
): Promise<number[]> {
  const waits = indexes.map(async (index) => {
    const answer = answers[index]
    if (answer?.kind !== 'failed' || !mayRepeat(parts[index])) return []
    return (await graph.waitBeforeRetry(tries, answer.error)) ? [index] : []
  })
  return (await Promise.all(waits)).flat()
}

function mayRepeat(part: BatchPart | undefined): boolean {
  return part?.repeatable ?? (part?.method === 'GET' || part?.headers?.['If-Match'] !== undefined)
}
