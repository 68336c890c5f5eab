import type { BrowserContext, Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { comingMeeting, openHost } from '../../support/journey.ts'
import { type Product, startProduct } from '../../support/product.ts'

const wire = /\/graph\/|\/local\/token/
const expected = { allow: [/ERR_INTERNET_DISCONNECTED|graph|token/] }

let product: Product
beforeAll(async () => {
  product = await startProduct()
})

function browserAddress(person: string): string {
  const { forumId, key } = comingMeeting(product)
  return `/app/index.html?person=${person}&m=${key}&f=${encodeURIComponent(forumId)}`
}

/** The page itself can be opened, Microsoft 365 cannot be reached. */
async function cutOff(context: BrowserContext): Promise<void> {
  await context.route(wire, (route) => route.abort('internetdisconnected'))
}

async function connect(page: Page): Promise<void> {
  await page.context().unroute(wire)
  await page.evaluate(() => window.dispatchEvent(new Event('online')))
}

function waiting(page: Page) {
  return page.getByRole('region', { name: 'Venter på at blive sendt' })
}

async function writeNote(page: Page, organisation: string, text: string): Promise<void> {
  await page.getByRole('tab', { name: /^Status/ }).click()
  await page
    .getByRole('textbox', { name: new RegExp(`Status fra ${organisation}`) })
    .first()
    .fill(text)
  await page.getByRole('button', { name: 'Gem status' }).first().click()
}

test('a proposal, a note, an answer and read marks wait over a restart; one is taken back, the rest is sent', async () => {
  const { page } = await openHost(product, browserAddress('anja'), expected)
  const mine = page.getByRole('region', { name: 'Dit' })
  await mine.getByRole('button', { name: 'Ja', exact: true }).waitFor()
  await page.getByText(/^Læst 1 af \d+$/).waitFor()
  await cutOff(page.context())

  await mine.getByRole('button', { name: 'Måske', exact: true }).click()
  await writeNote(page, 'Møllevang', 'Skrevet uden forbindelse.')
  await page.getByRole('tab', { name: /^Forslag/ }).click()
  const form = page.getByRole('form', { name: 'Foreslå punkt' })
  await form.getByRole('textbox', { name: 'Titel' }).fill('Fælles vagtplan')
  await form.getByRole('button', { name: 'Send forslag' }).click()
  for (const what of ['Svar på mødet', 'Status: Skrevet uden forbindelse.', 'Forslag: Fælles vagtplan']) {
    await waiting(page).getByText(what).waitFor()
  }

  await page.reload()
  await mine.getByText('Du har svaret måske').waitFor()
  await waiting(page).getByText('Svar på mødet').waitFor()
  await waiting(page)
    .getByRole('listitem')
    .filter({ hasText: 'Fælles vagtplan' })
    .getByRole('button', { name: 'Træk tilbage' })
    .click()
  await waiting(page).getByText('Fælles vagtplan').waitFor({ state: 'detached' })

  await connect(page)
  await waiting(page).waitFor({ state: 'detached' })
  const other = await openHost(product, browserAddress('birgit'), expected)
  await other.page.getByRole('tab', { name: /^Status/ }).click()
  await other.page.getByText('Skrevet uden forbindelse.').waitFor()
  await other.page.getByRole('tab', { name: /^Forslag/ }).click()
  await other.page.getByRole('heading', { name: 'Foreslå punkt' }).waitFor()
  expect(await other.page.getByText('Fælles vagtplan').count()).toBe(0)
  await page.reload()
  await mine.getByText('Du har svaret måske').waitFor()
})

test('an enclosure that was opened can be read without a connection, after a restart too', async () => {
  const { page } = await openHost(product, browserAddress('mads'), expected)
  await page.getByRole('tab', { name: /^Bilag/ }).click()
  const first = page.getByRole('button', { name: /PDF$/ }).first()
  await first.click()
  await page.locator('canvas').first().waitFor()
  await cutOff(page.context())
  await page.reload()
  await page.getByRole('tab', { name: /^Bilag/ }).click()
  await first.click()
  await page.locator('canvas').first().waitFor()
})

test('two tabs of one person show the same waiting and send it once', async () => {
  const { page } = await openHost(product, browserAddress('soeren'), expected)
  const second = await page.context().newPage()
  await second.goto(page.url())
  await second.getByRole('article').waitFor()
  await page.getByRole('article').waitFor()
  for (const tab of [page, second]) await tab.waitForLoadState('networkidle')
  const writes: string[] = []
  page.context().on('request', (request) => {
    const isWrite = request.method() !== 'GET' && request.url().includes('StatusNotes')
    if (isWrite) writes.push(request.method())
  })
  await page.context().setOffline(true)
  await writeNote(page, 'Birkesø', 'Skrevet i den ene fane.')
  await waiting(second).getByText('Status: Skrevet i den ene fane.').waitFor()
  const tried = writes.length
  await page.context().setOffline(false)
  for (const tab of [page, second]) await waiting(tab).waitFor({ state: 'detached' })
  expect(writes.slice(tried)).toHaveLength(1)
})

test('where the browser keeps nothing, it says so while something waits, and warns before the page is left', async () => {
  const { page } = await openHost(product, browserAddress('hanne'), { ...expected, deniedStorage: true })
  await page.getByRole('article').waitFor()
  await page.waitForLoadState('networkidle')
  await page.context().setOffline(true)
  await writeNote(page, 'Lyngvig', 'Kun i hukommelsen.')
  await page.getByText(/^Din browser tillader ikke, at Mødetråd gemmer en kopi/).waitFor()
  const warned = page.waitForEvent('dialog')
  void page.close({ runBeforeUnload: true })
  const dialog = await warned
  expect(dialog.type()).toBe('beforeunload')
  await dialog.dismiss()

  await page.context().setOffline(false)
  await waiting(page).waitFor({ state: 'detached' })
  await page.close({ runBeforeUnload: true })
  await expect.poll(() => page.isClosed()).toBe(true)
})

test('a meeting that was open opens again without any connection, and what is written then is sent later', async () => {
  const { page } = await openHost(product, browserAddress('erik'), expected)
  await page.getByRole('article').waitFor()
  // The page has been kept when its own files are on the shelf, and a second opening has what was fetched meanwhile.
  const kept = () => page.evaluate(async () => (await (await caches.open('moedetraad-pages')).keys()).length)
  await expect.poll(kept, { timeout: 20_000 }).toBeGreaterThan(5)
  await page.reload()
  await page.getByRole('article').waitFor()
  await expect
    .poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null), { timeout: 10_000 })
    .toBe(true)
  await page.waitForLoadState('networkidle')

  await page.context().setOffline(true)
  await page.reload()
  await page.getByRole('article').waitFor()
  await page.getByText(/^Uden forbindelse\. Du ser kopien fra kl\./).waitFor()
  await writeNote(page, 'Region', 'Skrevet i toget efter en genstart.')
  await waiting(page).getByText('Status: Skrevet i toget efter en genstart.').waitFor()
  await page.context().setOffline(false)
  await waiting(page).waitFor({ state: 'detached' })
})
