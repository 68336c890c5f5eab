import { Button, Field, Select } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { findMember, mayEditAgenda } from '../../domain/forum/forum.ts'
import type { ForumId, Instant, MeetingKey } from '../../shared/ids.ts'
import { Placeholder } from '../../ui/placeholder.tsx'
import { useImportArchiveTexts } from '../../ui/texts/import-archive.ts'
import { useTexts } from '../../ui/texts/texts.tsx'
import { ServiceError } from '../../workflows/failure.ts'
import type { ForumPlan } from '../../workflows/ports.ts'
import { ArchiveList } from '../meeting-list/archive-list.tsx'
import { archivedMeetings } from '../meeting-list/archived-meetings.ts'
import { ArchiveImport } from './archive-import.tsx'
import { FailureNotice } from './failure-notice.tsx'
import { useLeave } from './leave-guard.tsx'
import styles from './panes.module.css'
import { useServices } from './services.ts'
import { useAccount } from './use-me.ts'

const beginning = '1970-01-01T00:00:00Z' as Instant

/** Every meeting that was held, back to the first, and for secretariats the way to fill the archive from old documents. */
export function ArchivePane({
  onBack,
  onChoose,
}: {
  onBack: () => void
  onChoose: (forumId: ForumId, key: MeetingKey, forumName: string) => void
}) {
  const { common } = useTexts()
  const texts = useImportArchiveTexts()
  const account = useAccount()
  const leave = useLeave()
  const { data, error, isFetching, refetch } = useArchive()
  const [isImporting, setImporting] = useState(false)
  const forums = (data ?? [])
    .filter(({ forum }) => account !== undefined && mayEditAgenda(findMember(forum, account.mail)))
    .map(({ forum }) => forum)
  const back = isImporting ? () => setImporting(false) : onBack
  return (
    <section aria-label={texts.archive} className={styles['pane']}>
      <div className={styles['actions']}>
        <Button appearance="subtle" onClick={() => leave(back)} size="small">
          ← {common.back}
        </Button>
        <h1 className={styles['title']}>{isImporting ? texts.title : texts.archive}</h1>
        {forums.length > 0 && !isImporting ? (
          <Button onClick={() => setImporting(true)} size="small">
            {texts.title}
          </Button>
        ) : null}
      </div>
      {error && !data ? <FailureNotice error={error} onRetry={() => refetch()} retrying={isFetching} /> : null}
      {!data && !error ? <Placeholder label={common.loading} lines={6} /> : null}
      {isImporting ? <ArchiveImport forums={forums} /> : null}
      {data && !isImporting ? <Held onChoose={onChoose} plans={data} /> : null}
    </section>
  )
}

function Held({
  onChoose,
  plans,
}: {
  onChoose: (forumId: ForumId, key: MeetingKey, forumName: string) => void
  plans: readonly ForumPlan[]
}) {
  const texts = useImportArchiveTexts()
  const { clock } = useServices()
  const [forumId, setForumId] = useState('')
  const meetings = archivedMeetings(
    plans.filter(({ forum }) => forumId === '' || forum.id === forumId),
    clock.now(),
  )
  return (
    <>
      <p className={styles['quiet']}>{texts.archiveHint}</p>
      {plans.length > 1 ? (
        <Field className={styles['narrow'] ?? ''} label={texts.forum}>
          <Select onChange={(_, { value }) => setForumId(value)} value={forumId}>
            <option value="">{texts.allForums}</option>
            {plans.map(({ forum }) => (
              <option key={forum.id} value={forum.id}>
                {forum.name}
              </option>
            ))}
          </Select>
        </Field>
      ) : null}
      {meetings.length === 0 ? <p>{texts.empty}</p> : null}
      <ArchiveList meetings={meetings} onChoose={(plan, key) => onChoose(plan.forum.id, key, plan.forum.name)} />
    </>
  )
}

/** All plans back to the beginning; asked for only here, since a start need not read years. */
function useArchive() {
  const { forum } = useServices()
  return useQuery({
    queryKey: ['archive'],
    queryFn: () => forum.readPlans(beginning),
    staleTime: 60_000,
    retry: false,
    throwOnError: (error) => !(error instanceof ServiceError),
  })
}
