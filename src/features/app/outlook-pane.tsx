import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { assertNever } from '../../shared/assert-never.ts'
import { Placeholder } from '../../ui/placeholder.tsx'
import { useTexts } from '../../ui/texts/texts.tsx'
import { ServiceError } from '../../workflows/failure.ts'
import { ComposePane } from './compose-pane.tsx'
import { FailureNotice } from './failure-notice.tsx'
import { InvitationPane } from './invitation-pane.tsx'
import { MailPane } from './mail-pane.tsx'
import styles from './panes.module.css'
import { useServices } from './services.ts'

/** The pane in Outlook: what it shows follows what lies open beside it, also when that changes under a pinned pane. */
export function OutlookPane() {
  const texts = useTexts()
  const { host } = useServices()
  const [change, setChange] = useState(0)
  useEffect(() => host.onItemChange(() => setChange((before) => before + 1)), [host])
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['outlook-item', change],
    queryFn: () => host.readItem(),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    throwOnError: (problem) => !(problem instanceof ServiceError),
  })
  if (error) return <FailureNotice error={error} onRetry={() => refetch()} retrying={isFetching} />
  if (data === undefined) return <Placeholder label={texts.common.loading} lines={6} />
  if (data === null) return <p className={styles['pane']}>{texts.outlook.noItem}</p>
  switch (data.kind) {
    case 'invitation':
      return <InvitationPane item={data} key={change} />
    case 'mail':
      return <MailPane key={change} mail={data} />
    case 'compose':
      return <ComposePane />
    default:
      return assertNever(data)
  }
}
