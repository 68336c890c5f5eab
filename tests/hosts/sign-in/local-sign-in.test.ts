import { expect, test } from 'vitest'
import { createLocalSignIn } from '../../../src/hosts/sign-in/local-sign-in.ts'

const never = { interaction: 'never' } as const
const account = { name: 'Lone Ravnkilde', mail: 'lone@sekretariatet.example', tenantId: 'host' }

function signInWith(answer: (body: unknown, count: number) => Response) {
  const asked: unknown[] = []
  const signIn = createLocalSignIn({
    personId: 'lone',
    origin: 'http://127.0.0.1:4173',
    fetch: async (request) => {
      expect(request.url).toBe('http://127.0.0.1:4173/local/token')
      asked.push(await request.json())
      return answer(asked.at(-1), asked.length)
    },
  })
  return { asked, signIn }
}

function granted(count: number): Response {
  return Response.json({ accessToken: `token-${count}`, tenantId: 'host', expiresAt: 1, account })
}

test("a token serves until Graph refuses it, whatever this machine's clock says", async () => {
  const { asked, signIn } = signInWith((_, count) => granted(count))
  const first = await signIn.token('forum-data', never)
  expect(first).toEqual({ value: 'token-1', tenantId: 'host', expiresAt: 1, account })
  expect(await signIn.token('forum-data', never)).toBe(first)
  expect((await signIn.token('forum-data', { ...never, refused: 'token-1' })).value).toBe('token-2')
  await signIn.token('my-calendar', { ...never, scopes: ['Calendars.ReadWrite'] })
  expect(asked).toEqual([
    { person: 'lone', registration: 'forum-data' },
    { person: 'lone', registration: 'forum-data' },
    { person: 'lone', registration: 'my-calendar', scopes: ['Calendars.ReadWrite'] },
  ])
})

test.each([
  ['consent_required', { kind: 'consentMissing', registration: 'my-calendar' }],
  ['wrong_tenant', { kind: 'notInvited' }],
  ['unknown_person', { kind: 'signInNeeded' }],
  ['something else', { kind: 'unavailable' }],
])('a refusal "%s" is a failure the product knows', async (error, failure) => {
  const { signIn } = signInWith(() => Response.json({ error }, { status: 403 }))
  await expect(signIn.token('my-calendar', never)).rejects.toMatchObject({ failure })
})

test('nonsense is no token', async () => {
  const { signIn } = signInWith(() => Response.json({ accessToken: 7 }))
  await expect(signIn.token('forum-data', never)).rejects.toMatchObject({ failure: { kind: 'unavailable' } })
})
