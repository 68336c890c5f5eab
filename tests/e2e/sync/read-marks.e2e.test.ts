import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { expectNoAxeViolations } from '../../support/axe.ts'
import { comingMeeting, openHost, openTab } from '../../support/journey.ts'
import { type Product, startProduct } from '../../support/product.ts'

let product: Product
beforeAll(async () => {
  product = await startProduct()
})

function browserAddress(person: string): string {
  const { forumId, key } = comingMeeting(product)
  return `/app/index.html?person=${person}&m=${key}&f=${encodeURIComponent(forumId)}`
}

function lineOf(page: Page, name: RegExp) {
  return page.getByRole('navigation', { name: 'Dagsorden' }).getByRole('button', { name })
}

function storedMarks(page: Page): Promise<unknown> {
  return page.waitForResponse((answer) => answer.request().method() === 'PUT' && answer.url().includes('read-marks'))
}

test('what I have read is counted, follows me to another device, and what changes since is new', async () => {
  const { page } = await openHost(product, browserAddress('birgit'))
  await page.getByText(/^Læst 1 af \d+$/).waitFor()
  expect(await page.getByText('ny', { exact: true }).count()).toBe(0)
  const stored = storedMarks(page)
  await lineOf(page, /Samarbejdsmodel for akutteams/).click()
  await page.getByText(/^Læst 2 af \d+$/).waitFor()
  await stored

  const editor = await openHost(product, browserAddress('lone'))
  await lineOf(editor.page, /Samarbejdsmodel for akutteams/).click()
  await editor.page.getByRole('button', { name: /Rediger/ }).click()
  await editor.page.getByRole('textbox', { name: 'Indstilling' }).fill('At Chefforum godkender modellen.')
  await editor.page.getByRole('button', { name: 'Gem', exact: true }).click()
  await editor.page
    .getByRole('article', { name: /Samarbejdsmodel/ })
    .getByText('godkender modellen')
    .waitFor()

  const other = await openHost(product, browserAddress('birgit'))
  await lineOf(other.page, /Samarbejdsmodel for akutteams.*\bny\b/).waitFor()
  await other.page.getByText(/^Læst 1 af \d+$/).waitFor()
  await expectNoAxeViolations(other.page)
  await lineOf(other.page, /Samarbejdsmodel for akutteams/).click()
  await other.page.getByText(/^Læst 2 af \d+$/).waitFor()
  expect(await other.page.getByText('ny', { exact: true }).count()).toBe(0)
})

test('an item nobody looks at is not read: on a phone the list is no reading', async () => {
  const { page } = await openHost(product, browserAddress('mads'), {
    viewport: { width: 400, height: 800 },
  })
  await page.getByText(/^Læst 0 af \d+$/).waitFor()
  await page.waitForResponse((answer) => answer.request().method() === 'PUT' && answer.url().includes('read-marks'))
  expect(await page.getByText(/^Læst 0 af \d+$/).count()).toBe(1)
})

test('without consent the marks stay on the device, and it says so', async () => {
  const { app, page } = await openTab(product, 'tove', 'content', { allow: [/403/] })
  await app.getByText('Læst gemmes kun på denne enhed.').waitFor()
  await app.getByText(/^Læst 1 af \d+$/).waitFor()
  await page.reload()
  await app.getByText(/^Læst 1 af \d+$/).waitFor()
})
