import type { FrameLocator, Page } from 'playwright-core'
import { type ChromiumOptions, openChromium } from './chromium.ts'
import type { Product } from './product.ts'

/** teams-js asks Microsoft's CDN for a list of hosts and goes on without it; the browser says so on the console. */
const officeCdn = /res\.cdn\.office\.net/

/** Before anything is read there is no file of read marks yet, and Graph says so with a 404. */
const noReadMarks = /404 .*special\/approot:\/read-marks/

export type HostTheme = 'light' | 'dark' | 'contrast'

/** The app inside its local host, as one person sees it. */
export type OpenedApp = { readonly page: Page; readonly app: FrameLocator }

/** The demo's coming meeting: the one that was moved. */
export function comingMeeting(product: Product) {
  const found = product.world['meetings']?.find(
    (meeting) => meeting['supersedesKey'] !== null && meeting['status'] === 'planned',
  )
  if (!found) throw new Error('the demo world has no moved meeting')
  return found as { key: string; forumId: string; addresses: Record<string, Record<string, string>> }
}

/** The address of one of a person's invitations; `tie` is "current" or "superseded". */
export function invitationAddress(product: Product, person: string, tie: 'current' | 'superseded'): string {
  const key = comingMeeting(product).key
  const found = product.world['invitations']?.find(
    (invitation) => invitation['person'] === person && invitation['tie'] === tie && invitation['meetingKey'] === key,
  )
  if (!found) throw new Error(`${person} has no ${tie} invitation`)
  return String(found['address'])
}

/** Opens an address of a local host in a fresh browser profile and waits for the app in its frame. */
export async function openHost(
  product: Product,
  address: string,
  options: ChromiumOptions & { readonly host?: HostTheme; readonly language?: 'da' | 'en' } = {},
): Promise<OpenedApp> {
  const { host, language, ...chromium } = options
  const { page } = await openChromium({ ...chromium, allow: [officeCdn, noReadMarks, ...(options.allow ?? [])] })
  const url = new URL(address, product.origin)
  if (host && host !== 'light') url.searchParams.set('theme', host)
  if (language === 'en') url.searchParams.set('lang', 'en')
  await page.goto(url.href)
  return { page, app: page.frameLocator('iframe') }
}

/** Opens the meeting tab of the coming meeting in Teams. */
export async function openTab(
  product: Product,
  person: string,
  frame: 'content' | 'sidePanel' | 'meetingStage' | 'unconfigured' = 'content',
  options: Parameters<typeof openHost>[2] = {},
): Promise<OpenedApp> {
  const address = comingMeeting(product).addresses[person]?.[frame]
  if (!address) throw new Error(`${person} has no ${frame} for the coming meeting`)
  return openHost(product, address, options)
}
