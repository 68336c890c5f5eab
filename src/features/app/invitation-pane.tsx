import { Button } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { OutlookItem } from '../../hosts/host.ts'
import type { ForumId, MeetingKey } from '../../shared/ids.ts'
import { formatMeetingTime } from '../../ui/dates.ts'
import { Notice } from '../../ui/notice.tsx'
import { Placeholder } from '../../ui/placeholder.tsx'
import { useTexts } from '../../ui/texts/texts.tsx'
import { ServiceError } from '../../workflows/failure.ts'
import { type OpenedInvitation, openInvitation } from '../../workflows/open-invitation.ts'
import { FailureNotice } from './failure-notice.tsx'
import { Home } from './home.tsx'
import { InvitationMeeting } from './invitation-meeting.tsx'
import { MeetingScreen } from './meeting-screen.tsx'
import styles from './panes.module.css'
import { useServices } from './services.ts'
import { StaleInvitation } from './stale-invitation.tsx'

type Invitation = Extract<OutlookItem, { kind: 'invitation' }>
type Tied = Extract<OpenedInvitation, { kind: 'tied' }>

/** Beside an invitation: the truth about its date, and the agenda of its meeting. */
export function InvitationPane({ item }: { item: Invitation }) {
  const texts = useTexts()
  const { account, calendar, clock, forum } = useServices()
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['opened-invitation', item.restId, item.subject, item.startIso],
    queryFn: async () => openInvitation({ calendar, forum }, item, (await account()).mail, clock.now()),
    retry: false,
    throwOnError: (problem) => !(problem instanceof ServiceError),
  })
  const [chosen, setChosen] = useState<{ forumId: ForumId; meetingKey: MeetingKey } | null>(null)
  if (error && !data) return <FailureNotice error={error} onRetry={() => refetch()} retrying={isFetching} />
  if (!data) return <Placeholder label={texts.common.loading} lines={8} />
  const opened = chosen ?? (data.kind === 'tied' ? { forumId: data.forumId, meetingKey: data.live.key } : null)
  if (!opened)
    return <UntiedInvitation data={data} onChoose={(forumId, meetingKey) => setChosen({ forumId, meetingKey })} />
  return (
    <main aria-label={texts.product}>
      {data.kind === 'tied' && !chosen ? <Standing tied={data} /> : null}
      <MeetingScreen forumId={opened.forumId} meetingKey={opened.meetingKey}>
        {(record, live) => <InvitationMeeting live={live} record={record} />}
      </MeetingScreen>
    </main>
  )
}

function Standing({ tied }: { tied: Tied }) {
  const texts = useTexts()
  return (
    <>
      {tied.calendarFailure === 'consentMissing' ? (
        <Notice intent="info">{texts.failure.consentCalendar}</Notice>
      ) : null}
      {tied.standing === 'stale' || tied.standing === 'maybeStale' ? <StaleInvitation tied={tied} /> : null}
    </>
  )
}

function UntiedInvitation({
  data,
  onChoose,
}: {
  data: OpenedInvitation
  onChoose: (forumId: ForumId, key: MeetingKey) => void
}) {
  const texts = useTexts()
  const [choosing, setChoosing] = useState(false)
  if (choosing) return <Home heading={texts.outlook.tieByHand} notice={null} onChoose={onChoose} />
  return (
    <main aria-label={texts.product} className={styles['pane']}>
      <p className={styles['quiet']}>{data.kind === 'ambiguous' ? texts.outlook.ambiguous : texts.outlook.unlinked}</p>
      {data.kind === 'ambiguous' ? (
        <ul className={styles['choices']}>
          {data.candidates.map((candidate) => (
            <li key={candidate.meeting.key}>
              <Button onClick={() => onChoose(candidate.forumId, candidate.meeting.key)} size="small">
                {candidate.forumName}, {formatMeetingTime(candidate.meeting, texts.language)}
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      <div>
        <Button appearance="subtle" onClick={() => setChoosing(true)} size="small">
          {texts.outlook.tieByHand}
        </Button>
      </div>
    </main>
  )
}
