import { Button, Field, Input } from '@fluentui/react-components'
import { type KeyboardEvent, useState } from 'react'
import { type DraftItem, type DraftPart, draftRoles, isRoleLabel } from '../../domain/agenda/agenda-draft.ts'
import {
  changeDraftPart,
  linesOf,
  moveDraftPart,
  moveDraftText,
  splitDraftItem,
} from '../../domain/agenda/edit-draft-parts.ts'
import { useImportReviewTexts } from '../../ui/texts/import-review.ts'
import { useTexts } from '../../ui/texts/texts.tsx'
import styles from './import-review.module.css'
import { ItemSelect } from './item-select.tsx'
import { rowId, useReview } from './use-review.ts'

/** One part of an item's text: its heading, and its lines, any of which can begin something else. */
export function DraftPartEditor({ item, name, part }: { item: DraftItem; name: string; part: DraftPart }) {
  const { agenda } = useTexts()
  const texts = useImportReviewTexts()
  const { draft, edit } = useReview()
  const [from, setFrom] = useState<number | null>(null)
  const role = agenda[part.role]
  return (
    <section aria-label={`${role}: ${name}`} className={styles['part']}>
      <div className={styles['partHead']}>
        <strong>{role}</strong>
        <Input
          aria-label={`${texts.text.label}, ${role}`}
          onChange={(_, { value }) =>
            edit(changeDraftPart(draft, item.key, part.key, { label: value === '' ? null : value.slice(0, 100) }), {
              field: `label ${part.key}`,
            })
          }
          placeholder={`${texts.text.label}: ${texts.text.noLabel}`}
          value={part.label === null || isRoleLabel(part.label) ? '' : part.label}
        />
        <ItemSelect
          exceptKey={item.key}
          label={texts.text.movePart}
          onChoose={(to) =>
            edit(moveDraftPart(draft, part.key, to), { said: texts.text.movedToItem, focus: rowId(to) })
          }
        />
      </div>
      <Lines chosen={from} onChoose={setFrom} part={part} />
      {from === null ? null : <LineActions from={from} item={item} onDone={() => setFrom(null)} part={part} />}
    </section>
  )
}

function Lines({
  chosen,
  onChoose,
  part,
}: {
  chosen: number | null
  onChoose: (from: number | null) => void
  part: DraftPart
}) {
  const walk = (press: KeyboardEvent) => {
    const step =
      press.key === 'ArrowDown' ? 'nextElementSibling' : press.key === 'ArrowUp' ? 'previousElementSibling' : null
    if (step === null || press.altKey) return
    const next = press.target instanceof HTMLElement ? press.target[step] : null
    if (next instanceof HTMLElement) {
      press.preventDefault()
      next.focus()
    }
  }
  return (
    <div className={styles['lines']}>
      {linesOf(part.text).map((line) => (
        <button
          aria-pressed={chosen === line.from}
          className={styles['line']}
          key={line.from}
          onClick={() => onChoose(chosen === line.from ? null : line.from)}
          onKeyDown={walk}
          type="button"
        >
          {line.text}
        </button>
      ))}
    </div>
  )
}

function LineActions({
  from,
  item,
  onDone,
  part,
}: {
  from: number
  item: DraftItem
  onDone: () => void
  part: DraftPart
}) {
  const { agenda } = useTexts()
  const texts = useImportReviewTexts()
  const { draft, edit, newKeys } = useReview()
  const place = { itemKey: item.key, partKey: part.key, from }
  const split = () => {
    const keys = newKeys()
    edit(splitDraftItem(draft, place, keys), { said: texts.item.split, focus: rowId(keys.item) })
    onDone()
  }
  return (
    <Field label={texts.text.lineFrom}>
      <div className={styles['mends']}>
        <Button onClick={split} size="small">
          {texts.text.splitHere}
        </Button>
        {draftRoles
          .filter((role) => role !== part.role)
          .map((role) => (
            <Button
              key={role}
              onClick={() => {
                edit(moveDraftText(draft, place, role, newKeys().part), {
                  said: texts.text.moved(agenda[role]),
                  focus: rowId(item.key),
                })
                onDone()
              }}
              size="small"
            >
              {texts.text.moveTo(agenda[role])}
            </Button>
          ))}
      </div>
    </Field>
  )
}
