import { Input } from '@fluentui/react-components'
import { useTexts } from '../../ui/texts/texts.tsx'
import type { KeyedDraftItem } from '../../workflows/import-agenda.ts'
import styles from './import-review.module.css'

/** One understood item: its title can be mended, the rest is there to be compared with the document. */
export function DraftItemLine({ item, onRename }: { item: KeyedDraftItem; onRename: (title: string) => void }) {
  const texts = useTexts()
  const parts = [
    ['recommendation', item.recommendation],
    ['casePresentation', item.casePresentation],
    ['decision', item.decision],
    ['minutes', item.minutes],
  ] as const
  return (
    <div className={styles['draft']}>
      <div className={styles['heading']}>
        <span>{item.number}</span>
        <Input
          aria-label={`${texts.agenda.fields.title} ${item.number ?? item.position}`}
          onChange={(_, { value }) => onRename(value.slice(0, 250))}
          value={item.title}
        />
      </div>
      <p className={styles['facts']}>
        {[
          item.kind === 'item' ? null : texts.agenda.kind[item.kind],
          item.purpose ? texts.agenda.purpose[item.purpose] : null,
          item.presenters.length > 0 ? texts.agenda.presenters(item.presenters.join(', ')) : null,
        ]
          .filter((fact) => fact !== null)
          .join(' · ')}
      </p>
      <details>
        <summary>
          {parts
            .filter(([, text]) => text !== '')
            .map(([field]) => texts.agenda[field])
            .join(', ') || '…'}
        </summary>
        {parts.map(([field, text]) =>
          text === '' ? null : (
            <p className={styles['text']} key={field}>
              <strong>{texts.agenda[field]}</strong>
              {`\n${text}`}
            </p>
          ),
        )}
      </details>
      {item.keyedEnclosures.length > 0 ? (
        <ul className={styles['enclosures']}>
          {item.keyedEnclosures.map((enclosure) => (
            <li key={enclosure.key}>
              {enclosure.number === null ? '' : `${texts.enclosures.number(enclosure.number)}: `}
              {enclosure.title}
              {enclosure.pending ? ` (${texts.enclosures.pending.toLowerCase()})` : ''}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
