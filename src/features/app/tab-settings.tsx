import { useState } from 'react'
import type { ForumId, MeetingKey } from '../../shared/ids.ts'
import { Notice } from '../../ui/notice.tsx'
import { useTexts } from '../../ui/texts/texts.tsx'
import { Home } from './home.tsx'
import { meetingAddress } from './meeting-address.ts'
import { useServices } from './services.ts'
import { tellError } from './tell-failure.ts'

/** The settings page of a new tab: the meeting it is for. Teams' own button saves. */
export function TabSettings() {
  const texts = useTexts()
  const { appOrigin, host } = useServices()
  const [chosen, setChosen] = useState<string | null>(null)
  const [failed, setFailed] = useState<string | null>(null)
  const choose = async (forumId: ForumId, key: MeetingKey, forumName: string) => {
    try {
      await host.saveTab({
        contentUrl: meetingAddress(appOrigin, forumId, key),
        entityId: key,
        displayName: texts.settings.tabName(forumName),
      })
      setChosen(forumName)
    } catch (error) {
      setFailed(tellError(error, texts))
    }
  }
  return (
    <>
      <Home heading={texts.settings.choose} notice={chosen ?? texts.settings.hint} onChoose={choose} />
      {failed ? <Notice intent="error">{failed}</Notice> : null}
    </>
  )
}
