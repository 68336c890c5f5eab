// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { HostContext, SignIn, Surface } from '../../../src/hosts/host.ts'
import { createSend } from '../../../src/hosts/send.ts'
import { createMsalSignIn } from '../../../src/hosts/sign-in/msal-sign-in.ts'
import { ServiceError, type ServiceFailure } from '../../../src/workflows/failure.ts'
import { createFakeNestedBridge } from './fake-nested-bridge.ts'

const hostTenantId = 'aaaaaaaa-0000-4000-8000-000000000001'
const homeTenantId = 'bbbbbbbb-0000-4000-8000-000000000002'
const forumApp = 'cccccccc-0000-4000-8000-000000000003'
const calendarApp = 'dddddddd-0000-4000-8000-000000000004'
const config = {
  appOrigin: 'https://moedetraad.example',
  hostTenantId,
  registrations: { 'forum-data': forumApp, 'my-calendar': calendarApp },
}
const never = { interaction: 'never' } as const
const allowed = { interaction: 'allowed' } as const

let bridge = createFakeNestedBridge()
let opened: string[] = []

beforeEach(() => {
  bridge = createFakeNestedBridge()
  opened = []
  Object.assign(window, {
    nestedAppAuthBridge: bridge.bridge,
    Office: { context: { requirements: { isSetSupported: () => true } } },
  })
  // MSAL tells the console when a bridge cannot be used.
  vi.spyOn(console, 'log').mockImplementation(() => undefined)
})

afterEach(() => {
  Reflect.deleteProperty(window, 'nestedAppAuthBridge')
  Reflect.deleteProperty(window, 'Office')
  vi.restoreAllMocks()
})

function signInOn(surface: Surface = 'mail'): SignIn {
  const context: HostContext = {
    surface,
    theme: 'light',
    language: 'da',
    meetingKey: null,
    forumId: null,
    threadId: null,
    loginHint: 'hanne@lyngvig.example',
  }
  return createMsalSignIn(config, { context: async () => context, openLink: async (url) => void opened.push(url) })
}

async function failureOf(promise: Promise<unknown>): Promise<ServiceFailure> {
  const outcome = await promise.then(
    () => null,
    (error: unknown) => error,
  )
  if (outcome instanceof ServiceError) return outcome.failure
  throw new Error(`expected a ServiceError, got ${String(outcome)}`)
}

test('[10.3] forum data is asked of the host tenant, the calendar of the home tenant, each with its own app', async () => {
  bridge.answer({ kind: 'token', tenantId: hostTenantId, homeTenantId }, { kind: 'token', tenantId: homeTenantId })
  const signIn = signInOn()
  const forum = await signIn.token('forum-data', never)
  const calendar = await signIn.token('my-calendar', never)
  expect(forum).toMatchObject({
    value: `token-1-${hostTenantId}`,
    tenantId: hostTenantId,
    account: { name: 'Hanne Skovlind', mail: 'hanne@lyngvig.example', tenantId: hostTenantId },
  })
  expect(calendar.tenantId).toBe(homeTenantId)
  expect(bridge.questions).toMatchObject([
    {
      method: 'GetToken',
      clientId: forumApp,
      authority: `https://login.microsoftonline.com/${hostTenantId}`,
      scope: 'https://graph.microsoft.com/Sites.Selected https://graph.microsoft.com/User.Read',
    },
    {
      method: 'GetToken',
      clientId: calendarApp,
      authority: 'https://login.microsoftonline.com/organizations',
      scope: 'https://graph.microsoft.com/Calendars.Read',
    },
  ])
})

test('[F4.6] a token of another tenant is caught, and not kept for the next one who asks', async () => {
  bridge.answer({ kind: 'token', tenantId: homeTenantId }, { kind: 'token', tenantId: hostTenantId, homeTenantId })
  const signIn = signInOn()
  expect(await failureOf(signIn.token('forum-data', never))).toEqual({
    kind: 'wrongTenant',
    expected: hostTenantId,
    got: homeTenantId,
  })
  expect((await signIn.token('forum-data', never)).tenantId).toBe(hostTenantId)
})

test("[F4.15] a guest's token is no key to the calendar", async () => {
  bridge.answer({ kind: 'token', tenantId: hostTenantId, homeTenantId })
  expect(await failureOf(signInOn().token('my-calendar', never))).toEqual({
    kind: 'wrongTenant',
    expected: homeTenantId,
    got: hostTenantId,
  })
})

