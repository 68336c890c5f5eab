import { beforeAll, expect, test } from 'vitest'
import { expectNoAxeViolations } from '../../support/axe.ts'
import { openTab } from '../../support/journey.ts'
import { type Product, startProduct } from '../../support/product.ts'

let product: Product
beforeAll(async () => {
  product = await startProduct()
})

test('a PDF is read in the app, a link opens outside, and one to come says so', async () => {
  const { app, page } = await openTab(product, 'birgit', 'content', { allow: [/lovsamlingen\.example/] })
  await app.getByRole('tab', { name: /^Bilag/ }).click()
  await app.getByText('Eftersendes').first().waitFor()
  await app
    .getByText(/ventes/)
    .first()
    .waitFor()
  await app.getByRole('button', { name: /Tre modeller for akutteams/ }).click()
  const reader = app.getByRole('region', { name: 'Bilag: Tre modeller for akutteams' })
  await reader.getByText(/Side 1 af \d/).waitFor()
  await expect.poll(() => reader.locator('.textLayer').first().innerText()).toMatch(/akutteam/i)
  await expectNoAxeViolations(page)
  await reader.getByRole('button', { name: /Luk bilaget/ }).click()
  const opening = page.context().waitForEvent('page')
  await app.getByRole('button', { name: /Link/ }).first().click()
  const outside = await opening
  expect(outside.url()).not.toContain('/app/')
})
