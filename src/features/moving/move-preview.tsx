import { Button } from '@fluentui/react-components'
import { useId } from 'react'
import { Notice } from '../../ui/notice.tsx'
import { useLinkingTexts } from '../../ui/texts/linking.ts'
import styles from './moving.module.css'

/** What would happen, in sentences, before anything does. */
export function MovePreview({
  action,
  consequences,
  failed,
  letter,
  moving,
  onBack,
  onMove,
}: {
  action: string
  consequences: readonly string[]
  failed: string | null
  /** What is written to people; null where nothing is sent. */
  letter: string | null
  moving: boolean
  onBack: () => void
  onMove: () => void
}) {
  const texts = useLinkingTexts()
  const id = useId()
  return (
    <section aria-labelledby={id} className={styles['pane']}>
      <h2 className={styles['title']} id={id}>
        {texts.moving.happens}
      </h2>
      <ul className={styles['consequences']}>
        {consequences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {letter ? <blockquote className={styles['letter']}>{letter}</blockquote> : null}
      {failed ? (
        <Notice intent="error">
          {failed} {texts.moving.failedSafe}
        </Notice>
      ) : null}
      <div className={styles['actions']}>
        <Button appearance="primary" disabledFocusable={moving} onClick={onMove}>
          {action}
        </Button>
        <Button disabledFocusable={moving} onClick={onBack}>
          {texts.moving.change}
        </Button>
        <span role="status">{moving ? texts.moving.moving : ''}</span>
      </div>
    </section>
  )
}
