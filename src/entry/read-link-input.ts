import type { CalendarEvent } from '../domain/calendar/calendar-event.ts'
import type { Confirmation, LinkAgenda, LinkForum, LinkInput, NextMeeting } from '../domain/linking/link-types.ts'
import { readWireEvent } from '../graph/to-calendar-event.ts'
import type { ForumId, Instant, LocalDate, LocalTime } from '../shared/ids.ts'

/** What was left out of the input, and which event it was when that is known. */
export type LinkWarning = { readonly message: string; readonly eventId: string | null }

type InputFault = { readonly fault: string }

/** True for input that cannot be used at all; `fault` says so in Danish. */
export function isInputFault(input: object): input is InputFault {
  return 'fault' in input
}

type Fields = Readonly<Record<string, unknown>>

/**
 * Reads the input of the `link` command (contracts/linking.md). Rows that cannot be read are left out with a warning; only
 * input without events or forums at all is refused.
 */
export function readLinkInput(
  parsed: unknown,
): (LinkInput & { readonly warnings: readonly LinkWarning[] }) | InputFault {
  if (!isFields(parsed)) return { fault: 'Input skal være et JSON-objekt med now, me, forums, events og agendas.' }
  const { forums, events, agendas, confirmations } = parsed
  if (!Array.isArray(forums)) return { fault: 'Input mangler listen "forums".' }
  if (!Array.isArray(events)) return { fault: 'Input mangler listen "events".' }
  if (agendas !== undefined && agendas !== null && !Array.isArray(agendas))
    return { fault: '"agendas" skal være en liste.' }
  const now = readText(parsed['now'])
  if (now !== '' && Number.isNaN(Date.parse(now)))
    return { fault: '"now" skal være et tidspunkt, fx 2026-10-06T08:00:00Z.' }
  const warnings: LinkWarning[] = []
  return {
    now: (now === '' ? '1970-01-01T00:00:00Z' : now) as Instant,
    me: readText(parsed['me']).trim().toLowerCase(),
    forums: forums.flatMap((row) => readForum(row, warnings)),
    events: readEvents(events, warnings),
    agendas: readRows(agendas).flatMap((row) => readAgenda(row, warnings)),
    knownMoves: [],
    confirmations: readRows(confirmations).filter(isConfirmation),
    warnings,
  }
}

function readEvents(rows: readonly unknown[], warnings: LinkWarning[]): CalendarEvent[] {
  const events: CalendarEvent[] = []
  for (const row of rows) {
    const reading = readWireEvent(row)
    if (reading.kind === 'event') events.push(reading.event)
    else warnings.push({ message: reading.message, eventId: reading.eventId })
  }
  return events
}

function readForum(row: unknown, warnings: LinkWarning[]): LinkForum[] {
  const fields = isFields(row) ? row : {}
  const [id, name] = [readText(fields['id']), readText(fields['name'])]
  if (id === '' || name === '') {
    warnings.push({ message: 'Et forum uden id eller navn er sprunget over.', eventId: null })
    return []
  }
  const mails = (value: unknown) => readTexts(value).map((mail) => mail.trim().toLowerCase())
  return [
    {
      id: id as ForumId,
      name,
      aliases: readTexts(fields['aliases']),
      members: mails(fields['members']),
      secretariat: mails(typeof fields['secretariat'] === 'string' ? [fields['secretariat']] : fields['secretariat']),
    },
  ]
}

function readAgenda(row: unknown, warnings: LinkWarning[]): LinkAgenda[] {
  const fields = isFields(row) ? row : {}
  const [id, forumId, date] = [readText(fields['id']), readText(fields['forumId']), readDate(fields['date'])]
  if (id === '' || forumId === '' || date === null) {
    warnings.push({ message: `Dagsordenen "${id}" mangler id, forum eller dato og er sprunget over.`, eventId: null })
    return []
  }
  return [
    {
      id,
      forumId: forumId as ForumId,
      title: readText(fields['title']),
      date,
      start: readTime(fields['start']),
      end: readTime(fields['end']),
      nextMeeting: readNextMeeting(fields['nextMeeting']),
      meetingPlan: readRows(fields['meetingPlan']).flatMap((entry) => readPlanned(entry)),
    },
  ]
}

function readNextMeeting(value: unknown): NextMeeting | null {
  if (!isFields(value)) return null
  const date = readDate(value['date'])
  if (date === null) return null
  return {
    date,
    start: readTime(value['start']),
    end: readTime(value['end']),
    replacesDate: readDate(value['replacesDate']),
    reason: readText(value['reason']) || null,
  }
}

function readPlanned(value: unknown): { forum: string; date: LocalDate }[] {
  const fields = isFields(value) ? value : {}
  const date = readDate(fields['date'])
  return date === null ? [] : [{ forum: readText(fields['forum']), date }]
}

function isConfirmation(value: unknown): value is Confirmation {
  if (!isFields(value)) return false
  const has = (...names: readonly string[]) => names.every((name) => typeof value[name] === 'string')
  switch (value['kind']) {
    case 'belongs':
    case 'separate':
      return has('event', 'forumId')
    case 'replaces':
      return has('stale', 'current')
    case 'keeps':
      return has('event')
    default:
      return false
  }
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function readRows(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function readText(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function readTexts(value: unknown): string[] {
  return readRows(value).filter((text): text is string => typeof text === 'string' && text.trim() !== '')
}

function readDate(value: unknown): LocalDate | null {
  const found = /^(\d{4}-\d\d-\d\d)(?:T.*)?$/.exec(readText(value))?.[1]
  return found && !Number.isNaN(Date.parse(`${found}T00:00:00Z`)) ? (found as LocalDate) : null
}

function readTime(value: unknown): LocalTime | null {
  const [, hours, minutes] = /^(\d{1,2})[.:](\d\d)/.exec(readText(value)) ?? []
  return hours && minutes ? (`${hours.padStart(2, '0')}:${minutes}` as LocalTime) : null
}
