import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import type { LogEntry } from '../../domain/meeting/meeting-log.ts'
import type { LogKey } from '../../shared/ids.ts'
import { formatMeetingTime } from '../../ui/dates.ts'
import { Notice } from '../../ui/notice.tsx'
import { useLinkingTexts } from '../../ui/texts/linking.ts'
import { withdrawDispute } from '../../workflows/invitation-log.ts'
import type { TiedInvitation } from '../../workflows/judge-invitation.ts'
import { useServices } from './services.ts'
import { tellSaveError } from './tell-failure.ts'
import { useRefreshTies } from './use-ties.ts'

/** An invitation of which I have said that its tie is wrong: what I said, and the way back. */
export function DisputedInvitation({ dispute, tied }: { dispute: LogEntry; tied: TiedInvitation }) {
  const texts = useLinkingTexts()
  const { forum, keys } = useServices()
  const refresh = useRefreshTies()
  const [failed, setFailed] = useState<string | null>(null)
  const takeBack = async () => {
    try {
      await withdrawDispute(forum, tied.forumId, dispute, keys.newKey() as LogKey)
      await refresh()
    } catch (error) {
      setFailed(tellSaveError(error, texts))
    }
  }
  return (
    <>
      <Notice
        actions={
          <Button onClick={takeBack} size="small">
            {texts.ties.takeBack}
          </Button>
        }
        intent="info"
      >
        {texts.ties.disputed(`${tied.forum.name} ${formatMeetingTime(tied.live, texts.language)}`)}
      </Notice>
      {failed ? <Notice intent="error">{failed}</Notice> : null}
    </>
  )
}
