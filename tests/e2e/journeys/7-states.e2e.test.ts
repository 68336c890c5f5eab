import type { Page } from 'playwright-core'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { expectNoAxeViolations } from '../../support/axe.ts'
import { comingMeeting, openHost, openTab } from '../../support/journey.ts'
import { type Product, startProduct } from '../../support/product.ts'

let product: Product
beforeAll(async () => {
  product = await startProduct()
})

async function plant(fault: Record<string, unknown>): Promise<void> {
  const answer = await fetch(`${product.origin}/local/faults`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(fault),
  })
  expect(answer.status).toBe(200)
  onTestFinished(async () => void (await fetch(`${product.origin}/local/faults`, { method: 'DELETE' })))
}

/** The app alone in the browser, on the coming meeting. */
function browserAddress(person: string): string {
  const { forumId, key } = comingMeeting(product)
  return `/app/index.html?person=${person}&m=${key}&f=${encodeURIComponent(forumId)}`
}

/** Every request to Graph from now on, as "METHOD path"; one's own calendar and read marks come after the meeting and are left out. */
function listenToGraph(page: Page): string[] {
  const seen: string[] = []
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    const isOwn = pathname.includes('/me/') || (request.postData() ?? '').includes('/me/')
    if (pathname.startsWith('/graph/') && !isOwn) seen.push(`${request.method()} ${pathname}`)
  })
  return seen
}

test('opening a configured tab costs one round trip, a repeat visit none before the first paint', async () => {
  const { page } = await openHost(product, '/app/index.html?person=birgit')
  await page.getByRole('heading', { name: 'Kommende' }).waitFor()
  const requests = listenToGraph(page)
  await page.goto(new URL(browserAddress('birgit'), product.origin).href)
  await page.getByRole('article').waitFor()
  expect(requests).toEqual(['POST /graph/v1.0/$batch'])
  // Graph and the token are held back, so that what is painted now can only be the copy.
  await page.route(/\/graph\/|\/local\/token/, () => undefined)
  await page.reload()
  await page.getByRole('article').waitFor()
  await page.getByText('ons 23. sep. kl. 9.00-11.00').waitFor()
  await page.unrouteAll({ behavior: 'ignoreErrors' })
  await page.goto('about:blank')
})

test('a person without rights is told whom to ask, and sees nothing', async () => {
  const { app, page } = await openTab(product, 'karen', 'content', { allow: [/403|404/] })
  await app.getByText('Du har ikke adgang til dette forum. Bed sekretariatet om at invitere dig.').waitFor()
  expect(await app.getByRole('navigation').count()).toBe(0)
  await expectNoAxeViolations(page)
})

test('rights taken away meanwhile: what was typed stays, and it says what to do', async () => {
  const { app } = await openTab(product, 'inge', 'content', { allow: [/403|404|graph/] })
  await app.getByRole('tab', { name: /^Forslag/ }).click()
  const form = app.getByRole('form', { name: 'Foreslå punkt' })
  await form.getByRole('textbox', { name: 'Titel' }).fill('Fælles indkøb af senge')
  await plant({ kind: 'removeRights', person: 'inge', site: comingMeeting(product).forumId })
  await form.getByRole('button', { name: 'Send forslag' }).click()
  await app.getByText(/Din adgang til forummet er fjernet\. Kopiér det, du har skrevet/).waitFor()
  expect(await form.getByRole('textbox', { name: 'Titel' }).inputValue()).toBe('Fælles indkøb af senge')
})

test('without connection the meeting can be read, a note waits, can be seen, and is sent later', async () => {
  const { page } = await openHost(product, browserAddress('anja'), { allow: [/ERR_INTERNET_DISCONNECTED|graph|token/] })
  await page.getByRole('tab', { name: /^Status/ }).click()
  const field = page.getByRole('textbox', { name: /Status fra Møllevang/ }).first()
  await field.waitFor()
  await page.context().setOffline(true)
  await field.fill('Møllevang skriver fra toget.')
  await page.getByRole('button', { name: 'Gem status' }).first().click()
  await page.getByText('Venter på at blive sendt').waitFor()
  await expectNoAxeViolations(page)
  await page.context().setOffline(false)
  await page.getByText('Venter på at blive sendt').waitFor({ state: 'detached' })
  const other = await openTab(product, 'birgit')
  await other.app.getByRole('tab', { name: /^Status/ }).click()
  await other.app.getByText('Møllevang skriver fra toget.').waitFor()
})

test('a service that does not answer gives a sentence and a way on', async () => {
  await plant({ kind: 'unavailable', person: 'rikke', path: '$batch', retryAfterSeconds: 0 })
  const { page } = await openHost(product, browserAddress('rikke'), { allow: [/50[34]/] })
  await page.getByText('Microsoft 365 svarer ikke lige nu. Intet er gået tabt. Prøv igen om lidt.').waitFor()
  await fetch(`${product.origin}/local/faults`, { method: 'DELETE' })
  await page.getByRole('button', { name: 'Prøv igen' }).click()
  await page.getByRole('navigation', { name: 'Dagsorden' }).waitFor()
})

test('a meeting without an agenda says whose turn it is', async () => {
  const empty = product.world.meetings.find((one) => one.status === 'planned' && one.agendaState === 'none')
  const { app, page } = await openHost(product, String(empty?.addresses['birgit']?.['content']))
  await app.getByText(/Sekretariatet har ikke offentliggjort dagsordenen/).waitFor()
  await expectNoAxeViolations(page)
})

test('where the browser keeps nothing, the app works all the same', async () => {
  const { app } = await openTab(product, 'birgit', 'content', { deniedStorage: true })
  await app.getByRole('navigation', { name: 'Dagsorden' }).waitFor()
})

test('what was written survives a restart of the product', async () => {
  // What the page asks while the product is down fails, as it must.
  const { app, page } = await openTab(product, 'erik', 'content', {
    allow: [/ERR_CONNECTION_REFUSED|ERR_EMPTY_RESPONSE|ERR_CONNECTION_RESET/],
  })
  await app.getByRole('tab', { name: /^Status/ }).click()
  await app
    .getByRole('textbox', { name: /Status fra Region/ })
    .first()
    .fill('Regionen skriver før genstart.')
  await app.getByRole('button', { name: 'Gem status' }).first().click()
  await app.getByText('Din status er gemt.').waitFor()
  await product.stop('hard')
  await product.restart()
  await page.reload()
  await app.getByRole('tab', { name: /^Status/ }).click()
  await app.getByText('Regionen skriver før genstart.').first().waitFor()
})
