import { Button, Field, Select } from '@fluentui/react-components'
import { useId, useState } from 'react'
import { Notice } from '../../ui/notice.tsx'
import { useLinkingTexts } from '../../ui/texts/linking.ts'
import styles from './ties.module.css'

/** What one side of the comparison is called, and when, by whom and where; '' for what is not known. */
export type TieSide = {
  readonly name: string
  readonly time: string
  readonly caller: string
  readonly place: string
}

/** A meeting that can be chosen instead. */
export type MeetingChoice<Choice> = { readonly id: string; readonly label: string; readonly choice: Choice }

/** An invitation beside the meeting it may be, with the evidence, for somebody who may decide for all. */
export function TieCard<Choice>({
  choices,
  confirm,
  evidence,
  invitation,
  meeting,
  onChoose,
  onReject,
  question,
}: {
  choices: readonly MeetingChoice<Choice>[]
  /** null when only a choice will do. Answers resolve to null, or to what to tell when they failed. */
  confirm: { readonly label: string; readonly onConfirm: () => Promise<string | null> } | null
  evidence: readonly string[]
  invitation: TieSide
  /** null when there is nothing to compare with. */
  meeting: TieSide | null
  onChoose: (choice: Choice) => Promise<string | null>
  /** null where there is nothing to reject. */
  onReject: (() => Promise<string | null>) | null
  question: string
}) {
  const texts = useLinkingTexts()
  const id = useId()
  const [choosing, setChoosing] = useState(confirm === null)
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<string | null>(null)
  const answer = async (run: () => Promise<string | null>) => {
    setBusy(true)
    setFailed(null)
    const failure = await run()
    setBusy(false)
    setFailed(failure)
  }
  return (
    <section aria-labelledby={id} className={styles['card']}>
      <h2 className={styles['question']} id={id}>
        {question}
      </h2>
      {meeting ? <Comparison invitation={invitation} meeting={meeting} /> : null}
      {evidence.length > 0 ? <Evidence sentences={evidence} /> : null}
      <div className={styles['actions']}>
        {confirm ? (
          <Button appearance="primary" disabledFocusable={busy} onClick={() => answer(confirm.onConfirm)} size="small">
            {confirm.label}
          </Button>
        ) : null}
        {!choosing && choices.length > 0 ? (
          <Button onClick={() => setChoosing(true)} size="small">
            {texts.ties.other}
          </Button>
        ) : null}
        {onReject ? (
          <Button disabledFocusable={busy} onClick={() => answer(onReject)} size="small">
            {texts.ties.none}
          </Button>
        ) : null}
      </div>
      {choosing && choices.length > 0 ? (
        <ChooseMeeting busy={busy} choices={choices} onChoose={(choice) => answer(() => onChoose(choice))} />
      ) : null}
      <p className={styles['hint']}>{texts.ties.servesAll}</p>
      {failed ? <Notice intent="error">{failed}</Notice> : null}
    </section>
  )
}

function Comparison({ invitation, meeting }: { invitation: TieSide; meeting: TieSide }) {
  const texts = useLinkingTexts()
  return (
    <table className={styles['compare']}>
      <thead>
        <tr>
          <td />
          <th scope="col">{texts.ties.invitation}</th>
          <th scope="col">{texts.ties.meeting}</th>
        </tr>
      </thead>
      <tbody>
        {(['name', 'time', 'caller', 'place'] as const).map((row) => (
          <tr key={row}>
            <th scope="row">{texts.ties[row]}</th>
            <td>{invitation[row] || texts.ties.unknown}</td>
            <td>{meeting[row] || texts.ties.unknown}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Evidence({ sentences }: { sentences: readonly string[] }) {
  const texts = useLinkingTexts()
  return (
    <div className={styles['evidence']}>
      <p>{texts.ties.speaksFor}</p>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  )
}

function ChooseMeeting<Choice>({
  busy,
  choices,
  onChoose,
}: {
  busy: boolean
  choices: readonly MeetingChoice<Choice>[]
  onChoose: (choice: Choice) => void
}) {
  const texts = useLinkingTexts()
  const [chosenId, setChosenId] = useState(choices[0]?.id ?? '')
  const chosen = choices.find(({ id }) => id === chosenId)
  return (
    <div className={styles['actions']}>
      <Field label={texts.ties.whichMeeting} size="small">
        <Select onChange={(_, { value }) => setChosenId(value)} size="small" value={chosenId}>
          {choices.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </Select>
      </Field>
      <Button disabledFocusable={busy || !chosen} onClick={() => chosen && onChoose(chosen.choice)} size="small">
        {texts.ties.tie}
      </Button>
    </div>
  )
}
