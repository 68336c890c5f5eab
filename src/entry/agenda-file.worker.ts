import { readDocument } from '../documents/read-document.ts'
import { readAgenda } from '../domain/agenda/read-agenda.ts'
import type { AgendaFileReading } from '../workflows/read-agenda-file.ts'

/** pdf.js greets the page too when it is loaded in a worker, so what is ours says so. */
export type AgendaFileMessage = { readonly agendaFile: AgendaFileReading }

async function read(file: { readonly name: string; readonly bytes: Uint8Array }): Promise<AgendaFileReading> {
  const reading = await readDocument(file)
  if (reading.kind === 'unreadable') return reading
  const agenda = readAgenda(reading.outline)
  if (agenda.value.kind === 'none') return { kind: 'none' }
  return {
    kind: 'agenda',
    document: agenda.value,
    findings: [...reading.findings, ...agenda.findings],
    outline: reading.outline,
  }
}

self.onmessage = async ({ data }: MessageEvent<{ readonly name: string; readonly bytes: Uint8Array }>) => {
  self.postMessage({ agendaFile: await read(data) } satisfies AgendaFileMessage)
}
