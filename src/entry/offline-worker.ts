// Runs beside the pages as a service worker: keeps the app's own files on this machine, so that a page that was opened
// before can be opened without a connection. What Microsoft 365 answers never passes through here.

type FetchEvent = Event & { readonly request: Request; respondWith(answer: Promise<Response>): void }
type InstallEvent = Event & { addRoutes?(routes: readonly object[]): Promise<void> }
type LifeEvent = Event & { waitUntil(work: Promise<unknown>): void }

/** What of a service worker's world is used here; its types cannot stand beside the page's in one program. */
type WorkerWorld = {
  readonly clients: { claim(): Promise<void> }
  skipWaiting(): Promise<void>
  addEventListener(type: 'install', listener: (event: InstallEvent & LifeEvent) => void): void
  addEventListener(type: 'activate', listener: (event: LifeEvent) => void): void
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void
}

/** Also in keep-pages.ts. */
const SHELF = 'moedetraad-pages'
const MOST_FILES = 300
const PAGES = /\/(?:(?:index|tab|outlook)\.html)?$/
const PARTS = /\/assets\//

const world = globalThis as unknown as WorkerWorld

world.addEventListener('install', (event) => {
  // A page is asked for at once, without waiting for this worker to wake up.
  const route = { condition: { requestMode: 'navigate' }, source: 'race-network-and-fetch-handler' }
  // A browser that knows routes may not know this one; then the worker is asked first.
  const routed = event.addRoutes?.([route]).catch(() => undefined)
  event.waitUntil(Promise.all([world.skipWaiting(), routed]))
})

world.addEventListener('activate', (event) => event.waitUntil(world.clients.claim()))

world.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request
  const { origin, pathname } = new URL(url)
  if (method !== 'GET' || origin !== location.origin) return
  if (mode === 'navigate' && PAGES.test(pathname)) event.respondWith(openPage(event.request, origin + pathname))
  else if (PARTS.test(pathname)) event.respondWith(openPart(event.request))
})

/** A page is new whenever it can be had; the kept one is for when it cannot. What stands after "?" makes no other page. */
async function openPage(request: Request, address: string): Promise<Response> {
  const shelf = await caches.open(SHELF)
  try {
    const fresh = await fetch(request)
    if (fresh.ok) await shelf.put(address, fresh.clone())
    return fresh
  } catch (error) {
    const kept = await shelf.match(address)
    if (kept) return kept
    throw error
  }
}

/** A part bears its content's hash in its name: the kept one is the right one. */
async function openPart(request: Request): Promise<Response> {
  const shelf = await caches.open(SHELF)
  const kept = await shelf.match(request)
  if (kept) return kept
  const fresh = await fetch(request)
  if (fresh.ok) {
    await shelf.put(request, fresh.clone())
    await makeRoom(shelf)
  }
  return fresh
}

async function makeRoom(shelf: Cache): Promise<void> {
  const oldest = (await shelf.keys()).slice(0, -MOST_FILES)
  for (const request of oldest) await shelf.delete(request)
}
