import { Button } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { InvitationResponse } from '../../domain/calendar/calendar-event.ts'
import { useTexts } from '../../ui/texts/texts.tsx'
import type { Expectation } from '../../workflows/expectations.ts'
import styles from './mine.module.css'

/** "Dit": what the meeting waits for from me, done things ticked off. */
export function ExpectationList({
  calendarHint,
  deadline,
  expectations,
  onRespond,
  onShowStale,
  onWriteStatus,
  reading,
  staleDay,
}: {
  /** Said when the own calendar cannot be read, else null. */
  calendarHint: ReactNode
  /** A few words about the status deadline, or null. */
  deadline: string | null
  expectations: readonly Expectation[]
  onRespond: (response: 'accepted' | 'tentative' | 'declined') => void
  onShowStale: () => void
  onWriteStatus: (itemKey: string) => void
  /** How much of the agenda I have read, and a word about where that is kept; null while there is no agenda. */
  reading: { readonly read: number; readonly all: number; readonly hint: string | null } | null
  /** The day of a replaced invitation that is still in my calendar, or null. */
  staleDay: string | null
}) {
  const texts = useTexts()
  return (
    <section aria-label={texts.mine.title} className={styles['mine']}>
      <h2 className={styles['title']}>{texts.mine.title}</h2>
      {expectations.length === 0 && !calendarHint && !reading && !staleDay ? <p>{texts.mine.nothing}</p> : null}
      <ul className={styles['list']}>
        {expectations.map((expectation) =>
          expectation.kind === 'answerInvitation' ? (
            <AnswerInvitation key="answer" onRespond={onRespond} response={expectation.response} />
          ) : (
            <li
              className={`${styles['line']} ${expectation.done ? styles['done'] : ''}`}
              data-done={expectation.done}
              key={expectation.item.key}
            >
              <span aria-hidden="true">{expectation.done ? '✓' : '○'}</span>
              <button className={styles['link']} onClick={() => onWriteStatus(expectation.item.key)} type="button">
                {expectation.done
                  ? texts.mine.statusWritten(expectation.item.title)
                  : texts.mine.writeStatus(expectation.item.title)}
              </button>
              {!expectation.done && deadline ? <span className={styles['deadline']}>{deadline}</span> : null}
            </li>
          ),
        )}
        {staleDay ? (
          <li className={styles['line']} data-done={false}>
            <span aria-hidden="true">○</span>
            <button className={styles['link']} onClick={onShowStale} type="button">
              {texts.more.stillThere(staleDay)}
            </button>
          </li>
        ) : null}
        {reading ? <ReadLine all={reading.all} read={reading.read} /> : null}
      </ul>
      {reading?.hint ? <p className={styles['hint']}>{reading.hint}</p> : null}
      {calendarHint ? <p className={styles['hint']}>{calendarHint}</p> : null}
    </section>
  )
}

function ReadLine({ all, read }: { all: number; read: number }) {
  const texts = useTexts()
  const done = read === all
  return (
    <li className={`${styles['line']} ${done ? styles['done'] : ''}`} data-done={done}>
      <span aria-hidden="true">{done ? '✓' : '○'}</span>
      <span>{texts.reading.count(read, all)}</span>
    </li>
  )
}

function AnswerInvitation({
  onRespond,
  response,
}: {
  onRespond: (response: 'accepted' | 'tentative' | 'declined') => void
  response: InvitationResponse
}) {
  const texts = useTexts()
  const answered = response === 'accepted' || response === 'declined' || response === 'tentative' ? response : null
  return (
    <li className={styles['line']} data-done={answered !== null}>
      <span aria-hidden="true">{answered ? '✓' : '○'}</span>
      <span>{answered ? texts.mine.answered[answered] : texts.mine.answer}</span>
      <span className={styles['answers']}>
        {(['accepted', 'tentative', 'declined'] as const).map((choice) => (
          <Button
            appearance={answered === choice ? 'primary' : 'secondary'}
            aria-pressed={answered === choice}
            key={choice}
            onClick={() => onRespond(choice)}
            size="small"
          >
            {texts.mine[choice === 'accepted' ? 'accept' : choice === 'declined' ? 'decline' : 'tentative']}
          </Button>
        ))}
      </span>
    </li>
  )
}
