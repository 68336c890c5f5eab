// @vitest-environment jsdom
import { expect, test, vi } from 'vitest'
import { openTeamsHost } from '../../../src/hosts/teams/teams-host.ts'

test('outside a frame nobody is asked, and the caller falls back to the browser', async () => {
  expect(await openTeamsHost()).toBeNull()
})

test("[teams-js#719] in a frame that is not Teams' the second silence ends the wait", async () => {
  // teams-js asks Microsoft for its list of hosts as soon as it is loaded, and does without when there is no answer.
  vi.stubGlobal('fetch', async () => Promise.reject(new Error('no network')))
  const around = { postMessage: vi.fn() }
  vi.spyOn(window, 'parent', 'get').mockReturnValue(around as unknown as Window)
  expect(await openTeamsHost({ patienceMilliseconds: 20 })).toBeNull()
  const asked = around.postMessage.mock.calls.map(([message]) => (message as { func: string }).func)
  expect(asked.filter((what) => what === 'initialize')).toHaveLength(2)
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})
