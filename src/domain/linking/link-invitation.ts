import type { EventId, ForumId, Instant } from '../../shared/ids.ts'
import type { CalendarEvent } from '../calendar/calendar-event.ts'
import { readZoneClock } from '../calendar/zone-clock.ts'
import type { Forum } from '../forum/forum.ts'
import { findLiveMeeting } from '../meeting/date-thread.ts'
import type { LinkKind, Meeting, MeetingLink } from '../meeting/meeting.ts'
import { meetingZone } from './calendar-entry.ts'
import { linkCalendar } from './link-calendar.ts'
import type { Confirmation, Evidence, KnownMove, LinkAgenda, LinkForum, LinkResult } from './link-types.ts'
import { tokensOf } from './link-values.ts'
import { certain } from './weight.ts'

/** A forum and its meetings, dates that died (status 'moved') included, as the forum's site has them. */
type InvitationPlan = { readonly forum: Forum; readonly meetings: readonly Meeting[] }

/** A stored tie whose hash matched one of an event's values. */
export type FoundTie = { readonly eventId: EventId; readonly forumId: ForumId; readonly link: MeetingLink }

export type InvitationInput = {
  readonly event: CalendarEvent
  readonly plans: readonly InvitationPlan[]
  /** Ties found for the opened event and for those of the window. */
  readonly ties: readonly FoundTie[]
  /** The owner's other entries around; the opened one may be among them. */
  readonly window: readonly CalendarEvent[]
  readonly now: Instant
  readonly me: string
  /** What the engine said of this window, when several of its entries are looked at; else it is asked. */
  readonly weighed?: LinkResult
}

/** A meeting in its forum. */
export type MeetingOfForum = { readonly forumId: ForumId; readonly meeting: Meeting }

/** What took a dead date's place; `event` is the own calendar's entry for it, null when it is not there. */
type Successor = { readonly meeting: Meeting; readonly event: CalendarEvent | null }

/** What an opened invitation is. Only 'stale' may be acted on; 'suggested' asks. */
export type InvitationLink =
  | ({ readonly kind: 'live'; readonly because: readonly Evidence[] } & MeetingOfForum)
  | ({ readonly kind: 'stale'; readonly replacedBy: Successor; readonly because: readonly Evidence[] } & MeetingOfForum)
  /** `replacedBy` is null when only the tie itself is in doubt, not the date. */
  | ({
      readonly kind: 'suggested'
      readonly replacedBy: Successor | null
      readonly because: readonly Evidence[]
    } & MeetingOfForum)
  | {
      readonly kind: 'ambiguous'
      readonly candidates: readonly MeetingOfForum[]
      readonly because: readonly Evidence[]
    }
  | { readonly kind: 'unlinked'; readonly because: readonly Evidence[] }

/**
 * Says which meeting an opened invitation is and whether it still holds: by stored ties (L1), then by our token in its body
 * (L2), then by weighing it with the calendar around it. Where ties contradict each other it chooses none.
 */
export function linkInvitation(input: InvitationInput): InvitationLink {
  return byStoredTies(input) ?? byToken(input) ?? byWeight(input)
}

function byStoredTies(input: InvitationInput): InvitationLink | null {
  const rows = input.ties.filter(
    (tie) =>
      tie.eventId === input.event.id &&
      tie.link.state !== 'rejected' &&
      !isRejected(input.ties, tie.eventId, tie.forumId),
  )
  const found = surest(rows).flatMap((tie) => {
    const meeting = meetingOf(input, tie.forumId, tie.link)
    return meeting ? [{ tie, meeting, live: liveOf(input, tie.forumId, meeting) }] : []
  })
  const [first] = found
  if (!first) return null
  const because = found.map(({ tie }) => evidenceOf(tie.link))
  const lives = new Map(found.map(({ tie, live }) => [live.key, { forumId: tie.forumId, meeting: live }]))
  const states = new Set(found.map(({ tie }) => tie.link.state === 'superseded'))
  if (lives.size > 1 || states.size > 1) return { kind: 'ambiguous', candidates: [...lives.values()], because }
  const isDead = first.tie.link.state === 'superseded' || first.meeting.key !== first.live.key
  return isDead
    ? stale(input, first.tie.forumId, first.meeting, first.live, because)
    : live(first.tie.forumId, first.live, because)
}

/** Ties of the invitation itself, not of its Teams meeting or text. */
const ownKinds: readonly LinkKind[] = ['ical', 'series', 'manual']

/**
 * The ties that say which date an invitation is: those of the invitation itself, else those of its Teams meeting. Our
 * token is no such tie, since it names the meeting whatever its date: all invitations of a moved meeting carry it.
 */
function surest(rows: readonly FoundTie[]): readonly FoundTie[] {
  const own = rows.filter(({ link }) => ownKinds.includes(link.kind))
  return own.length > 0 ? own : rows.filter(({ link }) => link.kind !== 'token')
}

