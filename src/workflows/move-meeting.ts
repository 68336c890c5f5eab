import type { CalendarEvent } from '../domain/calendar/calendar-event.ts'
import { hashLinkValue, linkValuesOf, tokensOf } from '../domain/linking/link-values.ts'
import type { Meeting, MeetingLink } from '../domain/meeting/meeting.ts'
import { type LogEntry, type MoveWay, standingEntries } from '../domain/meeting/meeting-log.ts'
import { addDays, addDaysToInstant, daysBetween, toLocal } from '../domain/time/zoned-time.ts'
import type { Instant, LocalDate, LogKey, MeetingKey } from '../shared/ids.ts'
import { sha256 } from '../shared/sha256.ts'
import { ServiceError } from './failure.ts'
import type { CalendarPort, Clock, ForumPort, MeetingRecord, NewInvitation } from './ports.ts'

/** What the secretariat wants of a move (*flytning*). `invitation` is what is sent when a new one is needed. */
export type MoveWish = {
  readonly start: Instant
  readonly end: Instant
  readonly location: string | null
  readonly reason: string
  readonly movesDeadlines: boolean
  readonly invitation: Pick<NewInvitation, 'attendees' | 'bodyHtml' | 'subject'>
}

/** What a move starts from: the meeting as shown, and its invitation in the own calendar, if there is one. */
export type MoveGround = {
  readonly record: MeetingRecord
  readonly live: Meeting
  readonly event: CalendarEvent | null
  readonly way: MoveWay
}

export type MovePorts = {
  readonly forum: Pick<
    ForumPort,
    'addLogEntry' | 'addMeeting' | 'changeLink' | 'changeMeeting' | 'findLinks' | 'readLog' | 'tie'
  >
  readonly calendar: Pick<CalendarPort, 'moveInvitation' | 'readWindow' | 'sendInvitation'>
  readonly clock: Clock
}

/** The meeting after the move, and the row of the date it leaves (decisions/002). */
function planMove(
  live: Meeting,
  wish: Omit<MoveWish, 'invitation'>,
  deadKey: MeetingKey,
  today: LocalDate,
): { readonly dead: Meeting; readonly moved: Meeting } {
  const deadlines = wish.movesDeadlines ? movedDeadlines(live, wish.start) : {}
  return {
    dead: {
      ...live,
      key: deadKey,
      status: 'moved',
      moveReason: wish.reason.trim() || null,
      announcedOn: today,
      agendaState: 'none',
      proposalDeadline: null,
      statusNoteDeadline: null,
    },
    moved: {
      ...live,
      start: wish.start,
      end: wish.end,
      location: wish.location,
      supersedesKey: deadKey,
      ...deadlines,
    },
  }
}

/** The deadlines moved by as many days as the meeting is. */
export function movedDeadlines(
  live: Meeting,
  start: Instant,
): Pick<Meeting, 'proposalDeadline' | 'statusNoteDeadline'> {
  const days = daysBetween(toLocal(live.start, live.timeZone).date, toLocal(start, live.timeZone).date)
  return {
    proposalDeadline: live.proposalDeadline && addDays(live.proposalDeadline, days),
    statusNoteDeadline: live.statusNoteDeadline && addDays(live.statusNoteDeadline, days),
  }
}

/**
 * Moves a meeting: first the invitation (the one step that cannot be taken back), then the line of the log, the row of the
 * dead date, the ties, and the meeting itself. All keys follow from the meeting and the date it leaves, so that a move that
 * broke off anywhere, on this machine or another, is finished by trying again and sends no second invitation.
 * Throws ServiceError.
 */
export async function moveMeeting(ports: MovePorts, ground: MoveGround, wish: MoveWish, by: string): Promise<LogEntry> {
  const { live, record } = ground
  const { deadKey, logKey, sendKey } = await keysOfMove(await ports.forum.readLog(record.forum.id, live.key), live)
  const event = await bringToCalendars(ports, ground, wish, sendKey)
  const { dead, moved } = planMove(live, wish, deadKey, ports.clock.today(live.timeZone))
  const entry = await ports.forum.addLogEntry(record.forum.id, {
    key: logKey,
    meetingKey: live.key,
    kind: 'moved',
    valueHash: null,
    linkKey: null,
    subject: '',
    start: live.start,
    because: dead.moveReason ?? '',
    organisation: '',
    refersTo: null,
    before: { kind: 'move', way: ground.way, meeting: live, links: linksOf(record, live) },
  })
  const stored = await ports.forum.addMeeting(dead)
  if (stored.moveReason !== dead.moveReason || stored.announcedOn !== dead.announcedOn) {
    await ports.forum.changeMeeting(stored, dead)
  }
  if (ground.way !== 'sameInvitation') await supersedeTies(ports, ground, by)
  if (ground.way === 'newInvitation' && event) await tieInvitation(ports, ground, event, by)
  // Last: as long as the meeting stands on its old date, trying again finishes the move.
  const joinUrls = { sameInvitation: live.joinUrl, newInvitation: event?.joinUrl ?? null, onlyHere: null }
  await ports.forum.changeMeeting(live, { ...moved, joinUrl: joinUrls[ground.way] })
  return entry
}

