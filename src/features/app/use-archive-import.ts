import { useQueryClient } from '@tanstack/react-query'
import { type RefObject, useEffect, useRef, useState } from 'react'
import type { ForumId } from '../../shared/ids.ts'
import { useImportArchiveTexts } from '../../ui/texts/import-archive.ts'
import { useTexts } from '../../ui/texts/texts.tsx'
import { type ArchiveEntry, importArchive } from '../../workflows/import-archive.ts'
import { useServices } from './services.ts'
import { tellFailure, tellSaveError } from './tell-failure.ts'

/** An archive import of this screen: what is chosen, how far it is, why it ended. */
type ArchiveRun = {
  readonly phase: 'choosing' | 'running' | 'done'
  readonly all: number
  readonly entries: readonly ArchiveEntry[]
  /** Why it ended before the last file; null when it did not. */
  readonly ended: string | null
}

const atRest: ArchiveRun = { phase: 'choosing', all: 0, entries: [], ended: null }

/** Runs an archive import in the page; each file is read in a worker of its own. Leaving the screen stops it. */
export function useArchiveImport() {
  const texts = useTexts()
  const told = useImportArchiveTexts()
  const { agendaFiles, clock, forum } = useServices()
  const client = useQueryClient()
  const [run, setRun] = useState(atRest)
  const isStopped = useRef(false)
  useEffect(() => () => stopNow(isStopped), [])
  const start = async (forumId: ForumId, files: readonly File[], anyForum: boolean) => {
    isStopped.current = false
    setRun({ ...atRest, phase: 'running', all: files.length })
    const waiting = files.map((file) => ({ name: file.webkitRelativePath || file.name, open: async () => file }))
    const note = (entry: ArchiveEntry) => setRun((before) => ({ ...before, entries: [...before.entries, entry] }))
    const ports = { forum, reader: agendaFiles, clock, wait }
    let ended: string | null = null
    try {
      const { stopped } = await importArchive(ports, forumId, waiting, note, {
        anyForum,
        isStopped: () => isStopped.current,
      })
      if (stopped === 'asked') ended = told.stopped.asked
      else if (stopped !== null) ended = told.stopped.failure(tellFailure(stopped, texts))
    } catch (error) {
      ended = told.stopped.failure(tellSaveError(error, texts))
    } finally {
      setRun((before) => ({ ...before, phase: 'done', ended }))
      await client.invalidateQueries()
    }
  }
  return { run, start, stop: () => stopNow(isStopped), clear: () => setRun(atRest) }
}

function stopNow(isStopped: RefObject<boolean>): void {
  isStopped.current = true
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
