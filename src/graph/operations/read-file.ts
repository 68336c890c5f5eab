import { ServiceError } from '../../workflows/failure.ts'
import { outsideAddress } from '../outside-address.ts'
import { readNumber, readRecord, readText } from '../read-wire.ts'
import type { Graph } from '../transport.ts'

function itemPath(driveId: string, driveItemId: string): string {
  return `/drives/${encodeURIComponent(driveId)}/items/${encodeURIComponent(driveItemId)}`
}

/**
 * The bytes of a library file. /content answers with a redirect that browsers may not follow across origins, so the
 * address of the bytes is asked for first (PLATFORM F5.20); it lives for minutes and is never kept.
 */
export async function readFile(graph: Graph, driveId: string, driveItemId: string, limitBytes: number): Promise<Blob> {
  const path = `${itemPath(driveId, driveItemId)}?$select=id,size,file,@microsoft.graph.downloadUrl`
  const item = readRecord(await graph.get(path))
  if ((readNumber(item['size']) ?? 0) > limitBytes) throw new ServiceError({ kind: 'tooLarge', limitBytes })
  const address = outsideAddress(readText(item['@microsoft.graph.downloadUrl']))
  return graph.exchange(
    (signal) => new Request(address, { signal }),
    (response) => response.blob(),
    { repeatable: true },
  )
}

/** The address that opens the file in the browser for a signed-in person. */
export async function readFileAddress(graph: Graph, driveId: string, driveItemId: string): Promise<string> {
  const item = readRecord(await graph.get(`${itemPath(driveId, driveItemId)}?$select=id,webUrl`))
  return outsideAddress(readText(item['webUrl']))
}
