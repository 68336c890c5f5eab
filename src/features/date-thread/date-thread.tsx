import { Button } from '@fluentui/react-components'
import { useId, useState } from 'react'
import type { DatePoint } from '../../domain/meeting/date-thread.ts'
import { formatDay, formatInstantDay, formatMeetingTime } from '../../ui/dates.ts'
import type { Texts } from '../../ui/texts/da.ts'
import { useTexts } from '../../ui/texts/texts.tsx'
import styles from './date-thread.module.css'

/**
 * The signature of the product: the dates a meeting has had, the dead ones struck through, the live one strong.
 * `evidence` says in sentences how we know; it opens on click.
 */
export function DateThread({
  evidence,
  forumName,
  onJoin,
  points,
}: {
  evidence: readonly string[]
  forumName: string
  onJoin: (() => void) | null
  points: readonly DatePoint[]
}) {
  const texts = useTexts()
  const live = points.at(-1)?.meeting
  const moved = points.length > 1
  if (!live) return null
  return (
    <header className={styles['thread']}>
      <div className={styles['top']}>
        <h1 className={styles['forum']}>{forumName}</h1>
        {onJoin ? (
          <Button appearance="primary" onClick={onJoin} size="small">
            {texts.dates.join}
          </Button>
        ) : null}
      </div>
      <ol aria-label={texts.dates.thread} className={styles['points']}>
        {points.map((point) => (
          <DateOnThread key={point.meeting.key} point={point} />
        ))}
      </ol>
      {moved ? <WhyMoved evidence={evidence} points={points} /> : null}
    </header>
  )
}

function DateOnThread({ point }: { point: DatePoint }) {
  const texts = useTexts()
  const { meeting, state } = point
  if (state === 'dead') {
    const day = formatInstantDay(meeting.start, meeting.timeZone, texts.language)
    return (
      <li className={styles['dead']}>
        <s aria-hidden="true">{day}</s>
        <span className={styles['spoken']}>{texts.dates.deadDate(day)}</span>
      </li>
    )
  }
  const when = formatMeetingTime(meeting, texts.language)
  return (
    <li className={state === 'cancelled' ? styles['dead'] : styles['live']}>
      <strong>{state === 'cancelled' ? <s>{when}</s> : when}</strong>
      {meeting.location ? <span> · {meeting.location}</span> : null}
      {state === 'cancelled' ? <span> · {texts.dates.cancelled}</span> : null}
      {meeting.status === 'held' ? <span> · {texts.dates.held}</span> : null}
    </li>
  )
}

function WhyMoved({ evidence, points }: { evidence: readonly string[]; points: readonly DatePoint[] }) {
  const texts = useTexts()
  const [open, setOpen] = useState(false)
  const id = useId()
  const dead = points.slice(0, -1).toReversed()
  const [last, ...earlier] = dead
  if (!last) return null
  const known = [...earlier.map((point) => sayMove(point, texts)), ...evidence]
  return (
    <div className={styles['why']}>
      <span>{sayMove(last, texts)}</span>{' '}
      <button
        aria-controls={id}
        aria-expanded={open}
        className={styles['ask']}
        onClick={() => setOpen(!open)}
        type="button"
      >
        {texts.dates.howDoWeKnow}
      </button>
      <ul className={styles['evidence']} hidden={!open} id={id}>
        {(known.length > 0 ? known : [texts.dates.noEvidence]).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  )
}

/** From which date, why, and when it was announced, as far as it is known. */
function sayMove({ meeting }: DatePoint, texts: Texts): string {
  const from = texts.dates.movedFrom(formatInstantDay(meeting.start, meeting.timeZone, texts.language))
  const why = meeting.moveReason ? `: ${meeting.moveReason.replace(/[.\s]+$/, '')}` : ''
  if (!meeting.announcedOn) return `${from}${why}`
  return `${from}${why}. ${texts.dates.announced(formatDay(meeting.announcedOn, texts.language))}`
}
