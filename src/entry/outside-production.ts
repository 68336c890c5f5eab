import { openBrowserHost } from '../hosts/browser/browser-host.ts'
import { createMsalSignIn } from '../hosts/sign-in/msal-sign-in.ts'
import type { Instant } from '../shared/ids.ts'
import type { CreateOutside } from './outside.ts'

/** Production: the real hosts, MSAL, and Graph where it is. */
export const createOutside: CreateOutside = (deployment) => ({
  openHost: async (page) => {
    // Opened outside its host, a page is the app in a browser.
    if (page === 'tab')
      return (await (await import('../hosts/teams/teams-host.ts')).openTeamsHost()) ?? openBrowserHost()
    if (page === 'outlook')
      return (await (await import('../hosts/outlook/outlook-host.ts')).openOutlookHost()) ?? openBrowserHost()
    return openBrowserHost()
  },
  createSignIn: (host) => createMsalSignIn(deployment, host),
  personHint: ({ loginHint }) => loginHint,
  fetch: (request) => fetch(request),
  now: () => new Date().toISOString() as Instant,
})
