// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from 'vitest'
import { createOwnerFinder } from '../../src/entry/find-owner.ts'
import type { Account, Token } from '../../src/hosts/host.ts'
import { ServiceError } from '../../src/workflows/failure.ts'

const birgit: Account = { name: 'Birgit', mail: 'birgit@hedelund.example', tenantId: 'host' }
const mads: Account = { name: 'Mads', mail: 'mads@strandvang.example', tenantId: 'host' }

let signedIn: Account | null
let asked: number
let startedOver: number

beforeEach(() => {
  localStorage.clear()
  signedIn = birgit
  asked = 0
  startedOver = 0
})

function aFinder(hint: string | null): () => Promise<Account> {
  const token = async (): Promise<Token> => {
    asked += 1
    if (signedIn === null) throw new ServiceError({ kind: 'offline' })
    return { value: 't', tenantId: 'host', expiresAt: 0, account: signedIn }
  }
  const startOver = () => {
    startedOver += 1
  }
  return createOwnerFinder({ signIn: { token }, hint: async () => hint, startOver })
}

test('[10.4] a person the host names is known again without waiting for a token', async () => {
  expect(await aFinder('birgit@hedelund.example')()).toEqual(birgit)
  signedIn = null
  expect(await aFinder('Birgit@hedelund.example')()).toEqual(birgit)
  expect(startedOver).toBe(0)
})

test('the person the host names is somebody else after all: everything starts over, and is not believed twice', async () => {
  await aFinder('birgit@hedelund.example')()
  signedIn = mads
  await aFinder('birgit@hedelund.example')()
  await vi.waitFor(() => expect(startedOver).toBe(1))
  expect(await aFinder('birgit@hedelund.example')()).toEqual(mads)
})

test('another person than the noted one waits for the own token', async () => {
  await aFinder('birgit@hedelund.example')()
  signedIn = mads
  expect(await aFinder('mads@strandvang.example')()).toEqual(mads)
})

test('in a browser the token says who it is, and without a connection it is the one who was here last', async () => {
  await expect(
    (async () => {
      signedIn = null
      return aFinder(null)()
    })(),
  ).rejects.toMatchObject({ failure: { kind: 'offline' } })
  signedIn = birgit
  expect(await aFinder(null)()).toEqual(birgit)
  signedIn = mads
  expect(await aFinder(null)()).toEqual(mads)
  signedIn = null
  expect(await aFinder(null)()).toEqual(mads)
})

test('one question serves all who ask; a failure is asked again', async () => {
  const finder = aFinder(null)
  await Promise.all([finder(), finder()])
  expect(asked).toBe(1)
  signedIn = null
  localStorage.clear()
  const later = aFinder(null)
  await expect(later()).rejects.toBeInstanceOf(ServiceError)
  signedIn = birgit
  expect(await later()).toEqual(birgit)
})

test('where nothing may be kept the token says who it is every time', async () => {
  const denied = vi.spyOn(globalThis, 'localStorage', 'get').mockImplementation(() => {
    throw new DOMException('denied', 'SecurityError')
  })
  expect(await aFinder('birgit@hedelund.example')()).toEqual(birgit)
  signedIn = null
  await expect(aFinder('birgit@hedelund.example')()).rejects.toBeInstanceOf(ServiceError)
  denied.mockRestore()
})
