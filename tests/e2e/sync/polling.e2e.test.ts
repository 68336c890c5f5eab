import type { Page, Request } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { openChromium } from '../../support/chromium.ts'
import { comingMeeting } from '../../support/journey.ts'
import { type Product, startProduct } from '../../support/product.ts'

const pollMilliseconds = 30_000

let product: Product
beforeAll(async () => {
  product = await startProduct()
})

/** The coming meeting in a browser whose clock and whose visibility the test decides. */
async function openMeeting(): Promise<{
  page: Page
  batches: string[]
  /** Waits until every answer has come. */
  quiet: () => Promise<void>
  show: (state: 'visible' | 'hidden') => Promise<void>
}> {
  const { page } = await openChromium()
  await page.clock.install()
  await page.addInitScript(() => {
    let state: DocumentVisibilityState = 'visible'
    Object.defineProperty(document, 'visibilityState', { get: () => state })
    Object.defineProperty(document, 'hidden', { get: () => state === 'hidden' })
    document.addEventListener('test:show', (event) => {
      state = (event as CustomEvent<DocumentVisibilityState>).detail
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
    })
  })
  const batches: string[] = []
  const onTheWay = new Set<Request>()
  const arrived = (request: Request) => void onTheWay.delete(request)
  page.on('request', (request) => void onTheWay.add(request))
  page.on('requestfinished', arrived)
  page.on('requestfailed', arrived)
  page.on('request', (request) => {
    const isOwn = (request.postData() ?? '').includes('/me/')
    if (new URL(request.url()).pathname.endsWith('/$batch') && !isOwn) batches.push(request.url())
  })
  const { forumId, key } = comingMeeting(product)
  await page.goto(`${product.origin}/app/index.html?person=birgit&m=${key}&f=${encodeURIComponent(forumId)}`)
  await page.getByRole('article').waitFor()
  const show = (state: 'visible' | 'hidden') =>
    page.evaluate((detail) => void document.dispatchEvent(new CustomEvent('test:show', { detail })), state)
  const quiet = () => expect.poll(() => onTheWay.size).toBe(0)
  return { page, batches, quiet, show }
}

test('[10.4] news are looked for while the page is visible, never behind it, and at once when it comes back', async () => {
  const { page, batches, quiet, show } = await openMeeting()
  const opened = batches.length
  await page.clock.runFor(pollMilliseconds + 1000)
  await expect.poll(() => batches.length).toBeGreaterThan(opened)
  // The first look reads the tokens and the meeting; both have come when nothing more is asked.
  await quiet()

  await show('hidden')
  const hidden = batches.length
  await page.clock.runFor(20 * pollMilliseconds)
  await quiet()
  expect(batches.length).toBe(hidden)

  await show('visible')
  await expect.poll(() => batches.length).toBe(hidden + 1)
  await quiet()
  await page.clock.runFor(pollMilliseconds + 1000)
  await expect.poll(() => batches.length).toBe(hidden + 2)
})
