import type { AccountInfo, AuthenticationResult, IPublicClientApplication } from '@azure/msal-browser'
import { ServiceError } from '../../workflows/failure.ts'
import type { Host, HostContext, Registration, SignIn, Token } from '../host.ts'
import { isCancelled, toSignInError } from '../to-service-error.ts'
import { hasNestedChannel, type PageWithChannel } from './nested-channel.ts'
import { loadMsal, openClient, type Way } from './open-client.ts'
import { readResult } from './read-result.ts'
import {
  authorityOf,
  consentAddressOf,
  isNeverAskedFor,
  type SignInConfig,
  toGraphScopes,
} from './sign-in-addresses.ts'
import { createTokenShelf } from './token-shelf.ts'

/** The host, as far as sign-in needs it. */
export type SignInSurface = Pick<Host, 'context' | 'openLink'>

type TokenWish = Parameters<SignIn['token']>[1]
type Attempt = {
  readonly scopes: string[]
  readonly authority: string
  readonly claims?: string
  readonly loginHint?: string
}
type Side = {
  readonly registration: Registration
  way: Way
  client: Promise<IPublicClientApplication> | null
  account: AccountInfo | null
  /** MSAL gives the answer for which the page was left again and again; it counts once. */
  isAnswerTaken: boolean
  /** Scopes that could not be had without asking the person; the next click asks for them. */
  owed: readonly string[]
}

/**
 * Signs in to Microsoft 365 with MSAL, by the way the host allows (PLATFORM 10.3). A way that turns out closed is left
 * for the next one at the next click. Tokens live in memory only, one question per key at a time, each with its tenant
 * checked before anybody gets it.
 */
export function createMsalSignIn(
  config: SignInConfig,
  surface: SignInSurface,
  page: PageWithChannel = window as PageWithChannel,
): SignIn {
  const shelf = createTokenShelf(Date.now)
  const sides = new Map<Registration, Promise<Side>>()
  const sideOf = (registration: Registration): Promise<Side> => {
    const known = sides.get(registration) ?? openSide(registration, surface, page)
    sides.set(registration, known)
    return known
  }
  return {
    token: async (registration, wish) => {
      const side = await sideOf(registration)
      const scopes = wish.scopes ?? (wish.interaction === 'allowed' ? side.owed : [])
      const tenant = registration === 'forum-data' ? config.hostTenantId : ''
      const key = { registration, tenant, scopes: toGraphScopes(registration, scopes), interaction: wish.interaction }
      return shelf.take(key, wish.refused, () => fetchToken({ config, side, surface, page }, { ...wish, scopes }))
    },
    consentAddress: (registration) => consentAddressOf(config, registration),
  }
}

type Scene = {
  readonly config: SignInConfig
  readonly side: Side
  readonly surface: SignInSurface
  readonly page: PageWithChannel
}

async function openSide(registration: Registration, surface: SignInSurface, page: PageWithChannel): Promise<Side> {
  const context = await surface.context()
  const isNested = await hasNestedChannel(page, context.surface)
  const way = isNested ? 'nested' : wayWithoutHost(page, context)
  return { registration, way, client: null, account: null, isAnswerTaken: false, owed: [] }
}

/** A pane of desktop Outlook is no frame, yet leaving its page would leave the pane. */
function wayWithoutHost(page: Window, context: HostContext): Way {
  if (page.parent !== page) return 'relay'
  return context.surface === 'browser' ? 'redirect' : 'elsewhere'
}

async function fetchToken(scene: Scene, wish: TokenWish): Promise<Token> {
  const { config, side } = scene
  const { loginHint } = await scene.surface.context()
  const attempt: Attempt = {
    scopes: toGraphScopes(side.registration, wish.scopes),
    authority: authorityOf(config, side.registration),
    ...(wish.claims === undefined ? {} : { claims: wish.claims }),
    ...(loginHint === null ? {} : { loginHint }),
  }
  try {
    return await askSilently(scene, attempt)
  } catch (error) {
    const silent = whenHostFails(side, toSignInError(error, side.registration))
    if (isSolvedByAsking(silent) && !isNeverAskedFor(wish.scopes ?? [])) side.owed = wish.scopes ?? []
    if (wish.interaction === 'never' || !isSolvedByAsking(silent)) throw silent
  }
  const token = await askPerson(scene, attempt)
  side.owed = []
  return token
}

