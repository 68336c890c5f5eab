import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { expectNoAxeViolations } from '../support/axe.ts'
import { type ChromiumOptions, openChromium } from '../support/chromium.ts'

const planted: readonly (readonly [what: string, script: string, sentence: RegExp])[] = [
  ['console.error', 'console.error("planted words")', /^console\.error: planted words/],
  ['an uncaught error', 'setTimeout(() => { throw new Error("planted throw") })', /^uncaught: .*planted throw/],
  ['a lost rejection', 'Promise.reject(new Error("planted rejection"))', /^uncaught: .*planted rejection/],
  ['an error answer', 'fetch("/missing")', /^console\.error: .*404.*\/missing/],
  ['a dropped request', 'fetch("/drop").catch(() => {})', /^request failed: .*\/drop/],
  ['a request without answer', 'fetch("/silent")', /^request without answer: GET .*\/silent/],
  [
    'a request outside',
    'fetch("https://example.com/").catch(() => {})',
    /^request to another machine: https:\/\/example/,
  ],
  ['an error in a worker', `new Worker(URL.createObjectURL(new Blob(['console.error("deep")'])))`, /deep/],
  [
    'an error in a frame',
    'document.body.append(Object.assign(document.createElement("iframe"), { src: "/bad" }))',
    /framed/,
  ],
]

test.each(planted)('%s is a problem of the test', async (_what, script, sentence) => {
  const { page, problems } = await openPlain()
  await page.evaluate(`(() => { ${script} })()`)
  await expect.poll(() => problems.take(300).then((all) => all.find((one) => sentence.test(one)))).toBeDefined()
  await problems.take(500)
  problems.allow(/\/silent/)
})

test('a planted fault can be allowed, and only that', async () => {
  const { page, problems } = await openPlain({ allow: [/planted one/] })
  await page.evaluate('console.error("planted one"); console.error("planted two")')
  expect(await problems.take(0)).toEqual([expect.stringMatching(/^console\.error: planted two/)])
})

test('the browser is Danish, with the size and colours asked for', async () => {
  const { page } = await openPlain({ theme: 'contrast', viewport: { width: 270, height: 600 } })
  const seen = await page.evaluate(() => ({
    contrast: matchMedia('(forced-colors: active)').matches,
    language: navigator.language,
    width: innerWidth,
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  }))
  expect(seen).toEqual({ contrast: true, language: 'da-DK', width: 270, zone: 'Europe/Copenhagen' })
})

test('storage can be denied as it is for people who block site data', async () => {
  const denied = await openPlain({ deniedStorage: true })
  expect(await denied.page.evaluate(tryStorage)).toEqual(['SecurityError', 'UnknownError'])
  const usual = await openPlain()
  expect(await usual.page.evaluate(tryStorage)).toEqual(['stored', 'stored'])
})

test('axe speaks up about a picture without words', async () => {
  const { page } = await openPlain()
  await expectNoAxeViolations(page)
  await page.evaluate(() => document.querySelector('main')?.append(document.createElement('img')))
  await expect(expectNoAxeViolations(page)).rejects.toThrow('image-alt')
})

async function openPlain(options: ChromiumOptions = {}) {
  const opened = await openChromium(options)
  await opened.page.goto(await startPlainServer())
  return opened
}

/** A tiny site with pages that are well, missing, silent or cut off. */
async function startPlainServer(): Promise<string> {
  const html = (body: string) =>
    `<!doctype html><html lang="da"><title>Prøve</title><link rel="icon" href="data:,">${body}`
  const server = createServer((request, response) => {
    if (request.url === '/silent') return
    if (request.url === '/drop') return void request.socket.destroy()
    response.statusCode = request.url === '/missing' ? 404 : 200
    response.setHeader('content-type', 'text/html; charset=utf-8')
    const body = request.url === '/bad' ? '<script>console.error("framed")</script>' : '<h1>Prøve</h1>'
    response.end(html(`<main>${body}</main>`))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}

/** Runs in the page: what localStorage and IndexedDB answer. */
async function tryStorage(): Promise<string[]> {
  const nameOf = (error: unknown) =>
    error instanceof Error || error instanceof DOMException ? error.name : String(error)
  const local = await Promise.resolve()
    .then(() => localStorage.setItem('a', 'b'))
    .then(() => 'stored', nameOf)
  const database = await new Promise<string>((done) => {
    const opening = indexedDB.open('prøve')
    opening.onsuccess = () => done('stored')
    opening.onerror = () => done(nameOf(opening.error))
  })
  return [local, database]
}
