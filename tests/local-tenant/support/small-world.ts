import type { World, WorldEvent } from '../../../src/local-tenant/world.ts'

export const hostTenant = '11111111-1111-4111-8111-111111111111'
export const homeTenant = '22222222-2222-4222-8222-222222222222'
export const siteId = 'vært.example,aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa,bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb'.replace(
  'æ',
  'ae',
)
export const driveId = 'b!smallworld'
export const startOfWorld = '2026-03-02T08:00:00Z'

const seriesUid = `040000008200E00074C5B7101A82E00800000000${'AB'.repeat(32)}`

/** Anna keeps the secretariat in the host tenant; Bo is a guest there, Carl a visitor, Dora nobody. */
export function smallWorld(events: readonly WorldEvent[] = [anInvitation()]): World {
  return {
    now: startOfWorld,
    tenants: smallTenants(),
    persons: smallPersons(),
    sites: smallSites(),
    events,
    messages: smallMessages(),
    chats: smallChats(),
  }
}

function aPerson(id: string, name: string, homeTenantId: string, domain: string, guestIn: readonly string[] = []) {
  const oid = `00000000-0000-4000-8000-${Buffer.from(id).toString('hex').padStart(12, '0')}`
  return { id, oid, name, mail: `${id}@${domain}`, homeTenantId, guestIn, jobTitle: 'Chef', about: name }
}

/** An hour on 28 September 2026 at nine in Denmark, called by Anna, Bo invited. */
export function anInvitation(more: Partial<WorldEvent> = {}): WorldEvent {
  return {
    iCalUId: `040000008200E00074C5B7101A82E00800000000${'CD'.repeat(32)}`,
    organizer: 'anna',
    subject: 'Chefforum',
    startUtc: '2026-09-28T07:00:00Z',
    endUtc: '2026-09-28T09:00:00Z',
    timeZone: 'Romance Standard Time',
    createdAt: startOfWorld,
    attendees: [{ person: 'bo', response: 'none' }],
    ...more,
  }
}

/** Every Monday at nine in Denmark over the change of clocks on 29 March 2026. */
export function aSeries(more: Partial<WorldEvent> = {}): WorldEvent {
  return anInvitation({
    iCalUId: seriesUid,
    subject: 'Driftsmøde',
    startUtc: '2026-03-16T08:00:00Z',
    endUtc: '2026-03-16T09:00:00Z',
    recurrence: {
      pattern: { type: 'weekly', interval: 1, daysOfWeek: ['monday'], firstDayOfWeek: 'monday' },
      range: { type: 'numbered', startDate: '2026-03-16', numberOfOccurrences: 5 },
    },
    ...more,
  })
}

function smallTenants(): World['tenants'] {
  return [
    {
      id: hostTenant,
      name: 'Vært',
      domain: 'vaert.example',
      consents: [
        { registration: 'forum-data', scopes: ['Sites.Selected', 'User.Read'] },
        { registration: 'my-calendar', scopes: ['Calendars.Read', 'Calendars.ReadWrite'] },
      ],
    },
    { id: homeTenant, name: 'Hjemme', domain: 'hjemme.example', consents: [] },
  ]
}

function smallPersons(): World['persons'] {
  return [
    aPerson('anna', 'Anna Bjerg', hostTenant, 'vaert.example'),
    aPerson('bo', 'Bo Dal', homeTenant, 'hjemme.example', [hostTenant]),
    aPerson('carl', 'Carl Eng', hostTenant, 'vaert.example'),
    aPerson('dora', 'Dora Fyr', homeTenant, 'hjemme.example'),
  ]
}

function smallSites(): World['sites'] {
  return [
    {
      id: siteId,
      tenantId: hostTenant,
      name: 'Prøveforum',
      path: '/sites/proeve',
      owners: ['anna'],
      members: ['bo'],
      visitors: ['carl'],
      driveId,
      files: [
        {
          path: 'm1/Bilag 1.txt',
          content: new TextEncoder().encode('Hej med dig'),
          contentType: 'text/plain',
          createdBy: 'anna',
          createdAt: startOfWorld,
          id: '01BILAG',
          fields: { MeetingKey: 'm1' },
        },
      ],
      lists: [
        {
          name: 'Notes',
          columns: [
            { name: 'NoteKey', text: {}, indexed: true, enforceUniqueValues: true },
            { name: 'MeetingKey', text: {}, indexed: true },
            { name: 'Text', text: { allowMultipleLines: true, textType: 'plain' } },
            { name: 'State', choice: { choices: ['draft', 'sent'] }, indexed: true },
            { name: 'At', dateTime: { format: 'dateTime' }, indexed: true },
            { name: 'Minutes', number: {} },
          ],
          rows: [],
        },
        { name: 'Closed', columns: [], rows: [], ownersOnly: true },
      ],
    },
  ]
}

function smallMessages(): World['messages'] {
  return [
    {
      id: 'mail1',
      mailbox: 'anna',
      from: { name: 'Bo Dal', mail: 'bo@hjemme.example' },
      subject: 'Forslag til punkt',
      bodyHtml: '<p>Kære Anna</p><p>Se <a href="https://eksempel.example/a">her</a> &aelig;</p>',
      receivedAt: startOfWorld,
      attachments: [{ name: 'notat.txt', contentType: 'text/plain', content: new TextEncoder().encode('notat') }],
    },
  ]
}

function smallChats(): World['chats'] {
  return [
    {
      threadId: '19:meeting_abc@thread.v2',
      topic: 'Chefforum',
      joinUrl: 'https://teams.microsoft.com/l/meetup-join/19%3ameeting_abc%40thread.v2/0?context=%7b%7d',
      organizer: 'anna',
      members: ['bo'],
    },
  ]
}
