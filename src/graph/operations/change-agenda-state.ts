import type { AgendaState } from '../../domain/meeting/meeting.ts'
import type { MeetingKey } from '../../shared/ids.ts'
import { ServiceError } from '../../workflows/failure.ts'
import { meetingRows } from '../meeting-rows.ts'
import { noteRow, type Site } from '../site.ts'
import { changeRow } from './change-row.ts'
import { findRow } from './find-row.ts'

/** Sets how far the agenda has come, whatever it was: the person says where it shall be, not from where. */
export async function changeAgendaState(site: Site, meetingKey: MeetingKey, agendaState: AgendaState): Promise<void> {
  const wire = await findRow(site, meetingRows, meetingKey)
  const before = wire && noteRow(site, meetingRows, wire)
  if (!wire || !before) throw new ServiceError({ kind: 'notFound' })
  await changeRow(site, meetingRows, { before, after: { ...before, agendaState }, eTag: wire.eTag })
}
