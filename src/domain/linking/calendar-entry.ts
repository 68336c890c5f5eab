import type { LocalDate, LocalTime } from '../../shared/ids.ts'
import type { CalendarEvent } from '../calendar/calendar-event.ts'
import { seriesKeyOf } from '../calendar/series-key.ts'
import { stripJoinBlock, stripQuotedMail } from '../calendar/strip-quoted-mail.ts'
import { readZoneClock } from '../calendar/zone-clock.ts'
import type { ForumIndex } from './forum-index.ts'
import { readSubjectOnce, type SubjectReading } from './read-subject.ts'

/** The zone forums meet in; agendas and words of invitations are on its clock. */
export const meetingZone = 'Europe/Copenhagen'

/** An event that may be a forum's meeting, with what the rules ask of it read once. */
export type CalendarEntry = {
  readonly event: CalendarEvent
  readonly date: LocalDate
  /** Last day it touches; the date itself for all but several-day events. */
  readonly lastDate: LocalDate
  /** Start on the Danish clock; null when it lasts all day. */
  readonly time: LocalTime | null
  readonly subject: SubjectReading
  /** The iCalUId in upper case, as copies share it; the id for want of one. */
  readonly invitationKey: string
  /** What occurrences of one series share. */
  readonly seriesKey: string
  /** Called by the calendar's owner. */
  readonly isOwn: boolean
  /** What the sender wrote himself, without older mails and Teams' block. */
  readonly text: string
}

/** Reads an event for the rules. All-day events have dates, whatever the zone they came in. */
export function readEntry(event: CalendarEvent, index: ForumIndex, me: string): CalendarEntry {
  const start = readZoneClock(event.start, meetingZone)
  const lastMoment = Math.max(Date.parse(event.start), Date.parse(event.end) - 1)
  const end = readZoneClock(new Date(lastMoment).toISOString() as typeof event.end, meetingZone)
  const subject = readSubjectOnce(event.subject, event.location, index)
  const iCalUId = event.iCalUId?.trim()
  return new Entry({
    event,
    date: start.date,
    lastDate: event.isAllDay && endsAtMidnight(event.end) ? dayBefore(event.end) : end.date,
    time: event.isAllDay ? null : start.time,
    subject,
    invitationKey: iCalUId?.toUpperCase() || event.id,
    seriesKey: event.seriesMasterId ?? (event.iCalUId ? seriesKeyOf(iCalUId ?? '') : event.id),
    isOwn: event.organizer ? event.organizer.mail === me : event.isOrganizer && event.attendees.length === 0,
  })
}

/** Most entries are turned down by their subject; their bodies are never read. On a class, so that all have one layout. */
class Entry implements CalendarEntry {
  readonly event: CalendarEvent
  readonly date: LocalDate
  readonly lastDate: LocalDate
  readonly time: LocalTime | null
  readonly subject: SubjectReading
  readonly invitationKey: string
  readonly seriesKey: string
  readonly isOwn: boolean
  #text: string | null = null

  constructor(read: Omit<CalendarEntry, 'text'>) {
    this.event = read.event
    this.date = read.date
    this.lastDate = read.lastDate
    this.time = read.time
    this.subject = read.subject
    this.invitationKey = read.invitationKey
    this.seriesKey = read.seriesKey
    this.isOwn = read.isOwn
  }

  get text(): string {
    this.#text ??= stripJoinBlock(writtenText(this.event.bodyText, this.subject.isForwarded)).slice(0, 20_000)
    return this.#text
  }
}

function endsAtMidnight(end: string): boolean {
  return end.endsWith('T00:00:00Z')
}

function dayBefore(end: string): LocalDate {
  return new Date(Date.parse(end) - 1).toISOString().slice(0, 10) as LocalDate
}

/** What the sender wrote; of an invitation passed on with hardly a word, what was passed on. */
function writtenText(body: string, isForwarded: boolean): string {
  const own = stripQuotedMail(body)
  return isForwarded && own.trim().length < 120 ? body : own
}