/** True when a person has said of this invitation itself that it is none of the forum's meetings: then no other tie speaks. */
function isRejected(ties: readonly FoundTie[], eventId: EventId, forumId: ForumId): boolean {
  return ties.some(
    (tie) =>
      tie.eventId === eventId &&
      tie.forumId === forumId &&
      tie.link.state === 'rejected' &&
      ownKinds.includes(tie.link.kind),
  )
}

function evidenceOf(link: MeetingLink): Evidence {
  return {
    rule: 'L1',
    code: `stored-tie: ${link.kind}`,
    text: link.evidence === '' ? 'Indkaldelsen er knyttet til mødet' : link.evidence,
  }
}

/** The meeting a tie names; of a series or a shared thread, the one of the opened occurrence's day. */
function meetingOf(input: InvitationInput, forumId: ForumId, link: MeetingLink): Meeting | undefined {
  if (link.occurrenceDate !== null) {
    const event = input.event
    const day = readZoneClock(event.originalStart ?? event.start, meetingZone).date
    if (link.occurrenceDate !== day) return undefined
  }
  return meetingsOf(input, forumId).find((meeting) => meeting.key === link.meetingKey)
}

function meetingsOf(input: InvitationInput, forumId: ForumId): readonly Meeting[] {
  return input.plans.find((plan) => plan.forum.id === forumId)?.meetings ?? []
}

function liveOf(input: InvitationInput, forumId: ForumId, meeting: Meeting): Meeting {
  return findLiveMeeting(meetingsOf(input, forumId), meeting.key) ?? meeting
}

/** L2: the token names the meeting; the start says which of its dates this invitation is. */
function byToken(input: InvitationInput): InvitationLink | null {
  const keys = tokensOf(input.event)
  const found = input.plans.flatMap(({ forum, meetings }) =>
    meetings
      .filter(
        (meeting) => keys.includes(meeting.key.toLowerCase()) && !isRejected(input.ties, input.event.id, forum.id),
      )
      .map((meeting) => ({ forumId: forum.id, meeting })),
  )
  const lives = new Map(
    found.map(({ forumId, meeting }) => [
      liveOf(input, forumId, meeting).key,
      { forumId, meeting: liveOf(input, forumId, meeting) },
    ]),
  )
  const [only] = [...lives.values()]
  const because = [{ rule: 'L2', code: 'token-in-body', text: 'Mødetråds link til mødet står i indkaldelsen' }]
  if (!only) return null
  if (lives.size > 1) return { kind: 'ambiguous', candidates: [...lives.values()], because }
  if (isSameDay(input.event, only.meeting)) return live(only.forumId, only.meeting, because)
  const dead = deadDates(input, only).find((meeting) => isSameDay(input.event, meeting))
  if (dead) return stale(input, only.forumId, dead, only.meeting, because)
  return { kind: 'suggested', ...only, replacedBy: null, because }
}

/** The dates a meeting has had, by walking back through `supersedesKey`. */
function deadDates(input: InvitationInput, { forumId, meeting }: MeetingOfForum): readonly Meeting[] {
  const meetings = meetingsOf(input, forumId)
  const dead: Meeting[] = []
  for (let key = meeting.supersedesKey; key !== null && dead.length < 50; ) {
    const found = meetings.find((candidate) => candidate.key === key)
    if (!found || dead.includes(found)) break
    dead.push(found)
    key = found.supersedesKey
  }
  return dead
}

function isSameDay(event: CalendarEvent, meeting: Meeting): boolean {
  return readZoneClock(event.start, meeting.timeZone).date === readZoneClock(meeting.start, meeting.timeZone).date
}

function live(forumId: ForumId, meeting: Meeting, because: readonly Evidence[]): InvitationLink {
  return { kind: 'live', forumId, meeting, because }
}

function stale(
  input: InvitationInput,
  forumId: ForumId,
  meeting: Meeting,
  successor: Meeting,
  because: readonly Evidence[],
): InvitationLink {
  return {
    kind: 'stale',
    forumId,
    meeting,
    replacedBy: { meeting: successor, event: findOwnEntry(input, successor) },
    because: [...because, ...evidenceOfMove(meeting, successor)],
  }
}

function evidenceOfMove(dead: Meeting, successor: Meeting): readonly Evidence[] {
  if (dead.key === successor.key || !dead.moveReason) return []
  return [{ rule: 'L1', code: 'plan-says-moved', text: dead.moveReason }]
}

/** The own entry of a meeting: by stored tie, by token, or the only one of that start. */
function findOwnEntry(input: InvitationInput, meeting: Meeting): CalendarEvent | null {
  const others = input.window.filter((event) => event.id !== input.event.id && !event.isCancelled)
  const tied = others.find((event) =>
    surest(input.ties.filter((tie) => tie.eventId === event.id)).some(
      ({ link }) => link.meetingKey === meeting.key && link.state === 'current',
    ),
  )
  if (tied) return tied
  const stamped = others.find(
    (event) => isSameDay(event, meeting) && tokensOf(event).includes(meeting.key.toLowerCase()),
  )
  return stamped ?? null
}

