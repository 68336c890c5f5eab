import type { LocalDate, LocalTime } from '../../shared/ids.ts'
import type { Finding, Place } from '../../shared/reading.ts'

/** What was read from one *dagsorden* or *referat*; the same shape the `parse` command prints, so its words are Danish. */
export type AgendaDocument = {
  readonly kind: 'dagsorden' | 'referat' | 'none'
  readonly forum: string | null
  readonly title: string | null
  readonly date: LocalDate | null
  readonly start: LocalTime | null
  readonly end: LocalTime | null
  readonly location: string | null
  readonly online: boolean
  readonly participants: readonly DocumentParticipant[]
  readonly items: readonly DocumentItem[]
  readonly nextMeeting: DocumentNextMeeting | null
  readonly proposalsForNextMeeting: readonly DocumentProposal[]
  readonly deadlines: readonly DocumentDeadline[]
  readonly appointments: readonly DocumentDesignation[]
  readonly meetingPlan: readonly DocumentPlannedMeeting[]
  readonly crossForum: readonly DocumentReferral[]
  readonly warnings: readonly DocumentWarning[]
  /** Where the text of the document went: shares from 0 to 1 of its letters and digits; `placed` + `leftOver` is 1. */
  readonly coverage: DocumentCoverage
}

/** One person, present or not (*deltager*, *afbud*). */
export type DocumentParticipant = {
  readonly name: string
  readonly title: string | null
  readonly organisation: string | null
  readonly role: 'formand' | 'næstformand' | 'medformand' | 'sekretariat' | null
  readonly afbud: boolean
}

/** One *dagsordenspunkt*. `position` counts from 1 through the document; `number` is as printed, possibly not unique. */
export type DocumentItem = {
  readonly position: number
  readonly number: string | null
  readonly title: string
  readonly sections: readonly string[]
  readonly recommendations: readonly string[]
  readonly decision: string | null
  readonly decisionType: DocumentDecisionType | null
  readonly presenters: readonly string[]
  readonly bilag: readonly DocumentEnclosure[]
  readonly kind: DocumentItemKind
  readonly openness: 'open' | 'closed'
  readonly durationMinutes: number | null
  /** The item's text in printed order, for showing it: "- " starts a bullet, "## " a sub-heading, an empty line parts paragraphs. */
  readonly body: readonly DocumentSection[]
  readonly place: Place
}

export type DocumentDecisionType = 'beslutning' | 'drøftelse' | 'orientering' | 'godkendelse' | 'udpegning'

export type DocumentItemKind =
  | 'item'
  | 'gensidig-orientering'
  | 'eventuelt'
  | 'skriftlig-orientering'
  | 'deltagere'
  | 'godkendelse-af-dagsorden'

/** A section of an item; `label` is null for text before the first label. */
export type DocumentSection = { readonly label: string | null; readonly text: string; readonly place: Place | null }

/** An announced enclosure (*bilag*); `pending` is *eftersendes*. */
export type DocumentEnclosure = {
  readonly number: number | null
  readonly title: string
  readonly url: string | null
  readonly pending: boolean
}

/** The next meeting where it is announced as such, with what it replaces and why. */
export type DocumentNextMeeting = {
  readonly date: LocalDate | null
  readonly start: LocalTime | null
  readonly end: LocalTime | null
  readonly online: boolean
  readonly replacesDate: LocalDate | null
  readonly reason: string | null
  readonly invitationSent: boolean
}

export type DocumentProposal = { readonly title: string; readonly note: string | null }
export type DocumentDeadline = { readonly date: LocalDate; readonly text: string }
/** A seat filled (*udpegning*). */
export type DocumentDesignation = { readonly person: string; readonly body: string; readonly role: string | null }
export type DocumentPlannedMeeting = { readonly forum: string; readonly date: LocalDate }
/** A matter passed to another forum, or the same on another date. */
export type DocumentReferral = { readonly to: string; readonly date: LocalDate | null; readonly text: string }
/** Something to check by eye; `position` names the item when it belongs to one. */
type DocumentWarning = { readonly message: string; readonly position: number | null }
export type DocumentCoverage = { readonly placed: number; readonly leftOver: number }

/** A finding that may belong to an item. */
export type AgendaFinding = Finding & { readonly position: number | null }
