import type { AddressInfo } from 'node:net'
import { resolve } from 'node:path'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { build } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hostPages } from '../../src/local-tenant/host-pages/routes.ts'
import { localRoutes } from '../../src/local-tenant/local-routes.ts'
import { buildWorld } from '../../src/local-tenant/seeds/index.ts'
import { openTenant } from '../../src/local-tenant/tenant.ts'
import { expectNoAxeViolations } from '../support/axe.ts'
import { type ChromiumOptions, openChromium } from '../support/chromium.ts'

// The local hosts by themselves: in their frames stands a probe that writes down what the host says.
const moment = new Date('2026-09-08T08:00:00Z')
const now = () => moment
const tenant = openTenant({ dataDir: ':memory:', now, world: buildWorld('chefforum', moment) })
let origin = ''
let stop = () => {}
let world: Awaited<ReturnType<typeof readWorld>>

beforeAll(async () => {
  const probes = { 'tab.html': await bundleProbe('probe-tab'), 'outlook.html': await bundleProbe('probe-pane') }
  const app = new Hono()
  app.route('/', localRoutes(tenant))
  app.route('/', hostPages(tenant, { now }))
  app.get('/probe/:page', (context) =>
    context.body(probes[context.req.param('page') as keyof typeof probes], 200, { 'Content-Type': 'text/javascript' }),
  )
  app.post('/probe/delete', (context) =>
    deleteEvent(String(context.req.query('person')), String(context.req.query('event'))),
  )
  app.get('/app/:page', (context) => {
    const page = context.req.param('page')
    const office = page === 'outlook.html' ? '<script src="/local/office.js"></script>' : ''
    return context.html(
      `<!doctype html><html lang="da"><title>Prøve</title><meta http-equiv="Content-Security-Policy" content="script-src 'self'; style-src 'self'">${office}<body><main><h1>Prøve</h1></main><script type="module" src="/probe/${page}"></script></body></html>`,
    )
  })
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' })
  await new Promise<void>((done) => server.on('listening', () => done()))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  stop = () => void server.close()
  world = await readWorld()
})

afterAll(() => {
  stop()
  tenant.close()
})

async function bundleProbe(name: string): Promise<string> {
  const entry = resolve(import.meta.dirname, `host-pages-${name}.ts`)
  const lib = { entry, formats: ['es' as const], fileName: name }
  const built = await build({ configFile: false, logLevel: 'silent', build: { write: false, lib } })
  const [first] = Array.isArray(built) ? built : [built]
  return first && 'output' in first ? first.output[0].code : ''
}

async function deleteEvent(person: string, id: string): Promise<Response> {
  const headers = { Authorization: `Bearer ${tenant.issueScriptToken(person)}` }
  return tenant.handle(new Request(`https://graph.microsoft.com/v1.0/me/events/${id}`, { method: 'DELETE', headers }))
}

async function readWorld() {
  return (await (await fetch(`${origin}/local/world.json`)).json()) as {
    meetings: { agendaState: string; addresses: Record<string, Record<string, string>> }[]
    invitations: { person: string; subject: string; tie: string | null; address: string }[]
    mails: { person: string; shortId: string | null; address: string }[]
  }
}

function tabAddress(person: string, frame: string): string {
  return world.meetings.find((one) => one.agendaState === 'published')?.addresses[person]?.[frame] ?? ''
}

async function openPage(path: string, options: ChromiumOptions = {}) {
  // teams-js asks Microsoft's CDN for a list of hosts and goes on without it.
  const { page, context } = await openChromium({ ...options, allow: [/res\.cdn\.office\.net/] })
  await page.goto(`${origin}${path}`)
  return { page, context, app: page.frameLocator('iframe[title="Mødetråd"]') }
}

test('[teams] teams-js initialises, hears who and where it is, and follows the theme', async () => {
  const { page, app } = await openPage(tabAddress('peter', 'content'))
  const context = app.getByText(/^context:/)
  await context.waitFor()
  expect(JSON.parse((await context.innerText()).slice('context: '.length))).toMatchObject({
    app: { locale: 'da-dk', theme: 'default', host: { name: 'Teams', clientType: 'web' } },
    page: { frameContext: 'content' },
    user: { loginHint: 'peter.vangsbo@fjordhoej.example', tenant: { id: tenant.sites()[0]?.tenantId } },
    chat: { id: expect.stringMatching(/^19:meeting_\w+@thread\.v2$/) },
    meeting: { id: expect.any(String) },
  })
  await app.getByText('current page can change: true').waitFor()
  await page.getByLabel('Tema').selectOption('Mørkt')
  await app.getByText('theme: "dark"').waitFor()
  expect(page.url()).toContain('theme=dark')
})

test('[teams] a link into Teams stays, another opens a tab, a script does neither', async () => {
  const { page, context, app } = await openPage(tabAddress('peter', 'content'))
  const said = page.getByRole('status')
  await app.getByRole('button', { name: 'Deltag' }).click()
  await expect.poll(() => said.innerText()).toContain('Her åbner Teams mødet')
  await app.getByRole('button', { name: 'Farligt' }).click()
  await expect.poll(() => said.innerText()).toContain('åbner ikke')
  expect(context.pages()).toHaveLength(1)
  await app.getByRole('button', { name: 'Udenfor' }).click()
  await expect.poll(() => context.pages().length).toBe(2)
})

