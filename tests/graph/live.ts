import { waitOnClock } from '../../src/graph/wait.ts'
import type { ForumId, Instant } from '../../src/shared/ids.ts'
import { type Ports, portsOver } from './contract-place.ts'

/**
 * A real tenant to hold the contract tests against, named by environment variables (src/local-tenant/SUPPORT.md, "Asking a
 * real tenant"). null where a variable is not set: then the local tenant is asked, or the test passed over.
 */
export const live = {
  site: (process.env['GRAPH_LIVE_SITE'] ?? null) as ForumId | null,
  forumToken: process.env['GRAPH_LIVE_TOKEN'] ?? null,
  /** May make lists; the forum's lists are then made, or completed, before anything else. */
  provisionToken: process.env['GRAPH_LIVE_PROVISION_TOKEN'] ?? null,
  calendarToken: process.env['GRAPH_LIVE_CALENDAR_TOKEN'] ?? null,
  filesToken: process.env['GRAPH_LIVE_FILES_TOKEN'] ?? null,
}

/** Ports over the real Microsoft Graph, with one token for all of them. */
export function livePorts(token: string): Ports {
  const send = (request: Request): Promise<Response> => {
    const headers = new Headers(request.headers)
    if (new URL(request.url).host === 'graph.microsoft.com') headers.set('Authorization', `Bearer ${token}`)
    return fetch(new Request(request, { headers }))
  }
  const now = `${new Date().toISOString().slice(0, 19)}Z` as Instant
  const forums = live.site ? [{ id: live.site, name: 'Kontraktprøve' }] : []
  return portsOver(send, send, { forums, now, sleep: waitOnClock })
}
