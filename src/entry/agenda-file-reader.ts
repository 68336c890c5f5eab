import { ServiceError } from '../workflows/failure.ts'
import { type AgendaFileReader, type AgendaFileReading, agendaFileLimitBytes } from '../workflows/read-agenda-file.ts'
import type { AgendaFileMessage } from './agenda-file.worker.ts'

/** The longest reading may take before the worker is ended, in milliseconds. */
const patienceMilliseconds = 60_000

/** Reads agendas in a worker of their own, made for each file and ended with it. Throws 'offline' when it cannot be fetched. */
export function createAgendaFileReader(): AgendaFileReader {
  return {
    read: async (file) => {
      if (file.size === 0) return { kind: 'unreadable', reason: 'empty' }
      if (file.size > agendaFileLimitBytes) return { kind: 'unreadable', reason: 'tooLarge' }
      // The browser refuses a file that was moved, deleted or locked after it was chosen.
      const content = await file.arrayBuffer().catch(() => null)
      if (content === null) return { kind: 'unreadable', reason: 'gone' }
      return readInWorker({ name: file.name, bytes: new Uint8Array(content) })
    },
  }
}

function readInWorker(file: { readonly name: string; readonly bytes: Uint8Array }): Promise<AgendaFileReading> {
  const worker = new Worker(new URL('./agenda-file.worker.ts', import.meta.url), { type: 'module' })
  return new Promise<AgendaFileReading>((resolve, reject) => {
    const offline = (cause: unknown) => reject(new ServiceError({ kind: 'offline' }, { cause }))
    const timer = setTimeout(() => resolve({ kind: 'unreadable', reason: 'tooSlow' }), patienceMilliseconds)
    worker.onmessage = ({ data }: MessageEvent<Partial<AgendaFileMessage>>) => {
      if (data.agendaFile === undefined) return
      clearTimeout(timer)
      if (data.agendaFile === 'partMissing') offline(data)
      else resolve(data.agendaFile)
    }
    worker.onerror = (event: Event) => {
      event.preventDefault()
      clearTimeout(timer)
      // A worker that falls over has met a file beyond every bound; one that cannot be fetched says nothing about the file.
      if (event instanceof ErrorEvent) resolve({ kind: 'unreadable', reason: 'tooComplex' })
      else offline(event)
    }
    worker.postMessage(file, [file.bytes.buffer])
  }).finally(() => worker.terminate())
}
