import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { type Member, mayEditAgenda } from '../../domain/forum/forum.ts'
import type { Meeting } from '../../domain/meeting/meeting.ts'
import { formatMeetingTime } from '../../ui/dates.ts'
import { Notice } from '../../ui/notice.tsx'
import { useLinkingTexts } from '../../ui/texts/linking.ts'
import type { TiedInvitation } from '../../workflows/judge-invitation.ts'
import type { MeetingRecord } from '../../workflows/ports.ts'
import styles from '../ties/ties.module.css'
import { useServices } from './services.ts'
import { tellSaveError } from './tell-failure.ts'
import { TieQuestion } from './tie-question.tsx'
import { useActor, useRefreshTies } from './use-ties.ts'

/** How we know which meeting an invitation is, and the way to say that it is wrong: for oneself, or for all. */
export function TieBasis({
  live,
  me,
  record,
  tied,
}: {
  live: Meeting
  me: Member | undefined
  record: MeetingRecord
  tied: TiedInvitation
}) {
  const texts = useLinkingTexts()
  const isEditor = mayEditAgenda(me)
  const asks = tied.certainty === 'suggested'
  const kind = tied.standing === 'stale' || tied.standing === 'maybeStale' ? 'replaced' : 'belongs'
  const when = formatMeetingTime(live, texts.language)
  const question = kind === 'replaced' ? texts.ties.questionReplaced(when) : texts.ties.questionBelongs(when)
  const card = (
    <TieQuestion
      about={{ event: tied.event, mark: null, kind, evidence: tied.evidence, question }}
      live={live}
      me={me}
      record={record}
    />
  )
  if (isEditor && asks) return <div className={styles['cards']}>{card}</div>
  return (
    <details className={styles['basis']}>
      <summary>{texts.ties.basis}</summary>
      {isEditor ? card : <OwnWord me={me} tied={tied} />}
    </details>
  )
}

/** What a member can say: that it does not fit. Said for oneself and seen by the secretariat. */
function OwnWord({ me, tied }: { me: Member | undefined; tied: TiedInvitation }) {
  const texts = useLinkingTexts()
  const { forum } = useServices()
  const actorOf = useActor()
  const refresh = useRefreshTies()
  const [failed, setFailed] = useState<string | null>(null)
  const dispute = async () => {
    try {
      const { disputeTie } = await import('../../workflows/invitation-log.ts')
      const written = await disputeTie(forum, tied, await actorOf(me))
      setFailed(written ? null : texts.ties.noIdentity)
      await refresh()
    } catch (error) {
      setFailed(tellSaveError(error, texts))
    }
  }
  return (
    <>
      <ul>
        {tied.evidence.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {tied.event ? (
        <>
          <Button onClick={dispute} size="small">
            {texts.ties.doesNotFit}
          </Button>
          <p className={styles['hint']}>{texts.ties.doesNotFitMeans}</p>
        </>
      ) : null}
      {failed ? <Notice intent="error">{failed}</Notice> : null}
    </>
  )
}
