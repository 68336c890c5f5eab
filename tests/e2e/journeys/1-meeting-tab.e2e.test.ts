import { beforeAll, expect, test } from 'vitest'
import { expectNoAxeViolations } from '../../support/axe.ts'
import { openTab } from '../../support/journey.ts'
import { type Product, startProduct } from '../../support/product.ts'

let product: Product
beforeAll(async () => {
  product = await startProduct()
})

test('a participant sees the real date, what it was moved from, and the agenda', async () => {
  const { app } = await openTab(product, 'birgit')
  const dates = app.getByRole('list', { name: 'Mødets datoer' })
  await dates.getByText('ons 23. sep. kl. 9.00-11.00').waitFor()
  await dates.getByText('tirs 15. sep. gælder ikke længere').waitFor()
  await app.getByText(/Flyttet fra tirs 15\. sep\./).waitFor()
  await app.getByRole('button', { name: 'Hvorfor ved vi det?' }).click()
  await app
    .getByRole('listitem')
    .filter({ hasText: /erstattet/ })
    .first()
    .waitFor()
  await app.getByText(/Frist ons 16\. sep\. \(om 8 dage\)/).waitFor()
  await app
    .getByRole('navigation', { name: 'Dagsorden' })
    .getByRole('button', { name: /Samarbejdsmodel for akutteams/ })
    .click()
  const item = app.getByRole('article', { name: /Samarbejdsmodel for akutteams/ })
  for (const heading of ['Indstilling', 'Sagsfremstilling', 'Bilag'])
    await item.getByRole('heading', { name: heading }).waitFor()
  await item.getByText(/Drøftelse · 20 min · v\//).waitFor()
})

test('what is expected of me: the invitation is answered and the answer stays', async () => {
  const { app, page } = await openTab(product, 'anja')
  const mine = app.getByRole('region', { name: 'Dit' })
  await mine.getByRole('button', { name: 'Ja', exact: true }).click()
  await mine.getByText('Du har sagt ja').waitFor()
  await mine
    .getByRole('button', { name: /Skriv status til/ })
    .first()
    .waitFor()
  await page.reload()
  await mine.getByText('Du har sagt ja').waitFor()
})

test('a tab nobody has configured finds the meeting from the chat', async () => {
  const { app } = await openTab(product, 'birgit', 'unconfigured')
  await app.getByRole('heading', { name: 'Chefforum', exact: true }).waitFor()
  await app.getByText('ons 23. sep. kl. 9.00-11.00').waitFor()
})

test('side panel and stage show one item at a time', async () => {
  const panel = await openTab(product, 'lone', 'sidePanel')
  await panel.app.getByRole('heading', { name: /Godkendelse af dagsorden/ }).waitFor()
  await panel.app.getByRole('button', { name: 'Næste', exact: true }).click()
  await panel.app.getByText('2 af').waitFor()
  await panel.app.getByRole('button', { name: 'Taget til efterretning.' }).click()
  await panel.app.getByRole('button', { name: 'Gem beslutning' }).click()
  await expect
    .poll(() => panel.app.getByRole('textbox', { name: 'Beslutning' }).inputValue())
    .toBe('Taget til efterretning.')
  const stage = await openTab(product, 'birgit', 'meetingStage')
  await stage.app.getByRole('button', { name: 'Næste', exact: true }).click()
  await stage.app.getByText('Taget til efterretning.').waitFor()
})

test('arrow keys walk the agenda, and below 640 px an item has a way back', async () => {
  const wide = await openTab(product, 'birgit')
  const lines = wide.app.getByRole('navigation', { name: 'Dagsorden' }).getByRole('button')
  await lines.first().focus()
  await wide.page.keyboard.press('ArrowDown')
  expect(await lines.nth(1).evaluate((line) => line === document.activeElement)).toBe(true)
  const narrow = await openTab(product, 'birgit', 'sidePanel', { viewport: { width: 320, height: 800 } })
  await narrow.app.getByRole('article').waitFor()
})

test.each([
  ['light', 'da'],
  ['dark', 'da'],
  ['contrast', 'da'],
  ['light', 'en'],
] as const)('axe finds nothing in the tab (%s, %s)', async (host, language) => {
  const { app, page } = await openTab(product, 'birgit', 'content', { host, language })
  await app.getByRole('tab').first().waitFor()
  await app.getByRole('article').waitFor()
  await expectNoAxeViolations(page)
})
