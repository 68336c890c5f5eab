import type { AgendaDraft, DraftProposal } from '../domain/agenda/agenda-draft.ts'
import { foldText, wordsOf } from '../domain/calendar/fold-text.ts'
import type { Forum } from '../domain/forum/forum.ts'
import type { Meeting } from '../domain/meeting/meeting.ts'
import type { AgendaProposal } from '../domain/proposal/agenda-proposal.ts'
import { toInstant, toLocal } from '../domain/time/zoned-time.ts'
import type { ForumId, Instant, LocalDate, LocalTime, MeetingKey, ProposalKey } from '../shared/ids.ts'
import { keyOfParts } from '../shared/key-of-parts.ts'
import { meetingOn } from './archive-meeting.ts'
import { type MovePorts, moveMeeting } from './move-meeting.ts'
import type { ForumPort, NewProposal } from './ports.ts'

type Announced = NonNullable<AgendaDraft['nextMeeting']>

/** What saving will do about the next meeting a document announces. */
export type NextMeetingPlan =
  | { readonly kind: 'there'; readonly meeting: Meeting }
  | { readonly kind: 'move'; readonly from: Meeting; readonly start: Instant; readonly end: Instant }
  | { readonly kind: 'create'; readonly date: LocalDate; readonly start: LocalTime }
  /** Announced without the hour it begins: nothing can be made before somebody says it. */
  | { readonly kind: 'untimed'; readonly date: LocalDate }

/**
 * What an announcement means for the meetings there are (M10): a meeting on that day is there already; a planned one on the
 * day it replaces is moved and keeps everything it has; else it is a new one. null when no day is announced.
 */
export function planNextMeeting(next: Announced | null, meetings: readonly Meeting[]): NextMeetingPlan | null {
  if (next?.date == null) return null
  const standing = meetings.filter(({ status }) => status === 'planned' || status === 'held')
  const there = meetingOn(standing, next.date, next.start)
  if (there) return { kind: 'there', meeting: there }
  const from = next.replacesDate === null ? undefined : meetingOn(meetings, next.replacesDate, null)
  // The day was left already, for another one: a person has moved it since, and knows better.
  if (from && !standing.some((meeting) => isOn(meeting, next.replacesDate))) return { kind: 'there', meeting: from }
  if (from?.status === 'planned') return { kind: 'move', from, ...spanAfterMove(from, next, next.date) }
  return next.start === null
    ? { kind: 'untimed', date: next.date }
    : { kind: 'create', date: next.date, start: next.start }
}

function isOn(meeting: Meeting, date: LocalDate | null): boolean {
  return toLocal(meeting.start, meeting.timeZone).date === date
}

/** The hours said, else those it had; it lasts as long as before when no end is said. */
function spanAfterMove(from: Meeting, next: Announced, date: LocalDate): { start: Instant; end: Instant } {
  const start = toInstant(date, next.start ?? toLocal(from.start, from.timeZone).time, from.timeZone)
  const lasts = Date.parse(from.end) - Date.parse(from.start)
  if (next.start !== null && next.end !== null && next.end > next.start)
    return { start, end: toInstant(date, next.end, from.timeZone) }
  return { start, end: new Date(Date.parse(start) + lasts).toISOString().replace('.000Z', 'Z') as Instant }
}

/** The draft with what it says of a next meeting that is over left unticked: old minutes announce nothing any more. */
export function offerComing(draft: AgendaDraft, today: LocalDate): AgendaDraft {
  const { nextMeeting: next } = draft
  if (next?.date == null || next.date >= today) return draft
  const proposals = draft.proposals.map((proposal) => ({ ...proposal, taken: false }))
  return { ...draft, nextMeeting: { ...next, taken: false }, proposals }
}

/** The ports and the person a next meeting is saved with. */
export type NextMeetingPorts = {
  readonly forum: MovePorts['forum'] & Pick<ForumPort, 'addMeeting' | 'addProposal' | 'readMeeting'>
  readonly calendar: MovePorts['calendar']
  readonly clock: MovePorts['clock']
}

