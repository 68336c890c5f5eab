import { openBrowserHost } from '../hosts/browser/browser-host.ts'
import { createLocalSignIn } from '../hosts/sign-in/local-sign-in.ts'
import type { Instant } from '../shared/ids.ts'
import type { CreateOutside } from './outside.ts'

/** The local product: persons of the local tenant, Graph on the same origin, and the tenant's own now. */
export const createOutside: CreateOutside = (_deployment, query) => {
  const origin = location.origin
  const ahead = readClockLead()
  return {
    openHost: async (page) => {
      // Opened outside its host, a page is the app in a browser.
      if (page === 'tab')
        return (
          (await (await import('../hosts/teams/teams-host.ts')).openTeamsHost({ validOrigins: [origin] })) ??
          openBrowserHost()
        )
      if (page === 'outlook')
        return (await (await import('../hosts/outlook/outlook-host.ts')).openOutlookHost()) ?? openBrowserHost()
      return openBrowserHost()
    },
    personHint: () => query.get('person'),
    createSignIn: () => createLocalSignIn({ personId: query.get('person') ?? '', origin }),
    fetch: (request) => fetchFromTenant(request, origin),
    now: () => new Date(Date.now() + ahead).toISOString() as Instant,
  }
}

/** Milliseconds the tenant's clock is ahead of this machine's (`npm start -- --now`), as the served page says. */
function readClockLead(): number {
  return Number(document.documentElement.dataset['clockLead'] ?? 0)
}

/** Graph is on the page's own origin. The body is read first: Chromium sends a stream over HTTP/2 only. */
async function fetchFromTenant(request: Request, origin: string): Promise<Response> {
  const { headers, method, signal } = request
  const body = method === 'GET' || method === 'HEAD' ? null : await request.arrayBuffer()
  return fetch(request.url.replace('https://graph.microsoft.com', `${origin}/graph`), { body, headers, method, signal })
}
