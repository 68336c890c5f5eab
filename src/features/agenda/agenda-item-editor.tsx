import { Button, Field, Input, Textarea } from '@fluentui/react-components'
import { lazy, Suspense, useState } from 'react'
import { type AgendaItem, purposes } from '../../domain/agenda/agenda.ts'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useTexts } from '../../ui/texts/texts.tsx'
import { type SavedItem, settleAgendaItem } from '../../workflows/save-agenda-item.ts'
import styles from './agenda-item-editor.module.css'

const ConflictFields = lazy(async () => ({ default: (await import('../../ui/conflict-fields.tsx')).ConflictFields }))

/** Edits one item in place. `onSave` resolves to what came of it, or to what to tell; nothing typed is lost. */
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
  onSave: (before: AgendaItem, after: AgendaItem) => Promise<SavedItem | string>
}) {
  const texts = useTexts()
  const [draft, setDraft] = useState(item)
  const [outcome, setOutcome] = useState<SavedItem | string | null>(null)
  const [busy, setBusy] = useState(false)
  const change = (part: Partial<AgendaItem>) => setDraft({ ...draft, ...part })
  const titleMissing = draft.title.trim() === ''
  const save = async (before: AgendaItem, after: AgendaItem) => {
    setBusy(true)
    const result = await onSave(before, after)
    setBusy(false)
    setOutcome(result)
    if (typeof result !== 'string' && result.kind === 'saved') onClose()
  }
  const conflict = outcome !== null && typeof outcome !== 'string' && outcome.kind === 'conflict' ? outcome : null
  return (
    <form
      aria-label={texts.agenda.item(item.number, item.title)}
      className={styles['editor']}
      onSubmit={(submit) => {
        submit.preventDefault()
        if (!titleMissing && !conflict) void save(item, { ...draft, title: draft.title.trim() })
      }}
    >
      <ShortFields change={change} draft={draft} titleMissing={titleMissing} />
      <LongFields change={change} draft={draft} />
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
      <div className={styles['actions']}>
        <Button appearance="primary" disabledFocusable={busy || titleMissing || conflict !== null} type="submit">
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
