import { Select } from '@fluentui/react-components'
import type { ItemKey } from '../../shared/ids.ts'
import { useImportReviewTexts } from '../../ui/texts/import-review.ts'
import { useReview } from './use-review.ts'

/** Chooses another item of the draft to move something to; goes back to nothing chosen. */
export function ItemSelect({
  exceptKey,
  label,
  onChoose,
}: {
  exceptKey: ItemKey
  label: string
  onChoose: (key: ItemKey) => void
}) {
  const texts = useImportReviewTexts()
  const { draft } = useReview()
  const others = draft.items.filter(({ key }) => key !== exceptKey)
  return (
    <Select
      aria-label={label}
      onChange={(_, { value }) => {
        const chosen = others.find(({ key }) => key === value)
        if (chosen) onChoose(chosen.key)
      }}
      value=""
    >
      <option value="">{label} …</option>
      {others.map((item) => (
        <option key={item.key} value={item.key}>
          {texts.item.name(item.number, item.title || texts.item.untitled).slice(0, 70)}
        </option>
      ))}
    </Select>
  )
}
