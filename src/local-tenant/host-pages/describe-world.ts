import { browserAddress, outlookAddress, teamsAddress, threadAddress } from './addresses.ts'
import type { HostMessage, HostPagesTenant, HostPerson } from './host-pages-tenant.ts'
import { type LocalEvent, listEvents, mailIdOf } from './local-calendar.ts'
import { findTie, type LocalForum, type LocalMeeting, listForums, rolesOf } from './local-forums.ts'

/** GET /local/world.json: who and what there is, and for each the addresses that open it in its place. */
export type WorldDescription = {
  readonly now: string
  readonly persons: readonly object[]
  readonly forums: readonly object[]
  readonly meetings: readonly object[]
  readonly invitations: readonly object[]
  readonly mails: readonly object[]
}

/** Reads the tenant as it is at this moment. */
export async function describeWorld(tenant: HostPagesTenant, now: Date): Promise<WorldDescription> {
  const forums = await listForums(tenant)
  const persons = tenant.persons()
  const mailboxes = await Promise.all(persons.map(async (person) => readMailbox(tenant, person, now)))
  return {
    now: now.toISOString(),
    persons: persons.map((person) => describePerson(tenant, person, forums)),
    forums: forums.map(({ id, name, members, meetings }) => ({
      id,
      name,
      members,
      meetingKeys: meetings.map((meeting) => meeting.key),
    })),
    meetings: forums.flatMap((forum) => forum.meetings.map((meeting) => describeMeeting(meeting, persons))),
    invitations: mailboxes.flatMap(({ person, events }) =>
      events.map((event) => describeInvitation(person, event, forums)),
    ),
    mails: mailboxes.flatMap(({ person, mails }) => mails.map((mail) => describeMail(person, mail))),
  }
}

async function readMailbox(tenant: HostPagesTenant, person: HostPerson, now: Date) {
  return { person, events: await listEvents(tenant, person.id, now), mails: tenant.messagesOf(person.id) }
}

function describePerson(tenant: HostPagesTenant, person: HostPerson, forums: readonly LocalForum[]): object {
  const home = tenant.tenants().find((candidate) => candidate.id === person.homeTenantId)
  return {
    id: person.id,
    name: person.name,
    mail: person.mail,
    about: person.about,
    tenant: { id: person.homeTenantId, name: home?.name ?? '', domain: home?.domain ?? '' },
    roles: rolesOf(forums, person),
    addresses: {
      browser: browserAddress(person.id),
      compose: outlookAddress(person.id, { compose: 'new' }, null),
    },
  }
}

// Everybody gets addresses: what the product tells those who are not in the forum is to be seen as well.
function describeMeeting(meeting: LocalMeeting, persons: readonly HostPerson[]): object {
  const { thread } = meeting
  return {
    ...meeting,
    addresses: Object.fromEntries(
      persons.map(({ id }) => [
        id,
        {
          content: teamsAddress(id, meeting, 'content', null),
          sidePanel: teamsAddress(id, meeting, 'sidePanel', null),
          meetingStage: teamsAddress(id, meeting, 'meetingStage', null),
          ...(thread === null
            ? {}
            : {
                unconfigured: threadAddress(id, thread, 'content', null),
                settings: threadAddress(id, thread, 'settings', null),
              }),
        },
      ]),
    ),
  }
}

function describeInvitation(person: HostPerson, event: LocalEvent, forums: readonly LocalForum[]): object {
  const tie = findTie(forums, event.iCalUId)
  return {
    person: person.id,
    eventId: event.id,
    iCalUId: event.iCalUId,
    subject: event.subject,
    start: event.startUtc,
    end: event.endUtc,
    organizer: event.organizer,
    isOrganizer: event.isOrganizer,
    isCancelled: event.isCancelled,
    seriesMasterId: event.seriesMasterId,
    meetingKey: tie?.meetingKey ?? null,
    forumId: tie?.forumId ?? null,
    /** "current", "superseded" for a stale invitation, null when nobody has tied it. */
    tie: tie?.state ?? null,
    address: outlookAddress(person.id, { event: event.id }, null),
  }
}

function describeMail(person: HostPerson, mail: HostMessage): object {
  return {
    person: person.id,
    messageId: mail.id,
    shortId: mail.shortId,
    subject: mail.subject,
    from: mail.from,
    receivedAt: mail.receivedAt,
    isInvitation: mail.eventICalUId !== null,
    hasAttachments: mail.attachments.length > 0,
    attachments: mail.attachments.map((file) => file.name),
    address: outlookAddress(person.id, { message: mailIdOf(mail) }, null),
  }
}
