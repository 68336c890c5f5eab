import { Badge } from '@fluentui/react-components'
import type { KeyboardEvent } from 'react'
import type { AgendaItem } from '../../domain/agenda/agenda.ts'
import type { ItemKey } from '../../shared/ids.ts'
import { NewMark } from '../../ui/new-mark.tsx'
import { useTexts } from '../../ui/texts/texts.tsx'
import styles from './agenda-map.module.css'

/** The agenda as a map: one line an item, arrow keys between them. `enclosureCounts` by item key; `isNew` to me. */
export function AgendaMap({
  enclosureCounts,
  isNew,
  items,
  onSelect,
  selectedKey,
}: {
  enclosureCounts: ReadonlyMap<string, number>
  isNew: (item: AgendaItem) => boolean
  items: readonly AgendaItem[]
  onSelect: (key: ItemKey) => void
  selectedKey: ItemKey | null
}) {
  const texts = useTexts()
  return (
    <nav aria-label={texts.agenda.title}>
      <ol className={styles['map']}>
        {items.map((item) => (
          <li key={item.key}>
            <button
              aria-current={item.key === selectedKey ? 'true' : undefined}
              className={styles['line']}
              onClick={() => onSelect(item.key)}
              onKeyDown={moveFocus}
              type="button"
            >
              <span className={styles['number']}>{item.number}</span>
              <span className={styles['title']}>{item.title}</span>
              <AgendaFacts enclosureCount={enclosureCounts.get(item.key) ?? 0} isNew={isNew(item)} item={item} />
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** Arrow keys go from line to line, Home and End to the ends; Tab works as everywhere. */
function moveFocus(press: KeyboardEvent<HTMLButtonElement>): void {
  const lines = [...(press.currentTarget.closest('ol')?.querySelectorAll('button') ?? [])]
  const at = lines.indexOf(press.currentTarget)
  const targets: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: lines.length - 1 }
  const target = lines[targets[press.key] ?? -1]
  if (!target) return
  press.preventDefault()
  target.focus()
}

function AgendaFacts({ enclosureCount, isNew, item }: { enclosureCount: number; isNew: boolean; item: AgendaItem }) {
  const texts = useTexts()
  const facts = [
    item.purpose ? texts.agenda.purpose[item.purpose] : null,
    item.durationMinutes ? texts.common.minutes(item.durationMinutes) : null,
    enclosureCount > 0 ? texts.agenda.enclosureCount(enclosureCount) : null,
  ].filter((fact) => fact !== null)
  return (
    <span className={styles['facts']}>
      {facts.join(' · ')}
      {isNew ? <NewMark /> : null}
      {item.openness === 'closed' ? (
        <Badge appearance="outline" color="important" size="small">
          {texts.agenda.closed}
        </Badge>
      ) : null}
    </span>
  )
}
