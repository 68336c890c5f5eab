// Ties decided, disputed and undone, against the local tenant as the forum's site and the people's calendars.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { standingEntries } from '../../src/domain/meeting/meeting-log.ts'
import type { LogKey } from '../../src/shared/ids.ts'
import { decideTie, undoTie } from '../../src/workflows/decide-tie.ts'
import {
  disputeTie,
  findOwnLine,
  markInvitation,
  noteFinding,
  reportRemoval,
  withdrawDispute,
} from '../../src/workflows/invitation-log.ts'
import { reviewCalendar } from '../../src/workflows/review-calendar.ts'
import { chefforumId, demoMeeting, openPlace, type Place, type Ports, worldNow } from '../graph/contract-place.ts'

const mails = {
  lone: 'lone.ravnkilde@sundhedssekretariatet.example',
  birgit: 'birgit.aaskov@hedelund.example',
  soeren: 'soeren.elmtoft@birkesoe.example',
} as const
type Person = keyof typeof mails
const actorOf = (person: Person) => ({
  name: person,
  mail: mails[person],
  organisation: person === 'lone' ? '' : 'Et sted',
})
const key = () => crypto.randomUUID() as LogKey
let place: Place
beforeEach(() => {
  place = openPlace()
})
afterEach(() => place.tenant.close())

const review = (ports: Ports, person: Person) => reviewCalendar(ports, mails[person], worldNow)

async function suggestionOf(person: Person) {
  const ports = place.portsOf(person)
  const [suggested] = (await review(ports, person)).suggested
  const mark = suggested && (await markInvitation(suggested.event))
  if (!suggested || !mark) throw new Error('no suggestion')
  return { ports, suggested, mark }
}

const yes = { kind: 'belongs', forumId: chefforumId, meetingKey: demoMeeting('following') } as const

test('the calendar is looked through: one stale entry, one suggestion, with evidence', async () => {
  const found = await review(place.portsOf('birgit'), 'birgit')
  expect(found.stale.map(({ certainty, event }) => [event.organizer?.name, certainty])).toEqual([
    ['Mads Thorkrarup', 'stored'],
  ])
  expect(found.suggested.map(({ live, standing }) => [live.key, standing])).toEqual([
    [demoMeeting('following'), 'live'],
  ])
  expect(found.suggested[0]?.evidence.join()).toContain('Chefforum')
})

test('[L1] one confirmation of the secretariat serves the next participant, and undone it asks again', async () => {
  const { mark, ports, suggested } = await suggestionOf('lone')
  const logKey = key()
  const decided = { actor: actorOf('lone'), evidence: suggested.evidence, logKey }
  const entry = await decideTie(ports.forum, mark, yes, decided)
  expect(await decideTie(ports.forum, mark, yes, decided)).toEqual(entry)
  expect((await review(place.portsOf('birgit'), 'birgit')).suggested).toEqual([])
  const record = await ports.forum.readMeeting(chefforumId, yes.meetingKey)
  expect(record.links).toMatchObject([{ state: 'current', evidence: expect.stringMatching(/^Bekræftet af lone/) }])
  await undoTie(ports.forum, chefforumId, entry, { actor: actorOf('lone'), undoKey: key() })
  expect((await review(place.portsOf('birgit'), 'birgit')).suggested).toHaveLength(1)
  const log = await ports.forum.readLog(chefforumId, yes.meetingKey)
  expect(log.map(({ kind }) => kind)).toEqual(['confirmed', 'undone'])
  expect(standingEntries(log)).toEqual([])
  expect(log[0]?.author).toBe('Lone Ravnkilde')
})

test('[L1] an invitation the secretariat has rejected is nobody’s suggestion any more', async () => {
  const { mark, ports } = await suggestionOf('lone')
  await decideTie(ports.forum, mark, { ...yes, kind: 'none' }, { actor: actorOf('lone'), evidence: [], logKey: key() })
  expect((await review(place.portsOf('birgit'), 'birgit')).suggested).toEqual([])
})