/** L3 to L18: the engine itself, with the forums' plans as the documents it reads. */
function byWeight(input: InvitationInput): InvitationLink {
  const events = [...input.window.filter((event) => event.id !== input.event.id), input.event]
  const result = input.weighed ?? weighCalendar({ ...input, window: events })
  const found = result.meetings.filter((meeting) => meeting.eventIds.includes(input.event.id))
  const replacement = result.replacements.find((candidate) => candidate.staleEventId === input.event.id)
  const candidates = found.flatMap((meeting) => {
    const planned = meetingsOf(input, meeting.forumId).find((one) => one.key === meeting.agendaId)
    return planned ? [{ forumId: meeting.forumId, meeting: planned, link: meeting }] : []
  })
  const because = [...(replacement?.because ?? []), ...found.flatMap((meeting) => meeting.because)]
  const [only, other] = candidates
  if (!only) return { kind: 'unlinked', because }
  if (other)
    return { kind: 'ambiguous', candidates: candidates.map(({ forumId, meeting }) => ({ forumId, meeting })), because }
  const { forumId, meeting } = only
  const target = liveOf(input, forumId, meeting)
  const dead = deadDates(input, { forumId, meeting: target }).find((one) => isSameDay(input.event, one))
  if (replacement) {
    const event = events.find((candidate) => candidate.id === replacement.currentEventId) ?? null
    const kind = replacement.confidence >= certain && only.link.confidence >= certain ? 'stale' : 'suggested'
    return { kind, forumId, meeting: dead ?? meeting, replacedBy: { meeting: target, event }, because }
  }
  if (target.key !== meeting.key)
    return {
      kind: 'suggested',
      forumId,
      meeting,
      replacedBy: { meeting: target, event: findOwnEntry(input, target) },
      because,
    }
  if (dead)
    return {
      kind: 'suggested',
      forumId,
      meeting: dead,
      replacedBy: { meeting: target, event: findOwnEntry(input, target) },
      because,
    }
  return only.link.confidence >= certain
    ? live(forumId, target, because)
    : { kind: 'suggested', forumId, meeting: target, replacedBy: null, because }
}

/** The engine over a whole window, with the forums' plans and stored ties. */
export function weighCalendar(input: Pick<InvitationInput, 'me' | 'now' | 'plans' | 'ties' | 'window'>): LinkResult {
  return linkCalendar({
    now: input.now,
    me: input.me,
    forums: input.plans.map(({ forum }) => toLinkForum(forum)),
    events: input.window,
    agendas: input.plans.flatMap(toAgendas),
    knownMoves: input.plans.flatMap(toKnownMoves),
    confirmations: toConfirmations(input.ties),
  })
}

function toLinkForum(forum: Forum): LinkForum {
  const mailsOf = (isSecretary: boolean) =>
    forum.members.filter(({ role }) => (role === 'secretary') === isSecretary).map(({ mail }) => mail.toLowerCase())
  return { id: forum.id, name: forum.name, aliases: forum.aliases, members: mailsOf(false), secretariat: mailsOf(true) }
}

function toAgendas({ forum, meetings }: InvitationPlan): readonly LinkAgenda[] {
  return meetings
    .filter(({ status }) => status !== 'moved')
    .map((meeting) => {
      const [start, end] = [readZoneClock(meeting.start, meetingZone), readZoneClock(meeting.end, meetingZone)]
      const printed = { id: meeting.key, title: meeting.title, date: start.date, start: start.time, end: end.time }
      return { ...printed, forumId: forum.id, nextMeeting: null, meetingPlan: [] }
    })
}

/** Rows that died: this date was left for the one that supersedes it. */
function toKnownMoves({ forum, meetings }: InvitationPlan): readonly KnownMove[] {
  return meetings.flatMap((meeting) => {
    const successor = meeting.status === 'moved' ? findLiveMeeting(meetings, meeting.key) : undefined
    if (!successor || successor.key === meeting.key) return []
    const old = readZoneClock(meeting.start, meetingZone).date
    const next = readZoneClock(successor.start, meetingZone)
    return [{ forumId: forum.id, old, next, toldOn: meeting.announcedOn, reason: meeting.moveReason }]
  })
}

/** Ties of the window and rejected ones, as the decisions they are. */
function toConfirmations(ties: readonly FoundTie[]): readonly Confirmation[] {
  return ties.flatMap(({ eventId, forumId, link }): readonly Confirmation[] => {
    if (link.state === 'rejected') return [{ kind: 'separate', event: eventId, forumId }]
    if (isRejected(ties, eventId, forumId)) return []
    return [{ kind: 'belongs', event: eventId, forumId, agendaId: link.meetingKey }]
  })
}
