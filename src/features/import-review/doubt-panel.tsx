import { Button } from '@fluentui/react-components'
import type { DoubtTopic, DraftDoubt } from '../../domain/agenda/draft-doubts.ts'
import { applyMend, type DraftMend, mendsOf } from '../../domain/agenda/mend-draft.ts'
import type { LocalDate } from '../../shared/ids.ts'
import { formatDay } from '../../ui/dates.ts'
import { Notice } from '../../ui/notice.tsx'
import type { ImportReviewTexts } from '../../ui/texts/da/import-review.ts'
import { useImportReviewTexts } from '../../ui/texts/import-review.ts'
import { useTexts } from '../../ui/texts/texts.tsx'
import styles from './import-review.module.css'
import { useReview } from './use-review.ts'

const panelId = 'review-doubt'

/** One doubt at a time: what it is about, where, its likely mends as buttons, and the way to the next. */
export function DoubtPanel({
  at,
  doubts,
  meetingDate,
  onLook,
}: {
  /** Which of the doubts is looked at. */
  at: number
  doubts: readonly DraftDoubt[]
  meetingDate: LocalDate
  onLook: (at: number) => void
}) {
  const { common } = useTexts()
  const texts = useImportReviewTexts()
  const doubt = doubts[at]
  if (!doubt) return <Notice intent="success">{texts.allWell}</Notice>
  const turn = (by: number) => onLook((at + by + doubts.length) % doubts.length)
  return (
    <section aria-label={texts.doubts} className={styles['doubt']} id={panelId} tabIndex={-1}>
      <div className={styles['turn']}>
        <strong>{texts.doubts}</strong>
        <span>{texts.doubtOf(at + 1, doubts.length)}</span>
        <Button disabledFocusable={doubts.length < 2} onClick={() => turn(-1)} size="small">
          {common.previous}
        </Button>
        <Button disabledFocusable={doubts.length < 2} onClick={() => turn(1)} size="small">
          {common.next}
        </Button>
      </div>
      <DoubtSentence doubt={doubt} />
      <Mends doubt={doubt} meetingDate={meetingDate} />
    </section>
  )
}

function DoubtSentence({ doubt }: { doubt: DraftDoubt }) {
  const { language } = useTexts()
  const texts = useImportReviewTexts()
  const { draft } = useReview()
  const item = draft.items.find(({ key }) => key === doubt.itemKey)
  const where = [
    item ? texts.item.name(item.number, item.title || texts.item.untitled) : texts.ofHead,
    doubt.place?.page ? texts.page(doubt.place.page) : null,
  ]
  return (
    <p aria-live="polite" className={styles['sentence']}>
      {tellTopic(doubt.topic, texts, language)}{' '}
      <span className={styles['facts']}>({where.filter(Boolean).join(', ')})</span>
    </p>
  )
}

function Mends({ doubt, meetingDate }: { doubt: DraftDoubt; meetingDate: LocalDate }) {
  const { language } = useTexts()
  const texts = useImportReviewTexts()
  const { draft, edit, newKeys } = useReview()
  return (
    <div className={styles['mends']}>
      {mendsOf(draft, doubt, meetingDate).map((mend) => (
        <Button
          key={JSON.stringify(mend)}
          onClick={() => edit(applyMend(draft, doubt, mend, newKeys()), { said: texts.mend.done, focus: panelId })}
          size="small"
        >
          {tellMend(mend, doubt.topic, texts, language)}
        </Button>
      ))}
    </div>
  )
}

function tellTopic(topic: DoubtTopic, texts: ImportReviewTexts, language: 'da' | 'en'): string {
  const told = texts.topic
  const day = (date: LocalDate) => formatDay(date, language, true)
  switch (topic.kind) {
    case 'sameNumber':
      return told.sameNumber(topic.number)
    case 'noTitle':
      return told.noTitle
    case 'closed':
      return told.closed
    case 'enclosureTwice':
      return told.enclosureTwice(topic.number, ...topic.titles)
    case 'noDate':
      return told.noDate
    case 'otherDate':
      return told.otherDate(day(topic.document), day(topic.meeting))
    case 'weekday':
      return told.weekday(day(topic.printed), weekdayOf(topic.others[0] ?? topic.printed, language))
    case 'unplaced':
      return told.unplaced(topic.text.length > 240 ? `${topic.text.slice(0, 240)} …` : topic.text)
    case 'told':
      return topic.message
  }
}

function weekdayOf(date: LocalDate, language: 'da' | 'en'): string {
  const locale = language === 'da' ? 'da-DK' : 'en-GB'
  return new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`))
}

function tellMend(mend: DraftMend, topic: DoubtTopic, texts: ImportReviewTexts, language: 'da' | 'en'): string {
  const told = texts.mend
  switch (mend.kind) {
    case 'keep':
      return told.keep[topic.kind]
    case 'renumberFrom':
    case 'setNumber':
      return told[mend.kind](mend.number)
    case 'numberEnclosure':
      return told.numberEnclosure(mend.number)
    case 'setDate':
      return told.setDate(formatDay(mend.date, language, true))
    case 'placeText':
      return mend.number === null ? told.placeTextFirst : told.placeText(mend.number)
    case 'leaveOut':
    case 'mergeUp':
    case 'unnumberEnclosure':
    case 'makeItem':
      return told[mend.kind]
  }
}
