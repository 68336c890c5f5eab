import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { hostPages } from '../../../src/local-tenant/host-pages/routes.ts'
import { buildWorld } from '../../../src/local-tenant/seeds/index.ts'
import { openTenant, type Tenant } from '../../../src/local-tenant/tenant.ts'
import type { World } from '../../../src/local-tenant/world.ts'

const moment = new Date('2026-11-24T12:00:00Z')
const now = () => moment
const opened: Tenant[] = []
afterAll(() => {
  for (const tenant of opened) tenant.close()
})

function openPages(change: (world: World) => World = (world) => world) {
  const tenant = openTenant({ dataDir: ':memory:', now, world: change(buildWorld('chefforum', moment)) })
  opened.push(tenant)
  const pages = hostPages(tenant, { now })
  const read = async (path: string) => {
    const answer = await pages.request(path)
    return { status: answer.status, headers: answer.headers, text: await answer.text() }
  }
  return { tenant, pages, read }
}

const shared = openPages()

type WorldJson = {
  persons: { id: string; name: string; roles: object[]; addresses: Record<string, string> }[]
  forums: { id: string; name: string }[]
  meetings: {
    key: string
    agendaState: string
    supersedesKey: string | null
    addresses: Record<string, Record<string, string>>
  }[]
  invitations: {
    person: string
    eventId: string
    subject: string
    tie: string | null
    isOrganizer: boolean
    address: string
  }[]
  mails: { person: string; shortId: string | null; hasAttachments: boolean; address: string }[]
}

async function readWorld(pages = shared): Promise<WorldJson> {
  return JSON.parse((await pages.read('/local/world.json')).text) as WorldJson
}

test('[world.json] names everybody and everything of the demo', async () => {
  const world = await readWorld()
  expect(world.persons).toHaveLength(19)
  expect(world.persons.find((person) => person.id === 'karen')?.roles).toEqual([])
  expect(world.forums.map((forum) => forum.name)).toEqual([
    'Chefforum',
    'Chefforum Klynge Øst',
    'Direktørforum',
    'Driftsforum Sundhed og Ældre',
  ])
  expect(world.meetings.filter((meeting) => meeting.supersedesKey !== null)).toHaveLength(1)
  const own = world.invitations.filter((invitation) => invitation.person === 'mads' && invitation.tie === 'superseded')
  expect(own).toMatchObject([{ subject: 'Chefforum', isOrganizer: true }])
  const series = world.invitations.filter((one) => one.person === 'lars' && one.subject.startsWith('Ugemøde'))
  expect(series.length).toBeGreaterThan(5)
  const asking = world.mails.find((mail) => mail.shortId === 'mail-telefonsygeplejerske')
  expect(asking).toMatchObject({ person: 'peter', hasAttachments: true })
})

test('[world.json] every address opens', async () => {
  const world = await readWorld()
  const addresses = [
    ...world.invitations.map((invitation) => invitation.address),
    ...world.mails.map((mail) => mail.address),
    ...world.persons.map((person) => person.addresses['compose'] ?? ''),
    ...world.meetings.flatMap((meeting) =>
      ['lone', 'peter', 'karen'].flatMap((person) => Object.values(meeting.addresses[person] ?? {})),
    ),
  ]
  expect(addresses.length).toBeGreaterThan(200)
  for (const address of addresses) expect([address, (await shared.read(address)).status]).toEqual([address, 200])
})

test('[pages] run nothing inline and say what may load', async () => {
  const world = await readWorld()
  const invitation = world.invitations[0]?.address ?? ''
  const tab = world.meetings[0]?.addresses['lone']?.['content'] ?? ''
  for (const path of ['/', tab, invitation, '/local/outlook?person=lone&compose=new']) {
    const { headers, text } = await shared.read(path)
    expect(headers.get('Content-Security-Policy')).toContain("script-src 'self'")
    expect(text).not.toMatch(/<[^>]+\s(on\w+|style)=/)
    expect(text).not.toMatch(/<script(?![^>]*(src=|type="application\/json"))/)
    expect(text).toContain('Lokal lejer – opfundne data')
  }
})

test.each([
  ['/?person=ingen', 'Personen findes ikke'],
  ['/local/teams', 'Personen findes ikke'],
  ['/local/teams?person=peter', 'Mødet findes ikke'],
  ['/local/teams?person=peter&meeting=x&forum=y', 'Mødet findes ikke'],
  ['/local/teams?person=peter&thread=19:x', 'Mødet findes ikke'],
  ['/local/outlook?person=peter', 'Det findes ikke i postkassen'],
  ['/local/outlook?person=peter&event=væk', 'Det findes ikke i postkassen'],
  ['/local/outlook?person=peter&message=../../x', 'Det findes ikke i postkassen'],
])('[pages] %s is answered with "%s" and a way on', async (path, title) => {
  const { status, text } = await shared.read(path)
  expect(status).toBe(404)
  expect(text).toContain(`<h1>${title}</h1>`)
  expect(text).toContain('href="/"')
})

