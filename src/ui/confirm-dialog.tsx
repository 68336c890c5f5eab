import { Button } from '@fluentui/react-components'
import { useEffect, useId, useRef } from 'react'
import styles from './confirm-dialog.module.css'
import { useTexts } from './texts/texts.tsx'

/**
 * Asks before something that cannot be taken back, in the words of the consequence. The browser's own modal dialog: it
 * keeps the focus, closes on Escape and gives the focus back.
 */
export function ConfirmDialog({
  action,
  consequence,
  onAnswer,
  title,
}: {
  action: string
  consequence: string
  onAnswer: (confirmed: boolean) => void
  title: string
}) {
  const texts = useTexts()
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    const shown = dialog.current
    shown?.showModal()
    return () => shown?.close()
  }, [])
  return (
    <dialog
      aria-describedby={`${id}-what`}
      aria-labelledby={`${id}-title`}
      className={styles['dialog']}
      onCancel={(cancel) => {
        cancel.preventDefault()
        onAnswer(false)
      }}
      ref={dialog}
      role="alertdialog"
    >
      <h2 className={styles['title']} id={`${id}-title`}>
        {title}
      </h2>
      <p id={`${id}-what`}>{consequence}</p>
      <div className={styles['actions']}>
        <Button appearance="secondary" onClick={() => onAnswer(false)}>
          {texts.common.cancel}
        </Button>
        <Button appearance="primary" onClick={() => onAnswer(true)}>
          {action}
        </Button>
      </div>
    </dialog>
  )
}