test('one question at a time, then memory; a refused token is asked for anew with what Graph demands', async () => {
  bridge.answer({ kind: 'token', tenantId: hostTenantId })
  const signIn = signInOn()
  const [first, second] = await Promise.all([signIn.token('forum-data', never), signIn.token('forum-data', never)])
  expect(second).toBe(first)
  expect(await signIn.token('forum-data', never)).toBe(first)
  expect(bridge.questions).toHaveLength(1)
  const claims = '{"access_token":{"nbf":{"essential":true,"value":"1"}}}'
  const fresh = await signIn.token('forum-data', { ...never, refused: first.value, claims })
  expect(fresh.value).not.toBe(first.value)
  expect(JSON.parse(bridge.questions[1]?.claims ?? '{}')).toMatchObject(JSON.parse(claims))
})

test('nobody is asked unless a click allows it', async () => {
  const wanted = { kind: 'trouble', status: 'USER_INTERACTION_REQUIRED', code: 'interaction_required' } as const
  bridge.answer(wanted)
  const signIn = signInOn()
  expect(await failureOf(signIn.token('forum-data', never))).toEqual({ kind: 'signInNeeded' })
  expect(bridge.questions.map(({ method }) => method)).toEqual(['GetToken'])
  bridge.answer(wanted, { kind: 'token', tenantId: hostTenantId })
  expect((await signIn.token('forum-data', allowed)).tenantId).toBe(hostTenantId)
  expect(bridge.questions.map(({ method }) => method)).toEqual(['GetToken', 'GetToken', 'GetTokenPopup'])
})

test('a click asks for the right that was missing, not for the usual one', async () => {
  const wanted = { kind: 'trouble', status: 'USER_INTERACTION_REQUIRED', code: 'interaction_required' } as const
  bridge.answer({ kind: 'token', tenantId: homeTenantId }, wanted, wanted, { kind: 'token', tenantId: homeTenantId })
  const signIn = signInOn()
  await signIn.token('my-calendar', never)
  await failureOf(signIn.token('my-calendar', { ...never, scopes: ['Calendars.ReadWrite'] }))
  await signIn.token('my-calendar', allowed)
  expect(bridge.questions.at(-1)).toMatchObject({
    method: 'GetTokenPopup',
    scope: 'https://graph.microsoft.com/Calendars.ReadWrite',
  })
})

test('[008] a click for the calendar never asks for the app folder that could not be had in passing', async () => {
  const wanted = { kind: 'trouble', status: 'USER_INTERACTION_REQUIRED', code: 'interaction_required' } as const
  bridge.answer(wanted, wanted, wanted, { kind: 'token', tenantId: homeTenantId })
  const signIn = signInOn()
  await failureOf(signIn.token('my-calendar', never))
  await failureOf(signIn.token('my-calendar', { ...never, scopes: ['Files.ReadWrite.AppFolder'] }))
  await signIn.token('my-calendar', allowed)
  expect(bridge.questions.at(-1)).toMatchObject({
    method: 'GetTokenPopup',
    scope: 'https://graph.microsoft.com/Calendars.Read',
  })
})

test.each([
  ['65001', 'USER_INTERACTION_REQUIRED', { kind: 'consentMissing', registration: 'my-calendar' }],
  ['90094', 'PERSISTENT_ERROR', { kind: 'consentMissing', registration: 'my-calendar' }],
  ['700016', 'PERSISTENT_ERROR', { kind: 'consentMissing', registration: 'my-calendar' }],
  ['50020', 'PERSISTENT_ERROR', { kind: 'notInvited' }],
  ['53003', 'USER_INTERACTION_REQUIRED', { kind: 'rejected', reason: expect.stringContaining('it-afdeling') }],
])('[10.3] AADSTS%s (%s) is told as what it means', async (code, status, failure) => {
  bridge.answer({ kind: 'trouble', status, code: 'invalid_grant', description: `AADSTS${code}: as Entra says it.` })
  expect(await failureOf(signInOn().token('my-calendar', never))).toEqual(failure)
})

test.each([
  ['NO_NETWORK', { kind: 'offline' }],
  ['TRANSIENT_ERROR', { kind: 'signInNeeded' }],
  ['PERSISTENT_ERROR', { kind: 'signInNeeded' }],
  ['ACCOUNT_UNAVAILABLE', { kind: 'signInNeeded' }],
  ['NESTED_APP_AUTH_UNAVAILABLE', { kind: 'signInNeeded' }],
])('the bridge answers %s', async (status, failure) => {
  bridge.answer({ kind: 'trouble', status })
  expect(await failureOf(signInOn().token('forum-data', never))).toEqual(failure)
})

test('[7] a host that always fails is no dead end: the click after next goes on in a browser', async () => {
  const signIn = signInOn()
  bridge.answer({ kind: 'trouble', status: 'PERSISTENT_ERROR' })
  expect(await failureOf(signIn.token('forum-data', never))).toEqual({ kind: 'signInNeeded' })
  expect(await failureOf(signIn.token('forum-data', allowed))).toEqual({ kind: 'signInNeeded' })
  expect(opened).toEqual([])
  await failureOf(signIn.token('forum-data', allowed))
  expect(opened).toEqual(['https://moedetraad.example/index.html'])
})

