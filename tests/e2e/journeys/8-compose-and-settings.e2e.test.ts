import { beforeAll, expect, test } from 'vitest'
import { expectNoAxeViolations } from '../../support/axe.ts'
import { comingMeeting, openHost } from '../../support/journey.ts'
import { type Product, startProduct } from '../../support/product.ts'

let product: Product
beforeAll(async () => {
  product = await startProduct()
})

test('a secretary who writes an invitation puts the link of the meeting into it', async () => {
  const { app, page } = await openHost(product, '/local/outlook?person=lone&compose=new&width=270', {
    viewport: { width: 1000, height: 800 },
  })
  await app.getByText('Dette er mødet i Chefforum').waitFor()
  await app.getByText(/erstatter mødet tirs 15\. sep\./).waitFor()
  await expectNoAxeViolations(page)
  await app.getByRole('button', { name: 'Sæt mødets link ind' }).click()
  await app.getByText('Mødets link er sat ind i indkaldelsen.').waitFor()
  const link = page.getByRole('link', { name: 'Chefforum', exact: true })
  expect(await link.getAttribute('href')).toContain(`m=${comingMeeting(product).key}`)
})

test('a new tab asks which meeting it is for, and opens on it', async () => {
  const settings = product.world.meetings.find(({ key }) => key === comingMeeting(product).key)?.addresses['lone']?.[
    'settings'
  ]
  const { app, page } = await openHost(product, String(settings))
  await app.getByRole('heading', { name: 'Hvilket møde hører denne fane til?' }).waitFor()
  await expectNoAxeViolations(page)
  await app.getByRole('button', { name: /Chefforum ons 23\. sep\./ }).click()
  await page.getByRole('button', { name: 'Gem' }).click()
  await app.getByRole('navigation', { name: 'Dagsorden' }).waitFor()
})

test('the secretary edits, removes with a way back, and publishes', async () => {
  const { app, page } = await openHost(product, comingMeeting(product).addresses['vibe']?.['content'] ?? '')
  await app.getByRole('button', { name: 'Tilføj punkt' }).click()
  const added = app.getByRole('article', { name: /Punkt$/ })
  await added.getByRole('button', { name: /Rediger/ }).click()
  const form = app.getByRole('form', { name: /Punkt$/ })
  await form.getByRole('textbox', { name: 'Titel' }).fill('Fælles sprogpolitik')
  await expectNoAxeViolations(page)
  await form.getByRole('button', { name: 'Gem', exact: true }).click()
  const article = app.getByRole('article', { name: /Fælles sprogpolitik/ })
  await article.getByRole('button', { name: /Rediger/ }).click()
  await app.getByRole('button', { name: 'Fjern', exact: true }).click()
  await app.getByRole('alertdialog').getByRole('button', { name: 'Fjern', exact: true }).click()
  await app.getByText('"Fælles sprogpolitik" er fjernet').waitFor()
  await app.getByRole('button', { name: 'Fortryd' }).click()
  await app
    .getByRole('navigation', { name: 'Dagsorden' })
    .getByRole('button', { name: /Fælles sprogpolitik/ })
    .waitFor()
})
