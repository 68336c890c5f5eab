/** What a host's bridge for nested sign-in answers to one question for a token. */
type BridgeAnswer =
  | { readonly kind: 'token'; readonly tenantId: string; readonly homeTenantId?: string }
  | { readonly kind: 'trouble'; readonly status: string; readonly code?: string; readonly description?: string }
  | { readonly kind: 'silence' }

type BridgeQuestion = {
  readonly method: 'GetToken' | 'GetTokenPopup'
  readonly clientId: string
  readonly authority: string
  readonly scope: string
  readonly claims: string | undefined
}

/** A bridge as a host lays it into the window; answers are taken in order, the last one again and again. */
export type FakeNestedBridge = {
  readonly questions: BridgeQuestion[]
  answer(...answers: readonly BridgeAnswer[]): void
  readonly bridge: object
}

const personOid = '11111111-aaaa-4aaa-8aaa-111111111111'

type Envelope = {
  readonly method: 'GetInitContext' | 'GetToken' | 'GetTokenPopup'
  readonly requestId: string
  readonly tokenParams?: { clientId: string; authority: string; scope: string; claims?: string }
}

/** Plays the host's half of nested app authentication, message by message as MSAL speaks it. */
export function createFakeNestedBridge(): FakeNestedBridge {
  const listeners = new Set<(message: string) => void>()
  const questions: BridgeQuestion[] = []
  let waiting: readonly BridgeAnswer[] = [{ kind: 'silence' }]
  const tell = (requestId: string, rest: object): void => {
    const message = JSON.stringify({ messageType: 'NestedAppAuthResponse', requestId, ...rest })
    queueMicrotask(() => {
      for (const listener of listeners) listener(message)
    })
  }
  const take = ({ method, requestId, tokenParams }: Envelope): void => {
    if (method === 'GetInitContext')
      tell(requestId, { success: true, initContext: { sdkName: 'fake', sdkVersion: '1' } })
    if (method === 'GetInitContext' || !tokenParams) return
    const { authority, claims, clientId, scope } = tokenParams
    questions.push({ method, clientId, authority, scope, claims })
    const [next = { kind: 'silence' }, ...later] = waiting
    if (later.length > 0) waiting = later
    if (next.kind === 'trouble') tell(requestId, { success: false, error: next })
    if (next.kind === 'token') tell(requestId, { success: true, ...tokenOf(next, scope, questions.length) })
  }
  return {
    questions,
    answer: (...answers) => {
      waiting = answers
    },
    bridge: {
      addEventListener: (_: string, listener: (message: string) => void) => void listeners.add(listener),
      removeEventListener: (_: string, listener: (message: string) => void) => void listeners.delete(listener),
      postMessage: (message: string) => take(JSON.parse(message) as Envelope),
    },
  }
}

function tokenOf(
  { tenantId, homeTenantId = tenantId }: Extract<BridgeAnswer, { kind: 'token' }>,
  scope: string,
  count: number,
): object {
  const claims = { tid: tenantId, oid: personOid, name: 'Hanne Skovlind', preferred_username: 'hanne@lyngvig.example' }
  return {
    token: {
      access_token: `token-${count}-${tenantId}`,
      expires_in: 3600,
      id_token: `${encode({ alg: 'none' })}.${encode(claims)}.none`,
      properties: null,
      scope,
    },
    account: {
      environment: 'login.microsoftonline.com',
      homeAccountId: `${personOid}.${homeTenantId}`,
      // As a host may: the account it signed in with, wherever the token was made (PLATFORM F4.6).
      tenantId: homeTenantId,
      username: 'hanne@lyngvig.example',
    },
  }
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}
