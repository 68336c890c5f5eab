import { expect, test } from 'vitest'
import { parse, parseFolders } from './project-files.ts'
import { findImpurities } from './pure-code.ts'

test('domain and workflows read no clock, roll no dice and reach nothing outside', () => {
  const files = parseFolders('src/domain', 'src/workflows', 'src/shared')
  expect(files.length).toBeGreaterThan(10)
  expect(files.flatMap(findImpurities)).toEqual([])
})

const refused = [
  'const now = Date.now()',
  'const now = new Date()',
  'const now = Date()',
  'const dice = Math.random()',
  'const key = crypto.randomUUID()',
  'const load = () => fetch("/x")',
  'console.log("x")',
  'const all = { process }',
  'const title = document.title',
  'const place = window.location',
  'const clock = Date.now',
  'const later = (after = setTimeout) => after',
  'function a(document: string) { return document } document.title',
  'const { log = console } = {}',
]

test.each(refused)('planted: %s is refused', (text) => {
  expect(findImpurities(parse({ path: 'src/domain/a.ts', text }))).toHaveLength(1)
})

const allowed = [
  'const day = new Date(2026, 1, 1)',
  'const text = "document"',
  'const read = (document: string) => document.length',
  'import { document } from "./x.ts"; document.read()',
  'const { window } = plan; window.from',
  'type A = { process: string; document: number }',
  'const b = { document: 1 }; b.document',
  'const hash = crypto.subtle.digest("SHA-256", bytes)',
  'for (const process of steps) process.run()',
  'const biggest = Math.max(1, 2)',
]

test.each(allowed)('planted: %s is allowed', (text) => {
  expect(findImpurities(parse({ path: 'src/domain/a.ts', text }))).toEqual([])
})
