import type { AgendaFileReading } from '../workflows/read-agenda-file.ts'
import { readAgendaBytes } from './read-agenda-bytes.ts'

/**
 * pdf.js greets the page too when it is loaded in a worker, so what is ours says so. 'partMissing': a part of the reader
 * could not be fetched, as when the connection is gone.
 */
export type AgendaFileMessage = { readonly agendaFile: AgendaFileReading | 'partMissing' }

self.onmessage = async ({ data }: MessageEvent<{ readonly name: string; readonly bytes: Uint8Array }>) => {
  self.postMessage({ agendaFile: await readAgendaBytes(data).catch(orPartMissing) } satisfies AgendaFileMessage)
}

// A document never makes the reader throw, and the browser has one kind of error for a part it cannot fetch.
function orPartMissing(error: unknown): 'partMissing' {
  if (error instanceof TypeError && /import/i.test(error.message)) return 'partMissing'
  throw error
}
