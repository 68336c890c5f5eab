import type { EventId, ForumId, Instant, LocalDate, LocalTime } from '../../shared/ids.ts'
import type { CalendarEvent } from '../calendar/calendar-event.ts'

/** What the engine must know of a forum. Mail addresses in lower case. */
export type LinkForum = {
  readonly id: ForumId
  readonly name: string
  readonly aliases: readonly string[]
  readonly members: readonly string[]
  readonly secretariat: readonly string[]
}

/** A next meeting (*næste møde*) as minutes announce it; times are Danish wall clock. */
export type NextMeeting = {
  readonly date: LocalDate
  readonly start: LocalTime | null
  readonly end: LocalTime | null
  readonly replacesDate: LocalDate | null
  readonly reason: string | null
}

/** What the engine must know of an agenda or minutes. Dates and times are Danish wall clock. */
export type LinkAgenda = {
  readonly id: string
  readonly forumId: ForumId
  readonly title: string
  readonly date: LocalDate
  readonly start: LocalTime | null
  readonly end: LocalTime | null
  readonly nextMeeting: NextMeeting | null
  readonly meetingPlan: readonly { readonly forum: string; readonly date: LocalDate }[]
}

/**
 * What a person has decided; outranks every rule (L1). `event` and the like are iCalUIds or Graph ids of events.
 * "belongs" ties an event to a forum, "separate" says that it is none of the forum's meetings, "replaces" and
 * "keeps" say of one invitation that another has taken its place, or that it holds.
 */
export type Confirmation =
  | { readonly kind: 'belongs'; readonly event: string; readonly forumId: ForumId; readonly agendaId: string | null }
  | { readonly kind: 'separate'; readonly event: string; readonly forumId: ForumId }
  | { readonly kind: 'replaces'; readonly stale: string; readonly current: string }
  | { readonly kind: 'keeps'; readonly event: string }

/** A move that stands in the forum's own plan (a meeting row of status 'moved'): as good as minutes. */
export type KnownMove = {
  readonly forumId: ForumId
  readonly old: LocalDate
  readonly next: { readonly date: LocalDate; readonly time: LocalTime | null }
  readonly toldOn: LocalDate | null
  readonly reason: string | null
}

/** All the engine looks at: it reads no clock and asks nobody. */
export type LinkInput = {
  readonly now: Instant
  /** The calendar owner's mail address, lower case. */
  readonly me: string
  readonly forums: readonly LinkForum[]
  readonly events: readonly CalendarEvent[]
  readonly agendas: readonly LinkAgenda[]
  readonly knownMoves: readonly KnownMove[]
  readonly confirmations: readonly Confirmation[]
}

/** One piece of evidence: the rule of RULES.md, a short code with the facts, and a Danish sentence for people. */
export type Evidence = { readonly rule: string; readonly code: string; readonly text: string }

/** A forum's meeting as this calendar has it; `eventIds` holds stale invitations and copies too, by start. */
export type LinkedMeeting = {
  readonly forumId: ForumId
  readonly currentEventId: EventId
  readonly eventIds: readonly EventId[]
  readonly agendaId: string | null
  /** 0 to 1: from 0.9 the product acts, from 0.6 it suggests. Below that nothing is reported. */
  readonly confidence: number
  readonly because: readonly Evidence[]
}

/** One invitation that another has taken the place of. Same scale of confidence. */
export type Replacement = {
  readonly forumId: ForumId
  readonly staleEventId: EventId
  readonly currentEventId: EventId
  readonly confidence: number
  readonly because: readonly Evidence[]
}

/** What the engine says; by forum, then by start. */
export type LinkResult = {
  readonly meetings: readonly LinkedMeeting[]
  readonly replacements: readonly Replacement[]
}
