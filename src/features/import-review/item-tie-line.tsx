import { Radio, RadioGroup, Select } from '@fluentui/react-components'
import { draftRoles } from '../../domain/agenda/agenda-draft.ts'
import { changeDraftItem } from '../../domain/agenda/edit-draft.ts'
import type { TextConflict } from '../../domain/agenda/merge-draft-item.ts'
import type { ItemKey } from '../../shared/ids.ts'
import { useImportReviewTexts } from '../../ui/texts/import-review.ts'
import { useTexts } from '../../ui/texts/texts.tsx'
import type { PlannedItem } from '../../workflows/plan-import.ts'
import styles from './import-review.module.css'
import { useGround } from './review-ground.ts'
import { useReview } from './use-review.ts'

/** Which item of the agenda already there this is, how we know, what is added to it, and what both sides say otherwise. */
export function ItemTieLine({ name, planned }: { name: string; planned: PlannedItem }) {
  const texts = useImportReviewTexts()
  const { agenda } = useTexts()
  const { draft, edit } = useReview()
  const { stored } = useGround()
  if (stored.items.length === 0) return null
  const { draft: item, merged, tie } = planned
  const added = merged ? draftRoles.filter((role) => merged.after[role] !== merged.before[role]) : []
  const said = added.length > 0 ? texts.tie.adds(added.map((role) => agenda[role]).join(', ')) : texts.tie.nothing
  return (
    <div className={styles['tie']}>
      <Select
        aria-label={texts.tie.label(name)}
        onChange={(_, { value }) => edit(changeDraftItem(draft, item.key, { sameAs: value as ItemKey | 'new' }))}
        value={tie.itemKey ?? 'new'}
      >
        <option value="new">{texts.tie.fresh}</option>
        {stored.items.map((other) => (
          <option key={other.key} value={other.key}>
            {texts.tie.same(texts.item.name(other.number, other.title)).slice(0, 90)}
          </option>
        ))}
      </Select>
      <span className={styles['facts']}>
        {[texts.tie.because[tie.because], merged ? said : null].filter(Boolean).join(' · ')}
      </span>
      {merged?.conflicts.map((conflict) => (
        <Conflict conflict={conflict} key={conflict.role} planned={planned} />
      ))}
    </div>
  )
}

function Conflict({ conflict, planned }: { conflict: TextConflict; planned: PlannedItem }) {
  const texts = useImportReviewTexts()
  const { agenda } = useTexts()
  const { draft, edit } = useReview()
  const { draft: item } = planned
  const choices = ['agenda', 'document', 'both'] as const
  const label = texts.tie.conflict(agenda[conflict.role])
  return (
    <fieldset className={styles['conflict']}>
      <legend>{label}</legend>
      <blockquote>
        <strong>{texts.tie.stored}</strong>
        {`\n${conflict.agenda}`}
      </blockquote>
      <blockquote>
        <strong>{texts.tie.document}</strong>
        {`\n${conflict.document}`}
      </blockquote>
      <RadioGroup
        aria-label={label}
        layout="horizontal"
        onChange={(_, { value }) => {
          const chosen = choices.find((choice) => choice === value)
          if (chosen) edit(changeDraftItem(draft, item.key, { choices: { ...item.choices, [conflict.role]: chosen } }))
        }}
        value={conflict.choice}
      >
        {choices.map((choice) => (
          <Radio key={choice} label={texts.tie.choice[choice]} value={choice} />
        ))}
      </RadioGroup>
    </fieldset>
  )
}
