import { Button } from '@fluentui/react-components'
import { useMemo, useState } from 'react'
import type { AgendaDraft } from '../../domain/agenda/agenda-draft.ts'
import { findDraftDoubts } from '../../domain/agenda/draft-doubts.ts'
import { numberOutline, paragraphTexts } from '../../domain/agenda/numbered-outline.ts'
import type { Outline } from '../../domain/agenda/outline.ts'
import type { LocalDate } from '../../shared/ids.ts'
import type { Finding } from '../../shared/reading.ts'
import { useImportReviewTexts } from '../../ui/texts/import-review.ts'
import { useTexts } from '../../ui/texts/texts.tsx'
import { DoubtPanel } from './doubt-panel.tsx'
import { DraftHead } from './draft-head.tsx'
import { DraftItems } from './draft-items.tsx'
import styles from './import-review.module.css'
import { NextMeetingDraft } from './next-meeting-draft.tsx'
import { OutlineView } from './outline-view.tsx'
import { type ReviewGround, ReviewGroundContext } from './review-ground.ts'
import { SumBar } from './sum-bar.tsx'
import { type Review, ReviewContext, useReviewHistory } from './use-review.ts'

type Props = {
  findings: readonly Finding[]
  meetingDate: LocalDate
  newKey: () => string
  onCancel: () => void
  onDirty: (isDirty: boolean) => void
  onSave: (draft: AgendaDraft) => void
  outline: Outline
  saveLabel: string
  /** Words about a save that is under way, else null. */
  saving: string | null
  start: AgendaDraft
  ground: ReviewGround
}

/** What was read of a document, beside the document, to be mended before anything is stored. */
export function ImportReview(props: Props) {
  const { findings, meetingDate, newKey, onDirty, ground, outline, start } = props
  const { importing } = useTexts()
  const review = useReviewHistory(start, newKey, onDirty)
  const blocks = useMemo(() => numberOutline(outline), [outline])
  const source = useMemo(
    () => ({ findings, texts: paragraphTexts(blocks), meetingDate }),
    [findings, blocks, meetingDate],
  )
  const doubts = useMemo(() => findDraftDoubts(review.draft, source), [review.draft, source])
  const marked = useMemo(() => new Set(doubts.flatMap(({ place }) => (place ? [place.paragraph] : []))), [doubts])
  const [looked, setLooked] = useState(0)
  const [isLooking, setLooking] = useState(false)
  const at = Math.min(looked, Math.max(0, doubts.length - 1))
  const look = (next: number) => {
    setLooked(next)
    setLooking(true)
  }
  const current = isLooking ? doubts[at] : undefined
  return (
    <ReviewContext.Provider value={review}>
      <ReviewGroundContext.Provider value={ground}>
        <div className={styles['review']} ref={review.area} tabIndex={-1}>
          <DoubtPanel at={at} doubts={doubts} meetingDate={meetingDate} onLook={look} />
          <Toolbar review={review} />
          <div className={styles['sides']}>
            <Original blocks={blocks} looking={current?.place?.paragraph ?? null} marked={marked} outline={outline} />
            <section aria-label={importing.understood} className={styles['side']}>
              <h3>{importing.understood}</h3>
              <DraftHead />
              <NextMeetingDraft />
              <DraftItems current={current} doubts={doubts} onLook={look} />
            </section>
          </div>
          <SumBar
            doubts={doubts.length}
            onCancel={props.onCancel}
            onSave={props.onSave}
            saveLabel={props.saveLabel}
            saving={props.saving}
          />
        </div>
      </ReviewGroundContext.Provider>
    </ReviewContext.Provider>
  )
}

function Original({
  blocks,
  looking,
  marked,
  outline,
}: {
  blocks: ReturnType<typeof numberOutline>
  looking: number | null
  marked: ReadonlySet<number>
  outline: Outline
}) {
  const texts = useTexts()
  return (
    <section aria-label={texts.importing.original} className={styles['side']}>
      <h3>{texts.importing.original}</h3>
      <OutlineView blocks={blocks} looking={looking} marked={marked} name={outline.fileName} />
    </section>
  )
}

function Toolbar({ review }: { review: Review }) {
  const { common } = useTexts()
  const texts = useImportReviewTexts()
  return (
    <div aria-label={texts.toolbar} className={styles['tools']} role="toolbar">
      <Button disabledFocusable={!review.canUndo} onClick={review.undo} size="small">
        {common.undo}
      </Button>
      <Button disabledFocusable={!review.canRedo} onClick={review.redo} size="small">
        {texts.redo}
      </Button>
      <span className={`${styles['facts']} ${styles['keys']}`}>{texts.keys}</span>
      <span className={styles['facts']} role="status">
        {review.said}
      </span>
    </div>
  )
}
