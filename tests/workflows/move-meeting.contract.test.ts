// "Flyt mødet" against the local tenant: what the site, the calendars and the log hold afterwards, also when a step is lost.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { traceDates } from '../../src/domain/meeting/date-thread.ts'
import { addDaysToInstant, toLocal } from '../../src/domain/time/zoned-time.ts'
import type { Instant, LogKey } from '../../src/shared/ids.ts'
import { ServiceError } from '../../src/workflows/failure.ts'
import { findMeetingInvitation } from '../../src/workflows/find-meeting-invitation.ts'
import { hasUnfinishedMove, type MoveWish, moveMeeting } from '../../src/workflows/move-meeting.ts'
import { liveMeetingOf } from '../../src/workflows/open-meeting.ts'
import { reviewCalendar } from '../../src/workflows/review-calendar.ts'
import { lastMove, undoMove } from '../../src/workflows/undo-move.ts'
import { chefforumId, demoMeeting, openPlace, type Place, type Ports, worldNow } from '../graph/contract-place.ts'

const mails = {
  lone: 'lone.ravnkilde@sundhedssekretariatet.example',
  vibe: 'vibe.damsholt@sundhedssekretariatet.example',
  peter: 'peter.vangsbo@fjordhoej.example',
} as const
type Person = keyof typeof mails
const clock = { now: () => worldNow, today: (zone: string) => toLocal(worldNow, zone).date }
const coming = demoMeeting('coming')
let place: Place
beforeEach(() => {
  place = openPlace()
})
afterEach(() => place.tenant.close())

async function groundOf(ports: Ports, person: Person) {
  const record = await ports.forum.readMeeting(chefforumId, coming)
  const live = liveMeetingOf(record)
  if (!live) throw new Error('no meeting')
  const event = await findMeetingInvitation(ports.calendar, record, live, mails[person], worldNow)
  return { record, live, event, way: event?.isOrganizer ? 'sameInvitation' : 'newInvitation' } as const
}

function wishFor(ground: Awaited<ReturnType<typeof groundOf>>, days = 7): MoveWish {
  const { live, record } = ground
  return {
    start: addDaysToInstant(live.start, days),
    end: addDaysToInstant(live.end, days),
    location: 'Rådhuset, Hedelund',
    reason: 'Falder sammen med budgetforhandlingerne',
    movesDeadlines: true,
    invitation: {
      subject: 'Chefforum - ny dato',
      bodyHtml: `<p>Denne indkaldelse erstatter mødet onsdag den 23. september 2026.</p><p><a href="https://x.example/tab.html?m=${live.key}">Chefforum</a></p>`,
      attendees: record.forum.members.filter(({ mail }) => mail !== mails.vibe),
    },
  }
}

const invitationsOf = async (ports: Ports, days = 60) =>
  (await ports.calendar.readWindow(worldNow, addDaysToInstant(worldNow, days))).filter((event) =>
    /^Chefforum( - ny dato)?$/.test(event.subject),
  )
const staleOf = async (person: Person) => {
  const review = await reviewCalendar(place.portsOf(person), mails[person], worldNow)
  return review.stale.map(({ event, live, liveEvent }) => [
    day(event.start),
    day(live.start),
    liveEvent && day(liveEvent.start),
  ])
}
const day = (instant: Instant) => instant.slice(0, 10)

