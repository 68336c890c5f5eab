import { Button, Checkbox, Input } from '@fluentui/react-components'
import type { DraftEnclosure, DraftItem } from '../../domain/agenda/agenda-draft.ts'
import {
  changeDraftEnclosure,
  moveDraftEnclosure,
  removeDraftEnclosure,
  titleLimit,
} from '../../domain/agenda/edit-draft.ts'
import { useImportReviewTexts } from '../../ui/texts/import-review.ts'
import { useTexts } from '../../ui/texts/texts.tsx'
import styles from './import-review.module.css'
import { ItemSelect } from './item-select.tsx'
import { rowId, useReview } from './use-review.ts'

/** The enclosures announced under an item: number, title, whether they follow, and the item they belong to. */
export function DraftEnclosures({ item }: { item: DraftItem }) {
  const { agenda } = useTexts()
  if (item.enclosures.length === 0) return null
  return (
    <section aria-label={agenda.enclosures} className={styles['part']}>
      <strong>{agenda.enclosures}</strong>
      {item.enclosures.map((enclosure) => (
        <EnclosureLine enclosure={enclosure} item={item} key={enclosure.key} />
      ))}
    </section>
  )
}

function EnclosureLine({ enclosure, item }: { enclosure: DraftEnclosure; item: DraftItem }) {
  const texts = useImportReviewTexts()
  const { common } = useTexts()
  const { draft, edit } = useReview()
  const { key, title } = enclosure
  const change = (part: Partial<DraftEnclosure>, field: string) =>
    edit(changeDraftEnclosure(draft, key, part), { field: `${field} ${key}` })
  return (
    <div className={styles['enclosure']}>
      <Input
        aria-label={`${texts.enclosure.number} ${title}`}
        inputMode="numeric"
        onChange={(_, { value }) => change({ number: /^\d{1,4}$/.test(value) ? Number(value) : null }, 'number')}
        value={enclosure.number === null ? '' : String(enclosure.number)}
      />
      <Input
        aria-label={`${texts.enclosure.title} ${enclosure.number ?? ''}`.trim()}
        onChange={(_, { value }) => change({ title: value.slice(0, titleLimit) }, 'title')}
        value={title}
      />
      <div className={styles['tools']}>
        <Checkbox
          checked={enclosure.pending}
          label={texts.enclosure.pending}
          onChange={(_, { checked }) => change({ pending: checked === true }, 'pending')}
        />
        <ItemSelect
          exceptKey={item.key}
          label={texts.enclosure.moveTo}
          onChoose={(to) => edit(moveDraftEnclosure(draft, key, to), { said: texts.enclosure.moved, focus: rowId(to) })}
        />
        <Button
          appearance="subtle"
          aria-label={texts.enclosure.remove(title)}
          onClick={() =>
            edit(removeDraftEnclosure(draft, key), { said: texts.enclosure.removed, focus: rowId(item.key) })
          }
          size="small"
        >
          {common.remove}
        </Button>
      </div>
    </div>
  )
}
