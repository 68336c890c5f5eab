import { Button } from '@fluentui/react-components'
import { useId, useState } from 'react'
import type { Member } from '../../domain/forum/forum.ts'
import type { Meeting } from '../../domain/meeting/meeting.ts'
import { type LogEntry, standingEntries } from '../../domain/meeting/meeting-log.ts'
import { formatInstantDay, formatMeetingTime } from '../../ui/dates.ts'
import { type LinkingTexts, useLinkingTexts } from '../../ui/texts/linking.ts'
import { markOfLine } from '../../workflows/invitation-log.ts'
import type { MeetingRecord } from '../../workflows/ports.ts'
import type { CalendarReview } from '../../workflows/review-calendar.ts'
import styles from '../ties/ties.module.css'
import { TieQuestion, type TieQuestionAbout } from './tie-question.tsx'
import { useCalendarReview } from './use-calendar-review.ts'
import { useLog } from './use-log.ts'

/** Invitations that wait for the secretariat's word: suggestions from the own calendar, and what members say is wrong. */
export function WaitingTies({ live, me, record }: { live: Meeting; me: Member | undefined; record: MeetingRecord }) {
  const texts = useLinkingTexts()
  const id = useId()
  const [open, setOpen] = useState(false)
  const review = useCalendarReview()
  const log = useLog(record.forum.id, live.key)
  const questions = [
    ...(review.data ? questionsOfReview(review.data, record, live, texts) : []),
    ...questionsOfLog(log.data ?? [], live, texts),
  ]
  if (questions.length === 0) return null
  return (
    <>
      <div className={styles['waiting']}>
        <Button appearance="subtle" aria-controls={id} aria-expanded={open} onClick={() => setOpen(!open)} size="small">
          {texts.ties.waiting(questions.length)}
        </Button>
      </div>
      <ul className={styles['cards']} hidden={!open} id={id}>
        {questions.map(({ key, about }) => (
          <li key={key}>
            <TieQuestion about={about} live={live} me={me} record={record} />
          </li>
        ))}
      </ul>
    </>
  )
}

type Waiting = { readonly key: string; readonly about: TieQuestionAbout }

function questionsOfReview(
  review: CalendarReview,
  record: MeetingRecord,
  live: Meeting,
  texts: LinkingTexts,
): readonly Waiting[] {
  const forumId = record.forum.id
  const when = formatMeetingTime(live, texts.language)
  const suggested = review.suggested
    .filter((one) => one.forumId === forumId && one.live.key === live.key)
    .map(({ event, evidence, standing }): Waiting => {
      const kind = standing === 'maybeStale' ? 'replaced' : 'belongs'
      const question = kind === 'replaced' ? texts.ties.questionReplaced(when) : texts.ties.questionBelongs(when)
      return { key: event.id, about: { event, mark: null, kind, evidence, question } }
    })
  const ambiguous = review.ambiguous
    .filter(({ candidates }) => candidates.some((one) => one.forumId === forumId && one.meeting.key === live.key))
    .map(
      ({ event }): Waiting => ({
        key: event.id,
        about: { event, mark: null, kind: null, evidence: [], question: texts.ties.questionWhich },
      }),
    )
  return [...suggested, ...ambiguous]
}

/** What members say is wrong, until somebody of the secretariat has answered. */
function questionsOfLog(log: readonly LogEntry[], live: Meeting, texts: LinkingTexts): readonly Waiting[] {
  const standing = standingEntries(log)
  return standing.flatMap((entry): readonly Waiting[] => {
    const mark = markOfLine(entry)
    if (entry.kind !== 'disputed' || !mark) return []
    const isAnswered = standing.some(
      (later) =>
        ['confirmed', 'confirmed-stale', 'rejected'].includes(later.kind) &&
        later.valueHash === entry.valueHash &&
        later.createdAt >= entry.createdAt,
    )
    if (isAnswered) return []
    const day = mark.start ? formatInstantDay(mark.start, live.timeZone, texts.language) : ''
    const liveDay = formatInstantDay(live.start, live.timeZone, texts.language)
    const who = entry.organisation ? `${entry.author}, ${entry.organisation},` : entry.author
    return [
      {
        key: entry.key,
        about: {
          event: null,
          mark,
          kind: day === liveDay ? 'belongs' : 'replaced',
          evidence: entry.because.split('\n').filter(Boolean),
          question: texts.ties.disputeSays(who, `${mark.subject} ${day}`),
        },
      },
    ]
  })
}
