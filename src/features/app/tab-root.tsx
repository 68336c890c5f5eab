import { Button } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { lazy } from 'react'
import type { HostContext } from '../../hosts/host.ts'
import type { ForumId, MeetingKey } from '../../shared/ids.ts'
import { Placeholder } from '../../ui/placeholder.tsx'
import { useTexts } from '../../ui/texts/texts.tsx'
import { ServiceError } from '../../workflows/failure.ts'
import { FailureNotice } from './failure-notice.tsx'
import { useLeave } from './leave-guard.tsx'
import { MeetingScreen } from './meeting-screen.tsx'
import { MeetingTab } from './meeting-tab.tsx'
import styles from './panes.module.css'
import { useServices } from './services.ts'

const Home = lazy(async () => ({ default: (await import('./home.tsx')).Home }))
const SidePanel = lazy(async () => ({ default: (await import('./side-panel.tsx')).SidePanel }))
const Stage = lazy(async () => ({ default: (await import('./stage.tsx')).Stage }))

type Opened = { readonly forumId: ForumId; readonly meetingKey: MeetingKey }

/** Teams and the browser: the meeting asked for, the one the chat belongs to, or the list of mine. */
export function TabRoot({
  context,
  onOpen,
  opened,
}: {
  context: HostContext
  onOpen: (opened: Opened | null) => void
  opened: Opened | null
}) {
  const texts = useTexts()
  const leave = useLeave()
  if (opened) {
    return (
      <>
        {context.surface === 'browser' && !context.meetingKey ? (
          <Button
            appearance="subtle"
            className={styles['home'] ?? ''}
            onClick={() => leave(() => onOpen(null))}
            size="small"
          >
            ← {texts.home.all}
          </Button>
        ) : null}
        <OpenedMeeting opened={opened} surface={context.surface} />
      </>
    )
  }
  if (context.threadId) return <MeetingOfChat onOpen={onOpen} surface={context.surface} threadId={context.threadId} />
  return (
    <Home
      heading={texts.home.title}
      offersMore
      notice={null}
      onChoose={(forumId, meetingKey) => onOpen({ forumId, meetingKey })}
    />
  )
}

function OpenedMeeting({ opened, surface }: { opened: Opened; surface: HostContext['surface'] }) {
  return (
    <MeetingScreen forumId={opened.forumId} meetingKey={opened.meetingKey}>
      {(record, live) => {
        if (surface === 'sidePanel') return <SidePanel live={live} record={record} />
        if (surface === 'stage') return <Stage live={live} record={record} />
        return <MeetingTab live={live} record={record} />
      }}
    </MeetingScreen>
  )
}

/** A tab nobody has configured: the meeting is found from the chat it stands in. */
function MeetingOfChat({
  onOpen,
  surface,
  threadId,
}: {
  onOpen: (opened: Opened) => void
  surface: HostContext['surface']
  threadId: string
}) {
  const texts = useTexts()
  const { clock, forum } = useServices()
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['meeting-of-chat', threadId],
    queryFn: async () => {
      const { findMeetingOfChat } = await import('../../workflows/find-meeting-of-chat.ts')
      return findMeetingOfChat(forum, threadId, clock.now())
    },
    retry: false,
    throwOnError: (problem) => !(problem instanceof ServiceError),
  })
  if (data) return <OpenedMeeting opened={data} surface={surface} />
  if (error) return <FailureNotice error={error} onRetry={() => refetch()} retrying={isFetching} />
  if (data === null) {
    return (
      <Home
        heading={texts.home.title}
        offersMore
        notice={texts.home.notTied}
        onChoose={(forumId, meetingKey) => onOpen({ forumId, meetingKey })}
      />
    )
  }
  return <Placeholder label={texts.common.loading} lines={8} />
}
