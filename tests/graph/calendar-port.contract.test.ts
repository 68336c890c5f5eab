// CalendarPort against the local tenant; its reading also against a real mailbox (live.ts). Nothing there is ever changed:
// see the last test.
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CalendarEvent } from '../../src/domain/calendar/calendar-event.ts'
import { addDaysToInstant } from '../../src/domain/time/zoned-time.ts'
import type { EventId } from '../../src/shared/ids.ts'
import type { CalendarPort } from '../../src/workflows/ports.ts'
import { openPlace, type Place, worldNow } from './contract-place.ts'
import { live, livePorts } from './live.ts'

const from = addDaysToInstant(worldNow, -30)
const to = addDaysToInstant(worldNow, 60)
let place: Place

beforeEach(() => {
  place = openPlace()
})
afterEach(() => place.tenant.close())

async function eventNamed(calendar: CalendarPort, subject: string): Promise<CalendarEvent> {
  const events = await calendar.readWindow(from, to)
  const found = events.find((event) => event.subject === subject)
  if (!found) throw new Error(`No event "${subject}" among ${events.map((event) => event.subject).join(', ')}`)
  return found
}

test('the window holds both invitations of the case, in UTC and with the body as text', async () => {
  const { calendar } = place.portsOf('soeren')
  const stale = await eventNamed(calendar, 'Chefforum')
  const live = await eventNamed(calendar, 'Chefforum - ny dato')
  expect(stale.organizer?.name).toBe('Mads Thorkrarup')
  expect(live).toMatchObject({
    isOrganizer: false,
    response: 'notResponded',
    isCancelled: false,
    type: 'singleInstance',
  })
  // 9 o'clock in Denmark in summer time.
  expect(live.start).toMatch(/T07:00:00Z$/)
  expect(live.bodyText).toContain('Denne indkaldelse erstatter mødet')
  expect(live.bodyText).not.toContain('<p')
  expect(live.joinUrl).toContain('meetup-join')
  expect(live.iCalUId).not.toBe(stale.iCalUId)
})

test('a series is expanded, moved and deleted occurrences included', async () => {
  const { calendar } = place.portsOf('hanne')
  const weekly = (await calendar.readWindow(from, to)).filter((event) => event.subject.startsWith('Ugemøde'))
  expect(weekly.length).toBeGreaterThan(5)
  expect(weekly.filter((event) => event.type === 'exception')).toHaveLength(1)
  expect(new Set(weekly.map((event) => event.seriesMasterId)).size).toBe(1)
})

test('an event is read by its id; one that is gone is null', async () => {
  const { calendar } = place.portsOf('soeren')
  const live = await eventNamed(calendar, 'Chefforum - ny dato')
  expect(await calendar.readEvent(live.id)).toEqual(live)
  expect(await calendar.readEvent(`${live.id.slice(0, 40)}AAAA${live.id.slice(44)}` as EventId)).toBeNull()
})

test('removing the stale copy takes it out of my calendar and nobody else’s, and twice is no error', async () => {
  const { calendar } = place.portsOf('soeren')
  const stale = await eventNamed(calendar, 'Chefforum')
  await calendar.removeOwnCopy(stale.id)
  await calendar.removeOwnCopy(stale.id)
  expect(await calendar.readEvent(stale.id)).toBeNull()
  const hers = await eventNamed(place.portsOf('hanne').calendar, 'Chefforum')
  expect(hers.isCancelled).toBe(false)
})

test('the organiser’s own event is never removed', async () => {
  const { calendar, requests } = place.portsOf('mads')
  const stale = await eventNamed(calendar, 'Chefforum')
  expect(stale.isOrganizer).toBe(true)
  const removing = calendar.removeOwnCopy(stale.id)
  await expect(removing).rejects.toMatchObject({ failure: { kind: 'rejected', reason: 'isOrganizer' } })
  expect(requests.filter((request) => request.startsWith('DELETE'))).toEqual([])
  expect(await calendar.readEvent(stale.id)).toMatchObject({ isCancelled: false })
})

test.each(['accepted', 'tentative', 'declined'] as const)('an invitation is answered: %s', async (response) => {
  const { calendar } = place.portsOf('soeren')
  const { id, iCalUId } = await eventNamed(calendar, 'Chefforum - ny dato')
  await calendar.respond(id, response, 'Inge deltager i stedet')
  const seen = await eventNamed(place.portsOf('lone').calendar, 'Chefforum - ny dato')
  expect(seen.iCalUId).toBe(iCalUId)
  expect(seen.attendees.find(({ name }) => name === 'Søren Elmtoft')?.response).toBe(response)
})

test('a new invitation is sent once, with a Teams meeting, on the clock of the meeting', async () => {
  const { calendar } = place.portsOf('vibe')
  const invitation = {
    start: addDaysToInstant(worldNow, 20),
    end: addDaysToInstant(worldNow, 21),
    timeZone: 'Europe/Copenhagen',
    location: 'Rådhuset',
    sendKey: crypto.randomUUID(),
    subject: 'Chefforum - ny dato',
    bodyHtml: '<p>Æble &amp; pære</p>',
    attendees: [{ name: 'Søren Elmtoft', mail: 'soeren.elmtoft@birkesoe.example' }],
  }
  const sent = await calendar.sendInvitation(invitation)
  const { end, location, start, subject } = invitation
  expect(sent).toMatchObject({ isOrganizer: true, start, end, location, subject })
  expect(sent.joinUrl).toContain('meetup-join')
  expect(sent.bodyText).toContain('Æble & pære')
  await expect(calendar.sendInvitation(invitation)).rejects.toMatchObject({ failure: { kind: 'changedMeanwhile' } })
  const his = await place.portsOf('soeren').calendar.readWindow(start, end)
  expect(his.filter(({ iCalUId }) => iCalUId === sent.iCalUId)).toHaveLength(1)
})

test('an invitation is moved by the one who called it, and by nobody else', async () => {
  const lone = place.portsOf('lone').calendar
  const live = await eventNamed(lone, 'Chefforum - ny dato')
  const to = {
    start: addDaysToInstant(live.start, 7),
    end: addDaysToInstant(live.end, 7),
    timeZone: 'Europe/Copenhagen',
    location: null,
  }
  expect(await lone.moveInvitation(live.id, to)).toMatchObject({ iCalUId: live.iCalUId, start: to.start, end: to.end })
  const soeren = place.portsOf('soeren').calendar
  const his = await eventNamed(soeren, 'Chefforum - ny dato')
  expect(his.start).toBe(to.start)
  const refused = soeren.moveInvitation(his.id, to)
  await expect(refused).rejects.toMatchObject({ failure: { kind: 'rejected', reason: 'notOrganizer' } })
})

test('a window holds events with an id, in order of their times, and each can be read again alone', async () => {
  const { calendar } = live.calendarToken === null ? place.portsOf('soeren') : livePorts(live.calendarToken)
  const now = live.calendarToken === null ? worldNow : (new Date().toISOString() as typeof worldNow)
  const events = await calendar.readWindow(addDaysToInstant(now, -30), addDaysToInstant(now, 60))
  for (const event of events) {
    expect(event.id).not.toBe('')
    expect(Date.parse(event.end)).toBeGreaterThanOrEqual(Date.parse(event.start))
  }
  const [first] = events
  if (first) expect(await calendar.readEvent(first.id)).toMatchObject({ iCalUId: first.iCalUId, start: first.start })
})
