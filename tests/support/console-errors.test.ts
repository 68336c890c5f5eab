import { expect, test } from 'vitest'
import { expectConsoleError, noteConsoleError, takeConsoleSurprises } from './console-errors.ts'

test('an expected console.error does not fail the test', () => {
  expectConsoleError(/planted/)
  console.error('planted', new Error('cause'))
})

test('an unexpected and a missing console.error are told apart', () => {
  noteConsoleError(['stray', 1])
  expectConsoleError(/never said/)
  expect(takeConsoleSurprises()).toEqual({ unexpected: ['stray 1'], missing: ['/never said/'] })
  expect(takeConsoleSurprises()).toEqual({ unexpected: [], missing: [] })
})

test('a request that leaves the machine is refused', async () => {
  await expect(fetch('https://graph.microsoft.com/v1.0/me')).rejects.toThrow('tests reach no host but their own')
})
