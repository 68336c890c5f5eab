import { Button, Checkbox, Field, Input, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import { useLinkingTexts } from '../../ui/texts/linking.ts'
import styles from './moving.module.css'

/** What is typed in "Flyt mødet"; dates and times as the browser's own fields give them, "2026-10-06" and "09:00". */
export type MoveForm = {
  readonly date: string
  readonly from: string
  readonly to: string
  readonly place: string
  readonly reason: string
  readonly movesDeadlines: boolean
  /** null until somebody writes one instead of the proposed. */
  readonly message: string | null
}

/** Why a wish cannot be done as it was typed. */
export type MoveProblem = 'dateMissing' | 'endBeforeStart' | 'past' | 'same'

/** The wish: when, where and why. Nothing is done from here; the next step says what would happen. */
export function MoveFormView({
  check,
  form,
  hasDeadlines,
  message,
  onCancel,
  onChange,
  onPreview,
}: {
  check: (form: MoveForm) => MoveProblem | null
  form: MoveForm
  hasDeadlines: boolean
  /** The proposed message, or the one written instead. */
  message: string
  onCancel: () => void
  onChange: (form: MoveForm) => void
  onPreview: () => void
}) {
  const texts = useLinkingTexts()
  const [problem, setProblem] = useState<MoveProblem | null>(null)
  const change = (part: Partial<MoveForm>) => {
    setProblem(null)
    onChange({ ...form, ...part })
  }
  const preview = () => {
    const found = check(form)
    setProblem(found)
    if (found === null) onPreview()
  }
  return (
    <form
      aria-label={texts.moving.title}
      className={styles['pane']}
      noValidate
      onSubmit={(submit) => {
        submit.preventDefault()
        preview()
      }}
    >
      <TimeFields form={form} onChange={change} problem={problem ? texts.moving.problem[problem] : null} />
      <Field label={texts.moving.place}>
        <Input maxLength={250} onChange={(_, { value }) => change({ place: value })} value={form.place} />
      </Field>
      <Field hint={texts.moving.reasonHint} label={texts.moving.reason}>
        <Input maxLength={500} onChange={(_, { value }) => change({ reason: value })} value={form.reason} />
      </Field>
      {hasDeadlines ? (
        <Checkbox
          checked={form.movesDeadlines}
          label={texts.moving.deadlines}
          onChange={(_, { checked }) => change({ movesDeadlines: checked === true })}
        />
      ) : null}
      <Field hint={texts.moving.messageHint} label={texts.moving.message}>
        <Textarea onChange={(_, { value }) => change({ message: value })} resize="vertical" rows={8} value={message} />
      </Field>
      <div className={styles['actions']}>
        <Button appearance="primary" type="submit">
          {texts.moving.preview}
        </Button>
        <Button onClick={onCancel}>{texts.common.cancel}</Button>
      </div>
    </form>
  )
}

function TimeFields({
  form,
  onChange,
  problem,
}: {
  form: MoveForm
  onChange: (part: Partial<MoveForm>) => void
  problem: string | null
}) {
  const texts = useLinkingTexts()
  return (
    <div className={styles['times']}>
      <Field label={texts.moving.date} required {...(problem ? { validationMessage: problem } : {})}>
        <Input onChange={(_, { value }) => onChange({ date: value })} type="date" value={form.date} />
      </Field>
      <Field label={texts.moving.from} required>
        <Input onChange={(_, { value }) => onChange({ from: value })} type="time" value={form.from} />
      </Field>
      <Field label={texts.moving.to} required>
        <Input onChange={(_, { value }) => onChange({ to: value })} type="time" value={form.to} />
      </Field>
    </div>
  )
}
