import { Button, Field, Textarea } from '@fluentui/react-components'
import { lazy, Suspense, useState } from 'react'
import type { StatusNote } from '../../domain/status-note/status-note.ts'
import { Notice } from '../../ui/notice.tsx'
import { useTexts } from '../../ui/texts/texts.tsx'
import { type SavedNote, settleStatusNote, statusNoteLimit } from '../../workflows/save-status-note.ts'
import styles from './status-notes.module.css'

const ConflictFields = lazy(async () => ({ default: (await import('../../ui/conflict-fields.tsx')).ConflictFields }))

/** Where one organisation writes its own note; what is typed stays until it is stored. */
export function StatusNoteEditor({
  deadline,
  note,
  onSave,
  organisation,
}: {
  /** A sentence about the deadline. */
  deadline: string | null
  note: StatusNote | null
  /** Stores the text; resolves to what came of it, or to a sentence that says what went wrong. */
  onSave: (text: string, before: StatusNote | null) => Promise<SavedNote | string>
  organisation: string
}) {
  const texts = useTexts()
  const [draft, setDraft] = useState<string | null>(null)
  // The note as it was when writing began: what a colleague writes meanwhile is not mine to overwrite.
  const [seen, setSeen] = useState(note)
  const [busy, setBusy] = useState(false)
  const [outcome, setOutcome] = useState<SavedNote | string | null>(null)
  const text = draft ?? note?.text ?? ''
  const tooLong = text.length > statusNoteLimit
  const save = async (wanted: string, before: StatusNote | null) => {
    setBusy(true)
    const result = await onSave(wanted.trim(), before)
    setBusy(false)
    setOutcome(result)
    if (typeof result !== 'string' && result.kind === 'saved') setDraft(null)
  }
  const conflict = outcome !== null && typeof outcome !== 'string' && outcome.kind === 'conflict' ? outcome : null
  return (
    <div className={styles['editor']}>
      <Field
        label={texts.status.own(organisation)}
        {...(tooLong ? { validationMessage: texts.status.tooLong } : deadline ? { hint: deadline } : {})}
      >
        <Textarea
          onChange={(_, { value }) => {
            if (draft === null) setSeen(note)
            setDraft(value)
            setOutcome(null)
          }}
          placeholder={texts.status.placeholder}
          resize="vertical"
          rows={4}
          value={text}
        />
      </Field>
      {conflict ? (
        <Suspense>
          <ConflictFields
            busy={busy}
            fields={conflict.fields}
            onSettle={(choices) => save(settleStatusNote(conflict.rows, choices), conflict.rows.theirs)}
          />
        </Suspense>
      ) : null}
      {typeof outcome === 'string' ? <Notice intent="error">{outcome}</Notice> : null}
      <div className={styles['actions']}>
        <Button
          appearance="primary"
          disabledFocusable={busy || tooLong || text.trim() === '' || draft === null || conflict !== null}
          onClick={() => save(text, seen)}
          size="small"
        >
          {texts.status.save}
        </Button>
        <span role="status">
          {busy
            ? texts.common.saving
            : draft === null && outcome !== null && conflict === null && typeof outcome !== 'string'
              ? texts.status.saved
              : ''}
        </span>
      </div>
    </div>
  )
}
