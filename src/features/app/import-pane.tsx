import { Button } from '@fluentui/react-components'
import { useRef, useState } from 'react'
import { toAgendaDraft } from '../../domain/agenda/to-agenda-items.ts'
import type { Meeting } from '../../domain/meeting/meeting.ts'
import { toLocal } from '../../domain/time/zoned-time.ts'
import { formatDay, formatInstantDay, formatSize } from '../../ui/dates.ts'
import { Notice } from '../../ui/notice.tsx'
import { Placeholder } from '../../ui/placeholder.tsx'
import type { Texts } from '../../ui/texts/da.ts'
import { useTexts } from '../../ui/texts/texts.tsx'
import { importAgenda, type KeyedDraftItem, keyDraft } from '../../workflows/import-agenda.ts'
import type { MeetingRecord } from '../../workflows/ports.ts'
import {
  type AgendaFileProblem,
  type AgendaFileReading,
  agendaFileLimitBytes,
} from '../../workflows/read-agenda-file.ts'
import { ImportReview } from '../import-review/import-review.tsx'
import { useAnnounce } from './happenings.tsx'
import styles from './panes.module.css'
import { useServices } from './services.ts'
import { tellSaveError } from './tell-failure.ts'
import { useMeetingActions } from './use-meeting-actions.ts'

type Understood = Extract<AgendaFileReading, { kind: 'agenda' }>
type Step =
  | { readonly kind: 'choosing'; readonly trouble: string | null }
  | { readonly kind: 'reading'; readonly name: string }
  | {
      readonly kind: 'reviewing'
      readonly file: File
      readonly reading: Understood
      readonly draft: readonly KeyedDraftItem[]
    }

/** Import of an agenda: choose a file, look at what was understood, save as a draft. Nothing is stored before the last step. */
export function ImportPane({ live, onClose, record }: { live: Meeting; onClose: () => void; record: MeetingRecord }) {
  const texts = useTexts()
  const { agendaFiles, forum, keys } = useServices()
  const announce = useAnnounce()
  const { refresh } = useMeetingActions(record)
  const [step, setStep] = useState<Step>({ kind: 'choosing', trouble: null })
  const [saving, setSaving] = useState<string | null>(null)
  const [failed, setFailed] = useState<string | null>(null)
  const read = async (file: File) => {
    setStep({ kind: 'reading', name: file.name })
    const reading = await agendaFiles.read(file)
    if (reading.kind !== 'agenda') setStep({ kind: 'choosing', trouble: tellReading(reading, texts) })
    else setStep({ kind: 'reviewing', file, reading, draft: keyDraft(toAgendaDraft(reading.document), keys) })
  }
  const save = async (file: File, chosen: readonly KeyedDraftItem[]) => {
    setFailed(null)
    try {
      await importAgenda(forum, live, record.items, chosen, file, (done, all) =>
        setSaving(texts.importing.saving(done, all)),
      )
      announce(texts.importing.saved(chosen.length))
      onClose()
    } catch (error) {
      setFailed(tellSaveError(error, texts))
    } finally {
      setSaving(null)
      await refresh()
    }
  }
  return (
    <section aria-label={texts.importing.title} className={styles['pane']}>
      <div className={styles['actions']}>
        <Button appearance="subtle" onClick={onClose} size="small">
          ← {texts.agenda.backToList}
        </Button>
        <h2 className={styles['title']}>{texts.importing.title}</h2>
      </div>
      {step.kind === 'choosing' ? <FileChoice onChoose={read} trouble={step.trouble} /> : null}
      {step.kind === 'reading' ? <Placeholder label={texts.importing.reading(step.name)} lines={6} /> : null}
      {failed ? <Notice intent="error">{failed}</Notice> : null}
      {step.kind === 'reviewing' ? (
        <ImportReview
          draft={step.draft}
          findings={step.reading.findings}
          onCancel={() => setStep({ kind: 'choosing', trouble: null })}
          onSave={(chosen) => save(step.file, chosen)}
          outline={step.reading.outline}
          saveLabel={texts.importing.save(formatInstantDay(live.start, live.timeZone, texts.language))}
          saving={saving}
          warnings={listWarnings(step.reading, live, record, texts)}
        />
      ) : null}
    </section>
  )
}

function FileChoice({ onChoose, trouble }: { onChoose: (file: File) => void; trouble: string | null }) {
  const texts = useTexts()
  const picker = useRef<HTMLInputElement>(null)
  return (
    <>
      {trouble ? <Notice intent="error">{trouble}</Notice> : null}
      <p>{texts.importing.drop}</p>
      <input
        accept=".docx,.pdf,.txt,.odt,.html"
        aria-label={texts.importing.choose}
        hidden
        onChange={(picked) => {
          const file = picked.target.files?.[0]
          picked.target.value = ''
          if (file) onChoose(file)
        }}
        ref={picker}
        type="file"
      />
      <div>
        <Button appearance="primary" onClick={() => picker.current?.click()}>
          {texts.importing.choose}
        </Button>
      </div>
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

/** What to think twice about that the document itself cannot know: another date, an agenda that is there already. */
function listWarnings(reading: Understood, live: Meeting, record: MeetingRecord, texts: Texts): readonly string[] {
  const { date } = reading.document
  const meetingDate = toLocal(live.start, live.timeZone).date
  return [
    ...(date && date !== meetingDate
      ? [
          texts.importing.dateDiffers(
            formatDay(date, texts.language, true),
            formatDay(meetingDate, texts.language, true),
          ),
        ]
      : []),
    ...(record.items.length > 0 ? [texts.importing.hasAgenda] : []),
  ]
}
