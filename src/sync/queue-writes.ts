import type { Instant } from '../shared/ids.ts'
import { ServiceError } from '../workflows/failure.ts'
import type { CalendarPort, Clock, ForumPort, MeetingRecord } from '../workflows/ports.ts'
import type { CachedForum } from './cache-forum.ts'
import type { Outbox } from './outbox.ts'
import { type OutboxAction, rowKeyOf } from './outbox-entry.ts'
import { overlayMeeting, toWaitingNote, toWaitingProposal } from './overlay-meeting.ts'
import { addOwnProposal } from './send-action.ts'

/**
 * Lets proposals and status notes be written while Graph cannot be reached: they go into the outbox and are shown in
 * the meeting as waiting. A meeting read proves the connection, so what waits is sent then. `author` is the person's name.
 */
export function queueForum(
  forum: CachedForum,
  outbox: Outbox,
  { author, clock }: { readonly author: string; readonly clock: Pick<Clock, 'now'> },
): CachedForum {
  const overlay = (record: MeetingRecord): MeetingRecord => overlayMeeting(record, outbox.entries(), author)
  const sendAfter = (record: MeetingRecord): MeetingRecord => {
    const shown = overlay(record)
    if (outbox.entries().some(({ state }) => state.kind === 'waiting')) void outbox.send()
    return shown
  }
  return {
    ...forum,
    ...queuedWrites(forum, outbox, () => ({ author, at: clock.now() })),
    cached: async (meetingKey) => {
      const record = await forum.cached(meetingKey)
      return record && overlay(record)
    },
    readMeeting: async (forumId, meetingKey) => sendAfter(await forum.readMeeting(forumId, meetingKey)),
    pollMeeting: async (forumId, meetingKey) => sendAfter(await forum.pollMeeting(forumId, meetingKey)),
  }
}

type QueuedWrites = Pick<ForumPort, 'addProposal' | 'changeProposal' | 'addStatusNote' | 'changeStatusNote'>

function queuedWrites(forum: ForumPort, outbox: Outbox, by: () => { author: string; at: Instant }): QueuedWrites {
  return {
    addProposal: (forumId, proposal) =>
      sendOrQueue(
        outbox,
        { kind: 'addProposal', forumId, proposal },
        () => addOwnProposal(forum, { forumId, proposal }, []),
        () => toWaitingProposal(proposal, by().author, by().at),
      ),
    changeProposal: (forumId, before, after) =>
      sendOrQueue(
        outbox,
        { kind: 'changeProposal', forumId, before, after },
        () => forum.changeProposal(forumId, before, after),
        () => after,
      ),
    addStatusNote: (forumId, note) =>
      sendOrQueue(
        outbox,
        { kind: 'addStatusNote', forumId, note },
        () => forum.addStatusNote(forumId, note),
        () => toWaitingNote(note, by().author, by().at),
      ),
    changeStatusNote: (forumId, before, after) =>
      sendOrQueue(
        outbox,
        { kind: 'changeStatusNote', forumId, before, after },
        () => forum.changeStatusNote(forumId, before, after),
        () => after,
      ),
  }
}

/** Lets an invitation be answered while the calendar cannot be reached; the answer is shown as given meanwhile. */
export function queueCalendar(calendar: CalendarPort, outbox: Outbox): CalendarPort {
  const withAnswer = <E extends Awaited<ReturnType<CalendarPort['readWindow']>>[number]>(event: E): E => {
    const waiting = outbox.entries().findLast(({ action }) => action.kind === 'respond' && action.eventId === event.id)
    return waiting?.action.kind === 'respond' ? { ...event, response: waiting.action.response } : event
  }
  return {
    ...calendar,
    readWindow: async (from, to) => (await calendar.readWindow(from, to)).map(withAnswer),
    readEvent: async (id) => {
      const event = await calendar.readEvent(id)
      return event && withAnswer(event)
    },
    respond: (eventId, response, comment) =>
      sendOrQueue(
        outbox,
        { kind: 'respond', eventId, response, comment },
        () => calendar.respond(eventId, response, comment),
        () => undefined,
      ),
  }
}

// While something about the same row waits, what follows waits behind it: order is kept.
async function sendOrQueue<T>(
  outbox: Outbox,
  action: OutboxAction,
  send: () => Promise<T>,
  asWaiting: () => T,
): Promise<T> {
  const key = rowKeyOf(action)
  if (outbox.entries().some((entry) => rowKeyOf(entry.action) === key)) {
    await outbox.queue(action)
    void outbox.send()
    return asWaiting()
  }
  try {
    return await send()
  } catch (error) {
    if (!(error instanceof ServiceError) || !CONNECTION.includes(error.failure.kind)) throw error
    await outbox.queue(action, { tried: true })
    return asWaiting()
  }
}

const CONNECTION: readonly string[] = ['offline', 'unavailable', 'throttled']
