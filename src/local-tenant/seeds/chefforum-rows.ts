import type { WorldFile, WorldRow } from '../world.ts'
import { itemKeyOf, layAgenda, proposalKeyOf, storeEnclosure } from './agenda-rows.ts'
import { proposalRows, statusNoteRows } from './chefforum-contributions.ts'
import { comingAgenda } from './coming-agenda.ts'
import { comingDocuments } from './coming-documents.ts'
import { shiftDate, utcAt } from './danish-clock.ts'
import type { DemoDates } from './demo-dates.ts'
import { type LinkSketch, linkRow, type MeetingSketch, makeRow, meetingRow } from './forum-rows.ts'
import { chefforum, meetingKeyOf } from './forums.ts'
import { driveIdOf, guidOf, shortMeetingDigits, threadId } from './identifiers.ts'
import {
  type InvitationSketch,
  iCalUIdOf,
  joinUrlOf,
  newInvitation,
  pastInvitation,
  staleInvitation,
} from './invitations.ts'
import { logRows } from './log-rows.ts'
import { pastAgenda } from './past-agenda.ts'

/** Rows of one site's lists by list name, and its files. */
export type SiteContent = {
  readonly rows: Readonly<Record<string, readonly WorldRow[]>>
  readonly files: readonly WorldFile[]
}

const past = meetingKeyOf(chefforum, 'past')
const stale = meetingKeyOf(chefforum, 'stale')
const coming = meetingKeyOf(chefforum, 'coming')
const following = meetingKeyOf(chefforum, 'following')
const driveId = driveIdOf(chefforum.path)

/** Everything in Chefforum's site but its Config. */
export function chefforumContent(dates: DemoDates): SiteContent {
  const place = { driveId, today: dates.today, createdBy: 'vibe' as const }
  const held = layAgenda(pastAgenda(dates), {
    ...place,
    meetingKey: past,
    createdAt: utcAt(shiftDate(dates.past, -9), '13:20'),
  })
  const next = layAgenda(comingAgenda, {
    ...place,
    meetingKey: coming,
    createdAt: utcAt(dates.agendaPublished, '14:05'),
  })
  const waiting = storeEnclosure(
    {
      kind: 'pdf',
      title: 'Oplæg om kompetenceudvikling i palliation',
      document: comingDocuments.palliation,
    },
    null,
    proposalKeyOf('palliation'),
    { ...place, createdBy: 'soeren', meetingKey: coming, createdAt: utcAt(shiftDate(dates.today, -6), '08:15') },
  )
  return {
    rows: {
      Meetings: meetingRows(dates),
      MeetingLinks: linkRows(dates),
      MeetingLog: logRows(dates),
      AgendaItems: [...held.items, ...next.items],
      Proposals: proposalRows(dates),
      StatusNotes: statusNoteRows(dates),
      Enclosures: [...held.enclosures, ...next.enclosures, waiting.row],
      FollowUps: followUpRows(dates),
      Designations: designationRows(dates),
    },
    files: [...held.files, ...next.files, ...(waiting.file ? [waiting.file] : [])],
  }
}

function span(date: string, from: string, to: string): Pick<MeetingSketch, 'startUtc' | 'endUtc'> {
  return { startUtc: utcAt(date, from), endUtc: utcAt(date, to) }
}

function meetingRows(dates: DemoDates): readonly WorldRow[] {
  const held: MeetingSketch = {
    ...span(dates.past, '09:00', '12:00'),
    key: past,
    title: 'Chefforum',
    status: 'held',
    agendaState: 'approved',
    location: 'Sundhedssekretariatet, lokale 3',
  }
  const regular: MeetingSketch = {
    ...span(dates.following, '09:00', '12:00'),
    key: following,
    title: 'Chefforum',
    status: 'planned',
    agendaState: 'none',
    location: 'Rådhuset, Lyngvig',
    proposalDeadline: shiftDate(dates.following, -14),
    statusNoteDeadline: shiftDate(dates.following, -2),
  }
  const plannedAt = utcAt(dates.oldInvitationSent, '12:35')
  return [held, ...movedMeeting(dates), regular].map((sketch) => meetingRow(sketch, 'lone', plannedAt))
}