test('a correction changes the tie that stood, and undoing it puts that one back', async () => {
  const { ports } = await suggestionOf('lone')
  const [stale] = (await review(place.portsOf('birgit'), 'birgit')).stale
  const mark = stale && (await markInvitation(stale.event))
  if (!mark) throw new Error('no stale entry')
  const decided = { actor: actorOf('lone'), evidence: [], logKey: key() }
  const entry = await decideTie(ports.forum, mark, yes, decided)
  expect((await review(place.portsOf('birgit'), 'birgit')).stale).toEqual([])
  await undoTie(ports.forum, chefforumId, entry, { actor: actorOf('lone'), undoKey: key() })
  expect((await review(place.portsOf('birgit'), 'birgit')).stale).toHaveLength(1)
})

test('what a member says does not fit is remembered for that member alone, seen by all, and can be taken back', async () => {
  const birgit = place.portsOf('birgit')
  const [stale] = (await review(birgit, 'birgit')).stale
  if (!stale) throw new Error('no stale entry')
  const dispute = await disputeTie(birgit.forum, stale, actorOf('birgit'))
  expect(await disputeTie(birgit.forum, stale, actorOf('birgit'))).toEqual(dispute)
  expect((await review(birgit, 'birgit')).stale[0]?.dispute).toEqual(dispute)
  expect((await review(place.portsOf('soeren'), 'soeren')).stale[0]?.dispute).toBeNull()
  const seen = await place.portsOf('lone').forum.readLog(chefforumId, demoMeeting('coming'))
  expect(seen.find(({ kind }) => kind === 'disputed')).toMatchObject({
    author: 'Birgit Aaskov',
    organisation: 'Et sted',
  })
  if (!dispute) throw new Error('not written')
  await withdrawDispute(birgit.forum, chefforumId, dispute, key())
  expect((await review(birgit, 'birgit')).stale[0]?.dispute).toBeNull()
  expect(await disputeTie(birgit.forum, stale, actorOf('birgit'))).not.toEqual(dispute)
})

test('a removal is told once by each person, and a site that cannot be reached does not fail it', async () => {
  const soeren = place.portsOf('soeren')
  const [stale] = (await review(soeren, 'soeren')).stale
  if (!stale) throw new Error('no stale entry')
  expect(await reportRemoval(soeren.forum, stale, actorOf('soeren'))).toBe(true)
  expect(await reportRemoval(soeren.forum, stale, actorOf('soeren'))).toBe(true)
  const log = await soeren.forum.readLog(chefforumId, demoMeeting('coming'))
  expect(log.filter(({ kind }) => kind === 'removed').map(({ author }) => author)).toEqual(['Søren Elmtoft'])
  const away = place.portsOf('soeren', { offline: () => true })
  expect(await reportRemoval(away.forum, stale, actorOf('soeren'))).toBe(false)
})

test('what the rules did by themselves is noted once, whoever meets it', async () => {
  const [birgit, soeren] = [place.portsOf('birgit'), place.portsOf('soeren')]
  for (const ports of [birgit, soeren]) {
    const [stale] = (await review(ports, 'birgit')).stale
    if (stale) await noteFinding(ports.forum, { ...stale, certainty: 'certain' })
  }
  const log = await birgit.forum.readLog(chefforumId, demoMeeting('coming'))
  const found = log.filter(({ kind }) => kind === 'found-stale')
  expect(found).toHaveLength(1)
  const [entry] = found
  const lone = place.portsOf('lone')
  // The stale tie of the demo is confirmed; undoing the rules' own line says that it is none of the meetings.
  if (entry) await undoTie(lone.forum, chefforumId, entry, { actor: actorOf('lone'), undoKey: key() })
  expect((await review(birgit, 'birgit')).stale).toEqual([])
})

test('the next line of a person bears a key of its own only after the last was taken back', async () => {
  const { nextKey, standing } = await findOwnLine([], 'removed', 'hash', 'a@b.example')
  expect(standing).toBeNull()
  expect((await findOwnLine([], 'removed', 'hash', 'A@B.example')).nextKey).toBe(nextKey)
})
