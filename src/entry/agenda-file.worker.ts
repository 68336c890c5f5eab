import type { AgendaFileReading } from '../workflows/read-agenda-file.ts'
import { readAgendaBytes } from './read-agenda-bytes.ts'

/** pdf.js greets the page too when it is loaded in a worker, so what is ours says so. */
export type AgendaFileMessage = { readonly agendaFile: AgendaFileReading }

self.onmessage = async ({ data }: MessageEvent<{ readonly name: string; readonly bytes: Uint8Array }>) => {
  self.postMessage({ agendaFile: await readAgendaBytes(data) } satisfies AgendaFileMessage)
}
