import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { runStep, runSteps, type Step } from './run-steps.ts'

const lines: string[] = []
beforeEach(() => {
  vi.spyOn(console, 'log').mockImplementation((line) => lines.push(String(line)))
})
afterEach(() => {
  lines.length = 0
  vi.restoreAllMocks()
})

test('a step that exits well counts as one passed, its output is kept', async () => {
  const result = await runStep(node('well', 'console.log("said")'))
  expect(result).toMatchObject({ passed: true, output: 'said\n', counts: { passed: 1, failed: 0 } })
})

test('a step that exits badly, or cannot start, counts as one failed', async () => {
  expect(await runStep(node('badly', 'process.exit(3)'))).toMatchObject({ passed: false, counts: { failed: 1 } })
  const missing: Step = { name: 'missing', command: ['no-such-program'], cores: 1 }
  expect(await runStep(missing)).toMatchObject({ passed: false, counts: { passed: 0, failed: 1 } })
})

test('a test run counts its tests, and one failure more when it ends badly without a failed test', async () => {
  const counts = (failed: number) => JSON.stringify({ passed: 7, failed, skipped: [], slowest: [] })
  const write = (failed: number, exit: number) =>
    node(
      'tests',
      `require("fs").writeFileSync(process.env.TEST_COUNTS_FILE, '${counts(failed)}'); process.exit(${exit})`,
    )
  expect(await runStep(write(0, 0))).toMatchObject({ passed: true, counts: { passed: 7, failed: 0 } })
  expect(await runStep(write(2, 1))).toMatchObject({ passed: false, counts: { passed: 7, failed: 2 } })
  expect(await runStep(write(0, 1))).toMatchObject({ passed: false, counts: { passed: 7, failed: 1 } })
})

test('after a failure nothing new starts, unless every step is to have its turn', async () => {
  const steps: Step[] = [
    { ...node('first', 'process.exit(1)'), cores: 2 },
    { ...node('second', ''), cores: 2 },
  ]
  expect((await runSteps(steps, 'stop')).map(({ name }) => name)).toEqual(['first'])
  expect((await runSteps(steps, 'go-on')).map(({ name }) => name)).toEqual(['first', 'second'])
  expect(lines.filter((line) => /^(ok|FAILED)/.test(line)).map((line) => line.slice(0, 14))).toEqual([
    'FAILED  first ',
    'FAILED  first ',
    'ok      second',
  ])
})

function node(name: string, script: string): Step {
  return { name, command: [process.execPath, '-e', script], cores: 1 }
}
