import { Button, Checkbox, Field, Input } from '@fluentui/react-components'
import type { AgendaDraft, DraftParticipant } from '../../domain/agenda/agenda-draft.ts'
import type { LocalDate, LocalTime } from '../../shared/ids.ts'
import { useImportReviewTexts } from '../../ui/texts/import-review.ts'
import { useTexts } from '../../ui/texts/texts.tsx'
import styles from './import-review.module.css'
import { useReview } from './use-review.ts'

/** The head of the document: when and where, and who came; folded, since it is seldom wrong. */
export function DraftHead() {
  const texts = useImportReviewTexts()
  const { draft } = useReview()
  const away = draft.participants.filter(({ afbud }) => afbud).length
  return (
    <details className={styles['head']}>
      <summary>
        {texts.head.title}: {texts.head.participants(draft.participants.length - away, away)}
      </summary>
      <HeadFields />
      <p className={styles['facts']}>{draft.kind === 'referat' ? texts.head.attendance : texts.head.notStored}</p>
      <Participants />
    </details>
  )
}

function HeadFields() {
  const texts = useImportReviewTexts()
  const { draft, edit } = useReview()
  const change = (part: Partial<AgendaDraft>, field: string) => edit({ ...draft, ...part }, { field })
  return (
    <div className={styles['fields']}>
      <Field label={texts.head.date}>
        <Input
          onChange={(_, { value }) => change({ date: value === '' ? null : (value as LocalDate) }, 'date')}
          type="date"
          value={draft.date ?? ''}
        />
      </Field>
      <Field label={texts.head.start}>
        <Input
          onChange={(_, { value }) => change({ start: value === '' ? null : (value as LocalTime) }, 'start')}
          type="time"
          value={draft.start ?? ''}
        />
      </Field>
      <Field label={texts.head.end}>
        <Input
          onChange={(_, { value }) => change({ end: value === '' ? null : (value as LocalTime) }, 'end')}
          type="time"
          value={draft.end ?? ''}
        />
      </Field>
      <Field label={texts.head.location}>
        <Input
          onChange={(_, { value }) => change({ location: value === '' ? null : value.slice(0, 250) }, 'location')}
          value={draft.location ?? ''}
        />
      </Field>
    </div>
  )
}

function Participants() {
  const texts = useImportReviewTexts()
  const { draft, edit, newKeys } = useReview()
  const add = () => {
    const key = newKeys().item
    const person: DraftParticipant = { key, name: '', title: null, organisation: null, role: null, afbud: false }
    edit({ ...draft, participants: [...draft.participants, person] }, { focus: nameId(key) })
  }
  return (
    <>
      <ul className={styles['people']}>
        {draft.participants.map((person, at) => (
          <PersonLine at={at} key={person.key} person={person} />
        ))}
      </ul>
      <div>
        <Button onClick={add} size="small">
          {texts.head.add}
        </Button>
      </div>
    </>
  )
}

function PersonLine({ at, person }: { at: number; person: DraftParticipant }) {
  const texts = useImportReviewTexts()
  const { common } = useTexts()
  const { draft, edit } = useReview()
  const { key, name } = person
  const change = (part: Partial<DraftParticipant>, field: string) =>
    edit(
      { ...draft, participants: draft.participants.map((one) => (one.key === key ? { ...one, ...part } : one)) },
      { field: `${field} ${key}` },
    )
  const remove = () => edit({ ...draft, participants: draft.participants.filter((one) => one.key !== key) })
  return (
    <li className={styles['person']}>
      <Input
        aria-label={texts.head.name(at + 1)}
        id={nameId(key)}
        onChange={(_, { value }) => change({ name: value.slice(0, 200) }, 'name')}
        value={name}
      />
      <Input
        aria-label={texts.head.organisation(name)}
        onChange={(_, { value }) => change({ organisation: value === '' ? null : value.slice(0, 200) }, 'organisation')}
        value={person.organisation ?? ''}
      />
      <div className={styles['tools']}>
        <Checkbox
          aria-label={texts.head.away(name)}
          checked={person.afbud}
          label={texts.head.awayShort}
          onChange={(_, { checked }) => change({ afbud: checked === true }, 'away')}
        />
        <Button appearance="subtle" aria-label={texts.head.remove(name)} onClick={remove} size="small">
          {common.remove}
        </Button>
      </div>
    </li>
  )
}

function nameId(key: string): string {
  return `person-${key}`
}
