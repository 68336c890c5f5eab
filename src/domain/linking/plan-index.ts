import type { ForumId, LocalDate } from '../../shared/ids.ts'
import { type ForumIndex, findForumHits, stemsOf } from './forum-index.ts'
import type { LinkAgenda, NextMeeting } from './link-types.ts'

/** Agendas, announcements and meeting plans by forum and date. */
export type PlanIndex = {
  readonly agendas: readonly LinkAgenda[]
  agendasOn(forumId: ForumId, date: LocalDate): readonly LinkAgenda[]
  announcedOn(forumId: ForumId, date: LocalDate): NextMeeting | undefined
  isPlanned(forumId: ForumId, date: LocalDate): boolean
  /** Dates of the newest plan that lists the forum, and the date of the document it stands in; null without a plan. */
  newestPlan(forumId: ForumId): { readonly toldOn: LocalDate; readonly dates: readonly LocalDate[] } | null
}

/** Lays agendas out for looking up by forum and date; the order they come in does not matter. */
export function indexPlans(agendas: readonly LinkAgenda[], index: ForumIndex): PlanIndex {
  const sorted = [...agendas].sort((a, b) => compare(a.date, b.date) || compare(a.id, b.id))
  const byDate = new Map<string, LinkAgenda[]>()
  const announced = new Map<string, NextMeeting>()
  const planned = new Map<ForumId, { toldOn: LocalDate; dates: LocalDate[] }[]>()
  for (const agenda of sorted) {
    const key = `${agenda.forumId} ${agenda.date}`
    byDate.set(key, [...(byDate.get(key) ?? []), agenda])
    if (agenda.nextMeeting) announced.set(`${agenda.forumId} ${agenda.nextMeeting.date}`, agenda.nextMeeting)
    for (const [forumId, dates] of plannedDates(agenda, index)) {
      planned.set(forumId, [...(planned.get(forumId) ?? []), { toldOn: agenda.date, dates }])
    }
  }
  return {
    agendas: sorted,
    agendasOn: (forumId, date) => byDate.get(`${forumId} ${date}`) ?? [],
    announcedOn: (forumId, date) => announced.get(`${forumId} ${date}`),
    isPlanned: (forumId, date) => (planned.get(forumId) ?? []).some((plan) => plan.dates.includes(date)),
    newestPlan: (forumId) => planned.get(forumId)?.at(-1) ?? null,
  }
}

function plannedDates(agenda: LinkAgenda, index: ForumIndex): Map<ForumId, LocalDate[]> {
  const dates = new Map<ForumId, LocalDate[]>()
  for (const { forum, date } of agenda.meetingPlan) {
    const stems = stemsOf(forum)
    const hit = findForumHits(index, stems)[0]
    const whole = hit && hit.to - hit.from === stems.length
    const forumId = whole ? hit.forumIds[0] : stems.length === 0 ? agenda.forumId : undefined
    if (forumId) dates.set(forumId, [...(dates.get(forumId) ?? []), date])
  }
  return dates
}

/** Order of two texts by code units, the same on every machine. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
