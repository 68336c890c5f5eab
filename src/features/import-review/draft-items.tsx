import { useEffect, useMemo, useRef, useState } from 'react'
import type { DraftDoubt } from '../../domain/agenda/draft-doubts.ts'
import type { ItemKey } from '../../shared/ids.ts'
import { useImportReviewTexts } from '../../ui/texts/import-review.ts'
import { useGradually } from '../../ui/use-gradually.ts'
import { planImport } from '../../workflows/plan-import.ts'
import { DraftItemRow } from './draft-item-row.tsx'
import styles from './import-review.module.css'
import { useGround } from './review-ground.ts'
import { scrollWithin } from './scroll-within.ts'
import { useReview } from './use-review.ts'

const itemsAtOnce = 20

/** The understood items in the document's order; the one a doubt is about is brought into view. */
export function DraftItems({
  current,
  doubts,
  onLook,
}: {
  current: DraftDoubt | undefined
  doubts: readonly DraftDoubt[]
  onLook: (at: number) => void
}) {
  const texts = useImportReviewTexts()
  const { draft } = useReview()
  const { stored } = useGround()
  const box = useRef<HTMLOListElement>(null)
  const [open, setOpen] = useState<ItemKey | null>(null)
  const lookedKey = current?.itemKey ?? null
  useEffect(() => {
    if (lookedKey !== null) scrollWithin(box.current, `[data-item="${lookedKey}"]`)
  }, [lookedKey])
  const plan = useMemo(() => planImport(draft, stored), [draft, stored])
  const tied = plan.filter(({ merged }) => merged !== null).length
  const needed = draft.items.findIndex(({ key }) => key === lookedKey) + 1
  const shown = useGradually(draft.items.length, itemsAtOnce, needed)
  return (
    <>
      {stored.items.length > 0 ? (
        <p className={styles['facts']}>{texts.tie.heading(tied, plan.length - tied)}</p>
      ) : null}
      <ol className={styles['items']} ref={box}>
        {draft.items.slice(0, shown).map((item) => (
          <DraftItemRow
            doubts={doubts.filter(({ itemKey }) => itemKey === item.key).length}
            isOpen={open === item.key}
            item={item}
            key={item.key}
            looking={lookedKey === item.key}
            onLook={() => onLook(doubts.findIndex(({ itemKey }) => itemKey === item.key))}
            onOpen={(isOpen) => setOpen(isOpen ? item.key : null)}
            planned={plan.find(({ draft: { key } }) => key === item.key)}
          />
        ))}
      </ol>
    </>
  )
}
