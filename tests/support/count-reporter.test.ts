import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { runStep } from './run-steps.ts'

const root = resolve(import.meta.dirname, '../..')

test('passed, failed and skipped tests are counted, broken files and lost errors too', async () => {
  const folder = plantTests({
    'mixed.test.js': `
      import { expect, test } from 'vitest'
      test('well', () => {})
      test('badly', () => expect(1).toBe(2))
      test('left out', (context) => context.skip('no corpus here'))`,
    'broken.test.js': 'throw new Error("planted: cannot be read")',
    'lost.test.js': `
      import { test } from 'vitest'
      test('loses a rejection', () => void Promise.reject(new Error('planted: lost')))`,
  })
  const { passed, counts } = await countTestsIn(folder)
  expect(passed).toBe(false)
  expect({ ...counts, slowest: counts.slowest.length }).toEqual({
    passed: 2,
    failed: 3,
    skipped: [{ name: 'mixed.test.js: left out', reason: 'no corpus here' }],
    slowest: 4,
  })
})

test('a run that finds no test is a failure', async () => {
  expect(await countTestsIn(plantTests({}))).toMatchObject({ passed: false, counts: { passed: 0, failed: 1 } })
})

function countTestsIn(folder: string) {
  const reporter = join(import.meta.dirname, 'count-reporter.ts')
  const command = ['vitest', 'run', '--root', folder, '--config', join(folder, 'vitest.config.js')] as const
  return runStep({ name: 'planted', command: [...command, `--reporter=${reporter}`], cores: 1 })
}

function plantTests(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'planted-tests-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  for (const [name, text] of Object.entries({ 'vitest.config.js': 'export default {}', ...files })) {
    writeFileSync(join(folder, name), text)
  }
  return folder
}
