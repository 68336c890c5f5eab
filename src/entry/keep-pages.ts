/** Also in offline-worker.ts. */
const SHELF = 'moedetraad-pages'

/** Code that is fetched when somebody writes: without a connection it could not be had. */
const usedLater = [() => import('../graph/forum-writes.ts'), () => import('../sync/settle-conflict.ts')] as const

/**
 * Keeps this page and the files it was made of, so that it opens without a connection the next time. Where the browser
 * keeps nothing for us (a frame of another site, a private window) the page works as before, while it is open.
 */
export async function keepPages(): Promise<void> {
  try {
    await navigator.serviceWorker.register(`${import.meta.env.BASE_URL}offline-worker.js`)
    await Promise.all(usedLater.map((load) => load()))
    const shelf = await caches.open(SHELF)
    const page = location.origin + location.pathname
    const parts = performance.getEntriesByType('resource').map(({ name }) => name)
    const own = parts.filter((name) => name.startsWith(location.origin) && name.includes('/assets/'))
    for (const address of new Set([page, ...own])) {
      if (!(await shelf.match(address))) await shelf.add(address)
    }
  } catch (error) {
    // Denied, full, or cut off meanwhile: the next visit tries again.
    if (!(error instanceof DOMException || error instanceof TypeError)) throw error
  }
}
