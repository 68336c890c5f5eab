import { readDocument } from '../../../../src/documents/read-document.ts'
import { readAgenda } from '../../../../src/domain/agenda/read-agenda.ts'
import { renderDocx } from '../../../fixtures/agendas/render-fixture.ts'

/** The agenda read from a plain text. */
export function readText(text: string, name = 'dokument.txt') {
  return read(name, new TextEncoder().encode(text))
}

/** The agenda read from a Word document made of the fixtures' markup (fixtures/agendas/README.md). */
export async function readWord(markup: string) {
  return read('dokument.docx', await renderDocx(markup.split('\n')))
}

async function read(name: string, bytes: Uint8Array) {
  const reading = await readDocument({ name, bytes })
  if (reading.kind !== 'outline') throw new Error(`${name}: ${reading.reason}`)
  return readAgenda(reading.outline).value
}
