import type { Meeting } from '../../domain/meeting/meeting.ts'
import { type CalendarFiles, entryOfMeeting } from '../../workflows/calendar-files.ts'
import type { MeetingRecord } from '../../workflows/ports.ts'
import { meetingAddress } from './meeting-address.ts'

/** Gives the meeting to the browser as a calendar file with one clean entry and the link to its agenda. */
export async function saveCalendarFile(
  files: CalendarFiles,
  record: MeetingRecord,
  live: Meeting,
  appOrigin: string,
): Promise<void> {
  const entry = entryOfMeeting(record, live, meetingAddress(appOrigin, record.forum.id, live.key))
  const file = await files.write(entry, `${record.forum.name} ${live.start.slice(0, 10)}.ics`)
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = file.name
  link.click()
  URL.revokeObjectURL(link.href)
}
