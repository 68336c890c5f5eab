import { danishDate, shiftDate, weekdayFrom } from './danish-clock.ts'

/** The days the demo is laid on, ISO dates in Denmark. */
export type DemoDates = {
  readonly today: string
  /** Approved minutes; says that the next meeting moves. */
  readonly past: string
  readonly oldInvitationSent: string
  /** When the new date was announced and the new invitation sent. */
  readonly announced: string
  readonly agendaPublished: string
  /** The dead date, still in the calendars. */
  readonly stale: string
  /** The live meeting: a Wednesday, 10 to 16 days ahead. */
  readonly coming: string
  /** A regular meeting after that. */
  readonly following: string
  readonly proposalDeadline: string
  readonly statusNoteDeadline: string
}

/** Lays the case of PRODUCT.md around a moment: the stale date is eight days before the live one, both ahead. */
export function layDates(now: Date): DemoDates {
  const today = danishDate(now)
  const coming = weekdayFrom(shiftDate(today, 10), 3)
  return {
    today,
    past: shiftDate(coming, -62),
    oldInvitationSent: shiftDate(coming, -190),
    announced: shiftDate(coming, -57),
    agendaPublished: shiftDate(today, -2),
    stale: shiftDate(coming, -8),
    coming,
    following: shiftDate(coming, 63),
    proposalDeadline: shiftDate(coming, -7),
    statusNoteDeadline: shiftDate(coming, -2),
  }
}
