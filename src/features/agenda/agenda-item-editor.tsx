import { Button, Field, Input, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import { type AgendaItem, purposes } from '../../domain/agenda/agenda.ts'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useTexts } from '../../ui/texts/texts.tsx'
import styles from './agenda-item-editor.module.css'

/** Edits one item in place. `onSave` resolves to null when stored, else to what to tell; nothing typed is lost. */
export function AgendaItemEditor({
  item,
  onClose,
  onMove,
  onRemove,
  onSave,
}: {
  item: AgendaItem
  onClose: () => void
  onMove: (direction: 'up' | 'down') => void
  onRemove: () => void
  onSave: (after: AgendaItem) => Promise<string | null>
}) {
  const texts = useTexts()
  const [draft, setDraft] = useState(item)
  const [failed, setFailed] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const change = (part: Partial<AgendaItem>) => setDraft({ ...draft, ...part })
  const titleMissing = draft.title.trim() === ''
  const save = async () => {
    setBusy(true)
    const failure = await onSave({ ...draft, title: draft.title.trim() })
    setBusy(false)
    setFailed(failure)
    if (failure === null) onClose()
  }
  return (
    <form
      aria-label={texts.agenda.item(item.number, item.title)}
      className={styles['editor']}
      onSubmit={(submit) => {
        submit.preventDefault()
        if (!titleMissing) void save()
      }}
    >
      <ShortFields change={change} draft={draft} titleMissing={titleMissing} />
      <LongFields change={change} draft={draft} />
      {failed ? <Notice intent="error">{failed}</Notice> : null}
      <div className={styles['actions']}>
        <Button appearance="primary" disabledFocusable={busy || titleMissing} type="submit">
          {texts.common.save}
        </Button>
        <Button onClick={onClose}>{texts.common.cancel}</Button>
        <Button onClick={() => onMove('up')}>{texts.agenda.moveUp}</Button>
        <Button onClick={() => onMove('down')}>{texts.agenda.moveDown}</Button>
        <Button onClick={onRemove}>{texts.common.remove}</Button>
        <span role="status">{busy ? texts.common.saving : ''}</span>
      </div>
    </form>
  )
}

type FieldsProps = { change: (part: Partial<AgendaItem>) => void; draft: AgendaItem }

function ShortFields({ change, draft, titleMissing }: FieldsProps & { titleMissing: boolean }) {
  const texts = useTexts()
  return (
    <>
      <Field
        label={texts.agenda.fields.title}
        required
        {...(titleMissing ? { validationMessage: texts.proposals.problem.titleMissing } : {})}
      >
        <Input onChange={(_, { value }) => change({ title: value.slice(0, 250) })} value={draft.title} />
      </Field>
      <div className={styles['row']}>
        <Field label={texts.agenda.fields.number}>
          <Input
            onChange={(_, { value }) => change({ number: value.trim() === '' ? null : value.trim() })}
            value={draft.number ?? ''}
          />
        </Field>
        <ChoiceField
          choices={purposes}
          empty={texts.agenda.fields.noPurpose}
          label={texts.agenda.fields.purpose}
          names={texts.agenda.purpose}
          onChange={(purpose) => change({ purpose })}
          value={draft.purpose}
        />
        <Field label={texts.agenda.fields.duration}>
          <Input
            onChange={(_, { value }) => change({ durationMinutes: Number.parseInt(value, 10) || null })}
            type="number"
            value={draft.durationMinutes === null ? '' : String(draft.durationMinutes)}
          />
        </Field>
      </div>
      <Field label={texts.agenda.fields.presenters}>
        <Textarea
          onChange={(_, { value }) => change({ presenters: value.split('\n').filter((name) => name.trim() !== '') })}
          rows={2}
          value={draft.presenters.join('\n')}
        />
      </Field>
    </>
  )
}

function LongFields({ change, draft }: FieldsProps) {
  const texts = useTexts()
  const fields = ['recommendation', 'casePresentation', 'decision', 'minutes'] as const
  return fields.map((field) => (
    <Field key={field} label={texts.agenda[field]}>
      <Textarea
        onChange={(_, { value }) => change({ [field]: value })}
        resize="vertical"
        rows={field === 'casePresentation' ? 10 : 3}
        value={draft[field]}
      />
    </Field>
  ))
}
