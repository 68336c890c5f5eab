import { findMember } from '../../domain/forum/forum.ts'
import { findNextMeeting } from '../../domain/meeting/upcoming.ts'
import type { OutlookItem } from '../../hosts/host.ts'
import type { Instant } from '../../shared/ids.ts'
import { Placeholder } from '../../ui/placeholder.tsx'
import { useTexts } from '../../ui/texts/texts.tsx'
import type { ForumPlan } from '../../workflows/ports.ts'
import type { ProposalTarget } from '../proposals/proposal-form.tsx'
import { FailureNotice } from './failure-notice.tsx'
import styles from './panes.module.css'
import { ProposePane } from './propose-pane.tsx'
import { useServices } from './services.ts'
import { useAccount } from './use-me.ts'
import { usePlans } from './use-plans.ts'

/** Beside a mail: it becomes a proposal for the next meeting of a forum I belong to. */
export function MailPane({ mail }: { mail: Extract<OutlookItem, { kind: 'mail' }> }) {
  const texts = useTexts()
  const { clock } = useServices()
  const account = useAccount()
  const { data, error, isFetching, refetch } = usePlans()
  return (
    <main aria-label={texts.outlook.useMail}>
      <h1 className={styles['heading']}>{texts.outlook.useMail}</h1>
      {error && !data ? <FailureNotice error={error} onRetry={() => refetch()} retrying={isFetching} /> : null}
      {data && account ? (
        <ProposePane
          key={mail.restId ?? mail.subject}
          mail={mail}
          onSent={() => refetch()}
          targets={listTargets(data, account.mail, clock.now())}
        />
      ) : error ? null : (
        <Placeholder label={texts.common.loading} lines={6} />
      )}
    </main>
  )
}

function listTargets(plans: readonly ForumPlan[], mail: string, now: Instant): readonly ProposalTarget[] {
  return plans.flatMap((plan) => {
    const me = findMember(plan.forum, mail)
    if (!me) return []
    const meeting = findNextMeeting(plan.meetings, now) ?? null
    return [{ forumId: plan.forum.id, forumName: plan.forum.name, organisation: me.organisation, meeting }]
  })
}
