import { Button, Checkbox, Field, Input, Select, Textarea } from '@fluentui/react-components'
import { useRef, useState } from 'react'
import { purposes } from '../../domain/agenda/agenda.ts'
import { isPastDeadline } from '../../domain/meeting/upcoming.ts'
import type { ForumId, Instant, LocalDate, MeetingKey } from '../../shared/ids.ts'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { formatMeetingTime, formatSize } from '../../ui/dates.ts'
import { Notice } from '../../ui/notice.tsx'
import { useTexts } from '../../ui/texts/texts.tsx'
import {
  type ChosenFile,
  checkProposal,
  enclosureLimitBytes,
  type ProposalForm,
  type ProposalProblem,
} from '../../workflows/propose-item.ts'
import styles from './proposal-form.module.css'

/** A forum the writer belongs to, with the meeting a proposal would go to. */
export type ProposalTarget = {
  readonly forumId: ForumId
  readonly forumName: string
  readonly organisation: string
  readonly meeting: {
    readonly key: MeetingKey
    readonly start: Instant
    readonly end: Instant
    readonly timeZone: string
    readonly proposalDeadline: LocalDate | null
  } | null
}

/** A file on offer from the mail; it is fetched when it is chosen and sent. */
export type OfferedFile = { readonly id: string; readonly name: string; readonly sizeBytes: number }

/** How far the save has come; a failure keeps everything typed. */
export type SaveState =
  | { readonly kind: 'editing' }
  | { readonly kind: 'saving'; readonly name: string }
  | { readonly kind: 'failed'; readonly sentence: string }

/** The form for *forslag til punkt*. It holds no state of its own but the problems shown; `form` lives with its owner. */
export function ProposalFormView({
  form,
  makeFile,
  offered,
  offeredChosen,
  onChange,
  onChooseOffered,
  onSend,
  save,
  targets,
  today,
}: {
  form: ProposalForm
  makeFile: (file: File) => ChosenFile
  offered: readonly OfferedFile[]
  offeredChosen: ReadonlySet<string>
  onChange: (form: ProposalForm) => void
  onChooseOffered: (ids: ReadonlySet<string>) => void
  onSend: () => void
  save: SaveState
  targets: readonly ProposalTarget[]
  today: LocalDate
}) {
  const texts = useTexts()
  const [problems, setProblems] = useState<readonly ProposalProblem[]>([])
  const target = targets.find((candidate) => candidate.forumId === form.forumId)
  const busy = save.kind === 'saving'
  const change = (part: Partial<ProposalForm>) => {
    setProblems([])
    onChange({ ...form, ...part })
  }
  const tooLargeOffer = offered.find((file) => offeredChosen.has(file.id) && file.sizeBytes > enclosureLimitBytes)
  const send = () => {
    const found = [
      ...checkProposal(form),
      ...(tooLargeOffer ? [{ kind: 'fileTooLarge' as const, fileName: tooLargeOffer.name }] : []),
    ]
    setProblems(found)
    if (found.length === 0) onSend()
  }
  return (
    <form
      aria-label={texts.proposals.form}
      className={styles['form']}
      noValidate
      onSubmit={(submit) => {
        submit.preventDefault()
        send()
      }}
    >
      <TargetFields form={form} onChange={change} problems={problems} targets={targets} />
      {target?.meeting && isPastDeadline(target.meeting.proposalDeadline, today) ? (
        <Notice intent="warning">{texts.proposals.late}</Notice>
      ) : null}
      <TextFields form={form} onChange={change} problems={problems} />
      <FileFields
        form={form}
        makeFile={makeFile}
        offered={offered}
        offeredChosen={offeredChosen}
        onChange={change}
        onChooseOffered={onChooseOffered}
        problems={problems}
      />
      {save.kind === 'failed' ? <Notice intent="error">{save.sentence}</Notice> : null}
      <div className={styles['actions']}>
        <Button appearance="primary" disabledFocusable={busy} type="submit">
          {texts.proposals.send}
        </Button>
        <span role="status">{busy ? texts.proposals.sending(save.name) : ''}</span>
      </div>
    </form>
  )
}

type FieldsProps = {
  form: ProposalForm
  onChange: (part: Partial<ProposalForm>) => void
  problems: readonly ProposalProblem[]
}

function useProblemText(problems: readonly ProposalProblem[]) {
  const texts = useTexts()
  return (...kinds: ProposalProblem['kind'][]): string | undefined => {
    const problem = problems.find((candidate) => kinds.includes(candidate.kind))
    if (!problem) return undefined
    if (problem.kind !== 'fileTooLarge') return texts.proposals.problem[problem.kind]
    return texts.proposals.problem.fileTooLarge(problem.fileName, formatSize(enclosureLimitBytes, texts.language))
  }
}

