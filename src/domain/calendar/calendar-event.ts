import type { EventId, Instant } from '../../shared/ids.ts'

/** What an invited person answered; 'organizer' for the one who called the meeting. */
export type InvitationResponse = 'none' | 'organizer' | 'tentative' | 'accepted' | 'declined' | 'notResponded'

/** A mailbox named in an invitation; `mail` lower case. */
export type Mailbox = { readonly name: string; readonly mail: string }

/** *Kalenderbegivenhed*: one entry in one person's calendar, as far as we use it. Source: Graph v1.0 `event`. */
export type CalendarEvent = {
  readonly id: EventId
  /** Same for organiser and attendees across tenants; differs per occurrence (PLATFORM 2). */
  readonly iCalUId: string | null
  readonly seriesMasterId: string | null
  readonly type: 'singleInstance' | 'occurrence' | 'exception' | 'seriesMaster'
  readonly subject: string
  readonly start: Instant
  readonly end: Instant
  readonly isAllDay: boolean
  /** Original start of a moved occurrence; null for singles. */
  readonly originalStart: Instant | null
  readonly organizer: Mailbox | null
  /** True when this calendar's owner called the meeting: such an event must never be removed by us. */
  readonly isOrganizer: boolean
  readonly attendees: readonly (Mailbox & { readonly response: InvitationResponse })[]
  readonly response: InvitationResponse
  readonly isCancelled: boolean
  readonly sensitivity: 'normal' | 'personal' | 'private' | 'confidential'
  readonly location: string | null
  readonly joinUrl: string | null
  /** The body as plain text; empty when it was not asked for. */
  readonly bodyText: string
  readonly webLink: string | null
  readonly createdAt: Instant | null
  readonly modifiedAt: Instant | null
}
