import { afterEach, expect, test } from 'vitest'
import { hashLinkValue } from '../../src/domain/linking/link-values.ts'
import { FORUM_LISTS } from '../../src/graph/forum-schema.ts'
import { provisionForum } from '../../src/graph/operations/provision-forum.ts'
import { chefforum, direktoerforum, meetingKeyOf } from '../../src/local-tenant/seeds/forums.ts'
import { linkKey, valueHash } from '../../src/local-tenant/seeds/identifiers.ts'
import type { ForumId, Instant, MeetingKey } from '../../src/shared/ids.ts'
import { chefforumId, demoMeeting, openPlace, type Place } from './contract-place.ts'

let place: Place
afterEach(() => place.tenant.close())

test('the meeting of the case is read whole, with the date it was moved from', async () => {
  place = openPlace()
  const { forum, requests } = place.portsOf('hanne')
  const record = await forum.readMeeting(chefforumId, demoMeeting('coming'))
  expect(requests).toEqual(['POST /v1.0/$batch'])
  const live = record.meetings.find((meeting) => meeting.key === record.meetingKey)
  const dead = record.meetings.find((meeting) => meeting.key === live?.supersedesKey)
  expect(dead).toMatchObject({ status: 'moved', moveReason: 'Falder sammen med Sundhedsdagene i Nordenå' })
  expect(dead?.announcedOn).toMatch(/^2026-\d\d-\d\d$/)
  expect(record.forum.members).toHaveLength(15)
  expect(record.items).toHaveLength(15)
  expect(record.enclosures.map(({ content }) => content.kind)).toEqual(
    expect.arrayContaining(['file', 'url', 'pending']),
  )
  expect(record.links.filter(({ state }) => state === 'superseded')).not.toEqual([])
  expect(record.proposals).not.toEqual([])
  expect(record.notes).not.toEqual([])
})

test('a file of the agenda can be read', async () => {
  place = openPlace()
  const { forum } = place.portsOf('soeren')
  const { enclosures } = await forum.readMeeting(chefforumId, demoMeeting('coming'))
  const [file] = enclosures.flatMap(({ content }) => (content.kind === 'file' ? [content] : []))
  const blob = await forum.readFile(file?.driveId ?? '', file?.driveItemId ?? '')
  expect((await blob.text()).slice(0, 4)).toMatch(/%PDF|PK/)
})

test('plans and ties leave out the forums a person may not open', async () => {
  place = openPlace()
  const from = '2026-09-01T00:00:00Z' as Instant
  const { forum } = place.portsOf('dorte')
  expect((await forum.readPlans(from)).map((plan) => plan.forum.name)).toEqual(['Direktørforum'])
  const hash = valueHash('token', meetingKeyOf(chefforum, 'coming'))
  expect(await forum.findLinks([hash])).toEqual([])
  expect(await place.portsOf('hanne').forum.findLinks([hash])).toMatchObject([
    { forumId: chefforumId, link: { meetingKey: demoMeeting('coming'), kind: 'token' } },
  ])
  const reading = forum.readMeeting(chefforumId, demoMeeting('coming'))
  await expect(reading).rejects.toMatchObject({ failure: { kind: 'noRights' } })
})

test('a person of no forum has no plans', async () => {
  place = openPlace()
  expect(await place.portsOf('karen').forum.readPlans('2026-01-01T00:00:00Z' as Instant)).toEqual([])
})

test('a site of no deployment is not asked for', async () => {
  place = openPlace()
  const { forum, requests } = place.portsOf('lone')
  const reading = forum.readMeeting('other,site,id' as ForumId, demoMeeting('coming'))
  await expect(reading).rejects.toMatchObject({ failure: { kind: 'notFound' } })
  expect(requests).toEqual([])
})

test('ties are hashed alike by the domain and by the world', async () => {
  place = openPlace()
  const key = meetingKeyOf(direktoerforum, 'coming')
  expect(await hashLinkValue('token', key, null)).toEqual({
    valueHash: valueHash('token', key),
    linkKey: linkKey('token', key, null),
  })
})

test('a bare site gets its lists, once, and is a forum then', async () => {
  place = openPlace('uden-lister')
  const token = place.tenant.issueScriptToken('lone') ?? ''
  const { graph, forum } = place.portsOf('lone', { offline: () => false, token })
  const wanted = { id: chefforumId, name: 'Chefforum', aliases: ['CF'], timeZone: 'Europe/Copenhagen', members: [] }
  const first = await provisionForum(graph, wanted)
  expect(first).toEqual({ madeLists: FORUM_LISTS.map(({ name }) => name), addedColumns: [] })
  expect(await provisionForum(graph, wanted)).toEqual({ madeLists: [], addedColumns: [] })
  const meeting = {
    ...{
      key: crypto.randomUUID() as MeetingKey,
      forumId: chefforumId,
      title: 'Chefforum',
      timeZone: 'Europe/Copenhagen',
    },
    ...{ start: '2026-10-06T07:00:00Z' as Instant, end: '2026-10-06T09:00:00Z' as Instant, status: 'planned' as const },
    ...{ supersedesKey: null, moveReason: null, announcedOn: null, agendaState: 'none' as const, location: null },
    ...{ joinUrl: null, proposalDeadline: null, statusNoteDeadline: null },
  }
  await forum.addMeeting(meeting)
  const record = await forum.readMeeting(chefforumId, meeting.key)
  expect(record.meetings).toEqual([meeting])
  expect(record.forum).toEqual(wanted)
})
