import type { AgendaItem } from '../../domain/agenda/agenda.ts'
import type { StatusNote } from '../../domain/status-note/status-note.ts'
import { formatInstantDay } from '../../ui/dates.ts'
import { PlainText } from '../../ui/plain-text.tsx'
import { useTexts } from '../../ui/texts/texts.tsx'
import { hasReported } from '../../workflows/expectations.ts'
import styles from './status-notes.module.css'

/** Who has written under one item and who has not; the notes unchanged, each with its author. */
export function StatusGrid({
  item,
  notes,
  onOpenLink,
  organisations,
  timeZone,
}: {
  item: AgendaItem
  notes: readonly StatusNote[]
  onOpenLink: (url: string) => void
  organisations: readonly string[]
  timeZone: string
}) {
  const texts = useTexts()
  const missing = organisations.filter((organisation) => !hasReported(notes, item, organisation))
  const written = notes.filter((note) => note.itemKey === item.key && note.state === 'sent')
  return (
    <div className={styles['grid']}>
      <p className={styles['count']}>
        {texts.status.count(organisations.length - missing.length, organisations.length)}
      </p>
      {written.length === 0 ? <p>{texts.status.nothingWritten}</p> : null}
      <ul aria-label={texts.status.has} className={styles['notes']}>
        {written.map((note) => (
          <li key={note.key}>
            <h3>{note.organisation}</h3>
            <PlainText onOpenLink={onOpenLink} text={note.text} />
            <p className={styles['by']}>
              {texts.status.writtenBy(note.author, formatInstantDay(note.modifiedAt, timeZone, texts.language))}
            </p>
          </li>
        ))}
      </ul>
      {missing.length > 0 ? (
        <p className={styles['missing']}>
          <strong>{texts.status.hasNot}:</strong> {missing.join(', ')}
        </p>
      ) : null}
    </div>
  )
}
