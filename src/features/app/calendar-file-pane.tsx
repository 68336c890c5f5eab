import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { Notice } from '../../ui/notice.tsx'
import { Placeholder } from '../../ui/placeholder.tsx'
import { useLinkingTexts } from '../../ui/texts/linking.ts'
import type { CalendarFileContent } from '../../workflows/calendar-files.ts'
import { FileEntries, type OpenMeeting } from './calendar-file-entries.tsx'
import { FileChoice } from './file-choice.tsx'
import styles from './panes.module.css'
import { useServices } from './services.ts'

/** A calendar file that somebody has sent: which meetings its entries are, and tying them. */
export function CalendarFilePane({
  heading: Heading,
  onBack,
  onOpen,
}: {
  heading: 'h1' | 'h2'
  onBack: () => void
  onOpen: OpenMeeting | null
}) {
  const texts = useLinkingTexts()
  const { account, calendarFiles } = useServices()
  const [content, setContent] = useState<CalendarFileContent | 'reading' | null>(null)
  const read = async (file: File) => {
    setContent('reading')
    const { mail } = await account()
    setContent(await calendarFiles.read(file, mail.toLowerCase()))
  }
  return (
    <section
      aria-label={texts.calendarFile.title}
      className={styles['pane']}
      onDragOver={(drag) => drag.preventDefault()}
      onDrop={(drop) => {
        drop.preventDefault()
        const [file] = drop.dataTransfer.files
        if (file) void read(file)
      }}
    >
      <div>
        <Button appearance="subtle" onClick={onBack} size="small">
          ← {texts.common.back}
        </Button>
      </div>
      <Heading className={styles['title']}>{texts.calendarFile.title}</Heading>
      <FileChoice
        accept=".ics,text/calendar"
        hint={texts.calendarFile.hint}
        label={texts.calendarFile.choose}
        onChoose={([file]) => (file ? void read(file) : undefined)}
      />
      {content === 'reading' ? <Placeholder label={texts.calendarFile.reading} lines={3} /> : null}
      {content === null || content === 'reading' ? null : content.kind === 'unreadable' ? (
        <Notice intent="error">{texts.calendarFile.unreadable[content.reason]}</Notice>
      ) : (
        <FileEntries events={content.events} leftOut={content.leftOut} onOpen={onOpen} />
      )}
    </section>
  )
}
