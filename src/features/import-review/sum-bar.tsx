import { Button } from '@fluentui/react-components'
import type { AgendaDraft } from '../../domain/agenda/agenda-draft.ts'
import { useImportReviewTexts } from '../../ui/texts/import-review.ts'
import { useTexts } from '../../ui/texts/texts.tsx'
import styles from './import-review.module.css'
import { useReview } from './use-review.ts'

/** What would be saved, and the save. An item without a title holds it back. */
export function SumBar({
  doubts,
  onCancel,
  onSave,
  saveLabel,
  saving,
}: {
  doubts: number
  onCancel: () => void
  onSave: (draft: AgendaDraft) => void
  saveLabel: string
  saving: string | null
}) {
  const { importing } = useTexts()
  const texts = useImportReviewTexts()
  const { draft } = useReview()
  const taken = draft.items.filter((item) => item.taken)
  const enclosures = taken.flatMap((item) => item.enclosures)
  const isUntitled = taken.some(({ title }) => title.trim() === '')
  const pending = enclosures.filter((enclosure) => enclosure.pending).length
  const isHeld = saving !== null || taken.length === 0 || isUntitled
  return (
    <div className={styles['sum']}>
      <span>{texts.sum(taken.length, enclosures.length, pending, doubts)}</span>
      <Button appearance="primary" disabledFocusable={isHeld} onClick={() => onSave(draft)}>
        {saveLabel}
      </Button>
      <Button disabledFocusable={saving !== null} onClick={onCancel}>
        {importing.another}
      </Button>
      <span role="status">{saving ?? (isUntitled ? texts.topic.noTitle : '')}</span>
    </div>
  )
}
