import { expect, test } from 'vitest'
import type { Forum } from '../../../src/domain/forum/forum.ts'
import { type InvitationInput, linkInvitation } from '../../../src/domain/linking/link-invitation.ts'
import type { Meeting, MeetingLink } from '../../../src/domain/meeting/meeting.ts'
import type { Instant, LinkKey, MeetingKey } from '../../../src/shared/ids.ts'
import { aForum, anInvitation, forumId, secretariat } from './link-builders.ts'

const member = { name: '', organisation: '', role: 'member' as const }
const forum: Forum = {
  id: forumId,
  name: 'Sundhedsforum',
  aliases: [],
  timeZone: 'Europe/Copenhagen',
  members: [
    ...aForum().members.map((mail) => ({ ...member, mail })),
    { ...member, mail: secretariat, role: 'secretary' },
  ],
}

function aMeeting(key: string, on: string, changes: Partial<Meeting> = {}): Meeting {
  return {
    key: key as MeetingKey,
    forumId,
    title: 'Sundhedsforum',
    start: `${on}T07:00:00Z` as Instant,
    end: `${on}T09:00:00Z` as Instant,
    timeZone: 'Europe/Copenhagen',
    status: 'planned',
    supersedesKey: null,
    moveReason: null,
    announcedOn: null,
    agendaState: 'none',
    location: null,
    joinUrl: null,
    proposalDeadline: null,
    statusNoteDeadline: null,
    ...changes,
  }
}

function aTie(meetingKey: string, state: MeetingLink['state']): MeetingLink {
  return {
    key: `${meetingKey}-${state}` as LinkKey,
    valueHash: 'x',
    meetingKey: meetingKey as MeetingKey,
    kind: 'ical',
    state,
    occurrenceDate: null,
    evidence: 'Bekræftet af Lone',
  }
}

const dead = aMeeting('dead-key-1', '2026-09-28', { status: 'moved' })
const live = aMeeting('live-key-1', '2026-10-06', { supersedesKey: dead.key })
const old = anInvitation('2026-09-28')
const next = anInvitation('2026-10-06')

function open(changes: Partial<InvitationInput>): ReturnType<typeof linkInvitation> {
  return linkInvitation({
    event: old,
    plans: [{ forum, meetings: [dead, live] }],
    ties: [],
    window: [old, next],
    now: '2026-08-20T08:00:00Z' as Instant,
    me: 'anna@a.example',
    ...changes,
  })
}

test('[L1] a stored tie says that the invitation is stale, and which of mine took its place', () => {
  const ties = [
    { eventId: old.id, forumId, link: aTie('live-key-1', 'superseded') },
    { eventId: next.id, forumId, link: aTie('live-key-1', 'current') },
  ]
  expect(open({ ties })).toMatchObject({
    kind: 'stale',
    replacedBy: { meeting: live, event: next },
    because: [{ rule: 'L1', text: 'Bekræftet af Lone' }],
  })
})

test('[L1] ties that contradict each other choose none', () => {
  const ties = [
    { eventId: old.id, forumId, link: aTie('live-key-1', 'superseded') },
    { eventId: old.id, forumId, link: aTie('live-key-1', 'current') },
  ]
  expect(open({ ties }).kind).toBe('ambiguous')
})

test('[L1] a rejected tie is heard', () => {
  expect(open({ ties: [{ eventId: old.id, forumId, link: aTie('live-key-1', 'rejected') }] }).kind).toBe('unlinked')
})

test('[L2] the token names the meeting, the start says which of its dates', () => {
  const bodyText = 'https://x.example/tab.html?m=LIVE-KEY-1'
  expect(open({ event: { ...next, bodyText } })).toMatchObject({ kind: 'live', meeting: live })
  expect(open({ event: { ...old, bodyText } })).toMatchObject({
    kind: 'stale',
    meeting: dead,
    replacedBy: { meeting: live },
  })
})

test('[L5] without ties the plan of the forum and the calendar tell', () => {
  expect(open({ event: next })).toMatchObject({ kind: 'live', meeting: live })
  expect(open({})).toMatchObject({ kind: 'stale', meeting: dead, replacedBy: { meeting: live, event: next } })
})

test('an entry of no forum is unlinked', () => {
  expect(
    open({ event: anInvitation('2026-09-28', { subject: 'Tandlæge', organizer: null, attendees: [] }) }).kind,
  ).toBe('unlinked')
})

test('[L1] of a meeting moved twice, the invitation to the date in between is stale though it carries the token', () => {
  const bodyText = 'https://x.example/tab.html?m=LIVE-KEY-1'
  const token = { ...aTie('live-key-1', 'current'), kind: 'token' as const }
  const ties = [
    { eventId: old.id, forumId, link: aTie('live-key-1', 'superseded') },
    { eventId: old.id, forumId, link: token },
  ]
  expect(open({ event: { ...old, bodyText }, ties })).toMatchObject({ kind: 'stale', replacedBy: { meeting: live } })
  expect(open({ event: { ...old, bodyText }, ties: ties.slice(1) })).toMatchObject({ kind: 'stale', meeting: dead })
})

test('[L1] a rejected tie outranks the token too', () => {
  const bodyText = 'https://x.example/tab.html?m=LIVE-KEY-1'
  const ties = [{ eventId: old.id, forumId, link: aTie('live-key-1', 'rejected') }]
  expect(open({ event: { ...old, bodyText }, ties }).kind).toBe('unlinked')
})
