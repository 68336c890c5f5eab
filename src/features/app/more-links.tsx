import { Button } from '@fluentui/react-components'
import type { Meeting } from '../../domain/meeting/meeting.ts'
import { useTexts } from '../../ui/texts/texts.tsx'
import type { MeetingRecord } from '../../workflows/ports.ts'
import styles from './panes.module.css'
import { useServices } from './services.ts'

/** What is seldom needed, at the end of every surface of a meeting. */
export function MoreLinks({
  live,
  onShow,
  record,
}: {
  live: Meeting
  onShow: (part: 'stale' | 'log' | 'file') => void
  record: MeetingRecord
}) {
  const texts = useTexts()
  const { appOrigin, calendarFiles } = useServices()
  const save = async () => {
    const { saveCalendarFile } = await import('./save-calendar-file.ts')
    await saveCalendarFile(calendarFiles, record, live, appOrigin)
  }
  return (
    <nav aria-label={texts.more.label} className={styles['more']}>
      <Button onClick={save} size="small">
        {texts.more.saveFile}
      </Button>
      <Button onClick={() => onShow('file')} size="small">
        {texts.more.openFile}
      </Button>
      <Button onClick={() => onShow('stale')} size="small">
        {texts.more.stale}
      </Button>
      <Button onClick={() => onShow('log')} size="small">
        {texts.more.log}
      </Button>
    </nav>
  )
}
