import { Button, Field, Textarea } from '@fluentui/react-components'
import { lazy, Suspense, useState } from 'react'
import type { AgendaItem } from '../../domain/agenda/agenda.ts'
import { Notice } from '../../ui/notice.tsx'
import { useTexts } from '../../ui/texts/texts.tsx'
import { type SavedItem, settleAgendaItem } from '../../workflows/save-agenda-item.ts'
import styles from './meeting-panel.module.css'

const ConflictFields = lazy(async () => ({ default: (await import('../../ui/conflict-fields.tsx')).ConflictFields }))

/** Where the decision (*beslutning*) is written during the meeting; the house's phrases are a click away. */
export function DecisionField({
  item,
  onSave,
}: {
  item: AgendaItem
  /** Resolves to what came of it, or to a sentence that says what went wrong. */
  onSave: (before: AgendaItem, after: AgendaItem) => Promise<SavedItem | string>
}) {
  const texts = useTexts()
  const [draft, setDraft] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [outcome, setOutcome] = useState<SavedItem | string | null>(null)
  // The item as it was when writing began: what others write meanwhile is not mine to overwrite.
  const [seen, setSeen] = useState(item)
  const text = draft ?? item.decision
  const write = (decision: string) => {
    if (draft === null) setSeen(item)
    setDraft(decision)
  }
  const save = async (before: AgendaItem, after: AgendaItem) => {
    setBusy(true)
    const result = await onSave(before, after)
    setBusy(false)
    setOutcome(result)
    if (typeof result !== 'string' && result.kind === 'saved') setDraft(null)
  }
  const conflict = outcome !== null && typeof outcome !== 'string' && outcome.kind === 'conflict' ? outcome : null
  return (
    <div className={styles['decision']}>
      <Field label={texts.panel.decision}>
        <Textarea onChange={(_, { value }) => write(value)} resize="vertical" rows={4} value={text} />
      </Field>
      <div className={styles['phrases']}>
        {texts.panel.phrases.map((phrase) => (
          <Button
            appearance="subtle"
            key={phrase}
            onClick={() => write(text.trim() === '' ? phrase : `${text.trim()}\n${phrase}`)}
            size="small"
          >
            {phrase}
          </Button>
        ))}
      </div>
      {typeof outcome === 'string' ? <Notice intent="error">{outcome}</Notice> : null}
      {conflict ? (
        <Suspense>
          <ConflictFields
            busy={busy}
            fields={conflict.fields}
            onSettle={(choices) => save(conflict.rows.theirs, settleAgendaItem(conflict.rows, choices))}
          />
        </Suspense>
      ) : null}
      <Button
        appearance="primary"
        disabledFocusable={busy || draft === null || conflict !== null}
        onClick={() => save(seen, { ...seen, decision: text.trim() })}
      >
        {texts.panel.saveDecision}
      </Button>
      <span role="status">{busy ? texts.common.saving : ''}</span>
    </div>
  )
}
