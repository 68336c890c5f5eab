import { Button, Field, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import type { StatusNote } from '../../domain/status-note/status-note.ts'
import { Notice } from '../../ui/notice.tsx'
import { useTexts } from '../../ui/texts/texts.tsx'
import { type SavedNote, statusNoteLimit } from '../../workflows/save-status-note.ts'
import styles from './status-notes.module.css'

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
        <Conflict
          conflict={conflict}
          onKeepMine={() => save(conflict.mine, conflict.theirs)}
          onKeepTheirs={() => {
            setDraft(null)
            setOutcome({ kind: 'saved', note: conflict.theirs })
          }}
        />
      ) : null}
      {typeof outcome === 'string' ? <Notice intent="error">{outcome}</Notice> : null}
      <div className={styles['actions']}>
        <Button
          appearance="primary"
          disabledFocusable={busy || tooLong || text.trim() === '' || draft === null}
          onClick={() => save(text, note)}
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

function Conflict({
  conflict,
  onKeepMine,
  onKeepTheirs,
}: {
  conflict: Extract<SavedNote, { kind: 'conflict' }>
  onKeepMine: () => void
  onKeepTheirs: () => void
}) {
  const texts = useTexts()
  return (
    <div className={styles['conflict']} role="alert">
      <p>{texts.status.conflict}</p>
      <dl>
        <dt>{texts.status.theirs}</dt>
        <dd>{conflict.theirs.text}</dd>
        <dt>{texts.status.mine}</dt>
        <dd>{conflict.mine}</dd>
      </dl>
      <div className={styles['actions']}>
        <Button onClick={onKeepMine} size="small">
          {texts.status.keepMine}
        </Button>
        <Button onClick={onKeepTheirs} size="small">
          {texts.status.keepTheirs}
        </Button>
      </div>
    </div>
  )
}
