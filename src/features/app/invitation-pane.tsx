import { Button } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { mayEditAgenda } from '../../domain/forum/forum.ts'
import type { Meeting } from '../../domain/meeting/meeting.ts'
import type { OutlookItem } from '../../hosts/host.ts'
import type { ForumId, MeetingKey } from '../../shared/ids.ts'
import { formatMeetingTime } from '../../ui/dates.ts'
import { Notice } from '../../ui/notice.tsx'
import { Placeholder } from '../../ui/placeholder.tsx'
import { useLinkingTexts } from '../../ui/texts/linking.ts'
import { ServiceError } from '../../workflows/failure.ts'
import { noteFinding } from '../../workflows/invitation-log.ts'
import type { OpenedInvitation, TiedInvitation } from '../../workflows/judge-invitation.ts'
import { openInvitation } from '../../workflows/open-invitation.ts'
import type { MeetingRecord } from '../../workflows/ports.ts'
import ties from '../ties/ties.module.css'
import { DisputedInvitation } from './disputed-invitation.tsx'
import { FailureNotice } from './failure-notice.tsx'
import { Home } from './home.tsx'
import { InvitationMeeting } from './invitation-meeting.tsx'
import { MeetingScreen } from './meeting-screen.tsx'
import styles from './panes.module.css'
import { useServices } from './services.ts'
import { StaleInvitation } from './stale-invitation.tsx'
import { TieBasis } from './tie-basis.tsx'
import { TieQuestion } from './tie-question.tsx'
import { useMe } from './use-me.ts'

type Invitation = Extract<OutlookItem, { kind: 'invitation' }>

/** Beside an invitation: the truth about its date, and the agenda of its meeting. */
export function InvitationPane({ item }: { item: Invitation }) {
  const texts = useLinkingTexts()
  const { data, error, isFetching, refetch } = useOpenedInvitation(item)
  const [chosen, setChosen] = useState<{ forumId: ForumId; meetingKey: MeetingKey } | null>(null)
  if (error && !data) return <FailureNotice error={error} onRetry={() => refetch()} retrying={isFetching} />
  if (!data) return <Placeholder label={texts.common.loading} lines={8} />
  const tied = data.kind === 'tied' && !data.dispute ? data : null
  const opened = chosen ?? (tied ? { forumId: tied.forumId, meetingKey: tied.live.key } : null)
  if (!opened)
    return <UntiedInvitation data={data} onChoose={(forumId, meetingKey) => setChosen({ forumId, meetingKey })} />
  return (
    <main aria-label={texts.product}>
      {tied && !chosen ? <Standing tied={tied} /> : null}
      <MeetingScreen forumId={opened.forumId} meetingKey={opened.meetingKey}>
        {(record, live) => (
          <InvitationMeeting
            basis={<Basis chosen={chosen !== null} data={data} live={live} record={record} />}
            live={live}
            record={record}
          />
        )}
      </MeetingScreen>
    </main>
  )
}

function useOpenedInvitation(item: Invitation) {
  const { account, calendar, clock, forum } = useServices()
  return useQuery({
    queryKey: ['opened-invitation', item.restId, item.subject, item.startIso],
    queryFn: async () => {
      const opened = await openInvitation({ calendar, forum }, item, (await account()).mail, clock.now())
      // Nobody waits for the log.
      if (opened.kind === 'tied' && !opened.dispute) void noteFinding(forum, opened)
      return opened
    },
    retry: false,
    throwOnError: (problem) => !(problem instanceof ServiceError),
  })
}

function Standing({ tied }: { tied: TiedInvitation }) {
  const texts = useLinkingTexts()
  return (
    <>
      {tied.calendarFailure === 'consentMissing' ? (
        <Notice intent="info">{texts.failure.consentCalendar}</Notice>
      ) : null}
      {tied.standing === 'stale' || tied.standing === 'maybeStale' ? <StaleInvitation tied={tied} /> : null}
    </>
  )
}

/** How we know the tie, and the way to correct it; for an invitation tied by hand, the question whether all shall have it so. */
function Basis({
  chosen,
  data,
  live,
  record,
}: {
  chosen: boolean
  data: OpenedInvitation
  live: Meeting
  record: MeetingRecord
}) {
  const texts = useLinkingTexts()
  const me = useMe(record.forum)
  if (data.kind === 'tied' && !chosen) return <TieBasis live={live} me={me} record={record} tied={data} />
  if (!mayEditAgenda(me) || !data.event) return null
  const question = texts.ties.tieForAll(formatMeetingTime(live, texts.language))
  return (
    <div className={ties['cards']}>
      <TieQuestion
        about={{ event: data.event, mark: null, kind: 'belongs', evidence: [], question }}
        live={live}
        me={me}
        record={record}
      />
    </div>
  )
}

function UntiedInvitation({
  data,
  onChoose,
}: {
  data: OpenedInvitation
  onChoose: (forumId: ForumId, key: MeetingKey) => void
}) {
  const texts = useLinkingTexts()
  const [choosing, setChoosing] = useState(false)
  if (choosing) return <Home heading={texts.outlook.tieByHand} notice={null} onChoose={onChoose} />
  return (
    <main aria-label={texts.product} className={styles['pane']}>
      {data.kind === 'tied' && data.dispute ? (
        <DisputedInvitation dispute={data.dispute} tied={data} />
      ) : (
        <p className={styles['quiet']}>
          {data.kind === 'ambiguous' ? texts.outlook.ambiguous : texts.outlook.unlinked}
        </p>
      )}
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
