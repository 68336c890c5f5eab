import type { IPublicClientApplication } from '@azure/msal-browser'
import type { Registration } from '../host.ts'
import { offlineError } from '../to-service-error.ts'
import { waitAtMost } from '../wait-at-most.ts'
import { ANSWER_PAGE, authorityOf, RELAY_PAGE, type SignInConfig } from './sign-in-addresses.ts'

/**
 * How a person can be asked to sign in: by the host (nested), in a window of our own origin (relay), by leaving the
 * page and coming back (redirect), or not here but in a browser (elsewhere). PLATFORM 10.3.
 */
export type Way = 'nested' | 'relay' | 'redirect' | 'elsewhere'

// A host that laid a bridge and does not answer on it would hold up everything.
const PATIENCE_MILLISECONDS = 5000

/** MSAL, fetched when the first token is needed. Throws ServiceError 'offline' when it cannot be fetched. */
export async function loadMsal(): Promise<typeof import('./msal-client.ts').msalClient> {
  try {
    return (await import('./msal-client.ts')).msalClient
  } catch (error) {
    throw offlineError(error)
  }
}

/**
 * A client of one registration. Tokens stay in memory; what MSAL lays into sessionStorage while the person is away
 * signing in is its own question, not an answer.
 */
export async function openClient(
  config: SignInConfig,
  registration: Registration,
  way: Way,
): Promise<IPublicClientApplication> {
  const msal = await loadMsal()
  const configuration = {
    auth: {
      clientId: config.registrations[registration],
      authority: authorityOf(config, registration),
      redirectUri: `${config.appOrigin}/${ANSWER_PAGE}`,
      ...(way === 'relay'
        ? { popupRelayUri: `${config.appOrigin}/${RELAY_PAGE}`, popupRelayProtocolVersion: 2 as const }
        : {}),
    },
    cache: { cacheLocation: msal.memoryStorage },
  }
  if (way !== 'nested') return msal.createStandard(configuration)
  return waitAtMost(PATIENCE_MILLISECONDS, msal.createNestable(configuration))
}
