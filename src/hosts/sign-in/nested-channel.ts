/// <reference types="office-js" />
import type { Surface } from '../host.ts'

/** A window into which a host may have laid its bridge for nested sign-in, and Office.js. */
export type PageWithChannel = Window & {
  readonly nestedAppAuthBridge?: unknown
  readonly __initializeNestedAppAuth?: unknown
  readonly Office?: typeof Office
}

const inOutlook: readonly Surface[] = ['invitation', 'mail', 'compose']

/**
 * Whether the host signs in for us (nested app authentication). The bridge must be there and the host must vouch for
 * it: without a bridge MSAL falls back to a plain client without a word (PLATFORM F4.3).
 */
export async function hasNestedChannel(page: PageWithChannel, surface: Surface): Promise<boolean> {
  const hasBridge =
    (typeof page.nestedAppAuthBridge === 'object' && page.nestedAppAuthBridge !== null) ||
    typeof page.__initializeNestedAppAuth === 'function'
  if (!hasBridge || surface === 'browser') return false
  if (inOutlook.includes(surface)) {
    return page.Office?.context.requirements?.isSetSupported('NestedAppAuth', '1.1') === true
  }
  const { teamsClient } = await import('../teams/teams-client.ts')
  return teamsClient.isInitialized() && teamsClient.isNestedSignInRecommended()
}
