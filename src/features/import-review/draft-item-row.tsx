import { Button, Checkbox, Input, Textarea } from '@fluentui/react-components'
import type { KeyboardEvent } from 'react'
import type { DraftItem } from '../../domain/agenda/agenda-draft.ts'
import { draftRoles, textOfRole } from '../../domain/agenda/agenda-draft.ts'
import { changeDraftItem, mergeDraftItemUp, moveDraftItem, titleLimit } from '../../domain/agenda/edit-draft.ts'
import { useImportReviewTexts } from '../../ui/texts/import-review.ts'
import { useTexts } from '../../ui/texts/texts.tsx'
import type { PlannedItem } from '../../workflows/plan-import.ts'
import { DraftItemEditor } from './draft-item-editor.tsx'
import styles from './import-review.module.css'
import { ItemTieLine } from './item-tie-line.tsx'
import { rowId, useReview } from './use-review.ts'

/** One understood item: taken in or not, named, moved, merged, and opened to mend its texts and enclosures. */
export function DraftItemRow({
  doubts,
  isOpen,
  item,
  looking,
  onLook,
  onOpen,
  planned,
}: {
  /** How many doubts are about this item. */
  doubts: number
  isOpen: boolean
  item: DraftItem
  looking: boolean
  onLook: () => void
  onOpen: (open: boolean) => void
  planned: PlannedItem | undefined
}) {
  const texts = useImportReviewTexts()
  const { draft, edit } = useReview()
  const name = texts.item.name(item.number, item.title || texts.item.untitled)
  const move = (direction: 'up' | 'down') =>
    edit(moveDraftItem(draft, item.key, direction), { said: texts.item.moved, focus: rowId(item.key) })
  const onKeyDown = (press: KeyboardEvent) => {
    if (!press.altKey || (press.key !== 'ArrowUp' && press.key !== 'ArrowDown')) return
    press.preventDefault()
    move(press.key === 'ArrowUp' ? 'up' : 'down')
  }
  return (
    <li
      aria-label={name}
      className={styles['row']}
      data-item={item.key}
      data-looking={looking}
      data-marked={doubts > 0}
      id={rowId(item.key)}
      onKeyDown={onKeyDown}
      tabIndex={-1}
    >
      <Checkbox
        aria-label={texts.item.take(name)}
        checked={item.taken}
        onChange={(_, { checked }) =>
          edit(changeDraftItem(draft, item.key, { taken: checked === true }), {
            said: checked ? texts.item.taken : texts.item.left,
          })
        }
      />
      <div className={styles['draft']}>
        <ItemHeading item={item} />
        <ItemFacts item={item} />
        {planned ? <ItemTieLine name={name} planned={planned} /> : null}
        <div className={styles['tools']}>
          {doubts > 0 ? (
            <Button appearance="transparent" onClick={onLook} size="small">
              ⚠ {texts.showDoubts(doubts)}
            </Button>
          ) : null}
          <ItemTools isOpen={isOpen} item={item} name={name} onMove={move} onOpen={onOpen} />
        </div>
        {isOpen ? <DraftItemEditor item={item} name={name} /> : null}
      </div>
    </li>
  )
}

function ItemHeading({ item }: { item: DraftItem }) {
  const texts = useImportReviewTexts()
  const { draft, edit } = useReview()
  const name = item.title || texts.item.untitled
  return (
    <div className={styles['heading']}>
      <Input
        aria-label={`${texts.item.number} ${name}`}
        onChange={(_, { value }) =>
          edit(changeDraftItem(draft, item.key, { number: value.trim() === '' ? null : value.trim().slice(0, 20) }), {
            field: `number ${item.key}`,
          })
        }
        value={item.number ?? ''}
      />
      <Textarea
        aria-label={`${texts.item.titleLabel} ${item.number ?? name}`}
        onChange={(_, { value }) =>
          edit(changeDraftItem(draft, item.key, { title: value.replace(/\s*\n\s*/gu, ' ').slice(0, titleLimit) }), {
            field: `title ${item.key}`,
          })
        }
        resize="none"
        // Where the browser cannot fit a field to its text, this comes near.
        rows={Math.max(1, Math.ceil(item.title.length / 44))}
        value={item.title}
      />
    </div>
  )
}

function ItemFacts({ item }: { item: DraftItem }) {
  const { agenda, common } = useTexts()
  const filled = draftRoles.filter((role) => textOfRole(item, role) !== '').map((role) => agenda[role])
  const facts = [
    item.kind === 'item' ? null : agenda.kind[item.kind],
    item.purpose ? agenda.purpose[item.purpose] : null,
    item.openness === 'closed' ? agenda.closed : null,
    item.durationMinutes ? common.minutes(item.durationMinutes) : null,
    item.presenters.length > 0 ? agenda.presenters(item.presenters.join(', ')) : null,
    ...filled,
    item.enclosures.length > 0 ? agenda.enclosureCount(item.enclosures.length) : null,
  ].filter((fact) => fact !== null)
  return facts.length > 0 ? <p className={styles['facts']}>{facts.join(' · ')}</p> : null
}

function ItemTools({
  isOpen,
  item,
  name,
  onMove,
  onOpen,
}: {
  isOpen: boolean
  item: DraftItem
  name: string
  onMove: (direction: 'up' | 'down') => void
  onOpen: (open: boolean) => void
}) {
  const texts = useImportReviewTexts()
  const { draft, edit, newKeys } = useReview()
  const at = draft.items.findIndex(({ key }) => key === item.key)
  const above = draft.items[at - 1]
  return (
    <>
      <Button
        aria-expanded={isOpen}
        aria-label={isOpen ? `${texts.item.close}: ${name}` : texts.item.editing(name)}
        onClick={() => onOpen(!isOpen)}
        size="small"
      >
        {isOpen ? texts.item.close : texts.item.edit}
      </Button>
      <Button
        aria-label={`${texts.item.up}: ${name}`}
        disabledFocusable={!above}
        onClick={() => onMove('up')}
        size="small"
        title={texts.item.up}
      >
        ↑
      </Button>
      <Button
        aria-label={`${texts.item.down}: ${name}`}
        disabledFocusable={at === draft.items.length - 1}
        onClick={() => onMove('down')}
        size="small"
        title={texts.item.down}
      >
        ↓
      </Button>
      <Button
        aria-label={`${texts.item.mergeUp}: ${name}`}
        disabledFocusable={!above}
        onClick={() =>
          edit(mergeDraftItemUp(draft, item.key, newKeys().part), {
            said: texts.item.merged,
            ...(above ? { focus: rowId(above.key) } : {}),
          })
        }
        size="small"
      >
        {texts.item.mergeUp}
      </Button>
    </>
  )
}
