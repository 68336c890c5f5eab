import type { LocalTime } from '../../shared/ids.ts'
import type { CalendarEntry } from './calendar-entry.ts'
import type { LinkForum } from './link-types.ts'
import type { PlanIndex } from './plan-index.ts'
import type { Weighed } from './weight.ts'

/** L9: the forum has an agenda, an announcement or a planned meeting on that day. */
export function weighPlan(entry: CalendarEntry, forum: LinkForum, plans: PlanIndex): readonly Weighed[] {
  const agendas = plans.agendasOn(forum.id, entry.date)
  if (agendas.length > 0) {
    const weight = Math.max(...agendas.map((agenda) => 0.9 + timeWeight(entry, agenda.start, agenda.end)))
    return [
      { rule: 'L9', code: `agenda-on-date: ${entry.date}`, text: `Der er en dagsorden for ${entry.date}`, weight },
    ]
  }
  const announced = plans.announcedOn(forum.id, entry.date)
  if (announced) {
    const weight = 0.9 + timeWeight(entry, announced.start, announced.end)
    return [
      { rule: 'L5', code: `minutes-announce: ${entry.date}`, text: `Et referat nævner mødet ${entry.date}`, weight },
    ]
  }
  if (!plans.isPlanned(forum.id, entry.date)) return []
  return [{ rule: 'L9', code: `meeting-plan: ${entry.date}`, text: `${entry.date} står i mødeplanen`, weight: 0.8 }]
}

/** How well the event's time fits a printed one: the same start, some overlap, none. */
function timeWeight(entry: CalendarEntry, start: LocalTime | null, end: LocalTime | null): number {
  if (start === null || entry.time === null) return 0
  if (entry.time === start) return 0.8
  const lasts = (Date.parse(entry.event.end) - Date.parse(entry.event.start)) / 60_000
  const from = minutesOf(entry.time)
  const overlaps = from < minutesOf(end ?? start) + (end ? 0 : 1) && from + lasts > minutesOf(start)
  return overlaps ? 0.2 : -0.9
}

/** Minutes from midnight of a wall clock time. */
export function minutesOf(time: LocalTime): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
}

/** True when the event begins when one of the forum's agendas of that day says. */
export function startsLikeAgenda(entry: CalendarEntry, forum: LinkForum, plans: PlanIndex): boolean {
  return plans.agendasOn(forum.id, entry.date).some((agenda) => agenda.start !== null && agenda.start === entry.time)
}
