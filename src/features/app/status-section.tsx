import type { AgendaItem } from '../../domain/agenda/agenda.ts'
import type { Member } from '../../domain/forum/forum.ts'
import type { Meeting } from '../../domain/meeting/meeting.ts'
import { isPastDeadline } from '../../domain/meeting/upcoming.ts'
import { daysBetween } from '../../domain/time/zoned-time.ts'
import { formatDay, formatDaysAway } from '../../ui/dates.ts'
import { useTexts } from '../../ui/texts/texts.tsx'
import { findNote, reportingOrganisations } from '../../workflows/expectations.ts'
import type { MeetingRecord } from '../../workflows/ports.ts'
import { StatusGrid } from '../status-notes/status-grid.tsx'
import { StatusNoteEditor } from '../status-notes/status-note-editor.tsx'
import { useServices } from './services.ts'
import { useMeetingActions } from './use-meeting-actions.ts'

/** A *gensidig* item: my organisation's own note while the deadline lasts, and what the others have written. */
export function StatusSection({
  item,
  live,
  me,
  record,
}: {
  item: AgendaItem
  live: Meeting
  me: Member | undefined
  record: MeetingRecord
}) {
  const texts = useTexts()
  const { clock, host } = useServices()
  const { saveNote } = useMeetingActions(record)
  const today = clock.today(live.timeZone)
  const deadline = live.statusNoteDeadline
  const open = live.status === 'planned' && !isPastDeadline(deadline, today)
  const reports = me !== undefined && me.role !== 'secretary'
  const day = deadline ? formatDay(deadline, texts.language) : null
  return (
    <section aria-label={`${texts.status.title}: ${item.title}`}>
      {reports && open ? (
        <StatusNoteEditor
          deadline={
            deadline && day
              ? texts.status.deadline(day, formatDaysAway(daysBetween(today, deadline), texts.language))
              : null
          }
          note={findNote(record.notes, item, me.organisation) ?? null}
          onSave={(text, before) => saveNote({ itemKey: item.key, organisation: me.organisation }, text, before)}
          organisation={me.organisation}
        />
      ) : null}
      {reports && !open && day ? <p>{texts.status.passed(day)}</p> : null}
      <StatusGrid
        item={item}
        notes={record.notes}
        onOpenLink={(url) => host.openLink(url)}
        organisations={reportingOrganisations(record)}
        timeZone={live.timeZone}
      />
    </section>
  )
}
