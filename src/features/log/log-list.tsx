import { Button } from '@fluentui/react-components'
import { useLinkingTexts } from '../../ui/texts/linking.ts'
import styles from './log-list.module.css'

/** One line of the log in words; `undone` says who took it back. */
export type LogLine = {
  readonly key: string
  readonly text: string
  readonly when: string
  readonly because: readonly string[]
  readonly undone: string | null
  /** null when it cannot be undone, by this person or at all. */
  readonly onUndo: (() => void) | null
}

/** What was done, newest first, each with who and when, and the way back where there is one. */
export function LogList({ lines }: { lines: readonly LogLine[] }) {
  const texts = useLinkingTexts()
  if (lines.length === 0) return <p className={styles['quiet']}>{texts.log.empty}</p>
  return (
    <ol aria-label={texts.log.title} className={styles['lines']}>
      {lines.map((line) => (
        <li className={styles['line']} key={line.key}>
          <div className={styles['head']}>
            <p className={styles['text']}>{line.undone ? <s>{line.text}</s> : line.text}</p>
            {line.onUndo ? (
              <Button aria-label={texts.log.undoLabel(line.text)} onClick={line.onUndo} size="small">
                {texts.log.undo}
              </Button>
            ) : null}
          </div>
          <p className={styles['quiet']}>{line.undone ?? line.when}</p>
          {line.because.length > 0 ? (
            <details className={styles['quiet']}>
              <summary>{texts.log.why}</summary>
              <ul>
                {line.because.map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
            </details>
          ) : null}
        </li>
      ))}
    </ol>
  )
}
