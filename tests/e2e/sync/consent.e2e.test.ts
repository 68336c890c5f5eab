import { beforeAll, expect, test } from 'vitest'
import { comingMeeting, openHost } from '../../support/journey.ts'
import { type Product, startProduct } from '../../support/product.ts'

let product: Product
beforeAll(async () => {
  product = await startProduct()
})

test('[10.3] without consent for the calendar the agenda works, and the page for the administrator is one click away', async () => {
  const { forumId, key } = comingMeeting(product)
  const address = `/app/index.html?person=tove&m=${key}&f=${encodeURIComponent(forumId)}`
  const { page } = await openHost(product, address, { allow: [/403/] })
  await page.getByRole('article').waitFor()
  const mine = page.getByRole('region', { name: 'Dit' })
  await mine.getByText(/Mødetråd har ikke lov at læse din kalender\. Dagsordenen virker som den skal/).waitFor()
  const opening = page.context().waitForEvent('page')
  await mine.getByRole('button', { name: 'Vis siden til it-afdelingen' }).click()
  const consent = await opening
  await consent.waitForURL(/consent=my-calendar/)
  await page.getByRole('tab', { name: /^Forslag/ }).click()
  await page.getByRole('form', { name: 'Foreslå punkt' }).waitFor()
  expect(await page.getByRole('alert').count()).toBe(0)
})
