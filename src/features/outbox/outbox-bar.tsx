import { Button } from '@fluentui/react-components'
import { lazy, Suspense } from 'react'
import type { ConflictChoices } from '../../domain/conflict/field-conflict.ts'
import { Notice } from '../../ui/notice.tsx'
import { useTexts } from '../../ui/texts/texts.tsx'
import type { WaitingEntry } from '../../workflows/outbox-port.ts'
import styles from './outbox-bar.module.css'

const ConflictFields = lazy(async () => ({ default: (await import('../../ui/conflict-fields.tsx')).ConflictFields }))

/** What waits to be sent: it can be taken back, and where somebody else wrote meanwhile, both texts are shown to choose from. */
export function OutboxBar({
  entries,
  onResolve,
  onRetry,
  onTakeBack,
  tellFailure,
}: {
  entries: readonly WaitingEntry[]
  onResolve: (id: string, choices: ConflictChoices) => void
  onRetry: (id: string) => void
  onTakeBack: (id: string) => void
  tellFailure: (entry: Extract<WaitingEntry['state'], { kind: 'failed' }>) => string
}) {
  const texts = useTexts()
  return (
    <section aria-label={texts.outbox.title}>
      <Notice intent={entries.every(({ state }) => state.kind !== 'conflict') ? 'info' : 'warning'}>
        <strong>{texts.outbox.title}</strong>
        <ul className={styles['entries']}>
          {entries.map((entry) => (
            <li key={entry.id}>
              <span>
                {texts.outbox.what[entry.what]}
                {entry.text === ''
                  ? ''
                  : `: ${entry.what === 'readMarks' ? texts.reading.waiting(entry.text) : entry.text}`}
              </span>
              {entry.state.kind === 'failed' ? <p>{tellFailure(entry.state)}</p> : null}
              {entry.state.kind === 'conflict' ? (
                <Suspense>
                  <ConflictFields
                    busy={false}
                    fields={entry.state.fields}
                    onSettle={(choices) => onResolve(entry.id, choices)}
                  />
                </Suspense>
              ) : null}
              {entry.state.kind === 'failed' ? (
                <Button onClick={() => onRetry(entry.id)} size="small">
                  {texts.common.retry}
                </Button>
              ) : null}
              {entry.state.kind === 'waiting' || entry.state.kind === 'failed' ? (
                <Button onClick={() => onTakeBack(entry.id)} size="small">
                  {texts.common.takeBack}
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      </Notice>
    </section>
  )
}