/** Does what the plan says, once a person has agreed. Nobody is invited: only the meeting's row is made or moved. */
export async function saveNextMeeting(
  ports: NextMeetingPorts,
  forum: Pick<Forum, 'id' | 'name' | 'timeZone'>,
  next: Announced,
  meetings: readonly Meeting[],
  by: string,
): Promise<NextMeetingPlan['kind'] | null> {
  const plan = planNextMeeting(next, meetings)
  if (plan?.kind === 'move') {
    const record = await ports.forum.readMeeting(forum.id, plan.from.key)
    const live = record.meetings.find(({ key }) => key === plan.from.key) ?? plan.from
    const wish = { start: plan.start, end: plan.end, location: live.location, reason: next.reason ?? '' }
    const invitation = { attendees: [], bodyHtml: '', subject: '' }
    await moveMeeting(
      ports,
      { record, live, event: null, way: 'onlyHere' },
      { ...wish, movesDeadlines: true, invitation },
      by,
    )
  }
  if (plan?.kind === 'create') await createMeeting(ports, forum, next, plan)
  return plan?.kind ?? null
}

async function createMeeting(
  { clock, forum: port }: NextMeetingPorts,
  { id, name, timeZone }: Pick<Forum, 'id' | 'name' | 'timeZone'>,
  next: Announced,
  { date, start }: Extract<NextMeetingPlan, { kind: 'create' }>,
): Promise<void> {
  const key = (await keyOfParts('meeting', id, date)) as MeetingKey
  const end = next.end !== null && next.end > start ? next.end : start
  const meeting: Meeting = {
    key,
    forumId: id,
    title: name,
    start: toInstant(date, start, timeZone),
    end: toInstant(date, end, timeZone),
    timeZone,
    status: 'planned',
    supersedesKey: null,
    moveReason: null,
    announcedOn: null,
    agendaState: 'none',
    location: null,
    joinUrl: null,
    proposalDeadline: null,
    statusNoteDeadline: null,
  }
  if (next.replacesDate === null) {
    await port.addMeeting(meeting)
    return
  }
  // The day it replaces was never a meeting here; it stands on the thread of dates all the same (decisions/002).
  const midnight = toInstant(next.replacesDate, '00:00' as LocalTime, timeZone)
  const deadKey = (await keyOfParts('meeting', id, date, next.replacesDate)) as MeetingKey
  const dead = { status: 'moved', moveReason: next.reason, announcedOn: clock.today(timeZone) } as const
  await port.addMeeting({ ...meeting, ...dead, key: deadKey, start: midnight, end: midnight })
  await port.addMeeting({ ...meeting, supersedesKey: deadKey })
}

/** True when the forum has a proposal of that title already, waiting or answered. */
export function isKnownProposal(
  proposal: Pick<DraftProposal, 'title'>,
  proposals: readonly Pick<AgendaProposal, 'title'>[],
): boolean {
  const wanted = plainTitle(proposal.title)
  return proposals.some(({ title }) => plainTitle(title) === wanted)
}

/** Stores the proposals that were agreed to, for the next meeting and with their conditions; those that are known stay as they are. */
export async function saveNextProposals(
  forum: Pick<ForumPort, 'addProposal'>,
  forumId: ForumId,
  source: MeetingKey,
  drafts: readonly DraftProposal[],
  known: readonly AgendaProposal[],
): Promise<number> {
  const fresh = drafts.filter((one) => one.taken && one.title.trim() !== '' && !isKnownProposal(one, known))
  for (const draft of fresh) await forum.addProposal(forumId, await toProposal(draft, source))
  return fresh.length
}

async function toProposal({ note, title }: DraftProposal, source: MeetingKey): Promise<NewProposal> {
  return {
    // Of the meeting whose minutes tell it and its title, so that telling it twice is one proposal.
    key: (await keyOfParts('proposal', source, plainTitle(title))) as ProposalKey,
    meetingKey: null,
    title: title.trim().slice(0, 250),
    recommendation: '',
    rationale: '',
    purpose: null,
    durationMinutes: null,
    organisation: '',
    state: 'received',
    condition: note ?? '',
    answer: '',
    sourceMessage: '',
  }
}

function plainTitle(title: string): string {
  return wordsOf(foldText(title)).join(' ')
}
