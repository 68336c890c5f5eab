import { Button } from '@fluentui/react-components'
import { useMemo, useState } from 'react'
import type { AgendaDraft } from '../../domain/agenda/agenda-draft.ts'
import { toAgendaDraft } from '../../domain/agenda/to-agenda-items.ts'
import type { Meeting } from '../../domain/meeting/meeting.ts'
import { toLocal } from '../../domain/time/zoned-time.ts'
import { formatInstantDay, formatSize } from '../../ui/dates.ts'
import { Notice } from '../../ui/notice.tsx'
import { Placeholder } from '../../ui/placeholder.tsx'
import type { Texts } from '../../ui/texts/da.ts'
import { useImportReviewTexts } from '../../ui/texts/import-review.ts'
import { useTexts } from '../../ui/texts/texts.tsx'
import { offerComing } from '../../workflows/next-meeting.ts'
import type { MeetingRecord } from '../../workflows/ports.ts'
import {
  type AgendaFileProblem,
  type AgendaFileReading,
  agendaFileLimitBytes,
} from '../../workflows/read-agenda-file.ts'
import { ImportReview } from '../import-review/import-review.tsx'
import { FileChoice } from './file-choice.tsx'
import { useHold, useLeave } from './leave-guard.tsx'
import styles from './panes.module.css'
import { useServices } from './services.ts'
import { tellError } from './tell-failure.ts'
import { useSaveImport } from './use-save-import.ts'

type Understood = Extract<AgendaFileReading, { kind: 'agenda' }>
type Step =
  | { readonly kind: 'choosing'; readonly trouble: string | null }
  | { readonly kind: 'reading'; readonly name: string }
  | { readonly kind: 'reviewing'; readonly file: File; readonly reading: Understood; readonly start: AgendaDraft }

/** Import of an agenda or minutes: choose a file, mend what was understood, save. Nothing is stored before the last step. */
export function ImportPane({ live, onClose, record }: { live: Meeting; onClose: () => void; record: MeetingRecord }) {
  const texts = useTexts()
  const { agendaFiles, clock, keys } = useServices()
  const [step, setStep] = useState<Step>({ kind: 'choosing', trouble: null })
  const leave = useLeave()
  const read = async (file: File) => {
    setStep({ kind: 'reading', name: file.name })
    const reading = await agendaFiles.read(file).catch((error: unknown) => tellError(error, texts))
    if (typeof reading === 'string') setStep({ kind: 'choosing', trouble: reading })
    else if (reading.kind !== 'agenda') setStep({ kind: 'choosing', trouble: tellReading(reading, texts) })
    else {
      const start = offerComing(toAgendaDraft(reading.document, keys.newKey), clock.today(live.timeZone))
      setStep({ kind: 'reviewing', file, reading, start })
    }
  }
  return (
    <section aria-label={texts.importing.title} className={styles['pane']}>
      <div className={styles['actions']}>
        <Button appearance="subtle" onClick={() => leave(onClose)} size="small">
          ← {texts.agenda.backToList}
        </Button>
        <h2 className={styles['title']}>{texts.importing.title}</h2>
      </div>
      {step.kind === 'choosing' ? (
        <>
          {step.trouble ? <Notice intent="error">{step.trouble}</Notice> : null}
          <FileChoice
            hint={texts.importing.drop}
            label={texts.importing.choose}
            onChoose={([file]) => (file ? void read(file) : undefined)}
          />
        </>
      ) : null}
      {step.kind === 'reading' ? <Placeholder label={texts.importing.reading(step.name)} lines={6} /> : null}
      {step.kind === 'reviewing' ? (
        <Reviewing
          live={live}
          onAnother={() => leave(() => setStep({ kind: 'choosing', trouble: null }))}
          onClose={onClose}
          record={record}
          step={step}
        />
      ) : null}
    </section>
  )
}

function Reviewing({
  live,
  onAnother,
  onClose,
  record,
  step,
}: {
  live: Meeting
  onAnother: () => void
  onClose: () => void
  record: MeetingRecord
  step: Extract<Step, { kind: 'reviewing' }>
}) {
  const texts = useTexts()
  const { leave } = useImportReviewTexts()
  const { keys } = useServices()
  const [isDirty, setDirty] = useState(false)
  const { failed, save, saving } = useSaveImport(live, record, onClose)
  useHold(isDirty ? leave : null)
  const ground = useMemo(
    () => ({
      stored: { meetingKey: live.key, items: record.items, enclosures: record.enclosures },
      meetings: record.meetings,
      proposals: record.proposals,
    }),
    [live.key, record.items, record.enclosures, record.meetings, record.proposals],
  )
  return (
    <>
      {failed ? <Notice intent="error">{failed}</Notice> : null}
      <ImportReview
        findings={step.reading.findings}
        ground={ground}
        meetingDate={toLocal(live.start, live.timeZone).date}
        newKey={keys.newKey}
        onCancel={onAnother}
        onDirty={setDirty}
        onSave={(draft) => save(step.file, draft)}
        outline={step.reading.outline}
        saveLabel={texts.importing.save(formatInstantDay(live.start, live.timeZone, texts.language))}
        saving={saving}
        start={step.start}
      />
    </>
  )
}

function tellReading(reading: Exclude<AgendaFileReading, Understood>, texts: Texts): string {
  if (reading.kind === 'none') return texts.importing.none
  const problem: AgendaFileProblem = reading.reason
  if (problem === 'tooLarge')
    return texts.importing.unreadable.tooLarge(formatSize(agendaFileLimitBytes, texts.language))
  return texts.importing.unreadable[problem]
}
