import type { DraftItem } from '../../domain/agenda/agenda-draft.ts'
import { useImportReviewTexts } from '../../ui/texts/import-review.ts'
import { DraftEnclosures } from './draft-enclosures.tsx'
import { DraftPartEditor } from './draft-part-editor.tsx'
import styles from './import-review.module.css'

/** What stands in an item, to be divided and put elsewhere: its texts line by line, then its enclosures. */
export function DraftItemEditor({ item, name }: { item: DraftItem; name: string }) {
  const texts = useImportReviewTexts()
  return (
    <div className={styles['editor']}>
      {item.parts.length > 0 ? <p className={styles['facts']}>{texts.text.hint}</p> : null}
      {item.parts.map((part) => (
        <DraftPartEditor item={item} key={part.key} name={name} part={part} />
      ))}
      <DraftEnclosures item={item} />
    </div>
  )
}
