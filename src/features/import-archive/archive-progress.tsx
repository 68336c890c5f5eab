import { ProgressBar } from '@fluentui/react-components'
import { useImportArchiveTexts } from '../../ui/texts/import-archive.ts'
import { useTexts } from '../../ui/texts/texts.tsx'
import type { ArchiveEntry } from '../../workflows/import-archive.ts'
import styles from './import-archive.module.css'
import { type Reasons, tellCounts, tellEntry } from './tell-entry.ts'

/** How far an archive import is, and what became of each file, those that need a person first once it is over. */
export function ArchiveProgress({
  all,
  entries,
  isRunning,
  reasons,
}: {
  all: number
  entries: readonly ArchiveEntry[]
  isRunning: boolean
  reasons: Reasons
}) {
  const texts = useImportArchiveTexts()
  const { language } = useTexts()
  const counts = tellCounts(entries, texts)
  // While it runs the latest stands first; afterwards what gave nothing does, for that is what a person may mend.
  const shown = isRunning ? entries.toReversed() : entries.toSorted((a, b) => rank(a) - rank(b))
  return (
    <section aria-label={texts.report} className={styles['report']}>
      <ProgressBar aria-label={texts.running} max={all} value={entries.length} />
      <p role="status">{[texts.progress(entries.length, all), ...counts].join(' · ')}</p>
      <ul className={styles['entries']}>
        {shown.map((entry) => (
          <li data-kind={entry.kind} key={entry.file}>
            <strong>{entry.file}</strong>
            <span>{tellEntry(entry, texts, language, reasons)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const order: readonly ArchiveEntry['kind'][] = [
  'failed',
  'unreadable',
  'undated',
  'otherForum',
  'none',
  'imported',
  'joined',
  'there',
]

function rank({ kind }: ArchiveEntry): number {
  return order.indexOf(kind)
}
