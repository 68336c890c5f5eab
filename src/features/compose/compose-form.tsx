import { Button, Field, Select } from '@fluentui/react-components'
import { useState } from 'react'
import type { Meeting } from '../../domain/meeting/meeting.ts'
import { formatInstantDay, formatMeetingTime } from '../../ui/dates.ts'
import { Notice } from '../../ui/notice.tsx'
import { useTexts } from '../../ui/texts/texts.tsx'
import styles from './compose-form.module.css'

/** A meeting an invitation can be for, with the dead date it takes the place of. */
export type ComposeChoice = {
  readonly id: string
  readonly forumName: string
  readonly meeting: Meeting
  readonly replaces: Meeting | null
}

/** While an invitation is written: which meeting it is for; its link and token go into the text. */
export function ComposeForm({
  choices,
  onInsert,
}: {
  choices: readonly ComposeChoice[]
  /** Resolves to null when the link is in the invitation, else to what to tell. */
  onInsert: (choice: ComposeChoice) => Promise<string | null>
}) {
  const texts = useTexts()
  const [chosenId, setChosenId] = useState(choices[0]?.id ?? '')
  const [outcome, setOutcome] = useState<{ readonly failure: string | null } | null>(null)
  const chosen = choices.find((choice) => choice.id === chosenId)
  if (!chosen) return <Notice intent="info">{texts.home.empty}</Notice>
  const insert = async () => setOutcome({ failure: await onInsert(chosen) })
  return (
    <div className={styles['form']}>
      <Field label={texts.outlook.chooseForum}>
        <Select
          onChange={(_, { value }) => {
            setChosenId(value)
            setOutcome(null)
          }}
          value={chosenId}
        >
          {choices.map((choice) => (
            <option key={choice.id} value={choice.id}>
              {choice.forumName}, {formatMeetingTime(choice.meeting, texts.language)}
            </option>
          ))}
        </Select>
      </Field>
      <p className={styles['what']}>
        <strong>{texts.outlook.thisIsTheMeeting(chosen.forumName)}</strong>
        <br />
        {formatMeetingTime(chosen.meeting, texts.language)}
        {chosen.replaces
          ? `, ${texts.outlook.replaces(formatInstantDay(chosen.replaces.start, chosen.replaces.timeZone, texts.language))}`
          : ''}
      </p>
      <Button appearance="primary" onClick={insert}>
        {texts.outlook.insert}
      </Button>
      {outcome ? (
        <Notice intent={outcome.failure ? 'error' : 'success'}>{outcome.failure ?? texts.outlook.inserted}</Notice>
      ) : null}
    </div>
  )
}
