import type { LocalDate, LocalTime } from '../../shared/ids.ts'
import type { Finding } from '../../shared/reading.ts'
import type { AgendaLine } from './agenda-line.ts'
import type { HeaderSource } from './header-source.ts'
import { readForum, readTitle } from './read-forum.ts'
import { readLocation } from './read-location.ts'
import { readMeetingDate } from './read-meeting-date.ts'
import { readMeetingTimes } from './read-meeting-times.ts'

/** The head of the document: which meeting it is. */
export type AgendaHeader = {
  readonly forum: string | null
  readonly title: string | null
  readonly date: LocalDate | null
  readonly start: LocalTime | null
  readonly end: LocalTime | null
  readonly location: string | null
  readonly online: boolean
  readonly findings: readonly Finding[]
  /** Lines the head was read from. */
  readonly lines: ReadonlySet<number>
}

/** Reads forum, title, date, times and place (H1-H6) from the lines before the first item and the page headers. */
export function readHeader(lines: readonly AgendaLine[], firstItem: number, fileName: string): AgendaHeader {
  const front = lines.flatMap((line, at) =>
    line.role === 'contents' ? [] : at < firstItem || line.role === 'header' || line.role === 'footer' ? [at] : [],
  )
  const source: HeaderSource = { lines, front, fileName }
  const date = readMeetingDate(source)
  const times = readMeetingTimes(source, date.line)
  const place = readLocation(source)
  const title = readTitle(source)
  const forum = readForum(source, title.title)
  const used = [date.line, ...times.lines, ...place.lines, title.line, forum.line].filter((at) => at !== null)
  return {
    forum: forum.forum,
    title: title.title,
    date: date.date,
    start: times.start,
    end: times.end,
    location: place.location,
    online: place.online,
    findings: date.findings,
    lines: new Set(used),
  }
}
