import { Button, Field, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import type { AgendaItem } from '../../domain/agenda/agenda.ts'
import { Notice } from '../../ui/notice.tsx'
import { useTexts } from '../../ui/texts/texts.tsx'
import styles from './meeting-panel.module.css'

/** Where the decision (*beslutning*) is written during the meeting; the house's phrases are a click away. */
export function DecisionField({
  item,
  onSave,
}: {
  item: AgendaItem
  /** Resolves to null when stored, else to what to tell. */
  onSave: (decision: string) => Promise<string | null>
}) {
  const texts = useTexts()
  const [draft, setDraft] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<string | null>(null)
  const text = draft ?? item.decision
  const save = async () => {
    setBusy(true)
    const failure = await onSave(text.trim())
    setBusy(false)
    setFailed(failure)
    if (failure === null) setDraft(null)
  }
  return (
    <div className={styles['decision']}>
      <Field label={texts.panel.decision}>
        <Textarea onChange={(_, { value }) => setDraft(value)} resize="vertical" rows={4} value={text} />
      </Field>
      <div className={styles['phrases']}>
        {texts.panel.phrases.map((phrase) => (
          <Button
            appearance="subtle"
            key={phrase}
            onClick={() => setDraft(text.trim() === '' ? phrase : `${text.trim()}\n${phrase}`)}
            size="small"
          >
            {phrase}
          </Button>
        ))}
      </div>
      {failed ? <Notice intent="error">{failed}</Notice> : null}
      <Button appearance="primary" disabledFocusable={busy || draft === null} onClick={save}>
        {texts.panel.saveDecision}
      </Button>
      <span role="status">{busy ? texts.common.saving : ''}</span>
    </div>
  )
}
