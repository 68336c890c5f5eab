import { addDaysToInstant } from '../domain/time/zoned-time.ts'
import type { CalendarFiles } from '../workflows/calendar-files.ts'
import type { Clock } from '../workflows/ports.ts'

/** Days around now in which the occurrences of a series are read. */
const daysBack = 60
const daysAhead = 400

/** Calendar files by ical.js, which comes when the first file is opened or made. */
export function createCalendarFiles(clock: Pick<Clock, 'now'>): CalendarFiles {
  return {
    read: async (file, me) => {
      const { readCalendarFile } = await import('../documents/icalendar/read-calendar-file.ts')
      const now = clock.now()
      const reading = readCalendarFile(new Uint8Array(await file.arrayBuffer()), {
        me,
        from: addDaysToInstant(now, -daysBack),
        to: addDaysToInstant(now, daysAhead),
      })
      if (reading.kind === 'unreadable') return reading
      const leftOut = reading.warnings.filter(({ kind }) => kind === 'malformed' || kind === 'too-many').length
      return { kind: 'calendar', events: reading.events, leftOut }
    },
    write: async (entry, fileName) => {
      const { writeCalendarEntry } = await import('../documents/icalendar/write-calendar-entry.ts')
      const text = writeCalendarEntry({ ...entry, madeAt: clock.now() })
      return new File([text], fileName, { type: 'text/calendar' })
    },
  }
}