test('who has not called the meeting sends a new invitation, and the chain of dates grows', async () => {
  const ports = place.portsOf('vibe')
  const ground = await groundOf(ports, 'vibe')
  expect(ground.way).toBe('newInvitation')
  await moveMeeting({ ...ports, clock }, ground, wishFor(ground), 'Vibe Damsholt')
  const record = await ports.forum.readMeeting(chefforumId, coming)
  const live = liveMeetingOf(record)
  expect(live).toMatchObject({
    key: coming,
    start: '2026-09-30T07:00:00Z',
    location: 'Rådhuset, Hedelund',
    proposalDeadline: '2026-09-23',
    statusNoteDeadline: '2026-09-28',
    agendaState: 'published',
  })
  expect(live?.joinUrl).toContain('meetup-join')
  expect(live?.joinUrl).not.toBe(ground.live.joinUrl)
  const dates = live ? traceDates(record.meetings, live) : []
  expect(dates.map(({ meeting, state }) => [day(meeting.start), state])).toEqual([
    ['2026-09-15', 'dead'],
    ['2026-09-23', 'dead'],
    ['2026-09-30', 'live'],
  ])
  expect(dates[1]?.meeting).toMatchObject({
    moveReason: 'Falder sammen med budgetforhandlingerne',
    announcedOn: '2026-09-10',
  })
  expect(record.items).toEqual(ground.record.items)
  expect(record.proposals).toEqual(ground.record.proposals)
  const sent = (await invitationsOf(place.portsOf('peter'))).find(({ start }) => start === live?.start)
  expect(sent).toMatchObject({ isOrganizer: false, organizer: { mail: mails.vibe }, location: 'Rådhuset, Hedelund' })
  expect(await staleOf('peter')).toEqual([
    ['2026-09-15', '2026-09-30', '2026-09-30'],
    ['2026-09-23', '2026-09-30', '2026-09-30'],
  ])
})

test('who has called it moves the same invitation: nobody has anything to delete', async () => {
  const ports = place.portsOf('lone')
  const ground = await groundOf(ports, 'lone')
  expect(ground.way).toBe('sameInvitation')
  const before = await invitationsOf(place.portsOf('peter'))
  await moveMeeting({ ...ports, clock }, ground, wishFor(ground), 'Lone Ravnkilde')
  const after = await invitationsOf(place.portsOf('peter'))
  expect(after.map(({ iCalUId }) => iCalUId)).toEqual(before.map(({ iCalUId }) => iCalUId))
  expect(after.map(({ start }) => day(start))).toEqual(['2026-09-15', '2026-09-30'])
  expect(await staleOf('peter')).toEqual([['2026-09-15', '2026-09-30', '2026-09-30']])
  const record = await ports.forum.readMeeting(chefforumId, coming)
  expect(liveMeetingOf(record)).toMatchObject({ start: '2026-09-30T07:00:00Z', joinUrl: ground.live.joinUrl })
})

test('without the right to write in the calendar only the plan moves; the old invitation is stale at once', async () => {
  const ports = place.portsOf('vibe')
  const ground = { ...(await groundOf(ports, 'vibe')), event: null, way: 'onlyHere' as const }
  const requests = ports.requests.length
  await moveMeeting({ ...ports, clock }, ground, wishFor({ ...ground, way: 'newInvitation' }), 'Vibe Damsholt')
  expect(ports.requests.slice(requests).filter((request) => request.includes('/me/'))).toEqual([])
  expect(await staleOf('peter')).toEqual([
    ['2026-09-15', '2026-09-30', null],
    ['2026-09-23', '2026-09-30', null],
  ])
})

const offline = () => new ServiceError({ kind: 'offline' })

