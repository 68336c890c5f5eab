import { type AgendaFileReader, type AgendaFileReading, agendaFileLimitBytes } from '../workflows/read-agenda-file.ts'
import type { AgendaFileMessage } from './agenda-file.worker.ts'

/** The longest reading may take before the worker is ended, in milliseconds. */
const patienceMilliseconds = 60_000

/** Reads agendas in a worker of their own, made for each file and ended with it. */
export function createAgendaFileReader(): AgendaFileReader {
  return {
    read: async (file) => {
      if (file.size === 0) return { kind: 'unreadable', reason: 'empty' }
      if (file.size > agendaFileLimitBytes) return { kind: 'unreadable', reason: 'tooLarge' }
      return readInWorker({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
    },
  }
}

function readInWorker(file: { readonly name: string; readonly bytes: Uint8Array }): Promise<AgendaFileReading> {
  const worker = new Worker(new URL('./agenda-file.worker.ts', import.meta.url), { type: 'module' })
  return new Promise<AgendaFileReading>((resolve) => {
    const timer = setTimeout(() => resolve({ kind: 'unreadable', reason: 'tooSlow' }), patienceMilliseconds)
    worker.onmessage = ({ data }: MessageEvent<Partial<AgendaFileMessage>>) => {
      if (data.agendaFile === undefined) return
      clearTimeout(timer)
      resolve(data.agendaFile)
    }
    // A worker that falls over has met a file beyond every bound; the page itself is unharmed.
    worker.onerror = (event) => {
      event.preventDefault()
      clearTimeout(timer)
      resolve({ kind: 'unreadable', reason: 'tooComplex' })
    }
    worker.postMessage(file, [file.bytes.buffer])
  }).finally(() => worker.terminate())
}
