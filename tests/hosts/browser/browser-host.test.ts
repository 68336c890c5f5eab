// @vitest-environment jsdom
import { expect, test, vi } from 'vitest'
import { openBrowserHost } from '../../../src/hosts/browser/browser-host.ts'

function aPage({ address = 'https://moedetraad.example/', language = 'da-DK', matching = [] as string[] } = {}) {
  const open = vi.fn()
  const page = {
    location: { href: address },
    navigator: { language },
    open,
    matchMedia: (query: string) => ({
      matches: matching.includes(query),
      addEventListener() {},
      removeEventListener() {},
    }),
  }
  return { page: page as unknown as Window, open }
}

test('the address names the meeting, the browser the language and theme', async () => {
  const { page } = aPage({
    address: 'https://moedetraad.example/index.html?m=11111111-2222-4333-8444-555555555555',
    language: 'en-GB',
    matching: ['(prefers-color-scheme: dark)'],
  })
  expect(await (await openBrowserHost({ page })).context()).toEqual({
    surface: 'browser',
    theme: 'dark',
    language: 'en',
    meetingKey: '11111111-2222-4333-8444-555555555555',
    forumId: null,
    threadId: null,
    loginHint: null,
  })
})

test('high contrast goes before dark', async () => {
  const { page } = aPage({ matching: ['(prefers-color-scheme: dark)', '(forced-colors: active)'] })
  expect((await (await openBrowserHost({ page })).context()).theme).toBe('contrast')
})

test('links open in a window that cannot reach back; one that would run code is refused', async () => {
  const { open, page } = aPage()
  const host = await openBrowserHost({ page })
  await host.openLink('https://eksempel.dk/bilag.pdf')
  expect(open).toHaveBeenCalledExactlyOnceWith('https://eksempel.dk/bilag.pdf', '_blank', 'noopener,noreferrer')
  for (const url of ['javascript:alert(1)', 'file:///etc/passwd', 'data:text/html,x', 'ikke en adresse']) {
    await expect(host.openLink(url)).rejects.toMatchObject({ failure: { kind: 'rejected' } })
  }
  expect(open).toHaveBeenCalledOnce()
})

test('what a browser cannot do is our bug to ask for', async () => {
  const host = await openBrowserHost({ page: aPage().page })
  await expect(host.openCalendarEvent('x')).rejects.toThrow(/openCalendarEvent/)
  expect(await host.readItem()).toBeNull()
})
