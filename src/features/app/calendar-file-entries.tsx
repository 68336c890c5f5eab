import { Button } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import type { CalendarEvent } from '../../domain/calendar/calendar-event.ts'
import { findMember, mayEditAgenda } from '../../domain/forum/forum.ts'
import { addDaysToInstant } from '../../domain/time/zoned-time.ts'
import type { ForumId, MeetingKey } from '../../shared/ids.ts'
import { formatInstantDay, formatMeetingTime } from '../../ui/dates.ts'
import { Notice } from '../../ui/notice.tsx'
import { Placeholder } from '../../ui/placeholder.tsx'
import { type LinkingTexts, useLinkingTexts } from '../../ui/texts/linking.ts'
import { type JudgedEntry, judgeFile } from '../../workflows/calendar-files.ts'
import { ServiceError } from '../../workflows/failure.ts'
import type { ForumPlan } from '../../workflows/ports.ts'
import { FailureNotice } from './failure-notice.tsx'
import styles from './panes.module.css'
import { useServices } from './services.ts'
import { TieByHand, TieQuestion } from './tie-question.tsx'
import { useAccount } from './use-me.ts'

/** Opens another meeting, where the surface can show one. */
export type OpenMeeting = (forumId: ForumId, key: MeetingKey, forumName: string) => void

/** Few enough to show whatever they are. */
const fewEntries = 5

/** What the entries of a file are; in a long file only those of forums. */
export function FileEntries({
  events,
  leftOut,
  onOpen,
}: {
  events: readonly CalendarEvent[]
  leftOut: number
  onOpen: OpenMeeting | null
}) {
  const texts = useLinkingTexts()
  const { account, clock, forum } = useServices()
  const { data, error, isFetching, refetch } = useQuery({
    // The rules are asked anew when a tie has changed ('opened-invitation' is read anew then).
    queryKey: ['opened-invitation', 'file', events.map(({ id }) => id)],
    queryFn: async () => {
      const plans = await forum.readPlans(addDaysToInstant(clock.now(), -365))
      return { plans, judged: await judgeFile(events, plans, (await account()).mail, clock.now()) }
    },
    retry: false,
    throwOnError: (problem) => !(problem instanceof ServiceError),
  })
  if (error && !data) return <FailureNotice error={error} onRetry={() => refetch()} retrying={isFetching} />
  if (!data) return <Placeholder label={texts.common.loading} lines={3} />
  const shown = events.length <= fewEntries ? data.judged : data.judged.filter(({ told }) => told.kind !== 'unlinked')
  return (
    <>
      {leftOut > 0 ? <Notice intent="warning">{texts.calendarFile.leftOut(leftOut)}</Notice> : null}
      {events.length === 0 && leftOut === 0 ? <Notice intent="info">{texts.calendarFile.none}</Notice> : null}
      <ul className={styles['choices']}>
        {shown.map((entry) => (
          <li className={styles['entry']} key={entry.event.id}>
            <FileEntry entry={entry} onOpen={onOpen} plans={data.plans} />
          </li>
        ))}
      </ul>
      {shown.length < data.judged.length ? (
        <p className={styles['quiet']}>{texts.calendarFile.more(data.judged.length - shown.length)}</p>
      ) : null}
    </>
  )
}

function FileEntry({
  entry: { event, told },
  onOpen,
  plans,
}: {
  entry: JudgedEntry
  onOpen: OpenMeeting | null
  plans: readonly ForumPlan[]
}) {
  const texts = useLinkingTexts()
  const account = useAccount()
  const mine = plans.filter(({ forum }) => account && mayEditAgenda(findMember(forum, account.mail)))
  return (
    <>
      <Notice
        actions={
          told.kind === 'tied' && onOpen ? (
            <Button onClick={() => onOpen(told.forumId, told.live.key, told.forum.name)} size="small">
              {texts.calendarFile.openMeeting}
            </Button>
          ) : null
        }
        intent={told.kind !== 'tied' ? 'info' : told.standing === 'live' ? 'success' : 'warning'}
      >
        {sayEntry({ event, told }, texts)}
        {told.kind === 'tied' ? (
          <ul>
            {told.evidence.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        ) : null}
      </Notice>
      <EntryQuestion entry={{ event, told }} mine={mine} />
    </>
  )
}

/** For those who may decide for all: whether it is so, or which meeting it is. */
function EntryQuestion({ entry: { event, told }, mine }: { entry: JudgedEntry; mine: readonly ForumPlan[] }) {
  const texts = useLinkingTexts()
  const account = useAccount()
  if (told.kind !== 'tied') return mine.length > 0 ? <TieByHand event={event} plans={mine} /> : null
  const plan = mine.find(({ forum }) => forum.id === told.forumId)
  if (!plan || told.certainty === 'stored') return null
  const isReplaced = told.standing === 'stale' || told.standing === 'maybeStale'
  const when = formatMeetingTime(told.live, texts.language)
  return (
    <TieQuestion
      about={{
        event,
        mark: null,
        kind: isReplaced ? 'replaced' : 'belongs',
        evidence: told.evidence,
        question: isReplaced ? texts.ties.questionReplaced(when) : texts.ties.questionBelongs(when),
      }}
      live={told.live}
      me={account && findMember(plan.forum, account.mail)}
      record={plan}
    />
  )
}

function sayEntry({ event, told }: JudgedEntry, texts: LinkingTexts): string {
  const said = texts.calendarFile
  const zone = told.kind === 'tied' ? told.live.timeZone : 'Europe/Copenhagen'
  const invitation = `"${event.subject}" ${formatInstantDay(event.start, zone, texts.language)}`
  if (event.isCancelled) return said.cancelled(invitation)
  if (told.kind === 'unlinked') return said.unlinked(invitation)
  if (told.kind === 'ambiguous') return said.ambiguous(invitation)
  const meeting = `${told.forum.name} ${formatMeetingTime(told.live, texts.language)}`
  if (told.standing === 'stale') return said.replaced(invitation, meeting)
  if (told.standing === 'maybeStale') return said.seemsReplaced(invitation, meeting)
  return told.certainty === 'suggested' ? said.seems(invitation, meeting) : said.belongs(invitation, meeting)
}
