import ICAL from 'ical.js'
import type { Instant } from '../../shared/ids.ts'

// The library counts the bytes of a line without the blank it puts before a folded one; 75 is the most with it (RFC 5545, 3.1).
ICAL.foldLength = 74

/** One entry to write into a calendar file. Texts as people read them; escaping and folding are done here. */
export type CalendarEntryToWrite = {
  /** Stays the same when the meeting moves, so that a calendar replaces the entry. */
  readonly uid: string
  /** Counts the changes of the meeting's date, from 0. */
  readonly sequence: number
  readonly title: string
  readonly start: Instant
  readonly end: Instant
  readonly location: string | null
  /** The meeting's agenda in Mødetråd; stands as URL and in the description, where the token is found again (L2). */
  readonly agendaUrl: string
  /** Paragraphs above the agenda's address; empty for none. */
  readonly description: string
  readonly isCancelled: boolean
  /** When the file is made. */
  readonly madeAt: Instant
}

/**
 * Writes a calendar file with one entry (RFC 5545), for those who want the meeting in a calendar of their own. METHOD:PUBLISH:
 * it invites nobody and asks for no answer. Times in UTC, so that the file needs no time zone of its own.
 */
export function writeCalendarEntry(entry: CalendarEntryToWrite): string {
  const calendar = new ICAL.Component('vcalendar')
  calendar.addPropertyWithValue('version', '2.0')
  calendar.addPropertyWithValue('prodid', '-//Mødetråd//Kalenderpost//DA')
  calendar.addPropertyWithValue('method', 'PUBLISH')
  const event = new ICAL.Component('vevent')
  event.addPropertyWithValue('uid', plain(entry.uid))
  event.addPropertyWithValue('dtstamp', toUtc(entry.madeAt))
  event.addPropertyWithValue('dtstart', toUtc(entry.start))
  event.addPropertyWithValue('dtend', toUtc(entry.end))
  event.addPropertyWithValue('sequence', entry.sequence)
  event.addPropertyWithValue('status', entry.isCancelled ? 'CANCELLED' : 'CONFIRMED')
  event.addPropertyWithValue('summary', plain(entry.title))
  if (entry.location) event.addPropertyWithValue('location', plain(entry.location))
  event.addPropertyWithValue('description', plain([entry.description, entry.agendaUrl].filter(Boolean).join('\n\n')))
  event.addPropertyWithValue('url', new URL(entry.agendaUrl).href)
  calendar.addSubcomponent(event)
  return `${calendar.toString()}\r\n`
}

/** Line ends as one sign, which is escaped; other control characters would end a line for some readers. */
function plain(text: string): string {
  return (
    text
      .replace(/\r\n?/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to take out
      .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ')
  )
}

function toUtc(instant: Instant): InstanceType<typeof ICAL.Time> {
  return ICAL.Time.fromJSDate(new Date(instant), true)
}