function movedMeeting(dates: DemoDates): readonly MeetingSketch[] {
  const joinUrl = joinUrlOf(newInvitation(dates))
  return [
    {
      ...span(dates.stale, '09:00', '11:30'),
      key: stale,
      title: 'Chefforum',
      status: 'moved',
      agendaState: 'none',
      location: 'Mødesal 2, Rådhuspladsen 1, Strandvang',
      moveReason: 'Falder sammen med Sundhedsdagene i Nordenå',
      announcedOn: dates.announced,
    },
    {
      ...span(dates.coming, '09:00', '11:00'),
      key: coming,
      title: 'Chefforum',
      status: 'planned',
      agendaState: 'published',
      supersedesKey: stale,
      location: 'Microsoft Teams-møde',
      proposalDeadline: dates.proposalDeadline,
      statusNoteDeadline: dates.statusNoteDeadline,
      ...(joinUrl === undefined ? {} : { joinUrl }),
    },
  ]
}

const bySecretary = 'Bekræftet af Lone Ravnkilde fra sekretariatet'

function linkRows(dates: DemoDates): readonly WorldRow[] {
  const [old, live, held] = [staleInvitation(dates), newInvitation(dates), pastInvitation(dates)]
  const thread = (invitation: InvitationSketch) => threadId(invitation.name).toLowerCase()
  const current = (meetingKey: string, kind: LinkSketch['kind'], value: string, evidence: string): LinkSketch => ({
    kind,
    value,
    meetingKey,
    state: 'current',
    evidence,
  })
  const superseded = (kind: LinkSketch['kind'], value: string, evidence: string): LinkSketch => ({
    ...current(coming, kind, value, `${bySecretary}: ${evidence}`),
    state: 'superseded',
  })
  const links = [
    current(past, 'ical', iCalUIdOf(held), bySecretary),
    current(past, 'thread', thread(held), bySecretary),
    superseded('ical', iCalUIdOf(old), 'erstattet af den nye indkaldelse fra sekretariatet'),
    superseded('short', shortMeetingDigits(old.name), 'Teams-link i den gamle indkaldelse'),
    current(coming, 'ical', iCalUIdOf(live), bySecretary),
    current(coming, 'thread', thread(live), 'Teams-mødet i den nye indkaldelse'),
    current(coming, 'token', coming, 'Linket til Mødetråd står i den nye indkaldelse'),
  ]
  return links.map((link) => linkRow(link, 'lone', utcAt(dates.announced, '09:50')))
}

function followUpRows(dates: DemoDates): readonly WorldRow[] {
  return [
    makeRow('vibe', utcAt(shiftDate(dates.past, 2), '09:30'), {
      Title: 'Beskriv højst tre modeller for akutteams',
      FollowUpKey: guidOf('follow-up:akutteam'),
      MeetingKey: past,
      ItemKey: itemKeyOf(past, 'akutteam'),
      Owner: 'Vibe Damsholt',
      Deadline: `${dates.agendaPublished}T00:00:00Z`,
      State: 'done',
    }),
    makeRow('vibe', utcAt(shiftDate(dates.past, 2), '09:32'), {
      Title: 'Vend tilbage om medicin ved udskrivning',
      FollowUpKey: guidOf('follow-up:medicin'),
      MeetingKey: past,
      ItemKey: itemKeyOf(past, 'udskrivning'),
      Owner: 'Erik Sandgrav',
      Deadline: `${dates.coming}T00:00:00Z`,
      State: 'open',
    }),
  ]
}

function designationRows(dates: DemoDates): readonly WorldRow[] {
  return [
    makeRow('jonas', utcAt(shiftDate(dates.past, 2), '09:40'), {
      Title: 'Følgegruppen for udskrivningsaftalen',
      DesignationKey: guidOf('designation:udskrivning'),
      MeetingKey: past,
      ItemKey: itemKeyOf(past, 'udskrivning'),
      Body: 'Følgegruppen for udskrivningsaftalen',
      Seat: 'Kommunal formand',
      Person: 'Birgit Aaskov',
      Organisation: 'Hedelund Kommune',
      From: `${dates.past}T00:00:00Z`,
      To: `${shiftDate(dates.past, 730)}T00:00:00Z`,
    }),
  ]
}