/** True when a move away from this date was begun and never finished; choosing a date again finishes it. */
export async function hasUnfinishedMove(log: readonly LogEntry[], live: Meeting): Promise<boolean> {
  const { logKey } = await keysOfMove(log, live)
  return log.some(({ key }) => key === logKey)
}

type MoveKeys = { readonly logKey: LogKey; readonly deadKey: MeetingKey; readonly sendKey: string }

/** The keys of the move away from this date; new ones when an earlier move away from it was taken back. */
async function keysOfMove(log: readonly LogEntry[], live: Meeting): Promise<MoveKeys> {
  const standing = new Set(standingEntries(log).map((entry) => entry.key))
  for (let nth = 0; ; nth += 1) {
    const hash = await sha256(`moved:${live.key}:${live.start}:${nth}`)
    const logKey = hash as LogKey
    if (log.some(({ key }) => key === logKey) && !standing.has(logKey)) continue
    return { logKey, deadKey: toGuid(hash) as MeetingKey, sendKey: toGuid(await sha256(`sent:${hash}`)) }
  }
}

// The shape of a GUID of version 8, "made by one's own rule" (RFC 9562).
function toGuid(hash: string): string {
  const parts = [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`, `a${hash.slice(17, 20)}`]
  return [...parts, hash.slice(20, 32)].join('-')
}

async function bringToCalendars(
  { calendar, clock }: MovePorts,
  { event, live, way }: MoveGround,
  wish: MoveWish,
  sendKey: string,
): Promise<CalendarEvent | null> {
  const to = { start: wish.start, end: wish.end, timeZone: live.timeZone, location: wish.location }
  if (way === 'onlyHere') return null
  if (way === 'sameInvitation') return event && calendar.moveInvitation(event.id, to)
  try {
    return await calendar.sendInvitation({ ...to, ...wish.invitation, sendKey })
  } catch (error) {
    // An earlier try has sent it and was not heard of; it may have been for another time.
    if (!(error instanceof ServiceError) || error.failure.kind !== 'changedMeanwhile') throw error
    const window = await calendar.readWindow(addDaysToInstant(clock.now(), -1), addDaysToInstant(clock.now(), 400))
    const sent = window.find(
      (one) => one.isOrganizer && one.id !== event?.id && tokensOf(one).includes(live.key.toLowerCase()),
    )
    if (!sent) throw error
    const isThere = sent.start === to.start && sent.end === to.end
    return isThere ? sent : calendar.moveInvitation(sent.id, to)
  }
}

function linksOf(record: MeetingRecord, live: Meeting): readonly MeetingLink[] {
  return record.links.filter((link) => link.meetingKey === live.key)
}

/** The old invitation's ties: all that are current, but our token, which names the meeting on every date. */
async function supersedeTies({ forum }: MovePorts, { live, record }: MoveGround, by: string): Promise<void> {
  for (const link of linksOf(record, live)) {
    if (link.state !== 'current' || link.kind === 'token') continue
    const evidence = `Mødet er flyttet af ${by}, og en ny indkaldelse gælder`
    await forum.changeLink(record.forum.id, link, { ...link, state: 'superseded', evidence })
  }
}

async function tieInvitation(
  { forum }: MovePorts,
  { live }: MoveGround,
  event: CalendarEvent,
  by: string,
): Promise<void> {
  const { forumId } = live
  const wanted = await Promise.all(
    linkValuesOf(event).map(async ({ kind, occurrenceDate, value }): Promise<MeetingLink> => {
      const { linkKey, valueHash } = await hashLinkValue(kind, value, occurrenceDate)
      const evidence = kind === 'token' ? 'Linket til Mødetråd står i indkaldelsen' : `Sendt af ${by} fra Mødetråd`
      return { key: linkKey, valueHash, meetingKey: live.key, kind, state: 'current', occurrenceDate, evidence }
    }),
  )
  const known = await forum.findLinks(wanted.map(({ valueHash }) => valueHash))
  for (const link of wanted) {
    const stored = known.find((one) => one.forumId === forumId && one.link.key === link.key)?.link
    if (!stored) await forum.tie(forumId, link)
    else if (stored.state !== 'current' || stored.meetingKey !== live.key) await forum.changeLink(forumId, stored, link)
  }
}
