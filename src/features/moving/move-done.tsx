import { Button, Field, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import { Notice } from '../../ui/notice.tsx'
import { useLinkingTexts } from '../../ui/texts/linking.ts'
import styles from './moving.module.css'

/** After the move: that it is done, a text to send, and the way back. */
export function MoveDone({
  failed,
  letter,
  onClose,
  onUndo,
  sentence,
}: {
  failed: string | null
  letter: string
  onClose: () => void
  onUndo: () => void
  sentence: string
}) {
  const texts = useLinkingTexts()
  const [copied, setCopied] = useState<'copied' | 'failed' | null>(null)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(letter)
      setCopied('copied')
    } catch {
      // Hosts may close the clipboard to a frame; the text can still be selected.
      setCopied('failed')
    }
  }
  return (
    <section aria-label={texts.moving.title} className={styles['pane']}>
      <Notice intent="success">{sentence}</Notice>
      <Field label={texts.moving.textToSend}>
        <Textarea readOnly resize="vertical" rows={9} value={letter} />
      </Field>
      <div className={styles['actions']}>
        <Button appearance="primary" onClick={copy}>
          {texts.moving.copy}
        </Button>
        <Button onClick={onUndo}>{texts.moving.undo}</Button>
        <Button onClick={onClose}>{texts.common.close}</Button>
        <span role="status">
          {copied === 'copied' ? texts.moving.copied : copied === 'failed' ? texts.moving.copyFailed : ''}
        </span>
      </div>
      {failed ? <Notice intent="error">{failed}</Notice> : null}
    </section>
  )
}