function TargetFields({ form, onChange, problems, targets }: FieldsProps & { targets: readonly ProposalTarget[] }) {
  const texts = useTexts()
  const problem = useProblemText(problems)('forumMissing')
  const describe = (target: ProposalTarget): string =>
    target.meeting ? `${target.forumName}, ${formatMeetingTime(target.meeting, texts.language)}` : target.forumName
  return (
    <Field label={texts.proposals.forum} required {...(problem ? { validationMessage: problem } : {})}>
      <Select
        onChange={(_, { value }) => {
          const chosen = targets.find((target) => target.forumId === value)
          onChange({
            forumId: chosen?.forumId ?? null,
            meetingKey: chosen?.meeting?.key ?? null,
            organisation: chosen?.organisation ?? '',
          })
        }}
        value={form.forumId ?? ''}
      >
        {targets.length === 1 ? null : <option value="">…</option>}
        {targets.map((target) => (
          <option key={target.forumId} value={target.forumId}>
            {describe(target)}
          </option>
        ))}
      </Select>
    </Field>
  )
}

function TextFields({ form, onChange, problems }: FieldsProps) {
  const texts = useTexts()
  const told = useProblemText(problems)
  const titleProblem = told('titleMissing', 'titleTooLong')
  const durationProblem = told('durationInvalid')
  return (
    <>
      <Field label={texts.proposals.itemTitle} required {...(titleProblem ? { validationMessage: titleProblem } : {})}>
        <Input onChange={(_, { value }) => onChange({ title: value })} value={form.title} />
      </Field>
      <Field hint={texts.proposals.recommendationHint} label={texts.proposals.recommendation}>
        <Textarea
          onChange={(_, { value }) => onChange({ recommendation: value })}
          resize="vertical"
          rows={3}
          value={form.recommendation}
        />
      </Field>
      <Field label={texts.proposals.rationale}>
        <Textarea
          onChange={(_, { value }) => onChange({ rationale: value })}
          resize="vertical"
          rows={8}
          value={form.rationale}
        />
      </Field>
      <div className={styles['pair']}>
        <ChoiceField
          choices={purposes}
          empty={texts.agenda.fields.noPurpose}
          label={texts.proposals.purpose}
          names={texts.agenda.purpose}
          onChange={(purpose) => onChange({ purpose })}
          value={form.purpose}
        />
        <Field label={texts.proposals.duration} {...(durationProblem ? { validationMessage: durationProblem } : {})}>
          <Input
            inputMode="numeric"
            onChange={(_, { value }) => onChange({ durationMinutes: value })}
            value={form.durationMinutes}
          />
        </Field>
      </div>
    </>
  )
}

function FileFields({
  form,
  makeFile,
  offered,
  offeredChosen,
  onChange,
  onChooseOffered,
  problems,
}: FieldsProps & {
  makeFile: (file: File) => ChosenFile
  offered: readonly OfferedFile[]
  offeredChosen: ReadonlySet<string>
  onChooseOffered: (ids: ReadonlySet<string>) => void
}) {
  const texts = useTexts()
  const picker = useRef<HTMLInputElement>(null)
  const problem = useProblemText(problems)('fileTooLarge')
  const toggle = (id: string, chosen: boolean) => {
    const next = new Set(offeredChosen)
    if (chosen) next.add(id)
    else next.delete(id)
    onChooseOffered(next)
  }
  return (
    <fieldset className={styles['files']}>
      <legend>{offered.length > 0 ? texts.proposals.attachments : texts.agenda.enclosures}</legend>
      {offered.map((file) => (
        <Checkbox
          checked={offeredChosen.has(file.id)}
          key={file.id}
          label={`${file.name} (${formatSize(file.sizeBytes, texts.language)})`}
          onChange={(_, { checked }) => toggle(file.id, checked === true)}
        />
      ))}
      {form.files.map((chosen) => (
        <Checkbox
          checked
          key={chosen.key}
          label={`${chosen.file.name} (${formatSize(chosen.file.size, texts.language)})`}
          onChange={() => onChange({ files: form.files.filter((other) => other.key !== chosen.key) })}
        />
      ))}
      <input
        aria-label={texts.proposals.addFiles}
        hidden
        multiple
        onChange={(picked) => {
          onChange({ files: [...form.files, ...[...(picked.target.files ?? [])].map(makeFile)] })
          picked.target.value = ''
        }}
        ref={picker}
        type="file"
      />
      <Button onClick={() => picker.current?.click()} size="small">
        {texts.proposals.addFiles}
      </Button>
      {problem ? <Notice intent="error">{problem}</Notice> : null}
    </fieldset>
  )
}
