import type { AgendaDocument } from '../domain/agenda/agenda-document.ts'
import type { Outline } from '../domain/agenda/outline.ts'
import type { Finding } from '../shared/reading.ts'

/** What came of reading a chosen file. `reason` of an unreadable one names the trouble, the sentence is the dictionary's. */
export type AgendaFileReading =
  | {
      readonly kind: 'agenda'
      readonly document: AgendaDocument
      readonly findings: readonly Finding[]
      readonly outline: Outline
    }
  /** Neither agenda nor minutes; `why` is the reader's own reason, in Danish. */
  | { readonly kind: 'none'; readonly why: string | null }
  | {
      readonly kind: 'unreadable'
      readonly reason: AgendaFileProblem
    }

/** Why a file cannot be read. */
export type AgendaFileProblem =
  | 'empty'
  /** Moved, deleted or locked since it was chosen. */
  | 'gone'
  | 'corrupt'
  | 'encrypted'
  | 'tooLarge'
  | 'tooComplex'
  | 'tooSlow'
  | 'oldWord'
  | 'noText'
  | 'unknownFormat'

/** Largest agenda file read, in bytes. */
export const agendaFileLimitBytes = 30 * 1024 * 1024

/** True for names of files that may hold an agenda; Word's own lock files ("~$...") do not. */
export function isAgendaFileName(name: string): boolean {
  return /\.(?:docx|pdf|txt|odt|html?)$/i.test(name) && !name.startsWith('~$') && !name.startsWith('.')
}

/** Reads a document in a worker, so that the page stays alive; nothing in it is run or fetched. Throws ServiceError 'offline'. */
export interface AgendaFileReader {
  read(file: File): Promise<AgendaFileReading>
}
