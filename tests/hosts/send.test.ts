import { expect, test } from 'vitest'
import type { SignIn, Token } from '../../src/hosts/host.ts'
import { createSend } from '../../src/hosts/send.ts'

type Wish = Parameters<SignIn['token']>[1]

function aScene(
  answers: readonly Response[],
  registration: 'forum-data' | 'my-calendar' = 'forum-data',
  scopes?: readonly string[],
) {
  const wishes: Wish[] = []
  const sent: Request[] = []
  const waiting = [...answers]
  const signIn: SignIn = {
    token: async (_, wish): Promise<Token> => {
      wishes.push(wish)
      const account = { name: 'Hanne', mail: 'hanne@lyngvig.example', tenantId: 't' }
      return { value: `token-${wishes.length}`, tenantId: 't', expiresAt: 0, account }
    },
    consentAddress: () => '',
  }
  const send = createSend({
    signIn,
    registration,
    ...(scopes ? { scopes } : {}),
    fetch: async (request) => {
      sent.push(request)
      return waiting.shift() ?? new Response('{}')
    },
    rewrite: (request) =>
      new Request(request.url.replace('https://graph.microsoft.com', 'http://127.0.0.1:1/graph'), request),
  })
  return { send, sent, wishes }
}

test('requests to Graph carry the token, put on before they are rewritten', async () => {
  const { send, sent } = aScene([])
  await send(new Request('https://graph.microsoft.com/v1.0/me', { headers: { Prefer: 'IdType="ImmutableId"' } }))
  expect(sent[0]?.url).toBe('http://127.0.0.1:1/graph/v1.0/me')
  expect(sent[0]?.headers.get('Authorization')).toBe('Bearer token-1')
  expect(sent[0]?.headers.get('Prefer')).toBe('IdType="ImmutableId"')
})

test.each([
  'https://eksempel.sharepoint.com/upload/1',
  'https://graph.microsoft.com.evil.example/v1.0/me',
  'http://graph.microsoft.com/v1.0/me',
])('[F5.21] %s gets no token', async (url) => {
  const { send, sent, wishes } = aScene([])
  await send(new Request(url, { method: 'PUT', body: 'bytes' }))
  expect(sent[0]?.headers.has('Authorization')).toBe(false)
  expect(wishes).toEqual([])
})

test("after a 401 one more try, with a token made to Graph's demand, and the same body", async () => {
  const claims = '{"access_token":{"nbf":{"essential":true,"value":"1"}}}'
  const challenge = new Response('', {
    status: 401,
    headers: { 'WWW-Authenticate': `Bearer realm="", error="insufficient_claims", claims="${btoa(claims)}"` },
  })
  const { send, sent, wishes } = aScene([challenge])
  const response = await send(
    new Request('https://graph.microsoft.com/v1.0/$batch', { method: 'POST', body: '{"requests":[]}' }),
  )
  expect(response.status).toBe(200)
  expect(wishes).toEqual([{ interaction: 'never' }, { interaction: 'never', refused: 'token-1', claims }])
  expect(sent[1]?.headers.get('Authorization')).toBe('Bearer token-2')
  expect(await sent[1]?.text()).toBe('{"requests":[]}')
})

test('a second 401 is handed on: no loop', async () => {
  const { send, sent } = aScene([new Response('', { status: 401 }), new Response('', { status: 401 })])
  expect((await send(new Request('https://graph.microsoft.com/v1.0/me'))).status).toBe(401)
  expect(sent).toHaveLength(2)
})

test('the right to change the calendar is asked for only by requests that change it', async () => {
  const { send, wishes } = aScene([], 'my-calendar')
  await send(new Request('https://graph.microsoft.com/v1.0/me/calendarView'))
  await send(new Request('https://graph.microsoft.com/v1.0/me/events/1', { method: 'DELETE' }))
  expect(wishes).toEqual([{ interaction: 'never' }, { interaction: 'never', scopes: ['Calendars.ReadWrite'] }])
})

test('requests to the app folder carry the one right for it', async () => {
  const { send, wishes } = aScene([], 'my-calendar', ['Files.ReadWrite.AppFolder'])
  const marks = 'https://graph.microsoft.com/v1.0/me/drive/special/approot:/read-marks-1.json'
  await send(new Request(marks))
  await send(new Request(`${marks}:/content`, { method: 'PUT', body: '{}' }))
  const asked = { interaction: 'never', scopes: ['Files.ReadWrite.AppFolder'] }
  expect(wishes).toEqual([asked, asked])
})

test('no answer is offline; who gave up is told why', async () => {
  const { send } = aScene([])
  const failing = createSend({
    signIn: { token: async () => ({ value: 't' }) as Token, consentAddress: () => '' },
    registration: 'forum-data',
    fetch: async () => Promise.reject(new TypeError('Failed to fetch')),
  })
  await expect(failing(new Request('https://graph.microsoft.com/v1.0/me'))).rejects.toMatchObject({
    failure: { kind: 'offline' },
  })
  const reason = new Error('left the page')
  const given = new Request('https://graph.microsoft.com/v1.0/me', { signal: AbortSignal.abort(reason) })
  await expect(failing(given)).rejects.toBe(reason)
  expect(send).toBeTypeOf('function')
})
