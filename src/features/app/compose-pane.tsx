import { findMember, mayEditAgenda } from '../../domain/forum/forum.ts'
import { traceDates } from '../../domain/meeting/date-thread.ts'
import { formatLongDay } from '../../ui/dates.ts'
import { Notice } from '../../ui/notice.tsx'
import { Placeholder } from '../../ui/placeholder.tsx'
import type { Texts } from '../../ui/texts/da.ts'
import { useTexts } from '../../ui/texts/texts.tsx'
import type { ForumPlan } from '../../workflows/ports.ts'
import { type ComposeChoice, ComposeForm } from '../compose/compose-form.tsx'
import { FailureNotice } from './failure-notice.tsx'
import { meetingAddress } from './meeting-address.ts'
import { writeMeetingLink } from './move-letter.ts'
import styles from './panes.module.css'
import { useServices } from './services.ts'
import { tellError } from './tell-failure.ts'
import { useAccount } from './use-me.ts'
import { usePlans } from './use-plans.ts'

/** Beside an invitation being written: the secretary says which meeting it is for. */
export function ComposePane() {
  const texts = useTexts()
  const { appOrigin, clock, host } = useServices()
  const account = useAccount()
  const { data, error, isFetching, refetch } = usePlans()
  if (error && !data) return <FailureNotice error={error} onRetry={() => refetch()} retrying={isFetching} />
  if (!data || !account) return <Placeholder label={texts.common.loading} lines={4} />
  const mine = data.filter((plan) => mayEditAgenda(findMember(plan.forum, account.mail)))
  const insert = async ({ forumName, meeting, replaces }: ComposeChoice): Promise<string | null> => {
    try {
      const address = meetingAddress(appOrigin, meeting.forumId, meeting.key)
      await host.appendToBody(writeLink(texts, forumName, address, replaces))
      return null
    } catch (problem) {
      return tellError(problem, texts)
    }
  }
  return (
    <main aria-label={texts.outlook.compose}>
      <h1 className={styles['heading']}>{texts.outlook.compose}</h1>
      {mine.length === 0 ? (
        <Notice intent="info">{texts.failure.noRights}</Notice>
      ) : (
        <ComposeForm choices={listChoices(mine, clock.now())} onInsert={insert} />
      )}
    </main>
  )
}

function listChoices(plans: readonly ForumPlan[], now: string): readonly ComposeChoice[] {
  return plans
    .flatMap((plan) =>
      plan.meetings
        .filter((meeting) => meeting.status === 'planned' && meeting.end > now)
        .map((meeting) => ({
          id: `${plan.forum.id} ${meeting.key}`,
          forumName: plan.forum.name,
          meeting,
          replaces: traceDates(plan.meetings, meeting).at(-2)?.meeting ?? null,
        })),
    )
    .sort((a, b) => a.meeting.start.localeCompare(b.meeting.start))
}

/** The paragraph with the meeting's link, and which date it replaces, in the words a reader and the rules both know. */
function writeLink(texts: Texts, forumName: string, address: string, replaces: ComposeChoice['replaces']): string {
  if (!replaces) return writeMeetingLink(forumName, address, texts)
  const day = formatLongDay(replaces.start, replaces.timeZone, texts.language)
  return writeMeetingLink(forumName, address, texts, ` (${texts.outlook.replaces(day)})`)
}