/**
 * A host that answers with an error of its own, or not at all, is no dead end (PLATFORM 7, bugs 1, 4 and 6): the next
 * click asks the person, by another way where this one stays closed.
 */
function whenHostFails(side: Side, error: ServiceError): ServiceError {
  const isHost = side.way === 'nested' && error.failure.kind === 'unavailable'
  return isHost ? new ServiceError({ kind: 'signInNeeded' }, { cause: error }) : error
}

function isSolvedByAsking({ failure }: ServiceError): boolean {
  return failure.kind === 'signInNeeded' || failure.kind === 'consentMissing'
}

async function askSilently({ config, side }: Scene, attempt: Attempt): Promise<Token> {
  if (side.way === 'elsewhere') throw new ServiceError({ kind: 'signInNeeded' })
  const client = await clientOf(config, side)
  const answer = await takeAnswer(client, side)
  if (answer) return keep(config, side, answer)
  const { CacheLookupPolicy } = await loadMsal()
  if (side.way === 'nested') {
    // MSAL's own memory looks tokens up by the host's account and not by the authority asked for (PLATFORM F4.6).
    return keep(
      config,
      side,
      await client.acquireTokenSilent({ ...attempt, cacheLookupPolicy: CacheLookupPolicy.Skip }),
    )
  }
  if (side.account === null) return keep(config, side, await client.ssoSilent(attempt))
  const cacheLookupPolicy = CacheLookupPolicy.RefreshTokenAndNetwork
  return keep(config, side, await client.acquireTokenSilent({ ...attempt, account: side.account, cacheLookupPolicy }))
}

/** The answer of a sign-in for which the page was left, if we just came back from one. */
async function takeAnswer(client: IPublicClientApplication, side: Side): Promise<AuthenticationResult | null> {
  if (side.way !== 'redirect' || side.isAnswerTaken) return null
  side.isAnswerTaken = true
  return client.handleRedirectPromise()
}

async function askPerson(scene: Scene, attempt: Attempt): Promise<Token> {
  const { config, side } = scene
  if (side.way === 'elsewhere') return sendToBrowser(scene)
  try {
    const client = await clientOf(config, side)
    if (side.way !== 'redirect') return keep(config, side, await client.acquireTokenPopup(attempt))
    // Leaves the page; what comes after is only reached when leaving failed.
    await client.acquireTokenRedirect(attempt)
    throw new ServiceError({ kind: 'signInNeeded' })
  } catch (error) {
    const failed = toSignInError(error, side.registration)
    const isClosed = failed.failure.kind === 'unavailable' || failed.failure.kind === 'signInNeeded'
    if (isClosed && !isCancelled(error)) takeNextWay(scene)
    throw isClosed ? new ServiceError({ kind: 'signInNeeded' }, { cause: failed }) : failed
  }
}

function takeNextWay({ page, side }: Scene): void {
  if (side.way === 'redirect') return
  side.way = side.way === 'nested' && page.parent !== page ? 'relay' : 'elsewhere'
  side.client = null
  side.account = null
}

/** The person signs in where it always works: the app in a browser, at the same meeting. */
async function sendToBrowser({ config, surface }: Scene): Promise<never> {
  const { forumId, meetingKey } = await surface.context()
  const address = new URL(`${config.appOrigin}/index.html`)
  if (meetingKey) address.searchParams.set('m', meetingKey)
  if (forumId) address.searchParams.set('f', forumId)
  await surface.openLink(address.href)
  throw new ServiceError({ kind: 'signInNeeded' }, { cause: 'sign-in goes on in a browser' })
}

async function clientOf(config: SignInConfig, side: Side): Promise<IPublicClientApplication> {
  side.client ??= openClient(config, side.registration, side.way)
  try {
    return await side.client
  } catch (error) {
    // Tried anew the next time: the network may be back.
    side.client = null
    throw error
  }
}

function keep(config: SignInConfig, side: Side, result: AuthenticationResult): Token {
  const token = readResult(config, side.registration, result)
  side.account = result.account
  return token
}
