import { Button } from '@fluentui/react-components'
import { Notice } from '../../ui/notice.tsx'
import { useTexts } from '../../ui/texts/texts.tsx'
import type { WaitingEntry } from '../../workflows/outbox-port.ts'
import styles from './outbox-bar.module.css'

/** What waits to be sent: it can be taken back, and where somebody else wrote meanwhile, both texts are shown to choose from. */
export function OutboxBar({
  entries,
  onResolve,
  onRetry,
  onTakeBack,
  tellFailure,
}: {
  entries: readonly WaitingEntry[]
  onResolve: (id: string, choice: 'mine' | 'theirs') => void
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
                <>
                  <p>
                    {texts.status.theirs}: {entry.state.theirs}
                  </p>
                  <Button onClick={() => onResolve(entry.id, 'mine')} size="small">
                    {texts.status.keepMine}
                  </Button>
                  <Button onClick={() => onResolve(entry.id, 'theirs')} size="small">
                    {texts.status.keepTheirs}
                  </Button>
                </>
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
