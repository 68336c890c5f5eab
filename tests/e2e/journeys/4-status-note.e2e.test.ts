import { beforeAll, expect, test } from 'vitest'
import { expectNoAxeViolations } from '../../support/axe.ts'
import { comingMeeting, openTab } from '../../support/journey.ts'
import { type Product, startProduct } from '../../support/product.ts'

let product: Product
beforeAll(async () => {
  product = await startProduct()
})

test('an organisation writes and rewrites its status, and sees who else has', async () => {
  const { app, page } = await openTab(product, 'peter')
  await app.getByRole('tab', { name: /^Status/ }).click()
  const field = app.getByRole('textbox', { name: /Status fra Fjordhøj/ }).first()
  await field.fill('Fjordhøj åbner et nyt rehabiliteringscenter.')
  await app.getByRole('button', { name: 'Gem status' }).first().click()
  await app.getByText('Din status er gemt.').waitFor()
  await app.getByText(/5 af 8 har skrevet/).waitFor()
  await field.fill('Fjordhøj åbner et nyt rehabiliteringscenter i oktober.')
  await app.getByRole('button', { name: 'Gem status' }).first().click()
  await app.getByText('Din status er gemt.').waitFor()
  await expectNoAxeViolations(page)
  await page.reload()
  await app.getByRole('tab', { name: /^Status/ }).click()
  await expect.poll(() => field.inputValue()).toBe('Fjordhøj åbner et nyt rehabiliteringscenter i oktober.')
  const other = await openTab(product, 'birgit')
  await other.app.getByRole('tab', { name: /^Status/ }).click()
  await other.app.getByText('Fjordhøj åbner et nyt rehabiliteringscenter i oktober.').waitFor()
})

test('after the deadline the note can be read and not changed', async () => {
  const late = await startProduct({ dataDir: product.dataDir, now: '2026-09-22T08:00:00Z' })
  const { app } = await openTab(late, 'birgit')
  await app.getByRole('tab', { name: /^Status/ }).click()
  await app
    .getByText(/Fristen var man 21\. sep\./)
    .first()
    .waitFor()
  expect(await app.getByRole('button', { name: 'Gem status' }).count()).toBe(0)
  expect(comingMeeting(late).key).toBe(comingMeeting(product).key)
})
