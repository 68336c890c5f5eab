import type { LocalDate } from '../../shared/ids.ts'
import { findDanishDates, resolveDate } from '../time/read-danish-date.ts'
import { addDays } from '../time/zoned-time.ts'
import type { ForumTie } from './find-forum-ties.ts'
import type { LinkAgenda } from './link-types.ts'
import { compare, type PlanIndex } from './plan-index.ts'
import { minutesOf } from './weigh-plan.ts'

/** A meeting as far as it is put together: the entry to go by, and all entries. */
export type DraftMeeting = { readonly current: ForumTie; readonly ties: readonly ForumTie[] }

/**
 * Which agenda belongs to which meeting of a forum: by the date of the entry to go by, then by those of the dates it had
 * before, then by a slip of one day. Each agenda goes to one meeting.
 */
export function assignAgendas(meetings: readonly DraftMeeting[], plans: PlanIndex): ReadonlyMap<DraftMeeting, string> {
  const assigned = new Map<DraftMeeting, string>()
  const taken = new Set<string>()
  const steps: readonly ((meeting: DraftMeeting) => readonly LinkAgenda[])[] = [
    (meeting) => plans.agendasOn(meeting.current.forumId, meeting.current.entry.date),
    (meeting) => meeting.ties.flatMap((tie) => plans.agendasOn(tie.forumId, tie.entry.date)),
    (meeting) => misdatedFor(meeting, plans),
  ]
  for (const step of steps) {
    const offers = meetings
      .filter((meeting) => !assigned.has(meeting))
      .flatMap((meeting) => step(meeting).map((agenda) => ({ meeting, agenda, score: scoreOf(meeting, agenda) })))
      .sort(
        (a, b) =>
          b.score - a.score ||
          compare(a.agenda.id, b.agenda.id) ||
          compare(a.meeting.current.entry.event.id, b.meeting.current.entry.event.id),
      )
    for (const { meeting, agenda } of offers) {
      if (assigned.has(meeting) || taken.has(agenda.id)) continue
      assigned.set(meeting, agenda.id)
      taken.add(agenda.id)
    }
  }
  return assigned
}

function scoreOf({ current }: DraftMeeting, agenda: LinkAgenda): number {
  const sameStart = agenda.start !== null && agenda.start === current.entry.time ? 4 : 0
  const apart =
    agenda.start && current.entry.time
      ? Math.min(3, Math.abs(minutesOf(agenda.start) - minutesOf(current.entry.time)) / 60)
      : 0
  const sameKind = /ekstraordin/i.test(agenda.title) === current.entry.subject.isExtraordinary ? 6 : 0
  const isAgenda = /dagsorden/i.test(agenda.title) ? 0.5 : 0
  return sameStart + sameKind + isAgenda - apart + current.confidence
}

/** Agendas whose printed date is a day off, or whose title has the right one. */
function misdatedFor({ current }: DraftMeeting, plans: PlanIndex): readonly LinkAgenda[] {
  const { forumId, entry } = current
  const beside = [addDays(entry.date, -1), addDays(entry.date, 1)].flatMap((date) => plans.agendasOn(forumId, date))
  const sameStart = beside.filter((agenda) => agenda.start !== null && agenda.start === entry.time)
  return [
    ...sameStart,
    ...plans.agendas.filter((agenda) => agenda.forumId === forumId && titleDate(agenda) === entry.date),
  ]
}

function titleDate(agenda: LinkAgenda): LocalDate | null {
  const mention = findDanishDates(agenda.title.slice(0, 300))[0]
  return mention ? resolveDate(mention, agenda.date) : null
}
