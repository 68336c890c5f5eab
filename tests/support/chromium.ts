import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { chromiumPath } from './find-chromium.ts'
import { type ProblemWatch, watchProblems } from './watch-problems.ts'

/** How a test wants its browser. Language, zone and size are those of a Danish office unless said. */
export type ChromiumOptions = {
  /** The system's colours; the hosts' own theme is part of their address. */
  readonly theme?: 'light' | 'dark' | 'contrast'
  readonly viewport?: { readonly width: number; readonly height: number }
  readonly locale?: string
  readonly timezone?: string
  /** As for people who block site data: localStorage and IndexedDB answer "denied". */
  readonly deniedStorage?: boolean
  readonly reducedMotion?: boolean
  /** Problems the test plants itself and expects. */
  readonly allow?: readonly RegExp[]
}

/** An own profile with one open page. Everything closes, and every problem fails the test, when the test ends. */
export type OpenedChromium = {
  readonly page: Page
  readonly context: BrowserContext
  readonly problems: ProblemWatch
  close(): Promise<void>
}

type Profile = { readonly context: BrowserContext; readonly problems: ProblemWatch; close(): Promise<void> }

const launchFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Nothing can leave the machine, whatever a page asks for.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
]

const openProfiles = new Set<Profile>()
let shared: Promise<Browser> | undefined

/** Opens an empty profile of Chromium with one page. */
export async function openChromium(options: ChromiumOptions = {}): Promise<OpenedChromium> {
  const { context, close } = options.deniedStorage === true ? await denyStorage(options) : await shareBrowser(options)
  const problems = watchProblems(context)
  for (const pattern of options.allow ?? []) problems.allow(pattern)
  const profile: Profile = { context, problems, close }
  openProfiles.add(profile)
  const page = context.pages()[0] ?? (await context.newPage())
  return {
    page,
    context,
    problems,
    async close() {
      if (!openProfiles.delete(profile)) return
      const left = await problems.take(5000)
      await close()
      if (left.length > 0) throw new Error(`Problems in the browser:\n${left.join('\n')}`)
    },
  }
}

/** Closes what the test left open; gives the problems nobody expected and, after a failure, pictures of the pages. */
export async function closeProfiles(pictures: { readonly folder: string } | null): Promise<string[]> {
  const problems: string[] = []
  for (const profile of openProfiles) {
    openProfiles.delete(profile)
    problems.push(...(await profile.problems.take(5000)))
    if (pictures !== null) await takePictures(profile.context, pictures.folder)
    await profile.close()
  }
  return problems
}

/** Ends the browser of this worker. */
export async function endBrowser(): Promise<void> {
  const browser = await shared
  shared = undefined
  await browser?.close()
}

async function shareBrowser(options: ChromiumOptions): Promise<Omit<Profile, 'problems'>> {
  shared ??= chromium.launch({ executablePath: chromiumPath(), headless: true, args: launchFlags })
  const context = await (await shared).newContext(toContextOptions(options))
  return { context, close: () => context.close() }
}

async function denyStorage(options: ChromiumOptions): Promise<Omit<Profile, 'problems'>> {
  const folder = mkdtempSync(join(tmpdir(), 'chromium-'))
  mkdirSync(join(folder, 'Default'))
  // 2 is "block" for cookies and site data; Chromium then denies localStorage and IndexedDB just as in the field.
  const preferences = { profile: { default_content_setting_values: { cookies: 2 } } }
  writeFileSync(join(folder, 'Default/Preferences'), JSON.stringify(preferences))
  const context = await chromium.launchPersistentContext(folder, {
    ...toContextOptions(options),
    executablePath: chromiumPath(),
    headless: true,
    args: launchFlags,
  })
  return {
    context,
    async close() {
      await context.close()
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
    },
  }
}

function toContextOptions(options: ChromiumOptions): BrowserContextOptions {
  return {
    acceptDownloads: true,
    colorScheme: options.theme === 'dark' ? 'dark' : 'light',
    forcedColors: options.theme === 'contrast' ? 'active' : 'none',
    locale: options.locale ?? 'da-DK',
    reducedMotion: options.reducedMotion === false ? 'no-preference' : 'reduce',
    timezoneId: options.timezone ?? 'Europe/Copenhagen',
    viewport: options.viewport ?? { width: 1280, height: 800 },
  }
}

async function takePictures(context: BrowserContext, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const before = readdirSync(folder).length
  for (const [place, page] of context.pages().entries()) {
    await page.screenshot({ path: join(folder, `${before + place + 1}.png`), fullPage: true })
  }
}
