import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join, relative } from 'node:path'
import { tellFailure } from '../features/app/tell-failure.ts'
import { tellCounts, tellEntry } from '../features/import-archive/tell-entry.ts'
import { createForumPort } from '../graph/forum-port.ts'
import { createGraph } from '../graph/transport.ts'
import { waitOnClock } from '../graph/wait.ts'
import type { ForumId } from '../shared/ids.ts'
import { formatSize } from '../ui/dates.ts'
import { importArchiveDa } from '../ui/texts/da/import-archive.ts'
import { da } from '../ui/texts/da.ts'
import { ServiceError } from '../workflows/failure.ts'
import { type ArchiveEntry, type ArchiveFile, type ArchiveReport, importArchive } from '../workflows/import-archive.ts'
import { agendaFileLimitBytes, isAgendaFileName } from '../workflows/read-agenda-file.ts'
import { type Destination, openDestination, readImportWishes } from './import-destination.ts'
import { readAgendaBytes } from './read-agenda-bytes.ts'

// npm run import -- FOLDER --forum ID [--data DIR | --port N | --token TOKEN] [--person ID] [--any-forum]

async function main(): Promise<number> {
  const wishes = readImportWishes(process.argv.slice(2))
  if (typeof wishes === 'string') return fail(wishes)
  const files = await listFiles(wishes.folder)
  if (files === null) return fail(`Mappen "${wishes.folder}" findes ikke eller kan ikke åbnes.`)
  if (files.length === 0) return fail(importArchiveDa.noFiles)
  try {
    const destination = await openDestination(wishes)
    if (typeof destination === 'string') return fail(destination)
    return await importInto(destination, files, wishes.anyForum).finally(destination.close)
  } catch (error) {
    if (error instanceof ServiceError) return fail(tellFailure(error.failure, da))
    throw error
  }
}

async function importInto(
  { clock, forum: { id, name }, send }: Destination,
  files: readonly ArchiveFile[],
  anyForum: boolean,
): Promise<number> {
  const forumId = id as ForumId
  const graph = createGraph({ send, sleep: waitOnClock, random: Math.random })
  const forum = createForumPort(graph, { forums: [{ id: forumId, name }], clock })
  let isStopped = false
  process.once('SIGINT', () => {
    isStopped = true
    say(importArchiveDa.stopping)
  })
  const ports = { forum, reader: { read: readAgendaFile }, clock, wait: (ms: number) => waitOnClock(ms) }
  return report(await importArchive(ports, forumId, files, sayEntry, { anyForum, isStopped: () => isStopped }))
}

/** Every file of a folder and the folders in it that may hold an agenda, by path; null when the folder cannot be read. */
async function listFiles(folder: string): Promise<readonly ArchiveFile[] | null> {
  try {
    const found = await readdir(folder, { recursive: true, withFileTypes: true })
    return found
      .filter((entry) => entry.isFile() && isAgendaFileName(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => ({ name: relative(folder, path), open: () => openFile(path) }))
  } catch {
    // Missing, forbidden or no folder: for the reader of the message these are one.
    return null
  }
}

/** A file too large to be read is not brought into memory either: its size alone goes on. */
async function openFile(path: string): Promise<File | null> {
  try {
    const { size } = await stat(path)
    const bytes = size > agendaFileLimitBytes ? new Uint8Array(agendaFileLimitBytes + 1) : await readFile(path)
    return new File([new Uint8Array(bytes)], basename(path))
  } catch {
    // Moved, deleted or locked meanwhile: told as one of the files that cannot be read.
    return null
  }
}

async function readAgendaFile(file: File) {
  return readAgendaBytes({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
}

const reasons = {
  failure: (failure: ServiceError['failure']) => tellFailure(failure, da),
  unreadable: (reason: keyof typeof da.importing.unreadable) =>
    reason === 'tooLarge'
      ? da.importing.unreadable.tooLarge(formatSize(agendaFileLimitBytes, 'da'))
      : da.importing.unreadable[reason],
}

function sayEntry(entry: ArchiveEntry, done: number, all: number): void {
  say(
    `${String(done).padStart(String(all).length)}/${all}  ${entry.file}\n    ${tellEntry(entry, importArchiveDa, 'da', reasons)}`,
  )
}

function report({ entries, stopped }: ArchiveReport): number {
  say(`\n${tellCounts(entries, importArchiveDa).join('\n')}`)
  if (stopped === null) return 0
  const { asked, failure } = importArchiveDa.stopped
  return fail(stopped === 'asked' ? asked : failure(tellFailure(stopped, da)), 1)
}

function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`)
}

function fail(sentence: string, code = 2): number {
  process.stderr.write(`${sentence}\n`)
  return code
}

process.exitCode = await main()
