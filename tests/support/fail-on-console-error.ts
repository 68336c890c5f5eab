import { afterEach, beforeEach, expect } from 'vitest'
import { noteConsoleError, takeConsoleSurprises } from './console-errors.ts'

// A stray console.error is a failure nobody asserted: React warnings, lost rejections, library complaints.
// Set anew before each test, because a test may put a spy of its own in this place.
beforeEach(() => {
  console.error = (...words) => noteConsoleError(words)
})

afterEach(() => {
  const { unexpected, missing } = takeConsoleSurprises()
  expect(unexpected, 'console.error was called; mend the cause, or expectConsoleError(/words/)').toEqual([])
  expect(missing, 'console.error was expected but not called').toEqual([])
})

// A test that asks the internet passes or fails by luck. Loopback is for servers the test started itself.
const fetchOutside = globalThis.fetch
if (typeof fetchOutside === 'function') {
  globalThis.fetch = async (input, init) => {
    const address = new URL(input instanceof Request ? input.url : String(input), 'http://localhost')
    if (!['127.0.0.1', 'localhost', '[::1]', ''].includes(address.hostname)) {
      throw new Error(`A test asked for ${address.origin}: tests reach no host but their own`)
    }
    return fetchOutside(input, init)
  }
}
