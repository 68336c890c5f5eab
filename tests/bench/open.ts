import { gzipSync } from 'node:zlib'
import { type Browser, chromium, type Page } from 'playwright-core'
import { chromiumPath } from '../support/find-chromium.ts'
import { type Product, startProduct, stopProducts } from '../support/product.ts'
import { runStep } from '../support/run-steps.ts'
import { findComingMeeting } from '../support/world-places.ts'
import { fillCalendar } from './open-world.ts'
import { judge, spreadOf, tellSpread } from './statistics.ts'

/** A page to measure: it is readable when its text holds every one of `texts`. */
type Contender = { readonly name: string; readonly address: string; readonly texts: readonly string[] }

/** Milliseconds from navigation to the frame after the text is there: empty profile, then the same profile again. */
type Visit = { readonly coldMs: number; readonly repeatMs: number }

type Script = { readonly name: string; readonly bytesGz: number }

/**
 * Time from navigation to a readable agenda, and the JavaScript needed for it, against a page that only lists 50
 * calendar entries with the same React and Fluent from the same server.
 */
export async function runBench(words: readonly string[]): Promise<boolean> {
  const runs = Number(words[words.indexOf('--runs') + 1]) || 12
  await build('the app', ['vite', 'build', '--mode', 'local-tenant'])
  await build('the peer', ['vite', 'build', '--config', 'tests/bench/peer/vite.config.ts'])
  const product = await startProduct()
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox', '--disable-gpu'] })
  try {
    return await compare(browser, await preparePeer(product), await prepareApp(browser, product), runs)
  } finally {
    await browser.close()
    await stopProducts()
  }
}

async function build(what: string, command: readonly [string, ...string[]]): Promise<void> {
  const { passed, output } = await runStep({ name: what, command, cores: 1 })
  if (!passed) throw new Error(`${what} cannot be built:\n${output}`)
}

async function preparePeer(product: Product): Promise<Contender> {
  const { person } = findComingMeeting(product.world, 'member')
  const { from, to, subjects } = await fillCalendar(product.origin, person, 50)
  const address = `${product.origin}/app/peer.html?${new URLSearchParams({ person, from, to })}`
  return { name: 'peer: 50 events', address, texts: subjects }
}

async function prepareApp(browser: Browser, product: Product): Promise<Contender> {
  const { person, meetingKey, forumId } = findComingMeeting(product.world, 'member')
  const address = `${product.origin}/app/index.html?${new URLSearchParams({ person, m: meetingKey, f: forumId })}`
  const page = await browser.newPage({ locale: 'da-DK', timezoneId: 'Europe/Copenhagen' })
  await page.goto(address)
  const lines = page.getByRole('navigation', { name: 'Dagsorden' }).getByRole('listitem')
  await lines.first().waitFor({ timeout: 20_000 })
  await page.waitForTimeout(1000)
  const texts = (await lines.allInnerTexts()).flatMap((line) => line.split('\n')).filter((line) => line.length > 8)
  await page.close()
  return { name: 'agenda', address, texts }
}

async function compare(browser: Browser, peer: Contender, app: Contender, runs: number): Promise<boolean> {
  await alternate(browser, [peer, app], 2)
  const again = { ...peer, name: 'peer again' }
  const itself = await alternate(browser, [peer, again], runs)
  console.log(`\nThe peer against itself, ${runs} visits each, alternating:`)
  const noise = tell(itself)
  console.log(
    `  noise: ratio cold ${noise.cold.toFixed(2)}, repeat ${noise.repeat.toFixed(2)} (1.00 would be a silent machine)`,
  )

  console.log(`\nThe agenda against the peer, ${runs} visits each, alternating; the peer is the floor:`)
  const ratio = tell(await alternate(browser, [peer, app], runs))

  const peerScripts = await measureScripts(browser, peer)
  const appScripts = await measureScripts(browser, app)
  console.log('\nJavaScript asked for before the text is readable (gzip -9, kB = 1000 bytes):')
  tellScripts(peer, peerScripts)
  tellScripts(app, appScripts)

  console.log('')
  return judge([
    { what: 'cold visit, agenda / peer', value: ratio.cold, atMost: 1.5, unit: 'times' },
    { what: 'repeat visit, agenda / peer', value: ratio.repeat, atMost: 1.2, unit: 'times' },
    { what: 'initial JavaScript of the agenda', value: totalKb(appScripts), atMost: 160, unit: 'kB gz' },
  ])
}