test.each(['sendInvitation', 'addLogEntry', 'addMeeting', 'changeLink', 'tie', 'changeMeeting'] as const)(
  'a move whose %s is lost is finished by trying again, with one invitation sent',
  async (lost) => {
    const ports = place.portsOf('vibe')
    const ground = await groundOf(ports, 'vibe')
    const wish = wishFor(ground)
    const losing = async (...given: readonly unknown[]): Promise<never> => {
      const port = (lost === 'sendInvitation' ? ports.calendar : ports.forum) as unknown as Record<
        string,
        (...words: readonly unknown[]) => Promise<unknown>
      >
      await port[lost]?.(...given)
      throw offline()
    }
    const broken =
      lost === 'sendInvitation'
        ? { ...ports, clock, calendar: { ...ports.calendar, sendInvitation: losing } }
        : { ...ports, clock, forum: { ...ports.forum, [lost]: losing } }
    await expect(moveMeeting(broken, ground, wish, 'Vibe')).rejects.toThrow(ServiceError)
    const again = lost === 'changeMeeting' ? ground : await groundOf(ports, 'vibe')
    const isMoved = lost === 'changeMeeting'
    const log = await ports.forum.readLog(chefforumId, coming)
    expect(await hasUnfinishedMove(log, again.live)).toBe(isMoved || lost !== 'sendInvitation')
    await moveMeeting({ ...ports, clock }, { ...again, way: 'newInvitation' }, wish, 'Vibe')
    const sent = (await invitationsOf(ports)).filter(({ isOrganizer }) => isOrganizer)
    expect(sent.map(({ start }) => day(start))).toEqual(['2026-09-30'])
    expect(await staleOf('peter')).toEqual([
      ['2026-09-15', '2026-09-30', '2026-09-30'],
      ['2026-09-23', '2026-09-30', '2026-09-30'],
    ])
    const after = await ports.forum.readLog(chefforumId, coming)
    expect(after.filter(({ kind }) => kind === 'moved')).toHaveLength(2)
  },
)

test('an invitation that was sent and not heard of is moved when another date is chosen', async () => {
  const ports = place.portsOf('vibe')
  const ground = await groundOf(ports, 'vibe')
  const sendInvitation = async (given: Parameters<typeof ports.calendar.sendInvitation>[0]): Promise<never> => {
    await ports.calendar.sendInvitation(given)
    throw offline()
  }
  const broken = { ...ports, clock, calendar: { ...ports.calendar, sendInvitation } }
  await expect(moveMeeting(broken, ground, wishFor(ground, 7), 'Vibe')).rejects.toThrow(ServiceError)
  await moveMeeting({ ...ports, clock }, ground, wishFor(ground, 14), 'Vibe')
  const sent = (await invitationsOf(ports)).filter(({ isOrganizer }) => isOrganizer)
  expect(sent.map(({ start }) => day(start))).toEqual(['2026-10-07'])
})

test('taken back, the old date and invitation hold; the sent one is shown as replaced, and a new move sends anew', async () => {
  const ports = place.portsOf('vibe')
  const ground = await groundOf(ports, 'vibe')
  await moveMeeting({ ...ports, clock }, ground, wishFor(ground), 'Vibe')
  const entry = lastMove(await ports.forum.readLog(chefforumId, coming))
  if (!entry) throw new Error('no move in the log')
  const moved = await ports.forum.readMeeting(chefforumId, coming)
  await undoMove(ports, moved, entry, { by: 'Vibe', event: null, undoKey: crypto.randomUUID() as LogKey })
  const record = await ports.forum.readMeeting(chefforumId, coming)
  expect(liveMeetingOf(record)).toEqual(ground.live)
  expect(await staleOf('peter')).toEqual([
    ['2026-09-15', '2026-09-23', '2026-09-23'],
    ['2026-09-30', '2026-09-23', '2026-09-23'],
  ])
  expect(lastMove(await ports.forum.readLog(chefforumId, coming))).toBeNull()
  const again = await groundOf(ports, 'vibe')
  await moveMeeting({ ...ports, clock }, again, wishFor(again, 21), 'Vibe')
  expect((await invitationsOf(ports)).filter(({ isOrganizer }) => isOrganizer)).toHaveLength(2)
})

test('taken back by the organiser, the same invitation goes back as well', async () => {
  const ports = place.portsOf('lone')
  const ground = await groundOf(ports, 'lone')
  await moveMeeting({ ...ports, clock }, ground, wishFor(ground), 'Lone')
  const entry = lastMove(await ports.forum.readLog(chefforumId, coming))
  if (!entry) throw new Error('no move in the log')
  const { event, record } = await groundOf(ports, 'lone')
  await undoMove(ports, record, entry, { by: 'Lone', event, undoKey: crypto.randomUUID() as LogKey })
  expect((await invitationsOf(place.portsOf('peter'))).map(({ start }) => day(start))).toEqual([
    '2026-09-15',
    '2026-09-23',
  ])
})
