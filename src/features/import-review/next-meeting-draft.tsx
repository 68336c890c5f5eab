import { Checkbox, Field, Input } from '@fluentui/react-components'
import type { AgendaDraft, DraftProposal } from '../../domain/agenda/agenda-draft.ts'
import { toInstant } from '../../domain/time/zoned-time.ts'
import type { LocalDate, LocalTime } from '../../shared/ids.ts'
import { formatDay, formatInstantDay, formatMeetingTime } from '../../ui/dates.ts'
import { useImportReviewTexts } from '../../ui/texts/import-review.ts'
import { useTexts } from '../../ui/texts/texts.tsx'
import { isKnownProposal, type NextMeetingPlan, planNextMeeting } from '../../workflows/next-meeting.ts'
import styles from './import-review.module.css'
import { useGround } from './review-ground.ts'
import { useReview } from './use-review.ts'

/** What the document says of the next meeting and of proposals for it, to be agreed to before it is saved; often nothing. */
export function NextMeetingDraft() {
  const texts = useImportReviewTexts()
  const { draft } = useReview()
  if (draft.nextMeeting === null && draft.proposals.length === 0) return null
  return (
    <section aria-label={texts.next.title} className={styles['next']}>
      <h4>{texts.next.title}</h4>
      <p className={styles['facts']}>{texts.next.hint}</p>
      {draft.nextMeeting ? <Announcement next={draft.nextMeeting} /> : null}
      {draft.proposals.length > 0 ? (
        <>
          <strong>{texts.next.proposals}</strong>
          {draft.proposals.map((proposal, at) => (
            <ProposalLine at={at + 1} key={proposal.key} proposal={proposal} />
          ))}
        </>
      ) : null}
    </section>
  )
}

type Announced = NonNullable<AgendaDraft['nextMeeting']>

function Announcement({ next }: { next: Announced }) {
  const { language } = useTexts()
  const texts = useImportReviewTexts()
  const { draft, edit } = useReview()
  const { meetings } = useGround()
  const plan = planNextMeeting(next, meetings)
  const change = (part: Partial<Announced>, field?: string) =>
    edit({ ...draft, nextMeeting: { ...next, ...part } }, field === undefined ? {} : { field })
  const mayTake = plan?.kind === 'move' || plan?.kind === 'create'
  return (
    <>
      {plan ? (
        <Checkbox
          checked={next.taken && mayTake}
          disabled={!mayTake}
          label={tellPlan(plan, next, texts.next, language)}
          onChange={(_, { checked }) => change({ taken: checked === true })}
        />
      ) : null}
      {plan?.kind === 'untimed' ? <p className={styles['facts']}>{texts.next.noTime}</p> : null}
      <NextFields change={change} next={next} />
    </>
  )
}

function NextFields({ change, next }: { change: (part: Partial<Announced>, field: string) => void; next: Announced }) {
  const texts = useImportReviewTexts()
  const date = (value: string) => (value === '' ? null : (value as LocalDate))
  const time = (value: string) => (value === '' ? null : (value as LocalTime))
  return (
    <div className={styles['fields']}>
      <Field label={texts.next.date}>
        <Input
          onChange={(_, { value }) => change({ date: date(value) }, 'next date')}
          type="date"
          value={next.date ?? ''}
        />
      </Field>
      <Field label={texts.next.start}>
        <Input
          onChange={(_, { value }) => change({ start: time(value) }, 'next start')}
          type="time"
          value={next.start ?? ''}
        />
      </Field>
      <Field label={texts.next.end}>
        <Input
          onChange={(_, { value }) => change({ end: time(value) }, 'next end')}
          type="time"
          value={next.end ?? ''}
        />
      </Field>
      <Field label={texts.next.replaces}>
        <Input
          onChange={(_, { value }) => change({ replacesDate: date(value) }, 'next replaces')}
          type="date"
          value={next.replacesDate ?? ''}
        />
      </Field>
      {next.replacesDate === null ? null : (
        <Field label={texts.next.reason}>
          <Input
            onChange={(_, { value }) => change({ reason: value === '' ? null : value.slice(0, 1000) }, 'next reason')}
            value={next.reason ?? ''}
          />
        </Field>
      )}
    </div>
  )
}

function ProposalLine({ at, proposal }: { at: number; proposal: DraftProposal }) {
  const texts = useImportReviewTexts()
  const { draft, edit } = useReview()
  const { proposals } = useGround()
  const isKnown = isKnownProposal(proposal, proposals)
  const change = (part: Partial<DraftProposal>, field?: string) => {
    const changed = draft.proposals.map((one) => (one.key === proposal.key ? { ...one, ...part } : one))
    edit({ ...draft, proposals: changed }, field === undefined ? {} : { field: `${field} ${proposal.key}` })
  }
  return (
    <div className={styles['proposal']}>
      <Checkbox
        aria-label={texts.next.proposal(proposal.title)}
        checked={proposal.taken && !isKnown}
        disabled={isKnown}
        onChange={(_, { checked }) => change({ taken: checked === true })}
      />
      <div>
        <Input
          aria-label={texts.next.proposalTitle(at)}
          onChange={(_, { value }) => change({ title: value.slice(0, 250) }, 'proposal')}
          value={proposal.title}
        />
        <Input
          aria-label={texts.next.condition(at)}
          onChange={(_, { value }) => change({ note: value === '' ? null : value.slice(0, 1000) }, 'condition')}
          placeholder={texts.next.conditionShort}
          value={proposal.note ?? ''}
        />
        {isKnown ? <span className={styles['facts']}>{texts.next.known}</span> : null}
      </div>
    </div>
  )
}

function tellPlan(
  plan: NextMeetingPlan,
  next: Announced,
  texts: ReturnType<typeof useImportReviewTexts>['next'],
  language: 'da' | 'en',
): string {
  switch (plan.kind) {
    case 'there':
      return texts.there(formatMeetingTime(plan.meeting, language, true))
    case 'move': {
      const { from } = plan
      const to = formatMeetingTime({ ...from, start: plan.start, end: plan.end }, language, true)
      return texts.move(formatInstantDay(from.start, from.timeZone, language), to)
    }
    case 'create':
      // Hours as they are said have no zone; one is lent to them to be written.
      return texts.create(
        formatMeetingTime(
          {
            start: toInstant(plan.date, plan.start, 'UTC'),
            end: toInstant(plan.date, next.end !== null && next.end > plan.start ? next.end : plan.start, 'UTC'),
            timeZone: 'UTC',
          },
          language,
          true,
        ),
      )
    case 'untimed':
      return texts.create(formatDay(plan.date, language, true))
  }
}
