import { formatDay, type Language } from '../../ui/dates.ts'
import type { ImportArchiveTexts } from '../../ui/texts/da/import-archive.ts'
import type { ArchiveEntry } from '../../workflows/import-archive.ts'
import type { AgendaFileProblem } from '../../workflows/read-agenda-file.ts'

/** The words for why something went wrong, from the dictionaries of those who know. */
export type Reasons = {
  readonly unreadable: (reason: AgendaFileProblem) => string
  readonly failure: (failure: Extract<ArchiveEntry, { kind: 'failed' }>['failure']) => string
}

/** What became of one file, in one sentence without the file's name. */
export function tellEntry(
  entry: ArchiveEntry,
  texts: ImportArchiveTexts,
  language: Language,
  reasons: Reasons,
): string {
  switch (entry.kind) {
    case 'imported':
    case 'joined':
    case 'there': {
      const facts = [
        formatDay(entry.date, language, true),
        texts.items(entry.items),
        entry.doubts > 0 && entry.kind !== 'there' ? texts.doubts(entry.doubts) : null,
        entry.closed > 0 ? texts.closed(entry.closed) : null,
        entry.kept > 0 ? texts.kept(entry.kept) : null,
      ]
      return `${texts.entry[entry.kind]}: ${facts.filter((fact) => fact !== null).join(', ')}`
    }
    case 'none':
      return entry.why === null ? texts.entry.none : `${texts.entry.none}. ${entry.why}`
    case 'undated':
      return texts.entry.undated
    case 'otherForum':
      return texts.entry.otherForum(entry.named)
    case 'unreadable':
      return `${texts.entry.unreadable}. ${reasons.unreadable(entry.reason)}`
    case 'failed':
      return `${texts.entry.failed}. ${reasons.failure(entry.failure)}`
  }
}

/** How many files went each way, the ways nothing went left out. */
export function tellCounts(entries: readonly ArchiveEntry[], texts: ImportArchiveTexts): readonly string[] {
  const kinds = ['imported', 'joined', 'there', 'none', 'undated', 'otherForum', 'unreadable', 'failed'] as const
  return kinds
    .map((kind) => ({ kind, count: entries.filter((entry) => entry.kind === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ count, kind }) => texts.counts[kind](count))
}
