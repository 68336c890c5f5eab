import { readDocument } from '../documents/read-document.ts'
import { readAgenda } from '../domain/agenda/read-agenda.ts'
import type { AgendaFileReading } from '../workflows/read-agenda-file.ts'

/** From a file's bytes to what was understood of it: bytes, outline, agenda, with the findings of all three. */
export async function readAgendaBytes(file: {
  readonly name: string
  readonly bytes: Uint8Array
}): Promise<AgendaFileReading> {
  const reading = await readDocument(file)
  if (reading.kind === 'unreadable') return reading
  const agenda = readAgenda(reading.outline)
  if (agenda.value.kind === 'none') return { kind: 'none', why: agenda.value.warnings[0]?.message ?? null }
  return {
    kind: 'agenda',
    document: agenda.value,
    findings: [...reading.findings, ...agenda.findings],
    outline: reading.outline,
  }
}
