import { Button } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { Meeting } from '../../domain/meeting/meeting.ts'
import type { ForumId, MeetingKey } from '../../shared/ids.ts'
import { formatClock } from '../../ui/dates.ts'
import { Notice } from '../../ui/notice.tsx'
import { Placeholder } from '../../ui/placeholder.tsx'
import { useTexts } from '../../ui/texts/texts.tsx'
import { ServiceError } from '../../workflows/failure.ts'
import { liveMeetingOf } from '../../workflows/open-meeting.ts'
import type { MeetingRecord } from '../../workflows/ports.ts'
import { FailureNotice } from './failure-notice.tsx'
import { useMeeting } from './use-meeting.ts'
import { WaitingBar } from './waiting-bar.tsx'

/** Opens a meeting and shows it through `children`; skeleton, failure, lost rights and the offline bar are the same everywhere. */
export function MeetingScreen({
  children,
  forumId,
  meetingKey,
}: {
  children: (record: MeetingRecord, live: Meeting) => ReactNode
  forumId: ForumId
  meetingKey: MeetingKey
}) {
  const texts = useTexts()
  const { data, error, isFetching, refetch } = useMeeting(forumId, meetingKey)
  const rightsGone =
    error instanceof ServiceError && ['noRights', 'notInvited', 'notFound'].includes(error.failure.kind)
  const live = data && !rightsGone ? liveMeetingOf(data) : undefined
  if (data && live) {
    return (
      <>
        {error ? (
          <section aria-label={texts.home.copy}>
            <CopyBar error={error} onRetry={() => refetch()} record={data} />
          </section>
        ) : null}
        <WaitingBar />
        {children(data, live)}
      </>
    )
  }
  if (error) return <FailureNotice error={error} onRetry={() => refetch()} retrying={isFetching} />
  return <Placeholder label={texts.common.loading} lines={9} />
}

/** The thin bar over a copy that could not be made fresh: why, and from when it is. */
function CopyBar({ error, onRetry, record }: { error: Error; onRetry: () => void; record: MeetingRecord }) {
  const texts = useTexts()
  const clock = formatClock(record.readAt, record.forum.timeZone, texts.language)
  const offline = error instanceof ServiceError && error.failure.kind === 'offline'
  if (!offline) return <FailureNotice error={error} onRetry={onRetry} retrying={false} />
  return (
    <Notice
      actions={
        <Button onClick={onRetry} size="small">
          {texts.common.retry}
        </Button>
      }
      intent="info"
    >
      {texts.failure.offlineCopy(clock)}
    </Notice>
  )
}
