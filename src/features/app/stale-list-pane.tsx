import { Button } from '@fluentui/react-components'
import { formatInstantDay, formatMeetingTime } from '../../ui/dates.ts'
import { Notice } from '../../ui/notice.tsx'
import { Placeholder } from '../../ui/placeholder.tsx'
import { useLinkingTexts } from '../../ui/texts/linking.ts'
import type { TiedInvitation } from '../../workflows/judge-invitation.ts'
import { FailureNotice } from './failure-notice.tsx'
import styles from './panes.module.css'
import { StaleInvitation } from './stale-invitation.tsx'
import { useCalendarReview } from './use-calendar-review.ts'

/** "Døde indkaldelser": every replaced invitation in my calendar, each to be removed by itself. */
export function StaleListPane({ heading: Heading, onBack }: { heading: 'h1' | 'h2'; onBack: () => void }) {
  const texts = useLinkingTexts()
  const { data, error, isFetching, refetch } = useCalendarReview()
  const stale = (data?.stale ?? []).filter(({ dispute }) => dispute === null)
  const doubtful = (data?.suggested ?? []).filter((one) => one.standing === 'maybeStale' && one.dispute === null)
  return (
    <section aria-label={texts.stale.title} className={styles['pane']}>
      <div>
        <Button appearance="subtle" onClick={onBack} size="small">
          ← {texts.common.back}
        </Button>
      </div>
      <Heading className={styles['title']}>{texts.stale.title}</Heading>
      <p className={styles['quiet']}>{texts.stale.explain}</p>
      {error && !data ? <FailureNotice error={error} onRetry={() => refetch()} retrying={isFetching} /> : null}
      {data || error ? null : <Placeholder label={texts.common.loading} lines={4} />}
      {data && stale.length + doubtful.length === 0 ? <Notice intent="success">{texts.stale.none}</Notice> : null}
      {stale.length + doubtful.length > 0 ? (
        <ul className={styles['choices']}>
          {[...stale, ...doubtful].map((one) => (
            <li key={one.event.id}>
              <StaleLine tied={one} />
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  )
}

function StaleLine({ tied }: { tied: TiedInvitation }) {
  const texts = useLinkingTexts()
  const { event, forum, live, standing } = tied
  if (!event) return null
  const invitation = `${event.subject} ${formatInstantDay(event.start, live.timeZone, texts.language)}`
  const meeting = `${forum.name} ${formatMeetingTime(live, texts.language)}`
  const say = standing === 'stale' ? texts.stale.replaced : texts.stale.perhapsReplaced
  return <StaleInvitation sentence={say(invitation, meeting)} tied={tied} />
}