test('[teams] a tab is set up: Save opens when the app is ready, and leads to the configured tab', async () => {
  const { page, app } = await openPage(tabAddress('lone', 'settings'))
  const save = page.getByRole('button', { name: 'Gem' })
  await app.getByRole('button', { name: 'Klar' }).waitFor()
  expect(await save.isDisabled()).toBe(true)
  await app.getByRole('button', { name: 'Klar' }).click()
  await expect.poll(() => save.isEnabled()).toBe(true)
  await save.click()
  await page.waitForURL(/frame=content.*meeting=11111111-2222-4333-8444-555555555555/)
})

test('[teams] the side panel gives the app 280 px, the stage nearly everything', async () => {
  const { page, app } = await openPage(tabAddress('peter', 'sidePanel'))
  await app.getByText(/"frameContext":"sidePanel"/).waitFor()
  expect(await app.locator('html').evaluate((html) => html.clientWidth)).toBe(280)
  await page.getByRole('link', { name: 'Scene' }).click()
  await app.getByText(/"frameContext":"meetingStage"/).waitFor()
  expect(await app.locator('html').evaluate((html) => html.clientWidth)).toBeGreaterThan(1200)
})

test('[outlook] a mail is read with its files; another mail comes in under the same pane', async () => {
  const mail = world.mails.find((one) => one.shortId === 'mail-telefonsygeplejerske')
  const { page, app } = await openPage(mail?.address ?? '')
  await app.getByText('ready: {"host":"Outlook"').waitFor()
  await app.getByText('file: "Rapport om telefonsygeplejerske.pdf %P"').waitFor()
  await app.getByText(/^body: "Kære Peter/).waitFor()
  await page.getByText('9 ud af 10 opkald afsluttet uden besøg').waitFor()
  await page.getByRole('link', { name: /Frokost torsdag/ }).click()
  await app.getByText('subject: "Frokost torsdag?"').waitFor()
  await page.getByLabel('Tema').selectOption('Høj kontrast')
  await app.getByText('theme: "#000000"').waitFor()
})

test('[outlook] an entry the app has deleted is shown as gone', async () => {
  const stale = world.invitations.find((one) => one.person === 'inge' && one.tie === 'superseded')
  const { page, app } = await openPage(stale?.address ?? '')
  await app.getByText('subject: "Chefforum"').waitFor()
  await app.getByRole('button', { name: 'Slet' }).click()
  await page.getByText('Aftalen findes ikke længere i Inge Balsbys kalender.').waitFor()
})

test('[outlook] the app writes into an invitation, and what is sent lies in the calendar', async () => {
  const { page, app } = await openPage('/local/outlook?person=lone&compose=new&width=270')
  await app.getByRole('button', { name: 'Skriv' }).click()
  const text = page.getByRole('textbox', { name: 'Tekst' })
  await expect.poll(() => text.innerText()).toContain('Fra Mødetråd')
  expect(await app.locator('html').evaluate((html) => html.clientWidth)).toBeLessThanOrEqual(270)
  await page.getByLabel('Emne').fill('Ekstra Chefforum')
  await page.getByRole('button', { name: 'Send' }).click()
  await page.getByText('Indkaldelsen er sendt.').waitFor()
  expect(tenant.eventsOf('lone').map((event) => event.subject)).toContain('Ekstra Chefforum')
})

test('[front page] leads by keyboard from a person to a tab, and makes things go wrong on command', async () => {
  const { page } = await openPage('/')
  await page.getByRole('link', { name: /Peter Vangsbo/ }).press('Enter')
  await page.getByRole('heading', { name: 'Peter Vangsbo' }).waitFor()
  // The page's script listens once the page is loaded; before that the button beside the choice is the way.
  await page.waitForLoadState('load')
  await page.getByRole('combobox', { name: /Tema/ }).selectOption('Mørkt')
  await page.waitForURL(/theme=dark/)
  await page.getByRole('button', { name: 'Travlt: afvis 3 kald' }).click()
  await page.getByText('De næste tre kald afvises').waitFor()
  expect(tenant.faults.list()).toMatchObject([{ kind: 'throttle', person: 'peter', times: 3 }])
  await page.getByRole('button', { name: 'Ryd alle fejl' }).click()
  await page.getByText('Alt virker igen.').waitFor()
  expect(tenant.faults.list()).toEqual([])
  await page.getByRole('link', { name: /^Fane: Chefforum, ons 23/ }).click()
  await page.waitForURL(/\/local\/teams\?person=peter.*theme=dark/)
})

const places: readonly (readonly [string, () => string])[] = [
  ['front page', () => '/?person=peter'],
  ['Teams', () => tabAddress('peter', 'sidePanel')],
  ['Teams setup', () => tabAddress('peter', 'settings')],
  ['invitation', () => world.invitations.find((one) => one.person === 'peter' && one.tie === 'current')?.address ?? ''],
  ['mail', () => world.mails.find((one) => one.shortId === 'mail-telefonsygeplejerske')?.address ?? ''],
  ['form', () => '/local/outlook?person=lone&compose=new'],
]

test.each(places)('[pages] axe finds nothing on the %s in light, dark and high contrast', async (_name, address) => {
  for (const theme of ['light', 'dark', 'contrast'] as const) {
    const path = `${address()}${theme === 'light' ? '' : `&theme=${theme}`}`
    const { page } = await openPage(path, { theme: theme === 'dark' ? 'dark' : 'light' })
    await page.getByText('Lokal lejer – opfundne data').waitFor()
    await expectNoAxeViolations(page)
  }
})

test('[pages] are usable at 320 px without scrolling sideways', async () => {
  for (const path of ['/?person=lone', tabAddress('lone', 'content'), '/local/outlook?person=lone&compose=new']) {
    const { page } = await openPage(path, { viewport: { width: 320, height: 700 } })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  }
})
