import { Badge } from '@fluentui/react-components'
import type { Enclosure } from '../../domain/enclosure/enclosure.ts'
import { formatDay } from '../../ui/dates.ts'
import { NewMark } from '../../ui/new-mark.tsx'
import { useTexts } from '../../ui/texts/texts.tsx'
import styles from './enclosure-list.module.css'

/** Enclosures (*bilag*) in order: a file opens here, a link outside, one to come (*eftersendes*) says so. `isNew` to me. */
export function EnclosureList({
  enclosures,
  isNew,
  label,
  onOpen,
}: {
  enclosures: readonly Enclosure[]
  isNew: (enclosure: Enclosure) => boolean
  label: string
  onOpen: (enclosure: Enclosure) => void
}) {
  return (
    <ul aria-label={label} className={styles['list']}>
      {enclosures.map((enclosure) => (
        <li className={styles['line']} key={enclosure.key}>
          <span className={styles['number']}>{enclosure.number}</span>
          {enclosure.content.kind === 'pending' ? (
            <PendingEnclosure enclosure={enclosure} />
          ) : (
            <button className={styles['open']} onClick={() => onOpen(enclosure)} type="button">
              <span className={styles['title']}>{enclosure.title}</span>
              <FormBadge enclosure={enclosure} />
              {isNew(enclosure) ? <NewMark /> : null}
            </button>
          )}
        </li>
      ))}
    </ul>
  )
}

function PendingEnclosure({ enclosure }: { enclosure: Enclosure }) {
  const texts = useTexts()
  if (enclosure.content.kind !== 'pending') return null
  const { owner, promisedDate } = enclosure.content
  const facts = [
    owner ? texts.enclosures.pendingFrom(owner) : null,
    promisedDate ? texts.enclosures.promised(formatDay(promisedDate, texts.language)) : null,
  ].filter((fact) => fact !== null)
  return (
    <span className={styles['pending']}>
      <span className={styles['title']}>{enclosure.title}</span>
      <span className={styles['facts']}>
        <Badge appearance="tint" color="warning" size="small">
          {texts.enclosures.pending}
        </Badge>{' '}
        {facts.join(', ')}
      </span>
    </span>
  )
}

function FormBadge({ enclosure }: { enclosure: Enclosure }) {
  const texts = useTexts()
  if (enclosure.content.kind === 'url') {
    return (
      <Badge appearance="outline" color="informative" size="small" title={texts.enclosures.external}>
        Link ↗
      </Badge>
    )
  }
  const ending =
    enclosure.content.kind === 'file' ? /\.([a-z0-9]{2,5})$/i.exec(enclosure.content.fileName)?.[1] : undefined
  if (!ending) return null
  return (
    <Badge appearance="outline" color="informative" size="small">
      {ending.toUpperCase()}
    </Badge>
  )
}
