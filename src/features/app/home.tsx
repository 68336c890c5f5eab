import { Button } from '@fluentui/react-components'
import { lazy, Suspense, useState } from 'react'
import type { ForumId, MeetingKey } from '../../shared/ids.ts'
import { Notice } from '../../ui/notice.tsx'
import { Placeholder } from '../../ui/placeholder.tsx'
import { useTexts } from '../../ui/texts/texts.tsx'
import { MeetingList } from '../meeting-list/meeting-list.tsx'
import { FailureNotice } from './failure-notice.tsx'
import styles from './panes.module.css'
import { useServices } from './services.ts'
import { usePlans } from './use-plans.ts'

const ArchivePane = lazy(async () => ({ default: (await import('./archive-pane.tsx')).ArchivePane }))
const CalendarFilePane = lazy(async () => ({
  default: (await import('./calendar-file-pane.tsx')).CalendarFilePane,
}))
const StaleListPane = lazy(async () => ({ default: (await import('./stale-list-pane.tsx')).StaleListPane }))

/** Where no meeting was asked for: my meetings in all forums. `notice` says why we are here, when there is a reason. */
export function Home({
  heading,
  notice,
  offersMore = false,
  onChoose,
}: {
  heading: string
  notice: string | null
  /** True where people come to look at their own, not to choose a meeting for something else. */
  offersMore?: boolean
  onChoose: (forumId: ForumId, key: MeetingKey, forumName: string) => void
}) {
  const texts = useTexts()
  const { clock } = useServices()
  const [shows, setShows] = useState<'meetings' | 'stale' | 'archive' | 'file'>('meetings')
  const backHome = () => setShows('meetings')
  const { data, error, isFetching, refetch } = usePlans()
  if (shows !== 'meetings') {
    const names = { stale: texts.more.stale, archive: texts.home.archive, file: texts.more.openFile }
    return (
      <main aria-label={names[shows]}>
        <Suspense fallback={<Placeholder label={texts.common.loading} lines={6} />}>
          {shows === 'stale' ? <StaleListPane heading="h1" onBack={backHome} /> : null}
          {shows === 'archive' ? <ArchivePane onBack={backHome} onChoose={onChoose} /> : null}
          {shows === 'file' ? <CalendarFilePane heading="h1" onBack={backHome} onOpen={onChoose} /> : null}
        </Suspense>
      </main>
    )
  }
  return (
    <main aria-label={heading}>
      <h1 className={styles['heading']}>{heading}</h1>
      {offersMore ? (
        <div className={`${styles['home']} ${styles['more']}`}>
          <Button onClick={() => setShows('stale')} size="small">
            {texts.more.stale}
          </Button>
          <Button onClick={() => setShows('archive')} size="small">
            {texts.home.archive}
          </Button>
          <Button onClick={() => setShows('file')} size="small">
            {texts.more.openFile}
          </Button>
        </div>
      ) : null}
      {notice ? <Notice intent="info">{notice}</Notice> : null}
      {error && !data ? <FailureNotice error={error} onRetry={() => refetch()} retrying={isFetching} /> : null}
      {data ? (
        data.length === 0 ? (
          <Notice intent="info">{texts.failure.noRights}</Notice>
        ) : (
          <MeetingList
            now={clock.now()}
            onChoose={(plan, key) => onChoose(plan.forum.id, key, plan.forum.name)}
            plans={data}
          />
        )
      ) : error ? null : (
        <Placeholder label={texts.common.loading} lines={6} />
      )}
    </main>
  )
}