/** Sends through the whole chain of sign-in; the wire gives these answers. */
function sendOver(signIn: SignIn, answers: readonly Response[]) {
  const sent: Request[] = []
  const send = createSend({
    signIn,
    registration: 'forum-data',
    fetch: async (request) => {
      sent.push(request)
      return answers[sent.length - 1] ?? new Response('{}')
    },
  })
  return { sent, send: () => send(new Request('https://graph.microsoft.com/v1.0/me')) }
}

test('[F4.6] a token of another tenant never reaches Graph', async () => {
  bridge.answer({ kind: 'token', tenantId: homeTenantId })
  const { send, sent } = sendOver(signInOn(), [])
  expect(await failureOf(send())).toMatchObject({ kind: 'wrongTenant' })
  expect(sent).toEqual([])
})

test('[10.3] what Graph demands of a token is handed to the host once; a second refusal is not asked about again', async () => {
  const claims = '{"access_token":{"nbf":{"essential":true,"value":"1"}}}'
  const demand = () =>
    new Response('', {
      status: 401,
      headers: { 'WWW-Authenticate': `Bearer error="insufficient_claims", claims="${btoa(claims)}"` },
    })
  bridge.answer({ kind: 'token', tenantId: hostTenantId })
  const { send, sent } = sendOver(signInOn(), [demand(), demand()])
  expect((await send()).status).toBe(401)
  expect(sent).toHaveLength(2)
  expect(bridge.questions.map((question) => question.claims?.includes('nbf') ?? false)).toEqual([false, true])
})

test('a cancelled sign-in leaves the way open; a closed way leads to the browser at the next click', async () => {
  const wanted = { kind: 'trouble', status: 'USER_INTERACTION_REQUIRED', code: 'interaction_required' } as const
  const signIn = signInOn()
  bridge.answer(wanted, { kind: 'trouble', status: 'USER_CANCEL' })
  expect(await failureOf(signIn.token('forum-data', allowed))).toEqual({ kind: 'signInNeeded' })
  bridge.answer(wanted, { kind: 'trouble', status: 'NESTED_APP_AUTH_UNAVAILABLE' })
  await failureOf(signIn.token('forum-data', allowed))
  expect(opened).toEqual([])
  await failureOf(signIn.token('forum-data', allowed))
  expect(opened).toEqual(['https://moedetraad.example/index.html'])
})

test('[F4.3] without a bridge a pane of Outlook never leaves its page: sign-in goes on in a browser', async () => {
  Reflect.deleteProperty(window, 'nestedAppAuthBridge')
  const signIn = signInOn()
  expect(await failureOf(signIn.token('forum-data', never))).toEqual({ kind: 'signInNeeded' })
  expect(opened).toEqual([])
  expect(await failureOf(signIn.token('forum-data', allowed))).toEqual({ kind: 'signInNeeded' })
  expect(opened).toEqual(['https://moedetraad.example/index.html'])
})

test('[F4.1] a bridge the host does not vouch for is not used', async () => {
  Object.assign(window, { Office: { context: { requirements: { isSetSupported: () => false } } } })
  expect(await failureOf(signInOn().token('forum-data', never))).toEqual({ kind: 'signInNeeded' })
  expect(bridge.questions).toEqual([])
})

test('no token is ever stored', async () => {
  bridge.answer({ kind: 'token', tenantId: hostTenantId })
  const { value } = await signInOn().token('forum-data', never)
  const stored = [...Array(localStorage.length).keys()].map((place) =>
    localStorage.getItem(localStorage.key(place) ?? ''),
  )
  expect(JSON.stringify(stored) + JSON.stringify({ ...sessionStorage })).not.toContain(value)
})

test('the consent pages name tenant, app, scopes and the page to come back to', () => {
  const signIn = signInOn()
  const forum = new URL(signIn.consentAddress('forum-data'))
  expect(forum.origin + forum.pathname).toBe(`https://login.microsoftonline.com/${hostTenantId}/v2.0/adminconsent`)
  expect(Object.fromEntries(forum.searchParams)).toEqual({
    client_id: forumApp,
    scope: 'https://graph.microsoft.com/Sites.Selected https://graph.microsoft.com/User.Read',
    redirect_uri: 'https://moedetraad.example/sign-in.html',
    state: 'forum-data',
  })
  expect(signIn.consentAddress('my-calendar')).toContain('/organizations/v2.0/adminconsent')
})