async function alternate(browser: Browser, pair: readonly [Contender, Contender], runs: number) {
  const visits = new Map<Contender, Visit[]>(pair.map((one) => [one, []]))
  for (let run = 0; run < runs; run += 1) {
    for (const one of run % 2 === 0 ? pair : [...pair].reverse()) visits.get(one)?.push(await visit(browser, one))
  }
  return visits
}

/** Prints both contenders and gives the ratios of medians, second to first. */
function tell(visits: Map<Contender, Visit[]>): { cold: number; repeat: number } {
  const spreads = [...visits].map(([{ name }, all]) => {
    const spread = { cold: spreadOf(all.map((one) => one.coldMs)), repeat: spreadOf(all.map((one) => one.repeatMs)) }
    console.log(`  ${name.padEnd(16)} cold ${tellSpread(spread.cold, 'ms')}, repeat ${tellSpread(spread.repeat, 'ms')}`)
    return spread
  })
  const ratio = (kind: 'cold' | 'repeat') =>
    (spreads[1]?.[kind].median ?? Number.NaN) / (spreads[0]?.[kind].median ?? Number.NaN)
  return { cold: ratio('cold'), repeat: ratio('repeat') }
}

async function visit(browser: Browser, contender: Contender): Promise<Visit> {
  const { page, close } = await openFresh(browser, contender)
  const coldMs = await timeToText(page, contender)
  // Let the page finish what it keeps for the next visit, as a person would who reads before coming back.
  await page.waitForLoadState('networkidle')
  await page.waitForTimeout(300)
  await page.goto('about:blank')
  const repeatMs = await timeToText(page, contender)
  await close()
  return { coldMs, repeatMs }
}

async function openFresh(browser: Browser, contender: Contender) {
  const context = await browser.newContext({
    locale: 'da-DK',
    timezoneId: 'Europe/Copenhagen',
    viewport: { width: 1280, height: 800 },
  })
  await context.addInitScript(noteWhenReadable, contender.texts)
  return { page: await context.newPage(), close: () => context.close() }
}

async function timeToText(page: Page, { name, address }: Contender): Promise<number> {
  await page.goto(address, { waitUntil: 'commit' })
  const noted = await page
    .waitForFunction(() => (globalThis as { readableAtMs?: number }).readableAtMs, undefined, { timeout: 30_000 })
    .catch(async (cause: unknown) => {
      const shown = await page.innerText('body').catch(String)
      throw new Error(`${name} never became readable: ${address}\nThe page says:\n${shown}`, { cause })
    })
  return (await noted.jsonValue()) ?? Number.NaN
}

/** Runs in the page before its own scripts: notes the first frame after all texts are in the document. */
function noteWhenReadable(texts: readonly string[]): void {
  const observer = new MutationObserver(() => {
    const shown = document.body?.textContent ?? ''
    if (!texts.every((text) => shown.includes(text))) return
    observer.disconnect()
    requestAnimationFrame(() =>
      setTimeout(() => {
        ;(globalThis as { readableAtMs?: number }).readableAtMs = performance.now()
      }),
    )
  })
  observer.observe(document, { subtree: true, childList: true, characterData: true })
}

async function measureScripts(browser: Browser, contender: Contender): Promise<Script[]> {
  const { page, close } = await openFresh(browser, contender)
  const readableAtMs = await timeToText(page, contender)
  const addresses = await page.evaluate(
    (end) =>
      performance
        .getEntriesByType('resource')
        .filter((entry) => entry.startTime <= end && /\.m?js(\?|$)/.test(entry.name))
        .map((entry) => entry.name),
    readableAtMs,
  )
  await close()
  return Promise.all(
    [...new Set(addresses)].map(async (address) => {
      const body = Buffer.from(await (await fetch(address)).arrayBuffer())
      return { name: new URL(address).pathname, bytesGz: gzipSync(body, { level: 9 }).length }
    }),
  )
}

function tellScripts({ name }: Contender, scripts: readonly Script[]): void {
  console.log(`  ${name}: ${totalKb(scripts).toFixed(1)} kB`)
  for (const script of [...scripts].sort((a, b) => b.bytesGz - a.bytesGz)) {
    console.log(`    ${(script.bytesGz / 1000).toFixed(1).padStart(6)} kB  ${script.name}`)
  }
}

function totalKb(scripts: readonly Script[]): number {
  // No script seen means that the measurement broke, not that the page needs none.
  return scripts.length === 0 ? Number.NaN : scripts.reduce((sum, script) => sum + script.bytesGz, 0) / 1000
}