test('[pages] survive any query', async () => {
  const name = fc.constantFrom(
    'person',
    'meeting',
    'forum',
    'thread',
    'frame',
    'theme',
    'lang',
    'event',
    'message',
    'compose',
    'width',
  )
  const value = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('peter', 'lone', '__proto__', '', '%', '<script>'),
  )
  const path = fc.constantFrom(
    '/',
    '/local/teams',
    '/local/outlook',
    '/local/item-state',
    '/local/file',
    '/local/mail-item',
  )
  await fc.assert(
    fc.asyncProperty(path, fc.array(fc.tuple(name, value), { maxLength: 5 }), async (page, query) => {
      const { status, text } = await shared.read(`${page}?${new URLSearchParams(query.map(([n, v]) => [n, v]))}`)
      expect([200, 404]).toContain(status)
      expect(text).not.toContain('<script>')
    }),
    { numRuns: 150 },
  )
})

test('[pages] a subject from outside cannot end the script element or write markup', async () => {
  const subject = '</script><script>alert(1)</script>&"<b>'
  const pages = openPages((world) => ({
    ...world,
    events: world.events.map((event) => (event.organizer === 'gorm' ? { ...event, subject } : event)),
  }))
  const invitation = (await readWorld(pages)).invitations.find((one) => one.subject === subject)
  const { text } = await pages.read(invitation?.address ?? '')
  expect(text).not.toContain('<script>alert')
  expect(text).toContain('&lt;b&gt;')
})

test('[pages] a fault set for the product does not strike the pages around it', async () => {
  const pages = openPages()
  const world = await readWorld(pages)
  const tab = world.meetings[0]?.addresses['peter']?.['content'] ?? ''
  const invitation = world.invitations.find((one) => one.person === 'peter' && one.tie === 'superseded')?.address ?? ''
  pages.tenant.faults.set([{ kind: 'dropBefore', times: 1 }])
  for (const path of [tab, invitation]) expect((await pages.read(path)).status).toBe(200)
  expect(pages.tenant.faults.list()).toMatchObject([{ met: 0 }])
  pages.tenant.faults.set([{ kind: 'unavailable' }])
  expect((await pages.read('/?person=peter')).status).toBe(200)
})

test('[outlook] an entry that was deleted through Graph is told to be gone', async () => {
  const pages = openPages()
  const stale = (await readWorld(pages)).invitations.find((one) => one.person === 'peter' && one.tie === 'superseded')
  const state = `/local/item-state?person=peter&event=${encodeURIComponent(stale?.eventId ?? '')}`
  expect((await pages.read(state)).text).toBe('{"exists":true}')
  const deleted = await pages.tenant.handle(
    new Request(`https://graph.microsoft.com/v1.0/me/events/${stale?.eventId}`, {
      method: 'DELETE',
      headers: { Authorization: `Bearer ${pages.tenant.issueScriptToken('peter')}` },
    }),
  )
  expect(deleted.status).toBe(204)
  expect((await pages.read(state)).text).toBe('{"exists":false}')
})

test('[outlook] a form that is sent lies in the calendars of both', async () => {
  const pages = openPages()
  const form = {
    eventId: null,
    subject: 'Nyt Chefforum',
    startIso: '2026-12-10T08:00:00Z',
    endIso: '2026-12-10T09:00:00Z',
    location: 'Teams',
    attendees: ['peter.vangsbo@fjordhoej.example', 'nej'],
    bodyHtml: '<p>Velkommen</p>',
  }
  const send = async (body: object) =>
    (
      await pages.pages.request('/local/send?person=lone', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      })
    ).status
  expect(await send(form)).toBe(200)
  const found = pages.tenant.eventsOf('peter').find((event) => event.subject === 'Nyt Chefforum')
  expect(found).toMatchObject({ startUtc: '2026-12-10T08:00:00Z', organizer: { name: 'Lone Ravnkilde' } })
  expect(await send({ ...form, subject: ' ' })).toBe(400)
  expect(await send({ ...form, endIso: form.startIso })).toBe(400)
})

test('[deployment.json] names host tenant and forums as a production build has them', async () => {
  const { text } = await shared.read('/local/deployment.json')
  expect(JSON.parse(text)).toMatchObject({
    appOrigin: 'https://moedetraad.example',
    hostTenantId: shared.tenant.sites()[0]?.tenantId,
    forums: [{ name: 'Chefforum' }, {}, {}, {}],
  })
})

test('[assets] the Office.js of the local Outlook is one classic script; unknown names are not found', async () => {
  const office = await shared.read('/local/office.js')
  expect(office.headers.get('Content-Type')).toContain('text/javascript')
  expect(office.text).not.toMatch(/^\s*(import|export)\b/m)
  expect((await shared.read('/local/assets/nothing.js')).status).toBe(404)
  expect((await shared.read('/local/assets/__proto__')).status).toBe(404)
})
