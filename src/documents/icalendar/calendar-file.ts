import type { CalendarEvent } from '../../domain/calendar/calendar-event.ts'
import type { Instant } from '../../shared/ids.ts'

/** How a calendar file is to be read. */
export type CalendarFileOptions = {
  /** The calendar owner's mail address, lower case: a file does not say whose copy it is. */
  readonly me: string
  /** Occurrences of a series are read from here ... */
  readonly from: Instant
  /** ... and up to here: a series need not end. Single events are read whenever they are. */
  readonly to: Instant
}

/**
 * What was left out of a calendar file, and the title of the entry where it is known:
 * - 'malformed': an entry that breaks the rules of iCalendar, or without a readable start
 * - 'unknown-zone': a time zone nobody knows; its times were read as Danish
 * - 'odd-rule': a recurrence no calendar program writes; only the first date was read
 * - 'reply': somebody's answer to an invitation, which is no invitation
 * - 'too-many': more than is read; the rest is left out
 */
export type CalendarFileWarning = {
  readonly kind: 'malformed' | 'unknown-zone' | 'odd-rule' | 'reply' | 'too-many'
  readonly title: string | null
}

/** A calendar file (*kalenderfil*) as read. 'unreadable' when it is no calendar at all, or too large. */
export type CalendarFileReading =
  | {
      readonly kind: 'calendar'
      readonly events: readonly CalendarEvent[]
      readonly warnings: readonly CalendarFileWarning[]
    }
  | { readonly kind: 'unreadable'; readonly reason: 'no-calendar' | 'too-large' }

/** Bounds of one reading, so that no file can keep a page busy: about two seconds at most. */
export const calendarFileLimits = {
  fileBytes: 20_000_000,
  entries: 20_000,
  occurrences: 50_000,
  stepsInSeries: 20_000,
  stepsInAll: 100_000,
} as const
