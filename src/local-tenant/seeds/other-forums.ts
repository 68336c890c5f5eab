import { layAgenda } from './agenda-rows.ts'
import type { ItemSketch } from './agenda-sketch.ts'
import type { SiteContent } from './chefforum-rows.ts'
import { shiftDate, utcAt, weekdayFrom } from './danish-clock.ts'
import type { DemoDates } from './demo-dates.ts'
import { linkRow, meetingRow } from './forum-rows.ts'
import { direktoerforum, driftsforum, eastCluster, type ForumSketch, meetingKeyOf, personsWithRole } from './forums.ts'
import { driveIdOf, threadId } from './identifiers.ts'
import { deepLink, type InvitationSketch, iCalUIdOf, joinUrlOf } from './invitations.ts'
import type { PersonName } from './people.ts'

/** A forum beside the one of the case: one meeting to come, its invitation, and how far its agenda is. */
export type OtherForum = {
  readonly forum: ForumSketch
  readonly secretary: PersonName
  readonly invitation: InvitationSketch
  readonly agenda: readonly ItemSketch[]
  readonly agendaState: 'none' | 'draft'
  /** Whether somebody has tied the invitation already; if not, the rules have to find it. */
  readonly isTied: boolean
}

const clusterAgenda: readonly ItemSketch[] = [
  { name: 'vagt', title: 'Fælles vagt i Klynge Øst', purpose: 'discussion', durationMinutes: 30 },
  { name: 'gensidig', title: 'Gensidig orientering', kind: 'mutual-briefing', purpose: 'information' },
  { name: 'eventuelt', title: 'Eventuelt', kind: 'any-other-business' },
]

function invite(
  forum: ForumSketch,
  organizer: PersonName,
  date: string,
  rest: Pick<InvitationSketch, 'subject' | 'from' | 'to' | 'link' | 'paragraphs' | 'createdAt'>,
): InvitationSketch {
  return {
    ...rest,
    name: `${forum.path}:next`,
    organizer,
    date,
    invited: personsWithRole(forum, 'chair', 'viceChair', 'secretary', 'member'),
    responses: {},
    location: 'Microsoft Teams-møde',
  }
}

function cluster(dates: DemoDates): OtherForum {
  // The same day as the dead date of Chefforum, and a subject that begins alike.
  const invitation = invite(eastCluster, 'vibe', dates.stale, {
    subject: 'Chefforum Klynge Øst',
    from: '13:00',
    to: '15:00',
    link: 'long',
    createdAt: utcAt(shiftDate(dates.oldInvitationSent, 3), '08:30'),
    paragraphs: ['Møde i Chefforum Klynge Øst.', deepLink(eastCluster, meetingKeyOf(eastCluster, 'next'))],
  })
  return {
    forum: eastCluster,
    secretary: 'vibe',
    invitation,
    agenda: clusterAgenda,
    agendaState: 'draft',
    isTied: true,
  }
}

function direktoerer(dates: DemoDates): OtherForum {
  const invitation = invite(direktoerforum, 'lone', shiftDate(dates.coming, 21), {
    subject: 'Møde i Direktørforum',
    from: '10:00',
    to: '12:30',
    link: 'long',
    createdAt: utcAt(shiftDate(dates.oldInvitationSent, 10), '15:10'),
    paragraphs: ['Hermed indkaldelse til Direktørforum.'],
  })
  return { forum: direktoerforum, secretary: 'lone', invitation, agenda: [], agendaState: 'none', isTied: true }
}

function drift(dates: DemoDates): OtherForum {
  const invitation = invite(driftsforum, 'jonas', weekdayFrom(shiftDate(dates.coming, 1), 2), {
    subject: 'Driftsforum Sundhed og Ældre',
    from: '09:00',
    to: '11:00',
    link: 'short',
    createdAt: utcAt(shiftDate(dates.oldInvitationSent, 12), '09:00'),
    paragraphs: ['Driftsforum holdes på Teams. Skriv til Jonas, hvis I har punkter.'],
  })
  return { forum: driftsforum, secretary: 'jonas', invitation, agenda: [], agendaState: 'none', isTied: false }
}

/** The three forums with names that can be taken for the first one's. */
export function otherForums(dates: DemoDates): readonly OtherForum[] {
  return [cluster(dates), direktoerer(dates), drift(dates)]
}

/** Everything in such a forum's site but its Config. */
export function otherForumContent(other: OtherForum, dates: DemoDates): SiteContent {
  const { forum, invitation, secretary } = other
  const meetingKey = meetingKeyOf(forum, 'next')
  const joinUrl = joinUrlOf(invitation)
  const agenda = layAgenda(other.agenda, {
    meetingKey,
    driveId: driveIdOf(forum.path),
    createdBy: secretary,
    createdAt: utcAt(shiftDate(dates.today, -1), '12:00'),
    today: dates.today,
  })
  const meeting = meetingRow(
    {
      key: meetingKey,
      title: forum.name,
      startUtc: utcAt(invitation.date, invitation.from),
      endUtc: utcAt(invitation.date, invitation.to),
      status: 'planned',
      agendaState: other.agendaState,
      location: 'Microsoft Teams-møde',
      proposalDeadline: shiftDate(invitation.date, -1),
      statusNoteDeadline: shiftDate(invitation.date, -1),
      ...(joinUrl === undefined ? {} : { joinUrl }),
    },
    secretary,
    invitation.createdAt,
  )
  const tie = (kind: 'ical' | 'thread', value: string) =>
    linkRow(
      { kind, value, meetingKey, state: 'current', evidence: 'Bekræftet af sekretariatet' },
      secretary,
      invitation.createdAt,
    )
  const links = other.isTied
    ? [tie('ical', iCalUIdOf(invitation)), tie('thread', threadId(invitation.name).toLowerCase())]
    : []
  return { rows: { Meetings: [meeting], MeetingLinks: links, AgendaItems: agenda.items }, files: agenda.files }
}
