import { ServiceError } from '../../workflows/failure.ts'
import { outsideAddress } from '../outside-address.ts'
import { readList, readRecord, readText } from '../read-wire.ts'
import { troubleOf } from '../to-service-error.ts'
import type { Graph } from '../transport.ts'

/** 5 MiB: sixteen times the 320 KiB every piece but the last must be a multiple of. */
const CHUNK_BYTES = 16 * 320 * 1024
const MOST_RECOVERIES = 5

/** Sends a file to an upload session, piece by piece and without a token; gives the finished driveItem as it came. */
export async function uploadInChunks(graph: Graph, uploadUrl: string, file: Blob): Promise<unknown> {
  const address = outsideAddress(uploadUrl)
  let recoveries = 0
  for (let start = 0; start < file.size; ) {
    const end = Math.min(start + CHUNK_BYTES, file.size)
    try {
      const { isDone, body } = await putChunk(graph, address, file, start, end)
      if (isDone) return body
      const next = nextStart(body) ?? end
      if (next <= start) recoveries += 1
      if (recoveries > MOST_RECOVERIES) break
      start = next
    } catch (error) {
      // 416: the piece had arrived before its answer was lost. The session knows how far it has come.
      recoveries += 1
      if (troubleOf(error)?.status !== 416 || recoveries > MOST_RECOVERIES) throw await cancel(graph, address, error)
      const make = (signal: AbortSignal): Request => new Request(address, { signal })
      const session = await graph.exchange(make, (response) => response.json(), { repeatable: true })
      start = nextStart(session) ?? start
    }
  }
  throw await cancel(graph, address, new ServiceError({ kind: 'unavailable' }))
}

function putChunk(
  graph: Graph,
  address: string,
  file: Blob,
  start: number,
  end: number,
): Promise<{ isDone: boolean; body: unknown }> {
  const headers = {
    'Content-Range': `bytes ${start}-${end - 1}/${file.size}`,
    'Content-Type': 'application/octet-stream',
  }
  const make = (signal: AbortSignal): Request =>
    new Request(address, { method: 'PUT', headers, body: file.slice(start, end), signal })
  const read = async (response: Response): Promise<{ isDone: boolean; body: unknown }> => ({
    isDone: response.status !== 202,
    body: await response.json(),
  })
  return graph.exchange(make, read, { repeatable: true })
}

// "12345-" or "12345-99999": the first byte the session still wants.
function nextStart(body: unknown): number | null {
  const range = readText(readList(readRecord(body)['nextExpectedRanges'])[0])
  const start = Number.parseInt(range, 10)
  return Number.isNaN(start) ? null : start
}

// An abandoned session keeps its pieces against the quota until it expires. Its own failure to end changes nothing.
async function cancel(graph: Graph, address: string, error: unknown): Promise<unknown> {
  const make = (signal: AbortSignal): Request => new Request(address, { method: 'DELETE', signal })
  await graph.exchange(make, async () => null).catch(() => null)
  return error
}
