import type { Host, HostTheme } from '../host.ts'
import { lacking } from '../lacking.ts'
import { toSafeLink } from '../open-window.ts'
import { toServiceError } from '../to-service-error.ts'
import { waitAtMost } from '../wait-at-most.ts'
import { prepareTabConfiguration } from './tab-configuration.ts'
import { toHostContext, toHostTheme } from './teams-context.ts'

export type TeamsHostOptions = {
  /** Origins that may play Teams besides Microsoft's own: the local host page; none in production. */
  readonly validOrigins?: readonly string[]
  /** How long Teams may take to answer, each of two times. */
  readonly patienceMilliseconds?: number
  /** The window the app runs in; the page's own unless said. */
  readonly page?: Window
}

type TeamsClient = typeof import('./teams-client.ts').teamsClient

const PATIENCE_MILLISECONDS = 5000

/**
 * Teams around us, or null when nobody answers as Teams does, even the second time: then the browser host serves.
 * To be awaited before sign-in, since teams-js brings the bridge for nested sign-in with it (PLATFORM F4.1).
 */
export async function openTeamsHost(options: TeamsHostOptions = {}): Promise<Host | null> {
  const { page = window, patienceMilliseconds = PATIENCE_MILLISECONDS, validOrigins = [] } = options
  // Without a window around us teams-js rejects at once; asking first spares the download.
  if (page.parent === page && !('nativeInterface' in page)) return null
  const { teamsClient: teams } = await import('./teams-client.ts')
  const answers =
    (await beginTalk(teams, validOrigins, patienceMilliseconds)) ||
    (await beginTalk(teams, validOrigins, patienceMilliseconds))
  if (!answers) return null
  try {
    teams.notifyAppLoaded()
    const context = await waitAtMost(patienceMilliseconds, teams.getContext())
    const host = createTeamsHost(teams, page, context.page.frameContext === 'settings')
    // Teams takes its own "loading" away; whether it confirms that is of no consequence.
    void teams.notifySuccess().catch(() => undefined)
    return host
  } catch {
    // A window that takes the greeting and then says nothing of itself is no Teams we can work in.
    return null
  }
}

async function beginTalk(teams: TeamsClient, validOrigins: readonly string[], milliseconds: number): Promise<boolean> {
  try {
    await waitAtMost(milliseconds, teams.initialize([...validOrigins]))
    return true
  } catch {
    // teams-js remembers the try that failed and would hand it out again (teams-js#719).
    teams.forget()
    return false
  }
}

function createTeamsHost(teams: TeamsClient, page: Window, isSettings: boolean): Host {
  const listeners = new Set<(theme: HostTheme) => void>()
  // teams-js keeps one handler only.
  teams.registerOnThemeChangeHandler((theme) => {
    for (const listener of listeners) listener(toHostTheme(theme))
  })
  return {
    can: { openCalendarEvent: false, readItem: false, writeBody: false, configureTab: isSettings },
    context: async () => toHostContext(await ask(teams.getContext()), page.location.href),
    onThemeChange(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    onItemChange: () => () => undefined,
    openLink: async (url) => ask(teams.openLink(toSafeLink(url))),
    openCalendarEvent: lacking('openCalendarEvent'),
    readItem: async () => null,
    readAttachment: lacking('readAttachment'),
    appendToBody: lacking('appendToBody'),
    saveTab: isSettings ? prepareTabConfiguration(teams.tab) : lacking('saveTab'),
  }
}

async function ask<T>(answer: Promise<T>): Promise<T> {
  try {
    return await waitAtMost(PATIENCE_MILLISECONDS, answer)
  } catch (error) {
    throw toServiceError(error)
  }
}
