import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { readDocument } from '../documents/read-document.ts'
import { unreadableSentence } from '../documents/unreadable-sentence.ts'
import { readAgenda } from '../domain/agenda/read-agenda.ts'

const noAgendaExit = 3
const unreadableExit = 2

process.exitCode = await parseFile(process.argv[2])

/** Prints what was read of a file as the JSON of the agenda contract; the exit code says what came of it. */
async function parseFile(path: string | undefined): Promise<number> {
  if (path === undefined) return tell('Angiv den fil, der skal læses: npm run --silent parse -- FIL')
  const bytes = await readBytes(path)
  if (bytes === null) return tell(`Filen "${path}" findes ikke eller kan ikke åbnes.`)
  const reading = await readDocument({ name: basename(path), bytes })
  if (reading.kind === 'unreadable')
    return tell(`Filen "${basename(path)}" kan ikke læses. ${unreadableSentence(reading.reason)}`)
  const { value } = readAgenda(reading.outline)
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`)
  return value.kind === 'none' ? noAgendaExit : 0
}

async function readBytes(path: string): Promise<Uint8Array | null> {
  try {
    if (!(await stat(path)).isFile()) return null
    return await readFile(path)
  } catch {
    // Missing, forbidden or vanished: for the reader of the message these are one.
    return null
  }
}

function tell(message: string): number {
  process.stderr.write(`${message}\n`)
  return unreadableExit
}
