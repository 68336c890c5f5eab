import type { Host } from '../host.ts'
import { toServiceError } from '../to-service-error.ts'

type TabClient = typeof import('./teams-client.ts').teamsClient.tab
type TabSettings = Parameters<Host['saveTab']>[0]

/**
 * Teams keeps the Save button; we say when it may be pressed and what it saves. Each call of the function returned
 * puts new settings in place and opens the button; they are stored when the person presses it.
 */
export function prepareTabConfiguration(config: TabClient): (settings: TabSettings) => Promise<void> {
  let chosen: TabSettings | null = null
  config.setValidityState(false)
  config.registerOnSaveHandler((save) => {
    if (chosen === null) return save.notifyFailure('Vælg et forum og et møde først.')
    const { contentUrl, displayName, entityId } = chosen
    config
      .setConfig({ contentUrl, entityId, suggestedDisplayName: displayName, websiteUrl: contentUrl })
      .then(() => save.notifySuccess())
      .catch((error: unknown) => save.notifyFailure(String(error)))
  })
  return async (settings) => {
    chosen = settings
    try {
      config.setValidityState(true)
    } catch (error) {
      throw toServiceError(error)
    }
  }
}
