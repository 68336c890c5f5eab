import type { Registration } from '../host.ts'

/** What sign-in must know of the installation; a Deployment of entry/ is one. */
export type SignInConfig = {
  /** Where the app is served, "https://moedetraad.example". */
  readonly appOrigin: string
  readonly hostTenantId: string
  /** Client ids (GUIDs). */
  readonly registrations: Readonly<Record<Registration, string>>
}

const LOGIN = 'https://login.microsoftonline.com'
const GRAPH = 'https://graph.microsoft.com'

/** The page of ours that takes the answer of a sign-in, and on which an administrator's consent ends. */
export const ANSWER_PAGE = 'sign-in.html'
/** The page of ours that opens the sign-in for an app inside a frame. */
export const RELAY_PAGE = 'sign-in-relay.html'

/** One's own app folder in OneDrive: read marks (decision 008). */
export const APP_FOLDER = 'Files.ReadWrite.AppFolder'

const plainScopes: Readonly<Record<Registration, readonly string[]>> = {
  'forum-data': ['Sites.Selected', 'User.Read'],
  'my-calendar': ['Calendars.Read'],
}

// What an administrator is asked for at once, so that removing a stale entry and keeping read marks need no second round.
const consentScopes: Readonly<Record<Registration, readonly string[]>> = {
  'forum-data': plainScopes['forum-data'],
  'my-calendar': ['Calendars.Read', 'Calendars.ReadWrite', APP_FOLDER],
}

/** Rights no person is asked for: without an administrator's consent the product does without them. */
export function isNeverAskedFor(scopes: readonly string[]): boolean {
  return scopes.includes(APP_FOLDER)
}

/**
 * Where a token is made: forum data always in the forums' tenant, since "organizations" would take a guest home
 * (PLATFORM F4.14); the calendar in the person's own, which Microsoft finds.
 */
export function authorityOf(config: SignInConfig, registration: Registration): string {
  return `${LOGIN}/${registration === 'forum-data' ? config.hostTenantId : 'organizations'}`
}

/** The scopes to ask for, in the long form MSAL wants; the registration's own when none are named. */
export function toGraphScopes(registration: Registration, scopes: readonly string[] = []): string[] {
  return (scopes.length > 0 ? scopes : plainScopes[registration]).map((scope) =>
    scope.startsWith('https://') ? scope : `${GRAPH}/${scope}`,
  )
}

/** The page where an administrator of the person's tenant (calendar) or of the forums' tenant (forum data) consents. */
export function consentAddressOf(config: SignInConfig, registration: Registration): string {
  const address = new URL(`${authorityOf(config, registration)}/v2.0/adminconsent`)
  address.search = new URLSearchParams({
    client_id: config.registrations[registration],
    scope: toGraphScopes(registration, consentScopes[registration]).join(' '),
    redirect_uri: `${config.appOrigin}/${ANSWER_PAGE}`,
    state: registration,
  }).toString()
  return address.href
}
