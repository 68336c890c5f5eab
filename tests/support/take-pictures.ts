import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { setup as buildApp } from './build-once.ts'
import { type ChromiumOptions, endBrowser, openChromium } from './chromium.ts'
import { type Product, startProduct, stopProducts } from './product.ts'

/** One picture: where to go, what to do there, and what must be seen before it is taken. */
export type Picture = {
  /** File name without its ending. */
  readonly name: string
  readonly browser?: ChromiumOptions
  /** Path on the product's origin. */
  readonly address: (product: Product) => string
  /** Brings the page to the state the picture shows; waits for what it needs by role and name. */
  readonly prepare: (page: Page) => Promise<void>
}

const folder = resolve(import.meta.dirname, '../pictures')

/** Builds the app and takes the pictures from a product started for them, one after another, into tests/pictures. */
export async function takePictures(pictures: readonly Picture[]): Promise<void> {
  mkdirSync(folder, { recursive: true })
  await buildApp()
  const product = await startProduct()
  try {
    for (const picture of pictures) await takePicture(product, picture)
  } finally {
    await endBrowser()
    await stopProducts()
  }
}

async function takePicture(product: Product, { name, browser, address, prepare }: Picture): Promise<void> {
  const opened = await openChromium(browser)
  await opened.page.goto(`${product.origin}${address(product)}`)
  await prepare(opened.page)
  await opened.page.evaluate(() => document.fonts.ready)
  writeFileSync(join(folder, `${name}.png`), await opened.page.screenshot({ animations: 'disabled', caret: 'hide' }))
  await opened.close()
  console.log(`tests/pictures/${name}.png`)
}
