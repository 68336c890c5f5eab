import { Button, Field, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import styles from './conflict-fields.module.css'
import type { Texts } from './texts/da.ts'
import { useTexts } from './texts/texts.tsx'

/** A field two people have changed, each in their own way, as text. */
export type ClashingField = { readonly field: string; readonly mine: string; readonly theirs: string }
/** What is to stand in one field. */
export type Choice = 'mine' | 'theirs' | { readonly text: string }

// What is chosen from a list cannot be written together.
const namedValues = ['purpose', 'state', 'durationMinutes']

/** Both texts side by side, field by field: one of them, or a third made of both. Nothing is stored before all are chosen. */
export function ConflictFields({
  busy,
  fields,
  onSettle,
}: {
  busy: boolean
  fields: readonly ClashingField[]
  onSettle: (choices: Readonly<Record<string, Choice>>) => void
}) {
  const texts = useTexts()
  const [choices, setChoices] = useState<Readonly<Record<string, Choice>>>({})
  const complete = fields.every(({ field }) => choices[field] !== undefined)
  return (
    <section aria-label={texts.conflict.title} className={styles['conflict']}>
      <h3>{texts.conflict.title}</h3>
      <p role="alert">{texts.conflict.explain}</p>
      {fields.map((clash) => (
        <ClashingTexts
          choice={choices[clash.field]}
          clash={clash}
          key={clash.field}
          onChoose={(choice) => setChoices({ ...choices, [clash.field]: choice })}
        />
      ))}
      <div className={styles['choices']}>
        <Button
          appearance="primary"
          disabledFocusable={!complete || busy}
          onClick={() => onSettle(choices)}
          size="small"
        >
          {texts.conflict.save}
        </Button>
      </div>
    </section>
  )
}

function ClashingTexts({
  choice,
  clash,
  onChoose,
}: {
  choice: Choice | undefined
  clash: ClashingField
  onChoose: (choice: Choice) => void
}) {
  const texts = useTexts()
  const { field, mine, theirs } = clash
  const shared = typeof choice === 'object' ? choice.text : null
  return (
    <fieldset className={styles['field']}>
      <legend>{nameOf(field, texts)}</legend>
      <div className={styles['sides']}>
        <Side chosen={choice === 'theirs'} text={tellValue(field, theirs, texts)} title={texts.conflict.theirs} />
        <Side chosen={choice === 'mine'} text={tellValue(field, mine, texts)} title={texts.conflict.mine} />
      </div>
      <div className={styles['choices']}>
        <Button
          appearance={looksChosen(choice === 'mine')}
          aria-pressed={choice === 'mine'}
          onClick={() => onChoose('mine')}
          size="small"
        >
          {texts.conflict.keepMine}
        </Button>
        <Button
          appearance={looksChosen(choice === 'theirs')}
          aria-pressed={choice === 'theirs'}
          onClick={() => onChoose('theirs')}
          size="small"
        >
          {texts.conflict.keepTheirs}
        </Button>
        {namedValues.includes(field) ? null : (
          <Button
            appearance={looksChosen(shared !== null)}
            aria-pressed={shared !== null}
            onClick={() => onChoose({ text: shared ?? [theirs, mine].filter((text) => text !== '').join('\n\n') })}
            size="small"
          >
            {texts.conflict.together}
          </Button>
        )}
      </div>
      {shared === null ? null : (
        <Field label={texts.conflict.shared}>
          <Textarea onChange={(_, { value }) => onChoose({ text: value })} resize="vertical" rows={6} value={shared} />
        </Field>
      )}
    </fieldset>
  )
}

function Side({ chosen, text, title }: { chosen: boolean; text: string; title: string }) {
  return (
    <section aria-label={title} className={styles['side']} data-chosen={chosen} tabIndex={0}>
      <h4>{title}</h4>
      <p>{text}</p>
    </section>
  )
}

function looksChosen(chosen: boolean): 'primary' | 'secondary' {
  return chosen ? 'primary' : 'secondary'
}

function nameOf(field: string, texts: Texts): string {
  const names: Readonly<Record<string, string>> = texts.conflict.fields
  return names[field] ?? texts.conflict.fields.other
}

function tellValue(field: string, value: string, texts: Texts): string {
  if (value === '') return texts.conflict.nothing
  const purposes: Readonly<Record<string, string>> = texts.agenda.purpose
  return field === 'purpose' ? (purposes[value] ?? value) : value
}
