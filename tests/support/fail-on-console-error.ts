import { afterEach, beforeEach, expect, vi } from 'vitest'

// A stray console.error is a failure nobody asserted: React warnings, lost rejections, library complaints.
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation((...words) => {
    errors.push(words.map(String).join(' '))
  })
})

afterEach(() => {
  const seen = errors.splice(0)
  expect(seen, 'console.error was called').toEqual([])
})

const errors: string[] = []
